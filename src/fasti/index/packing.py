"""Packs the forms of queries for the kernel: what it must know of each token is worked out once, and kept."""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from fasti.index.drafting import check_length
from fasti.index.kernel_data import BatchData
from fasti.index.kernel_inputs import bits_of, flags_of
from fasti.index.spelling import hash_bytes
from fasti.index.wording import Form, Shelf, Unit, Wording

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

REMEMBERED = 200_000
"""Units that are kept; with more, what is kept is forgotten."""


class Growing:
    """An array that grows at its end; what was taken of it stays as it was."""

    __slots__ = ("_held", "_room")

    def __init__(self, kind: str) -> None:
        """Begin with nothing; `kind` is a type of numpy's."""
        import numpy as np

        self._room: NDArray[Any] = np.empty(1024, kind)
        self._held = 0

    def __len__(self) -> int:
        """Return how many elements it holds."""
        return self._held

    def extend(self, values: Sequence[object] | bytes) -> None:
        """Add elements."""
        import numpy as np

        end = self._held + len(values)
        if end > len(self._room):
            larger = np.empty(2 * end, self._room.dtype)
            larger[: self._held] = self._room[: self._held]
            self._room = larger
        if values:
            more = np.frombuffer(values, np.uint8) if isinstance(values, bytes) else values
            self._room[self._held : end] = more
        self._held = end

    def view(self) -> "NDArray[Any]":
        """Return what it holds now."""
        return self._room[: self._held]


class Kept:
    """What is kept of units and of their tokens, row by row."""

    __slots__ = ("keys", "tokens", "units")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.units = {name: Growing(kind) for name, kind in UNIT_KINDS.items()}
        self.tokens = {name: Growing(kind) for name, kind in TOKEN_KINDS.items()}
        self.keys = {name: Growing(kind) for name, kind in KEY_KINDS.items()}


UNIT_KINDS = {"token": "i8", "weight": "f8", "least": "f8"}
TOKEN_KINDS = {
    "text": "u1",
    "first": "i8",
    "size": "i8",
    "edits": "i8",
    "flags": "u1",
    "letter": "u1",
    "rules": "u1",
    "key": "i8",
    "keys": "i8",
}
KEY_KINDS = {"hash": "u8", "likeness": "f8", "sure": "?"}


class Packer:
    """Packs forms for the kernel; threads may share it."""

    __slots__ = ("_kept", "_lock", "_shelf", "_tokens", "_units", "_wording")

    def __init__(self, wording: Wording, shelf: Shelf) -> None:
        """Pack by the keys of a wording on a shelf."""
        self._wording, self._shelf = wording, shelf
        self._lock = threading.Lock()
        self._forget()

    def _forget(self) -> None:
        self._units: dict[Unit, int] = {}
        self._tokens: dict[tuple[str, int], int] = {}
        self._kept = Kept()

    def pack(self, forms: Sequence[Form]) -> BatchData:
        """Return a batch of these forms.

        Raises:
            LedgerError: A form is too long.
        """
        import numpy as np

        for form in forms:
            check_length(form)
        units = [unit for form in forms for unit in form.units]
        with self._lock:
            if len(self._units) >= REMEMBERED:
                self._forget()
            places = self._places(units)
            kept = self._kept
            unit, token, key = ({name: one.view() for name, one in group.items()} for group in _groups(kept))
        rows = np.array(places, np.int64)
        tokens, at = np.unique(unit["token"][rows], return_inverse=True)
        of_unit = tokens[at]
        return BatchData(
            token["text"],
            token["first"][tokens],
            token["size"][tokens],
            token["edits"][tokens],
            token["key"][tokens],
            token["keys"][tokens],
            key["hash"],
            key["likeness"],
            key["sure"],
            _starts([len(form.units) for form in forms]),
            np.array([form.style for form in forms], np.int64),
            at,
            unit["weight"][rows],
            unit["least"][rows],
            token["flags"][of_unit],
            token["letter"][of_unit],
            token["rules"][of_unit],
        )

    def _places(self, units: Sequence[Unit]) -> list[int]:
        """Return the row of each unit; what was not met yet is kept."""
        known = self._units
        found = [known.get(unit, -1) for unit in units]
        return [self._place(unit) if place < 0 else place for unit, place in zip(units, found, strict=True)]

    def _place(self, unit: Unit) -> int:
        found = self._units.get(unit)
        if found is None:
            token = self._tokens.get((unit.token, unit.sort))
            if token is None:
                token = self._tokens[unit.token, unit.sort] = self._keep(unit.token, unit.sort)
            found = self._units[unit] = len(self._units)
            for name, value in zip(UNIT_KINDS, (token, unit.weight, unit.least), strict=True):
                self._kept.units[name].extend([value])
        return found

    def _keep(self, token: str, sort: int) -> int:
        """Keep what the kernel must know of a token of some sort; return its row."""
        said = self._wording.limits(self._shelf).sorts[sort]
        sought = self._wording.keys(token, sort, self._shelf).sought
        kept, keys = self._kept.tokens, self._kept.keys
        row = len(kept["first"])
        figures = {
            "first": len(kept["text"]),
            "size": len(token),
            "edits": said.edits,
            "flags": flags_of(said, single=len(token) == 1, alpha=token.isalpha()),
            "letter": ord(token[0]),
            "rules": bits_of(said.rules),
            "key": len(keys["hash"]),
            "keys": len(sought),
        }
        for name, figure in figures.items():
            kept[name].extend([figure])
        kept["text"].extend(token.encode("ascii"))
        keys["hash"].extend([hash_bytes(key.text.encode()) for key in sought])
        keys["likeness"].extend([key.likeness for key in sought])
        keys["sure"].extend([key.sure for key in sought])
        return row


def _groups(kept: Kept) -> tuple[dict[str, Growing], dict[str, Growing], dict[str, Growing]]:
    return kept.units, kept.tokens, kept.keys


def _starts(counts: list[int]) -> "NDArray[np.int64]":
    import numpy as np

    starts = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts
