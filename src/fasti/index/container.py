"""Decide how flat arrays lie in one file, so that they open in milliseconds and are shared by every process.

Each array is little-endian and begins at a multiple of 64 bytes; a table says name, type, place and sha256.
"""

import mmap
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fasti.model.errors import LedgerError

ALIGNMENT = 64
"""A cache line: no element of an array straddles two of them needlessly."""

SIZES = {"B": 1, "H": 2, "I": 4, "Q": 8, "q": 8, "f": 4}
"""Element types, by the codes of `memoryview.cast`, and their sizes in bytes."""

if TYPE_CHECKING:
    Vector = memoryview[Any]
else:
    Vector = memoryview
"""A one-dimensional typed view of an array; reading an element gives a Python number."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an array lies.

    Attributes:
        name: Unique in the file.
        code: Element type, a key of `SIZES`.
        offset: First byte, a multiple of `ALIGNMENT`.
        count: Number of elements.
        sha256: Of its bytes, in hex.
    """

    name: str
    code: str
    offset: int
    count: int
    sha256: str

    @property
    def end(self) -> int:
        """Return the first byte behind the array."""
        return self.offset + self.count * SIZES[self.code]


def write_arrays(path: Path, arrays: Mapping[str, tuple[str, bytes | memoryview]]) -> tuple[Placed, ...]:
    """Write arrays, given by name as type code and bytes, and return their table; the file is synced."""
    placed = []
    with path.open("wb") as file:
        for name, (code, data) in arrays.items():
            file.write(b"\0" * (-file.tell() % ALIGNMENT))
            place, raw = file.tell(), memoryview(data).cast("B")
            file.write(raw)
            placed.append(Placed(name, code, place, raw.nbytes // SIZES[code], sha256(raw).hexdigest()))
        file.write(b"\0" * (-file.tell() % ALIGNMENT))
        file.flush()
        os.fsync(file.fileno())
    return tuple(placed)


def open_arrays(path: Path, table: Iterable[Placed]) -> dict[str, Vector]:
    """Map a file of arrays into memory and return a view of each; nothing is read yet.

    Raises:
        LedgerError: The file is not as long as its table says, or the machine is not little-endian.
        OSError: The file cannot be read.
    """
    if sys.byteorder != "little":
        raise LedgerError("The name index is little-endian, and this machine is not: use another machine.")
    placed = tuple(table)
    length = max((one.end for one in placed), default=0)
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size < length or size - length >= ALIGNMENT:
            raise LedgerError(f"The name index {path} has {size} bytes, not about {length}: it will be built anew.")
        whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)) if size else memoryview(b"")
    views: Any = {one.name: whole[one.offset : one.end] for one in placed}
    return {one.name: views[one.name].cast(one.code) for one in placed}


def altered(path: Path, table: Iterable[Placed]) -> list[str]:
    """Return the names of the arrays whose bytes are not those of the table.

    Raises:
        LedgerError: The file is not as long as its table says.
        OSError: The file cannot be read.
    """
    placed = tuple(table)
    views = open_arrays(path, placed)
    return [one.name for one in placed if sha256(views[one.name].cast("B")).hexdigest() != one.sha256]
