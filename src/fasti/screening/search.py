"""Decide which listed parties are hits of the parties asked for: found by the index, scored by the scorer, explained.

The index gives every name that could reach the threshold, so the hits are those that scoring everybody would give.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from fasti.index.names import Asked, NameIndex
from fasti.model.identity import Name, NameKind, PartyKind
from fasti.model.subject import Subject
from fasti.screening.name_v1 import NameScores, Scored, may_reach, score

OwnerT = TypeVar("OwnerT")
Wanted = Subject | str
"""Whom a question is about: a party, or a name of which nothing more is known."""


@dataclass(frozen=True, slots=True)
class PartyHit(Generic[OwnerT]):
    """One listed party that reaches the threshold.

    Attributes:
        owner: Whose names were found.
        scored: Score, names that agree, and explanation.
    """

    owner: OwnerT
    scored: Scored


class Listed(Protocol[OwnerT]):
    """What a surface of the ledger knows of the owners of names at one vantage."""

    def named(self, numbers: Collection[int]) -> dict[int, list[tuple[OwnerT, Name]]]:
        """Return for each name of the index, by number, who may be found by it, and the name as published."""
        ...

    def holding(self, subject: Subject) -> Iterable[OwnerT]:
        """Return who has an identifier of a party asked for."""
        ...

    def subject(self, owner: OwnerT, names: tuple[Name, ...]) -> Subject:
        """Return what is known of an owner, with some of its names alone."""
        ...


def search(
    index: NameIndex,
    listed: Listed[OwnerT],
    wanted: Sequence[Wanted],
    threshold: float,
    *,
    bulk: bool | None = None,
) -> dict[int, list[PartyHit[OwnerT]]]:
    """Return the listed parties that reach the threshold, best first, by the place of whom they may be.

    Whoever is like nobody listed is left out.
    A listed party is scored with those of its names that reach the threshold: no other name raises its score to it.
    Where an identifier may decide, it is scored with all that could, so that the explanation has the best of them.

    Args:
        index: Names.
        listed: Their owners.
        wanted: Parties asked for.
        threshold: Least score, above 0 and at most 1.
        bulk: As `NameIndex.search` takes it.
    """
    scores = NameScores(threshold)
    reached = _reached(index, wanted, scores, bulk=bulk)
    owners = listed.named({number for some in reached.values() for number in some})
    found: dict[int, list[PartyHit[OwnerT]]] = {}
    for place, numbers in reached.items():
        one = wanted[place]
        subject = Subject.named(one) if isinstance(one, str) else one
        named = [pair for number in numbers for pair in owners.get(number, ())]
        hits = _hits(subject, named, listed, NameScores() if subject.identifiers else scores, threshold)
        if hits:
            found[place] = hits
    return found


def _reached(
    index: NameIndex, wanted: Sequence[Wanted], scores: NameScores, *, bulk: bool | None
) -> dict[int, list[int]]:
    """Return by place the names that may make a hit of each party asked for; whoever has none is left out."""
    asked: list[Asked] = []
    for one in wanted:
        if isinstance(one, str):
            asked.append((one, PartyKind.UNKNOWN))
        else:
            asked += [(name.text, one.kind) for name in one.names]
    passed = iter(index.search(asked, scores.least, bulk=bulk))
    found: dict[int, list[int]] = {}
    for place, one in enumerate(wanted):
        if isinstance(one, str):
            some = next(passed)
            if some and (numbers := [n for n in some if _reaches(index, one, PartyKind.UNKNOWN, n, scores)]):
                found[place] = numbers
        else:
            found[place] = _of_party(index, one, passed, scores)
    return found


def _of_party(index: NameIndex, one: Subject, passed: Iterator[list[int]], scores: NameScores) -> list[int]:
    """Return the names that may make a hit of a party; each of its names takes its turn of what passed."""
    numbers = {
        number
        for name in one.names
        for number in next(passed)
        if one.identifiers or _reaches(index, name.text, one.kind, number, scores)
    }
    return sorted(numbers)


def _reaches(index: NameIndex, name: str, kind: PartyKind, number: int, scores: NameScores) -> bool:
    listed = index.name(number)
    return may_reach(name, kind, listed.text, listed.kind, scores)


def _hits(
    subject: Subject,
    named: Iterable[tuple[OwnerT, Name]],
    listed: Listed[OwnerT],
    scores: NameScores,
    threshold: float,
) -> list[PartyHit[OwnerT]]:
    names: dict[OwnerT, set[Name]] = {}
    for owner, name in named:
        names.setdefault(owner, set()).add(name)
    for owner in listed.holding(subject) if subject.identifiers else ():
        names.setdefault(owner, set())
    hits = []
    for owner, some in names.items():
        known = listed.subject(owner, tuple(sorted(some, key=_primary_first)))
        scored = score(subject, known, scores)
        if scored.score >= threshold:
            hits.append(PartyHit(owner, scored))
    return sorted(hits, key=lambda hit: (-hit.scored.score, hit.scored.matched_name, str(hit.owner)))


def _primary_first(name: Name) -> tuple[bool, str, str, str]:
    return name.kind is not NameKind.PRIMARY, name.text, name.kind, name.quality
