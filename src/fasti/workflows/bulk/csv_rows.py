"""Reads a table of separated values, row by row; a row that cannot be read is told, and the next one is read."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from fasti.model.errors import BadInputError, UsageError
from fasti.workflows.bulk.columns import Mapped, map_columns
from fasti.workflows.bulk.rows import SEVERAL, Row, values_of

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
        self.length: int | None = None
        self._encoding = encoding or _encoding_of(path)
        with self._opened() as file:
            first = file.readline(MOST_CELL)
            if not first.strip():
                raise BadInputError(f"{path} is empty or begins with a blank line: its first line has to be a header.")
            self._delimiter = "\t" if path.suffix.lower() == ".tsv" else _delimiter(first)
            file.seek(0)
            header = next(self._reader(file))
        self._header = [one.strip() for one in header]
        if "\0" in first or not all(map(_is_text, self._header)):
            raise BadInputError(
                f"The first line of {path} is not text in {_shown(self._encoding)}: "
                "name --encoding (cp1252, utf-16, ...), or another --input-format."
            )
        self.mapped: Mapped = map_columns(self._header, named, str(path))
        self._places = [(role, self._header.index(one)) for role, ones in self.mapped.roles.items() for one in ones]
        self._simple = not SEVERAL & self.mapped.roles.keys() and len(self._places) == len(self.mapped.roles)

    def rows(self) -> Iterator[Row]:
        """Yield every row after the header; a line without any character is none."""
        with self._opened() as file:
            reader = self._reader(file)
            next(reader)
            number = 0
            while True:
                try:
                    for cells in reader:
                        if cells:
                            number += 1
                            yield self._simple_row(number, cells) if self._simple else self._row(number, cells)
                except csv.Error as error:
                    number += 1
                    yield Row(number, {}, f"the row cannot be read ({error})")
                else:
                    return

    def _simple_row(self, number: int, cells: list[str]) -> Row:
        """Return a row of a table of which each cell says one thing; what `_row` gives, sooner."""
        if len(cells) != len(self._header):
            return self._row(number, cells)
        found = {}
        for role, place in self._places:
            text = cells[place].strip()
            if text:
                found[role] = (text,)
                if not text.isascii() and not _is_text(text):
                    return self._row(number, cells)
        return Row(number, found)

    def _row(self, number: int, cells: list[str]) -> Row:
        width = len(cells)
        problem = ""
        if width != len(self._header):
            problem = f"the row has {width} cells where the header has {len(self._header)}"
        found: dict[str, tuple[str, ...]] = {}
        for role, place in self._places:
            text = cells[place].strip() if place < width else ""
            if text:
                values = values_of(role, text) if role in SEVERAL else (text,)
                if values:
                    found[role] = found[role] + values if role in found else values
                if not (text.isascii() or problem or _is_text(text)):
                    problem = f"the row is not text in {_shown(self._encoding)}: name the encoding with --encoding"
        return Row(number, found, problem)

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
            raise BadInputError(
                f"{self._path} is not text in {_shown(self._encoding)} ({error}): name --encoding."
            ) from error


def _encoding_of(path: Path) -> str:
    with path.open("rb") as file:
        return MARKS.get(file.read(2), "utf-8-sig")


def _shown(encoding: str) -> str:
    """Return the name that a user would give an encoding."""
    return encoding.removesuffix("-sig")


def _is_text(text: str) -> bool:
    """Say whether no byte was left undecoded."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _delimiter(line: str) -> str:
    """Return the delimiter of which a header has most outside quotes; a comma if it has none."""
    bare = "".join(line.split('"')[::2])
    return max(DELIMITERS, key=bare.count)
