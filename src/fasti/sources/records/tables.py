"""Cut a file of separated values with a heading into rows, and refuse one that does not end or hold together.

Source: RFC 4180. A file without a mark at its end, cut exactly between two rows, cannot be told from a whole one.
"""

import csv
import io
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass

from fasti.model.problem import Problem
from fasti.sources.drafting import RawMember
from fasti.sources.gates import refuse
from fasti.sources.records.editions import another_list

UTF_8 = "utf-8-sig"
_SNIFFED = 16_384


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Attributes:
        line: The line on which it ends, from 1.
        cells: Its cells as written, one for each column.
    """

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A file cut into rows.

    Attributes:
        name: File name.
        columns: The heading.
        rows: What follows it, all of the heading's width.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """Every row of a file.

    Attributes:
        all: In file order, blank ones left out.
        open: Whether the file ends without the end of a line: its last cell may be cut short.
    """

    all: tuple[Row, ...]
    open: bool


def cut(member: RawMember, separator: str, encodings: Sequence[str] = (UTF_8,)) -> Rows:
    """Return every row of a file.

    Args:
        member: The file.
        separator: What stands between two cells.
        encodings: In the order in which they are tried.

    Raises:
        RefusedError: It is no text, or ends within a quoted cell.
    """
    if b"\0" in member.data:
        refuse(member.name, "is no text: it holds zero bytes")
    reader = csv.reader(io.StringIO(_text(member, encodings), newline=""), delimiter=separator, strict=True)
    rows = []
    try:
        rows = [Row(reader.line_num, tuple(cells)) for cells in reader if any(cells)]
    except csv.Error as error:
        refuse(member.name, f"is cut short or malformed in line {reader.line_num} ({error})")
    unended = bool(rows) and not member.data.endswith((b"\n", b"\r"))
    return Rows(tuple(rows), unended and not member.data.endswith(b'"'))


def first_line(member: RawMember) -> str:
    """Return the first line of a file that says anything, for telling whose it is before the rest is cut."""
    opening = member.data[:_SNIFFED].decode(UTF_8, errors="replace")
    return next((line for text in opening.splitlines() if (line := text.strip())), "")


def headed(name: str, rows: Sequence[Row], needed: Collection[str], title: str) -> Table:
    """Return the rows below a heading, each checked against its width.

    Args:
        name: File name.
        rows: The heading and what follows it.
        needed: Columns without which it is no heading of this format.
        title: Of the publication.

    Raises:
        RefusedError: The heading is another one, or a row has more or fewer cells than it.
    """
    columns = tuple(one.strip() for one in rows[0].cells) if rows else ()
    missing = sorted(set(needed) - set(columns))
    if missing:
        another_list(name, f"its first row is no heading of {title}, which has a column {missing[0]}")
    for row in rows[1:]:
        if len(row.cells) != len(columns):
            refuse(
                name,
                f"is cut short or malformed in line {row.line}: {len(row.cells)} columns instead of {len(columns)}",
            )
    return Table(name, columns, tuple(rows[1:]))


def unknown_columns(table: Table, used: Collection[str], ignored: Collection[str]) -> list[Problem]:
    """Return a problem for each column that is neither used nor ignored."""
    strange = dict.fromkeys(one for one in table.columns if one and one not in used and one not in ignored)
    message = "the format is not known to have the field {}; it is not read"
    return [Problem("unknown_field", message.format(one), table.name) for one in strange]


def _text(member: RawMember, encodings: Sequence[str]) -> str:
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            return member.data.decode(encoding)
    return refuse(member.name, f"is no text in {' or '.join(encodings)}")
