"""Decide which listed parties are hits of the parties asked for: found by the index, scored by the scorer, explained.

The index gives every name that could reach the threshold, so the hits are those that scoring everybody would give.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Generic, Protocol, TypeVar

from fasti.index.names import NameIndex
from fasti.model.identity import Name, NameKind, PartyKind
from fasti.model.subject import Subject
from fasti.model.values import dataclass
from fasti.screening.name_v1 import Scored, may_reach, score

OwnerT = TypeVar("OwnerT")


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

    def subject(self, owner: OwnerT) -> Subject:
        """Return what is known of an owner; its names do not matter."""
        ...


def search(
    index: NameIndex,
    listed: Listed[OwnerT],
    subjects: Sequence[Subject],
    threshold: float,
    *,
    bulk: bool | None = None,
) -> list[list[PartyHit[OwnerT]]]:
    """Return for each party asked for the listed parties that reach the threshold, best first.

    A listed party is scored with those of its names that reach the threshold: no other name raises its score to it.
    Where an identifier may decide, it is scored with all that could, so that the explanation has the best of them.

    Args:
        index: Names.
        listed: Their owners.
        subjects: Parties asked for.
        threshold: Least score, above 0 and at most 1.
        bulk: As `NameIndex.search` takes it.
    """
    asked = [(name.text, subject.kind) for subject in subjects for name in subject.names]
    found = iter(index.search(asked, threshold, bulk=bulk))
    numbers = [
        sorted(
            {
                number
                for name in subject.names
                for number in next(found)
                if subject.identifiers or _reaches(index, name, subject.kind, number, threshold)
            }
        )
        for subject in subjects
    ]
    owners = listed.named({number for some in numbers for number in some})
    return [
        _hits(subject, [pair for number in some for pair in owners.get(number, ())], listed, threshold)
        for subject, some in zip(subjects, numbers, strict=True)
    ]


def _reaches(index: NameIndex, name: Name, kind: PartyKind, number: int, threshold: float) -> bool:
    listed = index.name(number)
    return may_reach(name, kind, listed.text, listed.kind, threshold)


def _hits(
    subject: Subject,
    named: Iterable[tuple[OwnerT, Name]],
    listed: Listed[OwnerT],
    threshold: float,
) -> list[PartyHit[OwnerT]]:
    names: dict[OwnerT, set[Name]] = {}
    for owner, name in named:
        names.setdefault(owner, set()).add(name)
    for owner in listed.holding(subject) if subject.identifiers else ():
        names.setdefault(owner, set())
    hits = []
    for owner, some in names.items():
        known = replace(listed.subject(owner), names=tuple(sorted(some, key=_primary_first)))
        scored = score(subject, known)
        if scored.score >= threshold:
            hits.append(PartyHit(owner, scored))
    return sorted(hits, key=lambda hit: (-hit.scored.score, hit.scored.matched_name, str(hit.owner)))


def _primary_first(name: Name) -> tuple[bool, str, str, str]:
    return name.kind is not NameKind.PRIMARY, name.text, name.kind, name.quality
