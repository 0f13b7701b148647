"""From a request to a vantage and to the parties it asks about: the part that every question shares."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from fasti.ledger.cuts import evidence_from
from fasti.ledger.evidence import Evidence
from fasti.ledger.parties import component, node
from fasti.ledger.view import View
from fasti.model.actor import Actor, Role
from fasti.model.answer import Contribution, MatchView, Query
from fasti.model.conduct import Conduct
from fasti.model.errors import UsageError
from fasti.model.identity import Identifier
from fasti.model.moment import Moment
from fasti.model.problem import Problem, Severity
from fasti.model.vantage import Vantage
from fasti.screening.keys import Key, KeyKind, parse_key, says_something
from fasti.screening.name_v1 import POSSIBLE
from fasti.workflows.matching import Found, Matcher
from fasti.workflows.opening import Ledger
from fasti.workflows.settings import Settings

SCORER = "name_v1"


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """A question about a name or key.

    Attributes:
        name: Name, or a key such as `ofac:17018` or `isin:...`.
        as_of: The date or aware instant asked about; `None` is `known_at` if given, else now.
        known_at: Only what was public by then counts; `None` is now.
        actors: Roles of whoever asks, as text; empty asks for everyone.
        act: The act asked about, as text; `None` asks for every act.
        lists: Lists to consult; empty means all.
        require: Lists that must have been consulted.
        threshold: Least score of a name match; `None` is the band `POSSIBLE`.
        head: Log position to read at, for audit; `None` is the newest.
        policies: Readings of the law, e.g. `{"us.clock": "literal"}`.
        events: Events that the user dates, from which duties are counted, e.g. `(("blocked", date(2024, 3, 4)),)`.
    """

    name: str
    as_of: date | datetime | None = None
    known_at: date | datetime | None = None
    actors: tuple[str, ...] = ()
    act: str | None = None
    lists: tuple[str, ...] = ()
    require: tuple[str, ...] = ()
    threshold: float | None = None
    head: int | None = None
    policies: dict[str, str] = field(default_factory=dict)
    events: tuple[tuple[str, date], ...] = ()


def vantage_of(
    as_of: date | datetime | None, known_at: date | datetime | None, head: int | None, now: datetime
) -> Vantage:
    """Return the vantage asked for: `known_at` defaults to now, `as_of` to `known_at` or now."""
    if head is not None and head < 1:
        message = f"--head {head} names no place in the log: the first entry is 1."
        raise UsageError(message)
    return Vantage(as_of or known_at or now, known_at or now, head)


def evidence_at(ledger: Ledger, vantage: Vantage) -> Evidence:
    """Return the visible evidence of a ledger.

    Raises:
        UsageError: The head lies beyond the log: what it will hold cannot be told yet.
    """
    log = ledger.store.log(vantage.head)
    newest = log[-1].seq if log else 0
    if vantage.head is not None and vantage.head > newest:
        message = f"--head {vantage.head} names no place in the log yet: the newest entry is {newest}."
        raise UsageError(message)
    return evidence_from(log, vantage, ledger.catalog, ledger.losses, ledger.store)


def query_of(request: CheckRequest, view: View, settings: Settings) -> Query:
    """Say the question back, dates with the zone in which they were taken."""
    del settings
    vantage = view.vantage
    return Query(
        name=request.name,
        as_of=_said(vantage.as_of),
        known_at=_said(vantage.known_at),
        actor=tuple(sorted(request.actors)),
        act=request.act,
        projected=vantage.projected("UTC"),
        events=tuple(f"{kind}={on}" for kind, on in request.events),
    )


def _said(value: date | datetime) -> str:
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value.isoformat()


def actor_of(names: Iterable[str]) -> Actor:
    """Return the roles named.

    Raises:
        UsageError: A role is unknown.
    """
    known = {role.value: role for role in Role}
    unknown = sorted(set(names) - known.keys())
    if unknown:
        message = f"--actor {unknown[0]} is no role: use one of {', '.join(sorted(known))}."
        raise UsageError(message)
    return frozenset(known[name] for name in names)


def conduct_of(name: str | None) -> Conduct | None:
    """Return the act named.

    Raises:
        UsageError: The act is unknown.
    """
    if name is None:
        return None
    try:
        return Conduct(name)
    except ValueError:
        message = f"--act {name} is no act: use one of {', '.join(one.value for one in Conduct)}."
        raise UsageError(message) from None


def check_lists(view: View, lists: Sequence[str]) -> None:
    """Refuse list ids that the catalogue does not have.

    Raises:
        UsageError: A list is unknown.
    """
    unknown = sorted(set(lists) - view.catalog.lists.keys())
    if unknown:
        message = f"{unknown[0]} is no list: use one of {', '.join(sorted(view.catalog.lists))}."
        raise UsageError(message)


def threshold_of(request: CheckRequest) -> float:
    """Return the least score of a name match that a request wants."""
    return POSSIBLE if request.threshold is None else request.threshold


def find_parties(matcher: Matcher, name: str, threshold: float) -> tuple[Found, ...]:
    """Return the parties that a name or key finds, best first.

    Raises:
        UsageError: The name is blank or has no letter or digit, or a key is malformed.
    """
    if not says_something(name):
        lacks = "has no letter or digit" if name.strip() else "is blank"
        message = f"The name {lacks}: give a name or a key such as ofac:17018."
        raise UsageError(message)
    evidence = matcher.evidence
    scheme, colon, value = name.strip().partition(":")
    if colon and evidence.spans(f"{scheme}:{value}"):
        return by_key(evidence, Key(scheme, value, KeyKind.AUTHORITY))
    key = parse_key(name)
    if key is not None:
        return by_key(evidence, key)
    return matcher.find([name], threshold).get(0, ())


_KEY_LIKE = re.compile(r"[A-Za-z][A-Za-z0-9_-]*:\S+")


def unknown_scheme(evidence: Evidence, name: str) -> frozenset[Problem]:
    """Say so if what was asked for looks like a key and was searched as a name, because no such scheme is known."""
    text = name.strip()
    if not _KEY_LIKE.fullmatch(text) or evidence.spans(text) or parse_key(text) is not None:
        return frozenset()
    scheme = text.partition(":")[0]
    message = f"no scheme {scheme} is known; {text} was searched as a name"
    return frozenset({Problem("no_such_scheme", message, text, Severity.INFO)})


def by_key(evidence: Evidence, key: Key) -> tuple[Found, ...]:
    """Return the parties that hold a key in visible evidence."""
    seeds = _seeds(evidence, key)
    match = MatchView(1.0, f"{key.scheme}:{key.value}", (Contribution("key", key.value, key.value, 1.0),))
    components = {component(evidence, [seed]) for seed in seeds}
    return tuple(Found(keys, match) for keys in sorted(components, key=sorted))


def _seeds(evidence: Evidence, key: Key) -> set[str]:
    """Return the entries that hold a key in visible evidence."""
    text = f"{key.scheme}:{key.value}"
    if key.kind is KeyKind.AUTHORITY:
        acts = {node(ref) for ref, party in evidence.acts.named.items() if text in {party.key, *party.keys}}
        return acts | ({text} if evidence.spans(text) else set())
    seeds = {node(ref) for ref, party in evidence.acts.named.items() if holds(party.identifiers, key)}
    for _, other in evidence.store.keys_by_identifier(key.scheme, key.value):
        contents = evidence.contents()
        if any(holds(contents[span.content].identifiers, key) for span in evidence.spans(other)):
            seeds.add(other)
    return seeds


def holds(identifiers: Iterable[Identifier], key: Key) -> bool:
    """Say whether one of the identifiers is the key, case and punctuation apart."""
    return any(one.scheme == key.scheme and _plain(one.value) == _plain(key.value) for one in identifiers)


def _plain(value: str) -> str:
    return "".join(char for char in value.upper() if char.isalnum())


def local(instant: datetime, zone_name: str) -> str:
    """Return an instant in a zone's own offset."""
    return str(Moment.of(instant, zone_name))
