"""Decide whether two tokens may stand side by side in a form: a table of bits that says no for sure, and yes perhaps.

A word of a query that falls into two listed words is of interest only if some form has them side by side.
"""

from typing import TYPE_CHECKING, Any

from fasti.index.container import Vector
from fasti.index.figures import FIRST, SECOND

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BITS_A_PAIR = 8
LEAST_BITS = 10
_WORD = (1 << 64) - 1


def may_stand_together(table: Vector, first: int, second: int) -> bool:
    """Say whether the second token may follow the first in a form."""
    place = _place(first, second) >> (64 - size_of(len(table)))
    return bool(table[place >> 6] >> (place & 63) & 1)


def _place(first: int, second: int) -> int:
    value = ((first + 1) * FIRST) & _WORD
    value = ((value ^ (value >> 29)) + second + 1) & _WORD
    value = (value * SECOND) & _WORD
    return ((value ^ (value >> 32)) * FIRST) & _WORD


def size_of(words: int) -> int:
    """Return the number of bits by which a bit of a table of so many words is found."""
    return (64 * words).bit_length() - 1


def neighbours(tokens: "NDArray[Any]", starts: "NDArray[Any]") -> "NDArray[np.uint64]":
    """Return the table for forms of tokens.

    Args:
        tokens: Of all forms, one behind the other.
        starts: First of each form, and the end.
    """
    import numpy as np

    within = np.ones(max(len(tokens) - 1, 0), np.bool_)
    borders = starts[1:-1].astype(np.int64) - 1
    within[borders[(borders >= 0) & (borders < len(within))]] = False
    first, second = tokens[:-1][within].astype(np.uint64), tokens[1:][within].astype(np.uint64)
    one = np.uint64(1)
    value = (first + one) * np.uint64(FIRST)
    value = (value ^ (value >> np.uint64(29))) + second + one
    value *= np.uint64(SECOND)
    value = (value ^ (value >> np.uint64(32))) * np.uint64(FIRST)
    bits = max(LEAST_BITS, (BITS_A_PAIR * len(value)).bit_length())
    places = value >> np.uint64(64 - bits)
    table = np.zeros(1 << (bits - 6), np.uint64)
    np.bitwise_or.at(table, (places >> np.uint64(6)).astype(np.int64), one << (places & np.uint64(63)))
    return table
