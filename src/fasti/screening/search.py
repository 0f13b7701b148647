"""Decide which listed parties are hits of the parties asked for: found by the index, scored by the scorer, explained.

The index gives every name that could reach the threshold, so the hits are those that scoring everybody would give.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from fasti.index.names import NameIndex
from fasti.model.identity import Name, NameKind
from fasti.model.subject import Subject
from fasti.screening.name_v1 import Scored, score

OwnerT = TypeVar("OwnerT")

Score = Callable[[Subject, Subject], Scored]
"""A scorer of parties whose wording the index was built with."""


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
    score_parties: Score = score,
) -> list[list[PartyHit[OwnerT]]]:
    """Return for each party asked for the listed parties that reach the threshold, best first.

    A listed party is scored with those of its names that could reach the threshold: no other name raises its score.

    Args:
        index: Names.
        listed: Their owners.
        subjects: Parties asked for.
        threshold: Least score, above 0 and at most 1.
        bulk: As `NameIndex.search` takes it.
        score_parties: The scorer.
    """
    asked = [(name.text, subject.kind) for subject in subjects for name in subject.names]
    found = iter(index.search(asked, threshold, bulk=bulk))
    numbers = [sorted({number for _ in subject.names for number in next(found)}) for subject in subjects]
    owners = listed.named({number for some in numbers for number in some})
    return [
        _hits(subject, [pair for number in some for pair in owners.get(number, ())], listed, threshold, score_parties)
        for subject, some in zip(subjects, numbers, strict=True)
    ]


def _hits(
    subject: Subject,
    named: Iterable[tuple[OwnerT, Name]],
    listed: Listed[OwnerT],
    threshold: float,
    score_parties: Score,
) -> list[PartyHit[OwnerT]]:
    names: dict[OwnerT, set[Name]] = {}
    for owner, name in named:
        names.setdefault(owner, set()).add(name)
    for owner in listed.holding(subject) if subject.identifiers else ():
        names.setdefault(owner, set())
    hits = []
    for owner, some in names.items():
        known = replace(listed.subject(owner), names=tuple(sorted(some, key=_primary_first)))
        scored = score_parties(subject, known)
        if scored.score >= threshold:
            hits.append(PartyHit(owner, scored))
    return sorted(hits, key=lambda hit: (-hit.scored.score, hit.scored.matched_name, str(hit.owner)))


def _primary_first(name: Name) -> tuple[bool, str, str, str]:
    return name.kind is not NameKind.PRIMARY, name.text, name.kind, name.quality
