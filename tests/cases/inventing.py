"""Turns the invented facts of law cases into acts, and into editions of an invented list file where entries speak.

Each edition holds everything said so far. Its source has keys of its own, so that it says nothing of real parties.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from fasti.ledger.recording import make_edition
from fasti.ledger.store import Store
from fasti.model.act import Act, ActKind, Party
from fasti.model.catalog import Catalog, SourceInfo
from fasti.model.entry import Edition, Member
from fasti.model.identity import Name, PartyKind
from fasti.model.listing import Fact as Said
from fasti.model.listing import Listing, Membership, StatedDate
from fasti.model.moment import Moment
from tests.cases.casebook import Fact, Wording

Held = dict[str, Listing]
ZONE = "America/New_York"
BALLAST = {f"invented:ballast-{number}": Listing(f"invented:ballast-{number}") for number in range(12)}
"""Entries on no list, so that one that goes is not an implausible loss."""
SOURCE = "invented"
"""The source of the invented file, and the authority of its keys."""


def with_invented(catalog: Catalog, facts: Sequence[Fact]) -> Catalog:
    """Return a catalogue that knows the invented source, whole for every list on which an entry of it speaks.

    Raises:
        ValueError: An entry that speaks has a key of another authority.
    """
    speaking = [fact for fact in facts if fact.basis]
    for fact in speaking:
        if not fact.entry_key.startswith(f"{SOURCE}:"):
            raise ValueError(f"{fact.party}: the key of an entry that speaks begins with {SOURCE}:, not {fact.key}.")
    lists = tuple(sorted({fact.list for fact in speaking}))
    source = SourceInfo(SOURCE, "An invented file", lists, ZONE, "https://example.org", 1.0, 0.0, 36_500, keys=SOURCE)
    return replace(catalog, sources={**catalog.sources, SOURCE: source})


def record_facts(store: Store, catalog: Catalog, facts: Sequence[Fact], recorded_at: datetime) -> None:
    """Append every invented act, and an edition for each moment at which an entry begins, changes or stops to speak."""
    for number, fact in enumerate(facts, 1):
        if fact.kind != ActKind.AMENDED:
            store.append(_act(number, fact), recorded_at)
    for edition, held in _editions(facts, catalog):
        store.append(edition, recorded_at, {"entries": held})


def _moment(fact: Fact) -> Moment:
    return Moment(fact.on.date(), fact.on) if isinstance(fact.on, datetime) else Moment(fact.on)


def _act(number: int, fact: Fact) -> Act:
    slug = fact.party.lower().replace(" ", "-")
    return Act(
        act_id=f"invented-{number}",
        kind=ActKind(fact.kind),
        title=f"{fact.party}: {fact.kind}",
        authority="an invented authority",
        made_at=_moment(fact),
        public_at=_moment(fact),
        citation="invented for a law case",
        list=fact.list,
        parties=(Party(fact.entry_key, slug, (Name(fact.party),), PartyKind(fact.party_kind)),),
    )


def _editions(facts: Iterable[Fact], catalog: Catalog) -> Iterator[tuple[Edition, Held]]:
    """Yield one edition for each moment, with everything the invented file then holds."""
    held: Held = {}
    moments: dict[datetime, list[Fact]] = {}
    for fact in facts:
        moments.setdefault(_moment(fact).starts(catalog.lists[fact.list].zone), []).append(fact)
    for instant, said in sorted(moments.items()):
        before = dict(held)
        for fact in said:
            _take(held, fact)
        if held != before:
            yield _edition(instant, {**BALLAST, **held}, catalog), {**BALLAST, **held}


def _take(held: Held, fact: Fact) -> None:
    """Let an entry begin, change or stop to speak; one without a basis stands in no file."""
    before = held.get(fact.entry_key, Listing(fact.entry_key, PartyKind(fact.party_kind), (Name(fact.party),)))
    others = tuple(one for one in before.memberships if one.list != fact.list)
    if fact.kind == ActKind.DELISTED:
        held.pop(fact.entry_key, None)
        if others:
            held[fact.entry_key] = replace(before, memberships=others)
    elif fact.basis:
        bases = [Membership(fact.list, basis, fact.tag or basis) for basis in fact.basis.split(" + ")]
        held[fact.entry_key] = replace(
            before,
            memberships=tuple(sorted((*others, *bases))),
            facts=tuple(sorted(_facts(fact))),
            stated=tuple(sorted(StatedDate(what, on, fact.list, what) for what, on in fact.stated.items())),
        )


def _facts(fact: Fact) -> Iterator[Said]:
    for what, said in fact.says.items():
        texts, values = _many(said), _many(fact.values.get(what, ""))
        for place, text in enumerate(texts):
            yield Said(what, text, values[place] if place < len(values) else "")


def _many(said: Wording) -> list[str]:
    return [said] if isinstance(said, str) else said


def _edition(instant: datetime, held: Held, catalog: Catalog) -> Edition:
    told = repr(sorted(held.items()))
    return make_edition(
        source=SOURCE,
        series=f"{SOURCE}/csv",
        reader="invented/1",
        members=[Member("entries", sha256(f"{instant} {told}".encode()).hexdigest(), len(told), "invented.csv")],
        stated_on=None,
        zone=ZONE,
        seen_at=instant,
        parts={"entries": held},
        lists=catalog.sources[SOURCE].lists,
    )
