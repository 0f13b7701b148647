"""Opens a table of any form that can be read, and takes its fingerprint."""

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from fasti.workflows.bulk.columns import Mapped
from fasti.workflows.bulk.csv_rows import CsvTable
from fasti.workflows.bulk.json_rows import JsonTable
from fasti.workflows.bulk.outputs import CSV, JSONL, PARQUET, format_of
from fasti.workflows.bulk.parquet_rows import ParquetTable
from fasti.workflows.bulk.rows import Row
from fasti.workflows.bulk.source import Source

READ_AT_ONCE = 1 << 20


class Table(Protocol):
    """A table that is read once for each call of `rows`.

    Attributes:
        mapped: Which of its columns say what.
        length: How many rows it has, if its form says so.
    """

    mapped: Mapped
    length: int | None

    def rows(self) -> Iterator[Row]:
        """Yield every row, numbered from 1."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """How a table is read.

    Attributes:
        form: `csv`, `jsonl` or `parquet`; `None` goes by the ending.
        columns: Role to the headings that have it; they win over the usual ones.
        encoding: Of a CSV file; `None` is UTF-8, or UTF-16 with a byte order mark.
    """

    form: str | None = None
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What makes a file the same: its hash and size; `lines` is how many line ends it has."""

    sha256: str
    size: int
    lines: int


def open_table(source: Source, reading: Reading) -> tuple[Table, str]:
    """Return a table and its form.

    Raises:
        UsageError: The form is unknown, a named column is not there, or the path is a folder.
        BadInputError: The file is empty, damaged or no table, or has no column for a name.
        OSError: It cannot be read.
    """
    source.check()
    form = format_of(source.path, reading.form, "--input-format")
    if form == JSONL:
        return JsonTable(source, reading.columns), form
    if form == PARQUET:
        return ParquetTable(source, reading.columns), form
    return CsvTable(source, reading.columns, reading.encoding), form


def form_of_start(start: bytes) -> str:
    """Return the form of a table that has no name, by its first bytes.

    >>> form_of_start(b'[{"name": "Norvik"}]'), form_of_start(b"name,country")
    ('jsonl', 'csv')
    """
    if start.startswith(b"PAR1"):
        return PARQUET
    return JSONL if start.removeprefix(BOM_UTF8).lstrip()[:1] in (b"{", b"[") else CSV


def fingerprint(path: Path) -> Fingerprint:
    """Return what makes a file the same."""
    digest, size, lines = sha256(), 0, 0
    with path.open("rb") as file:
        while data := file.read(READ_AT_ONCE):
            digest.update(data)
            size += len(data)
            lines += data.count(b"\n")
    return Fingerprint(digest.hexdigest(), size, lines)
