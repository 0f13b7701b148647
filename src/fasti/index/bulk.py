"""Search for many forms at once with the compiled kernel; its first use in a process loads it, the first ever compiles.

Threads share the arrays and have room of their own, so that searches run side by side.
"""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from fasti.index.bounding import Counters
from fasti.index.figures import PREFIX
from fasti.index.kernel_data import LimitsData, RoomData, ShelfData
from fasti.index.kernel_inputs import counted_forms, held_down, limits_data, unit_marks
from fasti.index.kernel_tables import form_codes, shelf_data
from fasti.index.packing import Packer
from fasti.index.shelves import ShelfView
from fasti.index.wording import Form, Shelf, Wording

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


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
        self._data = shelf_data(limits, self.view)
        self._limits = limits_data(limits, self.view)
        self._packer = Packer(self.wording, self.shelf)

    def found(
        self, forms: Sequence[Form], threshold: float, counters: Counters | None = None
    ) -> Iterator[tuple[int, int]]:
        """Yield each listed form that could reach the threshold, behind the place of the form asked."""
        from fasti.index.kernel_search import search

        if not forms or not self.view.forms:
            return
        batch = self._packer.pack(forms)
        lettered, held = self.view.first_lettered, self._held(threshold)
        starts, found, work = search(self._data, self._limits, batch, self._room(), threshold, held, lettered)
        if counters is not None:
            _tell(counters, work.tolist())
        if not len(found):
            return
        listed = found.tolist()
        for place, (first, end) in enumerate(pairwise(starts.tolist())):
            for at in range(first, end):
                yield place, listed[at]

    def _held(self, threshold: float) -> "NDArray[np.bool_]":
        if threshold not in self._held_down:
            self._held_down[threshold] = held_down(self.wording.limits(self.shelf), threshold)
        return self._held_down[threshold]

    def _room(self) -> RoomData:
        import numpy as np

        held: RoomData | None = getattr(self._rooms, "room", None)
        if held is None:
            tokens, longest = len(self._data.token_head), self._limits.longest
            held = self._rooms.room = RoomData(
                sums=form_codes(self.view, self._data.form_least)
                | counted_forms(self.view, self._data.units) << np.uint32(24),
                chain=np.full(tokens, -1, np.int32),
                seen=np.zeros(tokens // 64 + 1, np.uint64),
                found=np.empty(self.view.forms + 1, np.uint32),
                slot=np.full(tokens, -1, np.int32),
                near=np.empty(tokens + 1, np.int32),
                sure=np.empty(tokens + 1, np.float64),
                loose=np.empty(tokens + 1, np.float64),
                parts=np.empty((longest**2 + 1, 4), np.int32),
                places=np.zeros(256, np.uint64),
                tally=np.zeros(256, np.int32),
                run=np.empty(longest + 1, np.uint8),
                hashes=np.empty(1 << PREFIX, np.uint64),
                marks=unit_marks(self._data.units),
            )
        return held


def _tell(counters: Counters, work: Sequence[int]) -> None:
    counters.ways += work[0]
    counters.postings += work[1]
    counters.looked_at += work[2]
    counters.passed += work[3]
