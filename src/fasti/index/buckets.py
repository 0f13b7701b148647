"""Decide how a hash leads to tokens: buckets by its upper bits, and one more byte of it to tell most strangers apart.

What is found under a hash may be a stranger still; whoever asks compares the tokens.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fasti.index.container import Vector
from fasti.index.spelling import TOKEN_BITS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILLING = 16
"""Entries of a bucket at most, on average."""
LEAST_BITS, MOST_BITS = 4, 27


@dataclass(frozen=True, slots=True)
class Buckets:
    """A table from hashes to tokens.

    Attributes:
        bits: So many upper bits of a hash choose the bucket.
        starts: First entry of each bucket, and the end.
        tokens: Token of each entry, in as many bytes as the greatest needs, the lowest first.
        marks: The 8 bits of the hash below those of the bucket, for each entry.
    """

    bits: int
    starts: Vector
    tokens: Vector
    marks: Vector

    def find(self, value: int) -> list[int]:
        """Return the tokens filed under a hash, and perhaps others."""
        bucket, mark = value >> (64 - self.bits), (value >> (56 - self.bits)) & 255
        first, end = self.starts[bucket], self.starts[bucket + 1]
        width = len(self.tokens) // max(1, len(self.marks))
        return [number_at(self.tokens, width, at) for at in range(first, end) if self.marks[at] == mark]


def number_at(numbers: Vector, width: int, at: int) -> int:
    """Return one of the numbers of which each has so many bytes, the lowest first."""
    return int.from_bytes(numbers[width * at : width * at + width], "little")


def bits_of_table(starts: int) -> int:
    """Return how many bits choose the bucket in a table of so many buckets' beginnings, the end included."""
    return (starts - 1).bit_length() - 1


def file_tokens(
    hashes: "NDArray[np.uint64]", tokens: "NDArray[np.int64]"
) -> "tuple[NDArray[np.uint32], NDArray[np.uint8], NDArray[np.uint8]]":
    """Return starts, tokens and marks of a table of buckets; an entry given twice is filed once."""
    import numpy as np

    shift = np.uint64(TOKEN_BITS)
    packed = np.sort(((hashes >> shift) << shift) | tokens.astype(np.uint64))
    if len(packed):
        packed = packed[np.concatenate([[True], packed[1:] != packed[:-1]])]
    bits = bits_for(len(packed))
    buckets = (packed >> np.uint64(64 - bits)).astype(np.int64)
    starts = np.zeros((1 << bits) + 1, np.uint32)
    starts[1:] = np.cumsum(np.bincount(buckets, minlength=1 << bits))
    marks = (packed >> np.uint64(56 - bits)).astype(np.uint8)
    return starts, in_bytes((packed & np.uint64((1 << TOKEN_BITS) - 1)).astype(np.uint32)), marks


def in_bytes(numbers: "NDArray[np.uint32]") -> "NDArray[np.uint8]":
    """Return numbers in as many bytes each as the greatest needs, the lowest first.

    >>> import numpy as np
    >>> in_bytes(np.array([1, 258], np.uint32)).tolist()
    [1, 0, 2, 1]
    """
    import numpy as np

    width = max(1, (int(numbers.max(initial=np.uint32(0))).bit_length() + 7) // 8)
    rows: NDArray[np.uint8] = numbers.astype("<u4").view(np.uint8).reshape(-1, 4)[:, :width]
    return np.ascontiguousarray(rows).reshape(-1)


def bits_for(entries: int) -> int:
    """Return how many bits choose the bucket in a table of so many entries."""
    return min(MOST_BITS, max(LEAST_BITS, (entries // FILLING).bit_length()))
