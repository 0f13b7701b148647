"""Packs the forms of queries for the kernel: each distinct token once, with what the kernel must know of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from fasti.index.kernel_data import BatchData
from fasti.index.kernel_inputs import bits_of, flags_of
from fasti.index.spelling import hash_bytes
from fasti.index.wording import Form, Shelf, Wording

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(slots=True)
class Packer:
    """Packs forms for the kernel; remembers the keys of tokens.

    Attributes:
        wording: Whose keys.
        shelf: On which shelf.
    """

    wording: Wording
    shelf: Shelf
    _known: dict[tuple[str, int], "Packed"] = field(default_factory=dict)

    def pack(self, forms: Sequence[Form]) -> BatchData:
        """Return a batch of these forms."""
        import numpy as np

        tokens: dict[tuple[str, int], int] = {}
        units = [unit for form in forms for unit in form.units]
        places = [tokens.setdefault((unit.token, unit.sort), len(tokens)) for unit in units]
        packed = [self._of(token, sort) for token, sort in tokens]
        keys = [key for one in packed for key in one.keys]
        at = np.array(places, np.int64)
        return BatchData(
            np.frombuffer("".join(token for token, _ in tokens).encode("ascii"), np.uint8),
            _starts([len(token) for token, _ in tokens]),
            np.array([one.edits for one in packed], np.int64),
            _starts([len(one.keys) for one in packed]),
            np.array([key for key, _, _ in keys], np.uint64),
            np.array([most for _, most, _ in keys], np.float64),
            np.array([sure for _, _, sure in keys], np.bool_),
            _starts([len(form.units) for form in forms]),
            np.array([form.style for form in forms], np.int64),
            at,
            np.array([unit.weight for unit in units], np.float64),
            np.array([unit.least for unit in units], np.float64),
            np.array([one.flags for one in packed], np.uint8)[at],
            np.array([one.letter for one in packed], np.uint8)[at],
            np.array([one.rules for one in packed], np.uint8)[at],
        )

    def _of(self, token: str, sort: int) -> "Packed":
        known = self._known.get((token, sort))
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            said = self.wording.limits(self.shelf).sorts[sort]
            sought = self.wording.keys(token, sort, self.shelf).sought
            known = self._known[token, sort] = Packed(
                flags_of(said, single=len(token) == 1, alpha=token.isalpha()),
                ord(token[0]),
                bits_of(said.rules),
                said.edits,
                tuple((hash_bytes(key.text.encode()), key.likeness, key.sure) for key in sought),
            )
        return known


class Packed(NamedTuple):
    """What the kernel is told of a token of some sort: flags, first character, rules, edits, keys as hashes."""

    flags: int
    letter: int
    rules: int
    edits: int
    keys: tuple[tuple[int, float, bool], ...]


REMEMBERED = 100_000
"""Tokens whose keys are remembered."""


def _starts(counts: list[int]) -> "NDArray[np.int64]":
    import numpy as np

    starts = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts
