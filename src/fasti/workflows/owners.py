"""Which parties of the stakes are on a list at the vantage: by key or name from the record, and as the user assumes.

A name that fits several parties of the record is never settled in silence: each of them may be the owner, and is named.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fasti.ledger.evidence import Evidence
from fasti.ledger.parties import party_history
from fasti.model.errors import UsageError
from fasti.model.history import PartyHistory
from fasti.model.problem import Problem, Severity
from fasti.model.reached import OwnerView
from fasti.model.standing import EffectStatus, ListingStatus
from fasti.model.subject import Subject
from fasti.ownership.stakes import StakeBook
from fasti.regimes.selecting import Selection, select
from fasti.screening.keys import KeyKind, parse_key
from fasti.screening.name_v1 import MATCH
from fasti.workflows.asking import find_parties
from fasti.workflows.matching import Found, Matcher

MOST_SCORED = 100
"""Parties up to which names are scored; beyond, only a name that equals a listed one is looked up."""

EXACT = 1.0
ASSUMED = "assumed"
HALTED = {
    ListingStatus.SUSPENDED: EffectStatus.SUSPENDED,
    ListingStatus.ANNOUNCED: EffectStatus.PENDING,
    ListingStatus.ENDED: EffectStatus.ENDED,
    ListingStatus.WITHDRAWN: EffectStatus.ENDED,
}


@dataclass(frozen=True, slots=True)
class Owner:
    """A party of the stakes on a list.

    Attributes:
        node: Its number in the book.
        list: List id.
        sure: Whether it is this party; else it may be.
        halted: What its listing, or that listing's effect, is instead of in force; `None` if it is.
        view: What the answer shows.
    """

    node: int
    list: str
    sure: bool
    halted: EffectStatus | None
    view: OwnerView


def assumed_owners(book: StakeBook, assume: Sequence[str], lists: Iterable[str]) -> list[Owner]:
    """Return the owners that the user assumes to be listed.

    Raises:
        UsageError: An assumption is no `PARTY:LIST`, or names a party or list that is not there.
    """
    numbers = {name.casefold(): node for node, name in enumerate(book.names)}
    known, found = set(lists), []
    for text in assume:
        party, _, list_id = text.rpartition(":")
        node = numbers.get(" ".join(party.split()).casefold())
        if not party or list_id not in known:
            message = f"--assume {text} names no list: write PARTY:LIST with one of {', '.join(sorted(known))}."
            raise UsageError(message)
        if node is None:
            message = f"--assume {text} names no party of the stakes: write the party as the file has it."
            raise UsageError(message)
        view = OwnerView(book.names[node], list_id, ASSUMED, None, None, None, None, None, None, "yes")
        found.append(Owner(node, list_id, sure=True, halted=None, view=view))
    return found


def recorded_owners(matcher: Matcher, book: StakeBook) -> tuple[list[Owner], list[Problem]]:
    """Return the parties of the stakes that the record knows, on every list it knows them from."""
    evidence = matcher.evidence
    owners: list[Owner] = []
    problems: list[Problem] = []
    for node, found in found_parties(matcher, book):
        if len(found) > 1:
            problems.append(_ambiguous(evidence, book.names[node], found))
        for one in found:
            history = party_history(evidence, one.keys)
            owners += _owners(evidence, history, one, book.names[node], node, sure=len(found) == 1)
    if len(book.names) > MOST_SCORED:
        told = (
            f"The stakes name {len(book.names)} parties, more than {MOST_SCORED}: a party was looked up only under a "
            "key or a name that equals a listed one; screen the names for those that are merely like one."
        )
        problems.append(Problem("names_compared_exactly", told, "stakes", Severity.INFO))
    return owners, problems


def found_parties(matcher: Matcher, book: StakeBook) -> Iterator[tuple[int, tuple[Found, ...]]]:
    """Yield each party of the stakes with those of the record that it may be."""
    exact = len(book.names) > MOST_SCORED
    for node in _worth_asking(matcher, book) if exact else range(len(book.names)):
        yield node, _found(matcher, book, node, EXACT if exact else MATCH)


def _found(matcher: Matcher, book: StakeBook, node: int, threshold: float) -> tuple[Found, ...]:
    """Return the parties that a key or, if none does, a name finds; where some names equal, those alone."""
    for key in book.keys.get(node, ()):
        if found := find_parties(matcher, key, threshold):
            return found
    name = book.names[node]
    if not any(char.isalnum() for char in name):
        return ()
    found = find_parties(matcher, name, threshold)
    best = [one for one in found if one.match.score >= EXACT]
    return tuple(best) or found


def _worth_asking(matcher: Matcher, book: StakeBook) -> list[int]:
    """Return the parties whose key or whole name may be in the record."""
    asked = [Subject.named(name) for name in book.names]
    named = set(matcher.find(asked, EXACT))
    keyed = {node for node, name in enumerate(book.names) if ":" in name and _is_key(name)}
    return sorted(named | keyed | book.keys.keys())


def _is_key(name: str) -> bool:
    key = parse_key(name)
    return key is not None and key.kind in KeyKind


def _ambiguous(evidence: Evidence, name: str, found: Sequence[Found]) -> Problem:
    told = ", ".join(party_history(evidence, one.keys).party_id for one in found)
    message = f"{name} fits {len(found)} parties of the record ({told}): each may be the owner; give its key instead."
    return Problem("ambiguous_owner", message, name, Severity.WARNING)


def _owners(
    evidence: Evidence, history: PartyHistory, found: Found, name: str, node: int, *, sure: bool
) -> Iterable[Owner]:
    for list_id in sorted({entry.list for entry in history.entries}):
        entries = tuple(entry for entry in history.entries if entry.list == list_id)
        selection = select(entries, evidence.view.at(list_id), covered=False)
        if selection.status in {ListingStatus.NOT_COVERED, ListingStatus.NOT_FOUND}:
            continue
        halted = HALTED.get(selection.status)
        if halted is None and selection.stay is not None:
            halted = EffectStatus.SUSPENDED
        view = _view(history, found, name, list_id, selection, "no" if halted else "yes" if sure else "may")
        yield Owner(node, list_id, sure, halted, view)


def _view(history: PartyHistory, found: Found, name: str, list_id: str, selection: Selection, counts: str) -> OwnerView:
    starts = [spell.start.moment.on.isoformat() for _, spell in selection.current]
    ends = [spell.end.moment.on.isoformat() for _, spell in selection.current if spell.end is not None]
    return OwnerView(
        name,
        list_id,
        selection.status.value,
        history.party_id,
        history.caption,
        found.match.matched_name,
        found.match.score,
        min(starts, default=None),
        max(ends, default=None) if len(ends) == len(starts) else None,
        counts,
    )
