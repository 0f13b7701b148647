"""Where a table lies and what messages call it; decides what is plainly no table before it is opened as one."""

from pathlib import Path
from typing import NamedTuple

from fasti.model.errors import BadInputError, UsageError

PACKED = {
    b"PK\x03\x04": "a workbook or a zip archive: save the sheet as CSV, or unpack the archive",
    b"\xd0\xcf\x11\xe0": "a workbook of an older Excel: save the sheet as CSV",
    b"\x1f\x8b": "packed by gzip: unpack it with gunzip",
    b"BZh": "packed by bzip2: unpack it with bunzip2",
    b"\xfd7zXZ": "packed by xz: unpack it with unxz",
    b"\x28\xb5\x2f\xfd": "packed by zstd: unpack it with unzstd",
    b"%PDF": "a PDF: write its table as CSV",
}
"""How files begin that hold a table in a shape that is not read, and what to do about them."""
LONGEST_MARK = max(map(len, PACKED))


class Source(NamedTuple):
    """A file with a table.

    Attributes:
        path: Where it lies.
        name: What messages call it.
    """

    path: Path
    name: str

    def __str__(self) -> str:
        """Return what messages call it."""
        return self.name

    def check(self) -> None:
        """Refuse what is no file, or a file of another sort.

        Raises:
            UsageError: It is a folder.
            BadInputError: It is packed, or a document.
            OSError: It cannot be read.
        """
        if self.path.is_dir():
            raise UsageError(f"{self} is a folder: give one file.")
        with self.path.open("rb") as file:
            start = file.read(LONGEST_MARK)
        for mark, told in PACKED.items():
            if start.startswith(mark):
                raise BadInputError(f"{self} is {told}, and give that file.")
