"""Search for many forms at once with the compiled kernel; its first use in a process loads it, the first ever compiles.

Threads share the arrays and have room of their own, so that searches run side by side.
"""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fasti.index.bounding import SPARE, Counters
from fasti.index.codes import LEVELS, code_floor
from fasti.index.kernel_data import FIXED, KNOWN, LETTER, LETTERED, BatchData, LimitsData, RoomData, ShelfData
from fasti.index.shelves import ShelfView
from fasti.index.spelling import PREFIX, deletions, hash_bytes
from fasti.index.wording import Form, Limits, Shelf, Sort, Wording
from fasti.model.errors import LedgerError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_JOINED = 3
"""The kernel runs so many neighbouring tokens together at most."""

TYPES = {"B": "uint8", "H": "uint16", "I": "uint32", "Q": "uint64", "q": "int64", "f": "float32"}


def as_array(view: memoryview) -> "NDArray[Any]":
    """Return a numpy view of an array of the index."""
    import numpy as np

    return np.frombuffer(view, TYPES[view.format])


def limits_data(limits: Limits, view: ShelfView) -> LimitsData:
    """Return the limits of a shelf as tables, with what its arrays have in common.

    Raises:
        LedgerError: More tokens may be run together than the kernel can.
    """
    import numpy as np

    if limits.most_joined > MOST_JOINED:
        raise LedgerError(f"The scorer runs {limits.most_joined} words together, and the index at most {MOST_JOINED}.")
    most = max(limits.edits)
    longest = max(map(len, (*limits.likeness, *limits.hard)))
    likeness = [[row[min(size, len(row) - 1)] for size in range(longest)] for row in limits.likeness[: most + 1]]
    hard = [[_hard(limits, edits, size) for size in range(longest)] for edits in range(most + 1)]
    masks: list[int] = []
    ends = np.zeros((PREFIX + 1, most + 1), np.int64)
    for size in range(PREFIX + 1):
        for edits in range(most + 1):
            ends[size, edits] = len(masks) + len(deletions(size, edits))
        masks += deletions(size, most)
    floors = np.array([code_floor(code) for code in range(LEVELS + 1)])
    return LimitsData(
        np.array(limits.edits, np.int64),
        np.array(likeness, np.float64),
        np.array(hard, np.float64),
        np.uint64(sum(1 << (ord(letter) - ord("a")) for letter in limits.vowels)),
        float(limits.other_first),
        float(limits.least),
        float(limits.known),
        np.array(masks, np.int64),
        ends,
        float(limits.initial),
        float(limits.joined),
        limits.most_joined,
        float(as_array(view.unit_weight).max(initial=np.float32(0.0))),
        floors,
        np.uint64((len(view.spelled_start) - 1).bit_length() - 1),
        int((as_array(view.token_head) & np.uint64(0xFFFF)).max(initial=np.uint64(1))),
        np.array([_bits(styles) for styles in limits.meets], np.int64),
    )


def _hard(limits: Limits, edits: int, size: int) -> float:
    row = (limits.hard or limits.likeness)[edits]
    return row[min(size, len(row) - 1)]


def _bits(places: Iterable[int]) -> int:
    return sum(1 << place for place in places)


def flags_of(sort: Sort) -> int:
    """Return the flags of units of a sort."""
    said = (sort.fixed, sort.known, sort.letter, sort.lettered)
    return sum(flag for flag, holds in zip((FIXED, KNOWN, LETTER, LETTERED), said, strict=True) if holds)


def held_down(limits: Limits, threshold: float) -> "NDArray[np.bool_]":
    """Return for each two sets of rules that units of either side break alone whether they keep from a threshold."""
    import numpy as np

    sets = [frozenset(rule for rule in range(len(limits.alone)) if mask >> rule & 1) for mask in range(1 << len(limits.alone))]
    least = threshold - SPARE
    return np.array([[limits.most_alone(mine, theirs) < least for theirs in sets] for mine in sets], np.bool_)


@dataclass(slots=True)
class Packer:
    """Packs forms for the kernel; remembers the keys of tokens.

    Attributes:
        wording: Whose keys.
        shelf: On which shelf.
    """

    wording: Wording
    shelf: Shelf
    _sorts: list[tuple[int, int, int]] = field(init=False)
    _keys: dict[tuple[str, int], tuple[tuple[int, float, bool], ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Note what each sort is in numbers."""
        sorts = self.wording.limits(self.shelf).sorts
        self._sorts = [(flags_of(sort), _bits(sort.rules), sort.edits) for sort in sorts]

    def pack(self, forms: Sequence[Form]) -> BatchData:
        """Return a batch of these forms."""
        import numpy as np

        tokens: dict[tuple[str, int], int] = {}
        starts = [0]
        units = [unit for form in forms for unit in form.units]
        for form in forms:
            starts.append(starts[-1] + len(form.units))
        places = [tokens.setdefault((unit.token, unit.sort), len(tokens)) for unit in units]
        keys = [self._of(*token) for token in tokens]
        flat = [key for some in keys for key in some]
        return BatchData(
            np.frombuffer("".join(token for token, _ in tokens).encode("ascii"), np.uint8),
            _starts([len(token) for token, _ in tokens]),
            np.array([self._sorts[sort][2] for _, sort in tokens], np.int64),
            _starts([len(some) for some in keys]),
            np.array([key for key, _, _ in flat], np.uint64),
            np.array([most for _, most, _ in flat], np.float64),
            np.array([sure for _, _, sure in flat], np.bool_),
            np.array(starts, np.int64),
            np.array([form.style for form in forms], np.int64),
            np.array(places, np.int64),
            np.array([unit.weight for unit in units], np.float64),
            np.array([unit.least for unit in units], np.float64),
            np.array([self._sorts[unit.sort][0] for unit in units], np.uint8),
            np.array([self._sorts[unit.sort][1] for unit in units], np.uint8),
        )

    def _of(self, token: str, sort: int) -> tuple[tuple[int, float, bool], ...]:
        known = self._keys.get((token, sort))
        if known is None:
            if len(self._keys) >= REMEMBERED:
                self._keys.clear()
            sought = self.wording.keys(token, sort, self.shelf).sought
            known = tuple((hash_bytes(key.text.encode()), key.likeness, key.sure) for key in sought)
            self._keys[token, sort] = known
        return known


REMEMBERED = 100_000
"""Tokens whose keys are remembered."""


def _by_sort(figures: list[int], sorts: "NDArray[Any]") -> "NDArray[np.uint8]":
    import numpy as np

    return np.array(figures, np.uint8)[sorts]


def _starts(counts: list[int]) -> "NDArray[np.int64]":
    import numpy as np

    starts = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


@dataclass(slots=True)
class BulkShelf:
    """One shelf of one segment, ready for the kernel.

    Attributes:
        view: Its arrays.
        wording: The scorer's.
        shelf: Which one.
    """

    view: ShelfView
    wording: Wording
    shelf: Shelf
    _data: ShelfData = field(init=False)
    _limits: LimitsData = field(init=False)
    _packer: Packer = field(init=False)
    _held_down: "dict[float, NDArray[np.bool_]]" = field(default_factory=dict)
    _rooms: threading.local = field(default_factory=threading.local)

    def __post_init__(self) -> None:
        """Take the arrays as numpy's."""
        limits = self.wording.limits(self.shelf)
        sorts = as_array(self.view.unit_sort)
        self._data = ShelfData(
            *(as_array(getattr(self.view, name)) for name in ShelfData._fields[:-2]),
            _by_sort([flags_of(sort) for sort in limits.sorts], sorts),
            _by_sort([_bits(sort.rules) for sort in limits.sorts], sorts),
        )
        self._limits = limits_data(limits, self.view)
        self._packer = Packer(self.wording, self.shelf)

    def passing(self, forms: Sequence[Form], threshold: float, counters: Counters | None = None) -> list[list[int]]:
        """Return for each form the listed forms that could reach the threshold, in order."""
        from fasti.index.kernel_search import search

        if not forms or not self.view.forms:
            return [[] for _ in forms]
        batch = self._packer.pack(forms)
        lettered = self.view.first_lettered
        starts, found, work = search(self._data, self._limits, batch, self._room(), threshold, self._held(threshold), lettered)
        if counters is not None:
            _tell(counters, work.tolist())
        places, listed = starts.tolist(), found.tolist()
        return [sorted(listed[places[at] : places[at + 1]]) for at in range(len(forms))]

    def _held(self, threshold: float) -> "NDArray[np.bool_]":
        if threshold not in self._held_down:
            self._held_down[threshold] = held_down(self.wording.limits(self.shelf), threshold)
        return self._held_down[threshold]

    def _room(self) -> RoomData:
        import numpy as np

        held: RoomData | None = getattr(self._rooms, "room", None)
        if held is None:
            tokens = len(self._data.token_head)
            held = self._rooms.room = RoomData(
                as_array(self.view.form_code).astype(np.uint16),
                np.full(tokens, -1, np.int32),
                np.zeros(tokens // 64 + 1, np.uint64),
                np.empty(self.view.forms + 1, np.uint32),
                np.full(tokens, -1, np.int32),
                np.empty(tokens + 1, np.int32),
                np.empty(tokens + 1, np.float64),
                np.empty(tokens + 1, np.float64),
                np.zeros(256, np.uint64),
                np.zeros(256, np.int32),
            )
        return held


def _tell(counters: Counters, work: Sequence[int]) -> None:
    counters.ways += work[0]
    counters.postings += work[1]
    counters.looked_at += work[2]
    counters.passed += work[3]
