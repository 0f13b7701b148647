"""Finds the listed parties of many parties asked for, as `check` finds those of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fasti.ledger.evidence import Evidence
from fasti.model.errors import UsageError
from fasti.model.subject import Subject
from fasti.screening.keys import Key, KeyKind
from fasti.screening.search import search
from fasti.workflows.asking import Found, by_key, find_parties

LEAST = 0.05
"""Score below which two parties have nothing to do with each other."""


@dataclass(frozen=True, slots=True)
class Finder:
    """The names of one ledger at one vantage.

    Attributes:
        evidence: What is visible.
        threshold: Least score of a name match.
    """

    evidence: Evidence
    threshold: float

    def find(self, subjects: Sequence[Subject]) -> dict[Subject, tuple[Found, ...] | str]:
        """Return the parties found for each, best first, or why it cannot be asked."""
        return {subject: self._one(subject) for subject in subjects}

    def _one(self, subject: Subject) -> tuple[Found, ...] | str:
        best: dict[frozenset[str], Found] = {}
        try:
            for found in self._each(subject):
                if found.keys not in best or found.match.score > best[found.keys].match.score:
                    best[found.keys] = found
        except UsageError as error:
            return str(error)
        return tuple(sorted(best.values(), key=lambda one: (-one.match.score, sorted(one.keys))))

    def _each(self, subject: Subject) -> Iterator[Found]:
        for name in subject.names:
            yield from find_parties(self.evidence, name.text, self.threshold)
        for one in subject.identifiers:
            yield from by_key(self.evidence, Key(one.scheme, one.value, KeyKind.IDENTIFIER))


def agreement(query: Subject, listed: Subject) -> float:
    """Return how far two parties agree by the scorer in use, no ledger asked; the best over their names."""
    handed = [(0, name) for name in listed.names]
    found = (hit.score for name in query.names for hit in search(None, name.text, LEAST, handed))
    return max(found, default=0.0)
