"""Finds the listed parties of many parties asked for, as `check` finds those of one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from fasti.model.errors import UsageError
from fasti.model.subject import Subject
from fasti.model.values import dataclass
from fasti.screening.keys import Key, KeyKind, parse_key
from fasti.screening.name_v1 import score
from fasti.workflows.asking import by_key, find_parties
from fasti.workflows.matching import Found, Matcher


@dataclass(frozen=True, slots=True)
class Finder:
    """The names of one ledger at one vantage.

    Attributes:
        matcher: Finds parties by name.
        threshold: Least score of a name match.
    """

    matcher: Matcher
    threshold: float

    def find(self, subjects: Sequence[Subject]) -> dict[Subject, tuple[Found, ...] | str]:
        """Return the parties found for each, best first, or why it cannot be asked."""
        by_keys = {subject: self._by_keys(subject) for subject in subjects}
        named = [subject for subject, found in by_keys.items() if not isinstance(found, str)]
        by_names = self.matcher.find([_without_keys(subject) for subject in named], self.threshold)
        joined = {one: _best((*by_keys[one], *found)) for one, found in zip(named, by_names, strict=True)}
        return {subject: joined.get(subject, found) for subject, found in by_keys.items()}

    def _by_keys(self, subject: Subject) -> tuple[Found, ...] | str:
        """Return the parties that identifiers find, and keys given in place of names."""
        found: list[Found] = []
        try:
            for name in subject.names:
                if _may_be_key(name.text):
                    found += find_parties(self.matcher, name.text, self.threshold)
            for one in () if subject.names else subject.identifiers:
                found += by_key(self.matcher.evidence, Key(one.scheme, one.value, KeyKind.IDENTIFIER))
        except UsageError as error:
            return str(error)
        return tuple(found)


def _may_be_key(text: str) -> bool:
    return not text.strip() or ":" in text or parse_key(text) is not None


def _without_keys(subject: Subject) -> Subject:
    return replace(subject, names=tuple(name for name in subject.names if not _may_be_key(name.text)))


def _best(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return each party once, with its best match, best first."""
    best: dict[frozenset[str], Found] = {}
    for one in sorted(found, key=lambda one: (-one.match.score, sorted(one.keys))):
        best.setdefault(one.keys, one)
    return tuple(best.values())


def agreement(query: Subject, listed: Subject) -> float:
    """Return how far two parties agree by the scorer in use, no ledger asked."""
    return score(query, listed).score
