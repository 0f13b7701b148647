"""Decide by which hashes tokens of like spelling meet: those of their beginnings with a few letters left out.

Two tokens at most k edits apart share a text that is left of the first `PREFIX` letters of each when at most k of
them are deleted: every edit costs each side one deletion at most, and where one beginning ends before the other, the
letters that remain are as many as the deletions already saved. The three ways to compute a hash - plain, by columns
and compiled - give the same numbers.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from fasti.index.figures import FINISH, PREFIX, SEED, STEP

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WORD = (1 << 64) - 1

TOKEN_BITS = 28
"""A table entry holds the upper bits of a hash and, in so many lower ones, a token."""


def hash_bytes(text: bytes) -> int:
    """Return the 64-bit hash of a text."""
    value = SEED
    for byte in text:
        value = ((value ^ byte) * STEP) & _WORD
    value ^= value >> 32
    value = (value * FINISH) & _WORD
    return value ^ (value >> 29)


@cache
def deletions(length: int, most: int) -> tuple[int, ...]:
    """Return the sets of at most so many of the first places of a text, as bit masks; the empty set first."""
    masks = (mask for mask in range(1 << min(length, PREFIX)) if mask.bit_count() <= most)
    return tuple(sorted(masks, key=lambda mask: (mask.bit_count(), mask)))


def spelling_hashes(token: bytes, edits: int) -> Iterator[int]:
    """Yield the hashes under which a token is filed or sought; the same hash may come twice."""
    start = token[:PREFIX]
    for mask in deletions(len(start), edits):
        yield hash_bytes(bytes(byte for place, byte in enumerate(start) if not mask >> place & 1))


def filed_hashes(
    letters: "NDArray[np.uint8]", lengths: "NDArray[np.int64]", edits: "NDArray[np.int64]"
) -> "tuple[NDArray[np.uint64], NDArray[np.int64]]":
    """Return the hashes of many tokens and the token of each, computed by columns.

    Args:
        letters: Shape (tokens, PREFIX): the first letters, zero where a token is shorter.
        lengths: Of each token.
        edits: Most edits of each token.
    """
    import numpy as np

    found: list[NDArray[np.uint64]] = []
    owners: list[NDArray[np.int64]] = []
    sizes = np.minimum(lengths, PREFIX)
    for size in range(1, PREFIX + 1):
        group = np.flatnonzero(sizes == size)
        for mask in deletions(size, int(edits[group].max(initial=0))):
            chosen = group[edits[group] >= mask.bit_count()]
            found.append(_hash_columns(letters[chosen], [place for place in range(size) if not mask >> place & 1]))
            owners.append(chosen)
    if not found:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    return np.concatenate(found), np.concatenate(owners)


def hash_texts(texts: Iterable[str]) -> "NDArray[np.uint64]":
    """Return the hash of each of some texts; of many, computed by columns."""
    import numpy as np

    coded = [text.encode() for text in texts]
    if len(coded) < _MANY:
        return np.array([*map(hash_bytes, coded)], np.uint64)
    found = np.zeros(len(coded), np.uint64)
    sizes = np.fromiter(map(len, coded), np.int64, len(coded))
    order = np.argsort(sizes, kind="stable")
    together = np.frombuffer(b"".join([coded[at] for at in order.tolist()]), np.uint8)
    begin = 0
    for size in np.unique(sizes).tolist():
        group = order[sizes[order] == size]
        end = begin + size * len(group)
        found[group] = _hash_columns(together[begin:end].reshape(len(group), size), [*range(size)])
        begin = end
    return found


_MANY = 100
"""From so many texts on it is quicker to compute their hashes by columns."""


def _hash_columns(letters: "NDArray[np.uint8]", places: list[int]) -> "NDArray[np.uint64]":
    import numpy as np

    value = np.full(len(letters), SEED, np.uint64)
    for place in places:
        value ^= letters[:, place]
        value *= np.uint64(STEP)
    value ^= value >> np.uint64(32)
    value *= np.uint64(FINISH)
    return value ^ (value >> np.uint64(29))
