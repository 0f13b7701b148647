"""Finds the listed parties of the parties asked for, by name and by identifier, as a vantage shows them.

The index answers for every vantage; what was not public at this one is left out here, and what is known of a party is
folded once and kept.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from fasti.index.names import NameIndex
from fasti.index.owners import Owners
from fasti.index.surveying import seconds
from fasti.ledger.act_index import EntryRef
from fasti.ledger.binding import bindings
from fasti.ledger.evidence import Evidence
from fasti.ledger.histories import brief_history
from fasti.ledger.parties import Folding, component, node
from fasti.model.answer import MatchView
from fasti.model.history import EntryHistory
from fasti.model.identity import Name
from fasti.model.subject import Subject
from fasti.model.vantage import Vantage
from fasti.screening.search import PartyHit, Wanted, search
from fasti.screening.subjects import subject_of
from fasti.sources.ftm.countries import country_code
from fasti.workflows.indexing import Tell, names_of
from fasti.workflows.opening import Ledger

REMEMBERED = 1 << 12
"""Entries of which the history is remembered, to tell what was found of what was just compared."""
LISTINGS = 1 << 11
"""Listings after which what was read is let go between two questions; some 4 kB each with what was told of them, and
quick to read again."""
WESTERN = "Etc/GMT+12"
"""Where a day ends last."""


@dataclass(frozen=True, slots=True)
class Found:
    """A party that matched: its keys and how."""

    keys: frozenset[str]
    match: MatchView


def known_by(vantage: Vantage) -> int:
    """Return the last instant of publication that counts in any zone, in seconds since 1970."""
    return seconds(vantage.known_until(WESTERN))


@dataclass(slots=True)
class VisibleNames:
    """Whose the names of an index are at a vantage; a `fasti.screening.search.Listed`.

    Attributes:
        index: The index.
        owners: Its table of owners.
        evidence: What is visible.
        known: Last instant of publication that may count, in seconds since 1970.
        fold: Folds one entry.
    """

    index: NameIndex
    owners: Owners
    evidence: Evidence
    known: int
    fold: Folding = brief_history
    _named: dict[int, list[tuple[str, Name]]] = field(default_factory=dict)
    _under: Mapping[tuple[str, str], str] | None = None
    _subjects: dict[tuple[str, tuple[Name, ...]], Subject] = field(default_factory=dict)

    def named(self, numbers: Collection[int]) -> dict[int, list[tuple[str, Name]]]:
        """Return for each name who may be found by it: keys of entries, with the name as published."""
        fresh = [number for number in numbers if number not in self._named]
        rows = {number: [*self._rows(number)] for number in fresh}
        self.evidence.preload(key for some in rows.values() for key, _, _ in some)
        for number, some in rows.items():
            text = self.index.name(number).text
            self._named[number] = [(key, name) for key, content, name in some if self._shows(key, content)]
            self._named[number] += self._named_by_acts(number, text)
        return {number: self._named[number] for number in numbers}

    def forget(self) -> None:
        """Let go of what was told of names so far."""
        self._named.clear()
        self._subjects.clear()

    def _rows(self, number: int) -> Iterable[tuple[str, str, Name]]:
        text = self.index.name(number).text
        for owner in self.owners.of(number):
            for entry in owner.entries:
                if self.owners.may_be_known(entry, self.known):
                    yield self.owners.key(entry), owner.content, Name(text, owner.kind, owner.quality)

    def _shows(self, key: str, content: str) -> bool:
        return any(span.content == content for span in self.evidence.spans(key))

    def _named_by_acts(self, number: int, text: str) -> Iterable[tuple[str, Name]]:
        for list_id, key in self.owners.named_by_acts(number):
            ref = (list_id, self._bound().get((list_id, key), key))
            party = self.evidence.acts.named.get(ref)
            for name in party.names if party is not None else ():
                if name.text == text:
                    yield node(ref), name

    def _bound(self) -> Mapping[tuple[str, str], str]:
        """Return the file key of each entry that acts name by a slug and a decision binds to a file's row."""
        if self._under is None:
            self._under = bindings(self.evidence.view.decisions)
        return self._under

    def holding(self, subject: Subject) -> Iterable[str]:
        """Return the keys of entries that ever had an identifier of a party."""
        for one in subject.identifiers:
            for _, key in self.evidence.store.keys_by_identifier(one.scheme, one.value):
                if self.evidence.spans(key):
                    yield key
        wanted = {(one.scheme, one.value.upper()) for one in subject.identifiers}
        for ref, party in self.evidence.acts.named.items():
            if wanted & {(one.scheme, one.value.upper()) for one in party.identifiers}:
                yield node(ref)

    def subject(self, owner: str, names: tuple[Name, ...]) -> Subject:
        """Return what the lists say of an entry at the vantage, with some of its names alone."""
        known = self._subjects.get((owner, names))
        if known is None:
            known = self._subjects[owner, names] = replace(self._folded(owner), names=names)
        return known

    def _folded(self, owner: str) -> Subject:
        list_id, slash, key = owner.partition("/")
        refs = [(list_id, key)] if slash and (list_id, key) in self.evidence.acts.named else []
        refs = refs or [(one, owner) for one in sorted(self.evidence.lists_of(owner))]
        histories = [self.fold(self.evidence, ref) for ref in refs]
        listings = [one.listing for one in histories if one.listing is not None]
        return subject_of(listings[-1], country_code) if listings else Subject()


@dataclass(slots=True)
class Matcher:
    """A ledger at a vantage, ready to be asked who a party is; the index is opened when a name is asked for.

    Attributes:
        ledger: Open.
        evidence: What is visible.
        tell: Told in words what takes time, if the index must be made first.
    """

    ledger: Ledger
    evidence: Evidence
    tell: Tell | None = None
    _names: VisibleNames | None = None
    _folded: dict[EntryRef, EntryHistory] = field(default_factory=dict)
    _components: dict[str, frozenset[str]] = field(default_factory=dict)

    def find(
        self, wanted: Sequence[Wanted], threshold: float, *, bulk: bool | None = None
    ) -> dict[int, tuple[Found, ...]]:
        """Return the listed parties that reach the threshold, best first, by the place of whom they may be.

        Whoever is like nobody listed is left out.

        Args:
            wanted: Names, and what else is known.
            threshold: Least score, above 0 and at most 1.
            bulk: As `fasti.index.names.NameIndex.search` takes it.
        """
        names = self.names()
        if len(self.evidence.contents()) > LISTINGS:
            self._forget(names)
        found = search(names.index, names, wanted, threshold, bulk=bulk)
        return {place: self._parties(hits) for place, hits in found.items()}

    def names(self) -> VisibleNames:
        """Return the names of the ledger as the vantage shows them.

        Raises:
            LedgerError: The ledger is damaged.
        """
        if self._names is None:
            index = names_of(self.ledger, self.tell)
            known = known_by(self.evidence.view.vantage)
            self._names = VisibleNames(index, index.owners_at_hand(), self.evidence, known, self.brief)
        return self._names

    def _forget(self, names: VisibleNames) -> None:
        """Let go of what was read of parties, so that a long run needs no more memory than a short one."""
        self.evidence.forget()
        names.forget()
        self._folded.clear()
        self._components.clear()

    def brief(self, evidence: Evidence, ref: EntryRef) -> EntryHistory:
        """Fold one entry, once while it is remembered; a `fasti.ledger.parties.Folding`."""
        found = self._folded.get(ref)
        if found is None:
            if len(self._folded) >= REMEMBERED:
                self._folded.clear()
            found = self._folded[ref] = brief_history(evidence, ref)
        return found

    def _parties(self, hits: Iterable[PartyHit[str]]) -> tuple[Found, ...]:
        """Join the entries of one party, which has the score of the best of them."""
        best: dict[frozenset[str], MatchView] = {}
        for hit in hits:
            scored = hit.scored
            match = MatchView(round(scored.score, 6), scored.matched_name, scored.explanation)
            best.setdefault(self._component(hit.owner), match)
        found = [Found(keys, match) for keys, match in best.items()]
        return tuple(sorted(found, key=lambda one: (-one.match.score, sorted(one.keys))))

    def _component(self, key: str) -> frozenset[str]:
        known = self._components.get(key)
        if known is None:
            known = component(self.evidence, [key])
            self._components |= dict.fromkeys((key, *known), known)
        return known
