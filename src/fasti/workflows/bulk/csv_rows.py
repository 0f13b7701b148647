"""Reads a table of separated values, row by row; a row that cannot be read is told, and the next one is read.

A quote that is never closed would take the lines after it into one cell: those are read again, each as its own row.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from fasti.model.errors import BadInputError, UsageError
from fasti.workflows.bulk.columns import Mapped, map_columns
from fasti.workflows.bulk.lines import Lines
from fasti.workflows.bulk.rows import SEVERAL, Row, values_of
from fasti.workflows.bulk.source import Source

DELIMITERS = (",", ";", "\t", "|")
NAMES = {",": "a comma", ";": "a semicolon", "\t": "a tab", "|": "a bar"}
UNCLOSED = "a quote of the row is never closed: the row was not asked, the lines after it were read as rows"
MOST_CELL = 16 * 1024 * 1024
"""Characters of one cell; a quote that is never closed takes in what follows up to here."""
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SEPARATOR = re.compile(r"\"?sep=([^\"\r\n])\"?[;,]*", re.IGNORECASE)
"""A line before the header by which a spreadsheet is told the delimiter."""


class CsvTable:
    """A table of separated values with a header."""

    def __init__(self, source: Source, named: Mapping[str, Sequence[str]], encoding: str | None) -> None:
        """Read the header.

        Raises:
            BadInputError: The file is empty, or has no column for a name.
            UsageError: A named column does not exist, or the encoding.
        """
        self._source = source
        self.length: int | None = None
        self._encoding = encoding or _encoding_of(source.path)
        with self._opened() as file:
            first = file.readline(MOST_CELL)
            told = _SEPARATOR.fullmatch(first.rstrip("\r\n"))
            self._before = int(told is not None)
            if told is not None:
                first = file.readline(MOST_CELL)
            if not first.strip():
                raise BadInputError(_lacking(source, file))
            self._delimiter = told[1] if told else "\t" if source.path.suffix.lower() == ".tsv" else _delimiter(first)
        with self._opened() as file:
            lines = self._lines(file)
            header = next(self._reader(lines))
            if lines.unclosed(self._delimiter):
                raise BadInputError(f"A quote in the header of {source} is never closed: write the header again.")
        self._header = [one.strip() for one in header]
        if "\0" in first or not all(map(_is_text, self._header)):
            raise BadInputError(
                f"The first line of {source} is not text in {_shown(self._encoding)}: "
                "name --encoding (cp1252, utf-16, ...), or another --input-format."
            )
        self.mapped: Mapped = map_columns(self._header, named, str(source))
        self._places = [(role, self._header.index(one)) for role, ones in self.mapped.roles.items() for one in ones]
        self._simple = not SEVERAL & self.mapped.roles.keys() and len(self._places) == len(self.mapped.roles)

    def rows(self) -> Iterator[Row]:
        """Yield every row after the header; a line without any character is none."""
        with self._opened() as file:
            lines = self._lines(file)
            reader = self._reader(lines)
            next(reader)
            lines.forget()
            number = 0
            while True:
                cells, problem = self._next(reader, lines)
                if problem:
                    number += 1
                    yield Row(number, {}, problem)
                elif cells is None:
                    return
                elif cells:
                    number += 1
                    yield self._simple_row(number, cells) if self._simple else self._row(number, cells)
                lines.forget()

    def _next(self, reader: Iterator[list[str]], lines: Lines) -> tuple[list[str] | None, str]:
        """Return the cells of the next row, none at the end of the file, and why it cannot be asked."""
        cells, problem = None, ""
        try:
            cells = next(reader, None)
        except csv.Error as error:
            problem = f"the row cannot be read ({error})"
        if len(lines.taken) > 1 and (problem or lines.unclosed(self._delimiter)):
            lines.give_back()
            problem = UNCLOSED
        return cells, problem

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
            if width > len(self._header):
                problem += f": a cell that holds {NAMES.get(self._delimiter, 'the delimiter')} has to stand in quotes"
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

    def _lines(self, file: TextIO) -> Lines:
        """Return the lines from the header on."""
        for _ in range(self._before):
            file.readline(MOST_CELL)
        return Lines(file)

    def _reader(self, lines: Lines) -> Iterator[list[str]]:
        csv.field_size_limit(MOST_CELL)
        return csv.reader(lines, delimiter=self._delimiter)

    @contextmanager
    def _opened(self) -> Iterator[TextIO]:
        try:
            with self._source.path.open(encoding=self._encoding, errors="surrogateescape", newline="") as file:
                yield file
        except LookupError:
            raise UsageError(f"--encoding {self._encoding} is no encoding: use utf-8, cp1252, utf-16, ...") from None
        except UnicodeError as error:
            raise BadInputError(
                f"{self._source} is not text in {_shown(self._encoding)} ({error}): name --encoding."
            ) from error


def _encoding_of(path: Path) -> str:
    with path.open("rb") as file:
        return MARKS.get(file.read(2), "utf-8-sig")


def _lacking(source: Source, file: TextIO) -> str:
    """Return what to say of a table whose first line is blank."""
    what = "begins with a blank line" if file.read(1) else "is empty"
    return f"{source} {what}: its first line has to be a header, such as id,name."


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
