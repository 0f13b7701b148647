"""Packs the forms of queries for the kernel: what it must know of each token is worked out once, and kept."""

import threading
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from fasti.index.drafting import check_length
from fasti.index.kernel_data import ASKED_FIELDS, KEY_FIELDS, TOKEN_FIELDS, BatchData
from fasti.index.kernel_inputs import bits_of, flags_of
from fasti.index.spelling import hash_texts
from fasti.index.wording import Form, Key, Shelf, Sort, Unit, Wording

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEW = 64
"""So many units are told apart in Python: numpy takes longer to begin."""
REMEMBERED = 200_000
"""Units that are kept, equal ones made twice counted twice; with more, what is kept is forgotten."""


Said = tuple[int, list[list[int]]]


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

    def extend(self, elements: "NDArray[Any] | Sequence[object]") -> None:
        """Add elements."""
        import numpy as np

        end = self._held + len(elements)
        if end > len(self._room):
            larger = np.empty(2 * end, self._room.dtype)
            larger[: self._held] = self._room[: self._held]
            self._room = larger
        self._room[self._held : end] = elements
        self._held = end

    def view(self) -> "NDArray[Any]":
        """Return what it holds now."""
        return self._room[: self._held]


class Packer:
    """Packs forms for the kernel; threads may share it.

    A unit is known by its identity, which is quicker to look up than what it holds; it is kept, so that no other has
    its identity.
    """

    __slots__ = (
        *("_keys", "_kept", "_lock", "_numbers", "_place_of", "_places", "_rows", "_said", "_shelf", "_text"),
        *("_tokens", "_units", "_wording"),
    )

    def __init__(self, wording: Wording, shelf: Shelf) -> None:
        """Pack by the keys of a wording on a shelf."""
        self._wording, self._shelf = wording, shelf
        self._lock = threading.Lock()
        self._said: dict[int, Said] = {}
        self._forget()

    def _forget(self) -> None:
        self._kept: list[Unit] = []
        self._places: dict[int, int] = {}
        self._place_of: dict[Unit, int] = {}
        self._rows: dict[tuple[str, int], int] = {}
        self._numbers, self._units = Growing("i8"), Growing([*ASKED_FIELDS])
        self._tokens, self._keys, self._text = Growing([*TOKEN_FIELDS]), Growing([*KEY_FIELDS]), Growing("u1")

    def pack(self, forms: Sequence[Form]) -> BatchData:
        """Return a batch of these forms, of which there is one at least.

        Raises:
            LedgerError: A form is too long.
        """
        import numpy as np

        held, styles = zip(*forms, strict=True)
        sizes = [*map(len, held)]
        check_length(max(sizes))
        units = [*chain.from_iterable(held)]
        with self._lock:
            places = self._found(units)
            asked = self._units.view()[places]
            at, distinct = self._told_apart(asked["token"])
            tokens, keys, text = self._tokens.view()[distinct], self._keys.view(), self._text.view()
        starts = np.array([0, *accumulate(sizes)], np.int64)
        return BatchData(text, tokens, keys, starts, np.array(styles, np.int64), at, asked)

    def _found(self, units: Sequence[Unit]) -> "NDArray[np.int64]":
        """Return the place of each unit; what was not met yet is kept."""
        import numpy as np

        places = self._places
        try:
            return np.fromiter(map(places.__getitem__, map(id, units)), np.int64, len(units))
        except KeyError:
            if len(self._kept) >= REMEMBERED:
                self._forget()
                places = self._places
            self._meet([unit for unit in units if id(unit) not in places])
            return np.fromiter(map(places.__getitem__, map(id, units)), np.int64, len(units))

    def _told_apart(self, rows: "NDArray[np.int64]") -> "tuple[NDArray[np.int64], NDArray[np.int64]]":
        """Return for each row its place among the distinct ones, and these."""
        import numpy as np

        if len(rows) <= FEW:
            told = rows.tolist()
            number = {row: place for place, row in enumerate(dict.fromkeys(told))}
            return np.array([number[row] for row in told], np.int64), np.array([*number], np.int64)
        places, order = self._numbers.view(), np.arange(len(rows))
        places[rows[::-1]] = order[::-1]
        distinct = rows[places[rows] == order]
        places[distinct] = order[: len(distinct)]
        return places[rows], distinct

    def _meet(self, units: Iterable[Unit]) -> None:
        """Keep units that were not met; what is known of equal ones is worked out once."""
        fresh: list[Unit] = []
        for unit in units:
            place = self._place_of.get(unit)
            if place is None:
                place = self._place_of[unit] = len(self._place_of)
                fresh.append(unit)
            self._places[id(unit)] = place
            self._kept.append(unit)
        try:
            if fresh:
                self._work_out(fresh)
        except BaseException:
            self._forget()
            raise

    def _work_out(self, units: Sequence[Unit]) -> None:
        """Work out what the kernel must know of units."""
        sorts, rows = self._wording.limits(self._shelf).sorts, self._rows
        said = self._said
        for sort in {unit.sort for unit in units}.difference(said):
            said[sort] = _said(sorts[sort])
        fresh: list[tuple[str, int]] = []
        found = []
        for token, weight, least, sort in units:
            row = rows.get((token, sort))
            if row is None:
                row = rows[token, sort] = len(rows)
                fresh.append((token, sort))
            rules, flags = said[sort]
            found.append((weight, least, row, flags[len(token) == 1][token.isalpha()], ord(token[0]), rules, 0))
        self._units.extend(found)
        self._work_out_tokens(fresh, [sorts[sort].edits for _, sort in fresh])

    def _work_out_tokens(self, tokens: Sequence[tuple[str, int]], edits: Sequence[int]) -> None:
        """Work out what the kernel must know of tokens of some sorts."""
        import numpy as np

        keys: list[Key] = []
        first, before = len(self._text), len(self._keys)
        found = []
        for (token, sort), most in zip(tokens, edits, strict=True):
            sought = self._wording.keys(token, sort, self._shelf).sought
            found.append((first, len(token), most, before + len(keys), len(sought)))
            first += len(token)
            keys += sought
        hashes = hash_texts([key.text for key in keys]).tolist()
        self._keys.extend([(value, key.likeness, key.sure) for value, key in zip(hashes, keys, strict=True)])
        self._text.extend(np.frombuffer("".join([token for token, _ in tokens]).encode("ascii"), np.uint8))
        self._tokens.extend(found)
        self._numbers.extend([0] * len(tokens))


def _said(sort: Sort) -> Said:
    """Return the rules of a sort, and the flags of its units: more characters or one, not letters alone or so."""
    both = (False, True)
    return bits_of(sort.rules), [[flags_of(sort, single=single, alpha=alpha) for alpha in both] for single in both]
