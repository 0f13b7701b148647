"""What whole lists are read from: rolls and sketches of a store, fetched once for any number of questions."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from fasti.ledger.sketching import Sketch
from fasti.ledger.store import Roll, Row, Store
from fasti.model.errors import LedgerError
from fasti.model.listing import ENTRIES, Listing


@dataclass(slots=True)
class Rolls:
    """The rolls of a store, as they are when first asked for.

    Attributes:
        store: Where they lie.
        placed: Where entries stand among editions, by series and order of these and by entry: see `glancing.py`.
    """

    store: Store
    placed: dict[tuple[tuple[str, str], ...], dict[int, list[tuple[int, int, int]]]] = field(default_factory=dict)
    _rolls: dict[tuple[str, str], Roll] = field(default_factory=dict)
    _held: dict[tuple[str, str, str], Mapping[int, int]] = field(default_factory=dict)
    _by_entry: dict[str, dict[int, list[Row]]] = field(default_factory=dict)
    _keys: dict[int, str] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)
    _sketches: dict[int, Sketch] = field(default_factory=dict)

    def roll(self, series: str, part: str = ENTRIES) -> Roll:
        """Return the spans of one part of a series."""
        if (series, part) not in self._rolls:
            self._rolls[series, part] = self.store.roll(series, part)
        return self._rolls[series, part]

    def held(self, series: str, part: str, order: str) -> Mapping[int, int]:
        """Return entry to content, of one part of a series, at the edition with an order."""
        place = (series, part, order)
        if place not in self._held:
            self._held[place] = self.roll(series, part).held(order)
        return self._held[place]

    def rows(self, series: str) -> Mapping[int, list[Row]]:
        """Return the spans of each entry in a series, of the part that says who is in it."""
        if series not in self._by_entry:
            found: dict[int, list[Row]] = defaultdict(list)
            for row in self.roll(series).rows:
                found[row[0]].append(row)
            self._by_entry[series] = dict(found)
        return self._by_entry[series]

    def keys(self, numbers: Iterable[int]) -> Mapping[int, str]:
        """Return the keys of entries by number, and those of others."""
        missing = {one for one in numbers if one not in self._keys}
        if missing:
            found = self.store.entry_keys(missing)
            self._keys.update(found)
            self._numbers.update({key: number for number, key in found.items()})
        return self._keys

    def numbers(self, keys: Iterable[str]) -> Mapping[str, int]:
        """Return the numbers of entries by key, and those of others; a key that no file has is left out."""
        missing = {key for key in keys if key not in self._numbers}
        if missing:
            found = self.store.entry_numbers(missing)
            self._numbers.update(found)
            self._keys.update({number: key for key, number in found.items()})
        return self._numbers

    def number(self, key: str) -> int | None:
        """Return the number of an entry; `None` if no file has it."""
        known = self._numbers.get(key)
        return self.numbers([key]).get(key) if known is None else known

    def sketch(self, content: int) -> Sketch:
        """Return the sketch of a content."""
        return self._sketches.get(content) or self.sketches([content])[content]

    def sketches(self, contents: Iterable[int]) -> Mapping[int, Sketch]:
        """Return sketches by the number of their content, and those of others.

        Raises:
            LedgerError: There is no such content.
        """
        missing = {one for one in contents if one not in self._sketches}
        if missing:
            self._sketches.update(_whole(missing, self.store.sketches(missing)))
        return self._sketches

    def listings(self, contents: Collection[int]) -> Mapping[int, Listing]:
        """Return listings by the number of their content; they are not kept.

        Raises:
            LedgerError: There is no such content.
        """
        found = self.store.listings(contents) if contents else {}
        return _whole(contents, found)


Read = TypeVar("Read")


def _whole(contents: Collection[int], found: Mapping[int, Read]) -> Mapping[int, Read]:
    """Return what was found if it is everything."""
    if not found.keys() >= set(contents):
        raise LedgerError("A span names a listing that is not stored: run `fasti verify`.")
    return found
