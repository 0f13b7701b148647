"""Search for many forms at once with the compiled kernel; its first use in a process loads it, the first ever compiles.

Threads share the arrays and have room of their own, so that searches run side by side.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fasti.index.bounding import Counters
from fasti.index.codes import LEVELS, code_floor
from fasti.index.kernel_data import BatchData, LimitsData, RoomData, ShelfData
from fasti.index.shelves import ShelfView
from fasti.index.spelling import PREFIX, deletions, hash_bytes
from fasti.index.wording import Form, Limits, Shelf, Wording
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
    longest = max(map(len, limits.likeness))
    likeness = [[limits.likeness_of(edits, size) for size in range(longest)] for edits in range(most + 1)]
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
        np.array(masks, np.int64),
        ends,
        float(limits.initial),
        float(limits.joined),
        limits.most_joined,
        float(as_array(view.unit_weight).max(initial=np.float32(0.0))),
        floors,
        np.uint64((len(view.spelled_start) - 1).bit_length() - 1),
        int((as_array(view.token_head) & np.uint64(0xFFFF)).max(initial=np.uint64(1))),
        np.array([(one.above, one.one, one.both) for one in limits.alone], np.float64).reshape(-1, 3),
    )


@dataclass(slots=True)
class Packer:
    """Packs forms for the kernel; remembers the keys of tokens.

    Attributes:
        wording: Whose keys.
        shelf: On which shelf.
    """

    wording: Wording
    shelf: Shelf
    _keys: dict[str, tuple[tuple[int, float], ...]] = field(default_factory=dict)

    def pack(self, forms: Sequence[Form]) -> BatchData:
        """Return a batch of these forms."""
        import numpy as np

        tokens: dict[str, int] = {}
        places, weights, least, starts = [], [], [], [0]
        for form in forms:
            for unit in form:
                places.append(tokens.setdefault(unit.token, len(tokens)))
                weights.append(unit.weight)
                least.append(unit.least)
            starts.append(len(places))
        keys = [self._of(token) for token in tokens]
        flat = [key for some in keys for key in some]
        return BatchData(
            np.frombuffer("".join(tokens).encode("ascii"), np.uint8),
            _starts([len(token) for token in tokens]),
            _starts([len(some) for some in keys]),
            np.array([key for key, _ in flat], np.uint64),
            np.array([most for _, most in flat], np.float64),
            np.array(starts, np.int64),
            np.array(places, np.int64),
            np.array(weights, np.float64),
            np.array(least, np.float64),
        )

    def _of(self, token: str) -> tuple[tuple[int, float], ...]:
        known = self._keys.get(token)
        if known is None:
            if len(self._keys) >= REMEMBERED:
                self._keys.clear()
            found = self.wording.keys(token, self.shelf)
            known = self._keys[token] = tuple((hash_bytes(key.encode()), most) for key, most in found)
        return known


REMEMBERED = 100_000
"""Tokens whose keys are remembered."""


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
    _rooms: threading.local = field(default_factory=threading.local)

    def __post_init__(self) -> None:
        """Take the arrays as numpy's."""
        self._data = ShelfData(*(as_array(getattr(self.view, name)) for name in ShelfData._fields))
        self._limits = limits_data(self.wording.limits(self.shelf), self.view)
        self._packer = Packer(self.wording, self.shelf)

    def passing(self, forms: Sequence[Form], threshold: float, counters: Counters | None = None) -> list[list[int]]:
        """Return for each form the listed forms that could reach the threshold, in order."""
        from fasti.index.kernel_search import search

        if not forms or not self.view.forms:
            return [[] for _ in forms]
        batch = self._packer.pack(forms)
        lettered = self.view.first_lettered
        starts, found, work = search(self._data, self._limits, batch, self._room(), threshold, lettered)
        if counters is not None:
            _tell(counters, work.tolist())
        places, listed = starts.tolist(), found.tolist()
        return [sorted(listed[places[at] : places[at + 1]]) for at in range(len(forms))]

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
            )
        return held


def _tell(counters: Counters, work: Sequence[int]) -> None:
    counters.ways += work[0]
    counters.postings += work[1]
    counters.looked_at += work[2]
    counters.passed += work[3]
