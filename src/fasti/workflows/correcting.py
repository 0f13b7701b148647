"""Which corrections an answer must name: those of anything it may have been made from, rather one too many."""

from collections.abc import Callable, Collection

from fasti.ledger.evidence import Evidence
from fasti.ledger.parties import SLUG, node, strong
from fasti.model.act import Act, ActKind, Party
from fasti.model.entry import Edition
from fasti.model.subject import Subject
from fasti.screening.keys import parse_key
from fasti.screening.name_v1 import score
from fasti.workflows.asking import holds

_LAW = frozenset({ActKind.RULE_MADE, ActKind.RULE_AMENDED, ActKind.RULE_SUSPENDED})
"""Acts that bind more parties than they name."""

Concerns = Callable[[str, Party], bool]
"""Says whether an answer is about a party named on a list."""


def corrections_in(evidence: Evidence, lists: Collection[str], concerns: Concerns) -> frozenset[str]:
    """Return the corrections that may have changed an answer, one sentence each.

    Args:
        evidence: The visible evidence.
        lists: Lists consulted.
        concerns: Which parties the answer is about.
    """
    view = evidence.view
    found = set()
    for one in view.corrections:
        bodies = (view.corrected.get(one.corrects), one.replacement)
        if any(body is not None and view.sees(body) and _touches(body, lists, concerns) for body in bodies):
            found.add(f"{one.corrects}: {one.reason} ({one.citation})")
    return frozenset(found)


def everyone(lists: Collection[str]) -> Concerns:
    """Concern every party on some lists."""
    return lambda list_id, _: list_id in lists


def asked_for(name: str, threshold: float, keys: Collection[str]) -> Concerns:
    """Concern the parties found, and those that a correction may have kept from being found.

    Args:
        name: The name or key asked for.
        threshold: Least score of a name match.
        keys: Keys of the parties found.
    """
    wanted = frozenset(keys)
    key = parse_key(name)

    def concerns(list_id: str, party: Party) -> bool:
        own = {node((list_id, party.key)), SLUG + party.slug, *party.keys, *strong(party.identifiers)}
        if own & wanted:
            return True
        if key is not None:
            return str(key) in own or holds(party.identifiers, key)
        return score(Subject.named(name), Subject(party.kind, party.names)).score >= threshold

    return concerns


def _touches(body: Act | Edition, lists: Collection[str], concerns: Concerns) -> bool:
    if isinstance(body, Edition):
        return any(one in lists for one in (*body.lists, *(claim.list for claim in body.coverage)))
    if any(concerns(body.list or "", party) for party in body.parties):
        return True
    general = body.kind in _LAW or not body.parties
    return general and (body.list is None or body.list in lists or bool(body.acts))
