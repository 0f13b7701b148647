"""Packs the forms of queries for the kernel: what it must know of each token is worked out once, and kept."""

import threading
from collections.abc import Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from fasti.index.drafting import check_length
from fasti.index.kernel_data import ASKED_FIELDS, KEY_FIELDS, TOKEN_FIELDS, BatchData
from fasti.index.kernel_inputs import bits_of, flags_of
from fasti.index.spelling import hash_bytes
from fasti.index.wording import Form, Shelf, Unit, Wording

if TYPE_CHECKING:
    from numpy.typing import NDArray

REMEMBERED = 200_000
"""Units that are kept; with more, what is kept is forgotten."""


class Growing:
    """An array that grows at its end; what was taken of it stays as it was."""

    __slots__ = ("_held", "_room")

    def __init__(self, kind: object) -> None:
        """Begin with nothing; `kind` is a type of numpy's."""
        import numpy as np

        self._room: NDArray[Any] = np.empty(1024, np.dtype(kind))  # type: ignore[call-overload]
        self._held = 0

    def __len__(self) -> int:
        """Return how many elements it holds."""
        return self._held

    def append(self, value: object) -> None:
        """Add an element."""
        self._make_room(1)
        self._room[self._held] = value
        self._held += 1

    def extend(self, text: bytes) -> None:
        """Add the bytes of a text."""
        import numpy as np

        self._make_room(len(text))
        self._room[self._held : self._held + len(text)] = np.frombuffer(text, np.uint8)
        self._held += len(text)

    def _make_room(self, more: int) -> None:
        import numpy as np

        end = self._held + more
        if end > len(self._room):
            larger = np.empty(2 * end, self._room.dtype)
            larger[: self._held] = self._room[: self._held]
            self._room = larger

    def view(self) -> "NDArray[Any]":
        """Return what it holds now."""
        return self._room[: self._held]


class Packer:
    """Packs forms for the kernel; threads may share it."""

    __slots__ = ("_keys", "_lock", "_places", "_row_of", "_rows", "_shelf", "_text", "_tokens", "_units", "_wording")

    def __init__(self, wording: Wording, shelf: Shelf) -> None:
        """Pack by the keys of a wording on a shelf."""
        self._wording, self._shelf = wording, shelf
        self._lock = threading.Lock()
        self._forget()

    def _forget(self) -> None:
        self._places: dict[Unit, int] = {}
        self._rows: dict[tuple[str, int], int] = {}
        self._row_of: list[int] = []
        self._units, self._tokens = Growing([*ASKED_FIELDS]), Growing([*TOKEN_FIELDS])
        self._keys, self._text = Growing([*KEY_FIELDS]), Growing("u1")

    def pack(self, forms: Sequence[Form]) -> BatchData:
        """Return a batch of these forms.

        Raises:
            LedgerError: A form is too long.
        """
        import numpy as np

        sizes = [len(form.units) for form in forms]
        check_length(max(sizes, default=0))
        units = [*chain.from_iterable([form.units for form in forms])]
        with self._lock:
            if len(self._places) >= REMEMBERED:
                self._forget()
            places = self._found(units)
            rows = [*map(self._row_of.__getitem__, places)]
            asked, tokens = self._units.view()[np.array(places, np.int64)], self._tokens.view()
            keys, text = self._keys.view(), self._text.view()
        # Told apart in Python: for the few words of one name numpy's way takes four times as long, for many as long.
        distinct = {row: number for number, row in enumerate(dict.fromkeys(rows))}
        at = np.array([*map(distinct.__getitem__, rows)], np.int64)
        starts = np.array([0, *accumulate(sizes)], np.int64)
        styles = np.array([form.style for form in forms], np.int64)
        return BatchData(text, tokens[np.array([*distinct], np.int64)], keys, starts, styles, at, asked)

    def _found(self, units: Sequence[Unit]) -> list[int]:
        """Return the place of each unit; what was not met yet is kept."""
        known = self._places
        found = [known.get(unit, -1) for unit in units]
        if -1 not in found:
            return found
        return [self._place(unit) if place < 0 else place for unit, place in zip(units, found, strict=True)]

    def _place(self, unit: Unit) -> int:
        found = self._places.get(unit)
        if found is None:
            row = self._rows.get((unit.token, unit.sort))
            if row is None:
                row = self._rows[unit.token, unit.sort] = self._keep(unit.token, unit.sort)
            found = self._places[unit] = len(self._places)
            self._row_of.append(row)
            said, token = self._wording.limits(self._shelf).sorts[unit.sort], unit.token
            flags = flags_of(said, single=len(token) == 1, alpha=token.isalpha())
            self._units.append((unit.weight, unit.least, row, flags, ord(token[0]), bits_of(said.rules), 0))
        return found

    def _keep(self, token: str, sort: int) -> int:
        """Keep what the kernel must know of a token of some sort; return its row."""
        said = self._wording.limits(self._shelf).sorts[sort]
        sought = self._wording.keys(token, sort, self._shelf).sought
        self._tokens.append((len(self._text), len(token), said.edits, len(self._keys), len(sought)))
        self._text.extend(token.encode("ascii"))
        for key in sought:
            self._keys.append((hash_bytes(key.text.encode()), key.likeness, key.sure))
        return len(self._tokens) - 1
