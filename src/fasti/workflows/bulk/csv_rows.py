"""Reads a table of separated values, row by row; a row that cannot be read is told, and the next one is read."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from fasti.model.errors import BadInputError, UsageError
from fasti.workflows.bulk.columns import Mapped, map_columns
from fasti.workflows.bulk.rows import Row, values_of

DELIMITERS = (",", ";", "\t", "|")
MOST_CELL = 16 * 1024 * 1024
"""Characters of one cell; a quote that is never closed takes in what follows up to here."""
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


class CsvTable:
    """A table of separated values with a header."""

    def __init__(self, path: Path, named: Mapping[str, Sequence[str]], encoding: str | None) -> None:
        """Read the header.

        Raises:
            BadInputError: The file is empty, or has no column for a name.
            UsageError: A named column does not exist, or the encoding.
        """
        self._path = path
        self._encoding = encoding or _encoding_of(path)
        with self._opened() as file:
            first = file.readline(MOST_CELL)
            if not first.strip():
                raise BadInputError(f"{path} is empty or begins with a blank line: its first line has to be a header.")
            self._delimiter = "\t" if path.suffix.lower() == ".tsv" else _delimiter(first)
            file.seek(0)
            header = next(self._reader(file))
        self._header = [one.strip() for one in header]
        if not all(map(_is_text, self._header)):
            raise BadInputError(
                f"The first line of {path} is not text in {self._encoding}: name --encoding, or another --input-format."
            )
        twice = sorted({one for one in self._header if one and self._header.count(one) > 1})
        if twice:
            raise BadInputError(f"{path} has more than one column {twice[0]!r}: name each column once.")
        self.mapped: Mapped = map_columns(self._header, named, str(path))
        self._places = [(role, self._header.index(one)) for role, ones in self.mapped.roles.items() for one in ones]

    def rows(self) -> Iterator[Row]:
        """Yield every row after the header; a line without any character is none."""
        with self._opened() as file:
            reader = self._reader(file)
            next(reader)
            number = 0
            while True:
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    number += 1
                    yield Row(number, problem=f"the row cannot be read ({error})")
                    continue
                if cells:
                    number += 1
                    yield self._row(number, cells)

    def _row(self, number: int, cells: list[str]) -> Row:
        if len(cells) != len(self._header):
            problem = f"the row has {len(cells)} cells where the header has {len(self._header)}"
            return Row(number, self._cells(cells), problem)
        found = self._cells(cells)
        if not all(text.isascii() or _is_text(text) for values in found.values() for text in values):
            return Row(number, found, f"the row is not text in {self._encoding}: name the encoding with --encoding")
        return Row(number, found)

    def _cells(self, cells: list[str]) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for role, place in self._places:
            values = values_of(role, cells[place]) if place < len(cells) else ()
            if values:
                found[role] = found[role] + values if role in found else values
        return found

    def _reader(self, file: TextIO) -> Iterator[list[str]]:
        csv.field_size_limit(MOST_CELL)
        return csv.reader(file, delimiter=self._delimiter)

    @contextmanager
    def _opened(self) -> Iterator[TextIO]:
        try:
            with self._path.open(encoding=self._encoding, errors="surrogateescape", newline="") as file:
                yield file
        except LookupError:
            raise UsageError(f"--encoding {self._encoding} is no encoding: use utf-8, cp1252, utf-16, ...") from None
        except UnicodeError as error:
            raise BadInputError(f"{self._path} is not text in {self._encoding} ({error}).") from error


def _encoding_of(path: Path) -> str:
    with path.open("rb") as file:
        return MARKS.get(file.read(2), "utf-8-sig")


def _is_text(text: str) -> bool:
    """Say whether no byte was left undecoded."""
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _delimiter(line: str) -> str:
    """Return the delimiter of which a header has most outside quotes; a comma if it has none."""
    bare = "".join(line.split('"')[::2])
    return max(DELIMITERS, key=bare.count)
