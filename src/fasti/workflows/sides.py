"""The two sides of a comparison: what is visible from each, what its editions hold, and who is on the lists.

Only entries between which files or acts leave room for a difference are looked at.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from fasti.ledger.amending import Place
from fasti.ledger.evidence import Evidence
from fasti.ledger.parties import strong
from fasti.ledger.sketching import Sketch
from fasti.model.entry import Edition
from fasti.model.listing import ENTRIES, Listing, merge
from fasti.workflows.listings import Captioned, captions


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison.

    Attributes:
        evidence: What is visible from it; both sides share its rolls.
        editions: For each series and part, the newest admitted edition that holds the part.
        contents: For each series and part, in their order, entry to content in that edition, both by number.
        present: Caption and kind of the entries live then, among those that may differ.
    """

    evidence: Evidence
    editions: Mapping[Place, Edition]
    contents: Mapping[Place, Mapping[int, int]]
    present: Mapping[str, Captioned] = field(default_factory=dict)
    _sketched: dict[str, list[Sketch]] = field(default_factory=dict)

    def entries(self, keys: Collection[str]) -> set[int]:
        """Return the numbers of entries by key; those that no file has are left out."""
        numbers = self.evidence.rolls.numbers(keys)
        return {numbers[key] for key in keys if key in numbers}

    def fetch(self, keys: Iterable[str]) -> None:
        """Read what the editions say of many entries, sketched, at once."""
        held = self._held([key for key in keys if key not in self._sketched])
        sketches = self.evidence.rolls.sketches([content for some in held.values() for content in some])
        self._sketched.update({key: [sketches[content] for content in some] for key, some in held.items()})

    def sketches(self, key: str) -> list[Sketch]:
        """Return what the editions say of an entry, sketched, in the order of series and part."""
        if key not in self._sketched:
            self.fetch([key])
        return self._sketched[key]

    def strong(self, key: str) -> set[str]:
        """Return the strong identifiers that the editions give an entry."""
        return {found for one in self.sketches(key) if one.identifiers for found in strong(one.identifiers)}

    def listings(self, keys: Collection[str]) -> dict[str, Listing]:
        """Return what the editions say of entries; an empty listing of one that they do not have."""
        held = self._held(keys)
        listings = self.evidence.rolls.listings({content for some in held.values() for content in some})
        return {
            key: merge([listings[content] for content in some]) if some else Listing(key) for key, some in held.items()
        }

    def _held(self, keys: Collection[str]) -> dict[str, list[int]]:
        """Return by key the contents that the editions have of entries, in the order of series and part."""
        numbers, places = self.evidence.rolls.numbers(keys), list(self.contents.values())
        return {
            key: [] if (number := numbers.get(key)) is None else [held[number] for held in places if number in held]
            for key in keys
        }


def sides(earlier: Evidence, later: Evidence, lists: tuple[str, ...]) -> tuple[Side, Side]:
    """Return both sides of a comparison of lists.

    Args:
        earlier: What is visible from the earlier side.
        later: What is visible from the later one; they share their rolls from here on.
        lists: The lists compared.
    """
    later.rolls = earlier.rolls
    first, second = _held_at(earlier, lists), _held_at(later, lists)
    keys = _differing(first, second, lists)
    return replace(first, present=_present(earlier, lists, keys)), replace(second, present=_present(later, lists, keys))


def _held_at(evidence: Evidence, lists: tuple[str, ...]) -> Side:
    """Return what the newest editions of the lists' series hold."""
    editions: dict[Place, Edition] = {}
    for list_id in lists:
        at = evidence.view.at(list_id)
        for series in evidence.series_of(list_id):
            for edition in evidence.view.admitted(series):
                if edition.listed_at <= at:
                    editions |= {(series, part): edition for part in edition.parts()}
    contents = {place: evidence.rolls.held(*place, edition.order) for place, edition in sorted(editions.items())}
    return Side(evidence, editions, contents)


def _differing(first: Side, second: Side, lists: tuple[str, ...]) -> set[str]:
    """Return the keys of the entries that may differ: in content, in the edition that counts, or by an act."""
    entries: set[int] = set()
    for place in first.contents.keys() | second.contents.keys():
        was, now = (side.contents.get(place, {}) for side in (first, second))
        entries |= {entry for entry, _ in was.items() ^ now.items()}
    for list_id in lists:
        entries |= _newest(first, list_id) ^ _newest(second, list_id)
    keys = first.evidence.rolls.keys(entries)
    named = {key for side in (first, second) for list_id, key in side.evidence.acts.named if list_id in lists}
    return {keys[entry] for entry in entries} | named


def _newest(side: Side, list_id: str) -> frozenset[int]:
    """Return the entries of the edition that says who is on a list, of whichever series it is."""
    sequence = side.evidence.sequence(list_id, "")
    place = bisect_right(sequence.instants, side.evidence.view.at(list_id))
    if not place:
        return frozenset()
    edition = sequence.editions[place - 1]
    return frozenset(side.contents.get((edition.series, ENTRIES), {}))


def _present(evidence: Evidence, lists: tuple[str, ...], keys: Collection[str]) -> dict[str, Captioned]:
    present: dict[str, Captioned] = {}
    for list_id in lists:
        present.update(captions(evidence, list_id, keys))
    return present
