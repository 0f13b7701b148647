"""Finds the listed parties of many parties asked for, as `check` finds those of one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from fasti.model.errors import UsageError
from fasti.model.subject import Subject
from fasti.screening.keys import Key, KeyKind, parse_key
from fasti.screening.name_v1 import score
from fasti.screening.search import Wanted
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

    def find(self, wanted: Collection[Wanted]) -> dict[Wanted, tuple[Found, ...] | str]:
        """Return the parties found for each, best first, or why it cannot be asked; no more than those.

        Args:
            wanted: Parties asked for, each once.
        """
        told: dict[Wanted, tuple[Found, ...] | str] = {}
        whose: list[Wanted] = []
        asked: list[Wanted] = []
        for one in wanted:
            if isinstance(one, str) and not _may_be_key(one):
                whose.append(one)
                asked.append(one)
                continue
            subject = Subject.named(one) if isinstance(one, str) else one
            keyed = self._by_keys(subject)
            if keyed:
                told[one] = keyed
            if not isinstance(keyed, str):
                whose.append(one)
                asked.append(_without_keys(subject))
        for place, found in self.matcher.find(asked, self.threshold).items():
            keyed = told.get(whose[place], ())
            told[whose[place]] = _best((*keyed, *found)) if keyed and not isinstance(keyed, str) else found
        return told

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
        return _best(found)


def _may_be_key(text: str) -> bool:
    last = text[-1:]
    if ":" not in text and not (last.isdigit() or last.isspace() or last in ("-", "")):
        return False  # a key without its scheme ends in a check digit
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
