"""Cut an agency's table of comma- or tab-separated values into rows, and refuse one that does not hold together.

Source: RFC 4180. Spreadsheets drop empty cells at the end of a row and leave columns without a name; both occur.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from fasti.model.problem import Problem, Severity
from fasti.sources.drafting import RawMember
from fasti.sources.gates import refuse
from fasti.sources.records.editions import another_list

Row = tuple[str, ...]

_NOT_WORD = re.compile(r"\W+")
_LINE_ENDS = ("\n", "\r")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, by their plain names.

    Attributes:
        needed: Every one must be there, and have a cell in every row.
        further: May be missing, and rows may end before them.
        renamed: Names that columns had at another time, to the names they have now.
    """

    needed: tuple[str, ...]
    further: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """A table, cut into rows.

    Attributes:
        name: File name.
        columns: Plain names of the columns in file order; empty for one without a name.
        rows: Cells of each row that says anything, all of the same width.
        problems: Defects that do not matter enough to refuse the file.
        doubts: Reasons to hold the edition.
    """

    name: str
    columns: Row
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    doubts: tuple[str, ...]


def read_table(member: RawMember, columns: Columns, delimiter: str = ",") -> Table:
    """Return the rows of a table.

    Raises:
        RefusedError: It is no such table, or was cut short, or a row has other columns than its header.
    """
    text, problems = _text(member)
    lines = _lines(member, text, delimiter)
    labels = (plain(cell) for cell in lines[0]) if lines else ()
    header = tuple(columns.renamed.get(label, label) for label in labels)
    _check_header(member, header, columns)
    least = max(header.index(one) for one in columns.needed) + 1
    rows = [_row(member, number, line, header, least) for number, line in enumerate(lines[1:], 2) if any(line)]
    doubts = _doubts_of_end(member, text, lines[-1], header)
    unknown = sorted({one for one in header if one} - {*columns.needed, *columns.further})
    message = "the format is not known to have the field {}; it is not read"
    problems += [Problem("unknown_field", message.format(one), member.name) for one in unknown]
    kept = tuple(row for row in rows if any(cell.strip() for cell in row))
    return Table(member.name, header, kept, tuple(problems), doubts)


def plain(label: str) -> str:
    """Return a column's name in plain form.

    >>> plain("Date Lifted/Waived/Expired")
    'date_lifted_waived_expired'
    """
    return _NOT_WORD.sub("_", label.strip().lower()).strip("_")


def named(table: Table, row: Sequence[str]) -> dict[str, str]:
    """Return the cells of a row by the plain names of their columns, without surrounding space."""
    return {name: cell.strip() for name, cell in zip(table.columns, row, strict=True) if name}


def _text(member: RawMember) -> tuple[str, list[Problem]]:
    """Return a file's text: UTF-8, else Windows-1252, which agencies' spreadsheets still write."""
    if b"\0" in member.data:
        refuse(member.name, "is no text: it holds zero bytes")
    try:
        return member.data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        message = "the file is not in UTF-8; it is read as Windows-1252"
    try:
        return member.data.decode("cp1252"), [Problem("windows_1252", message, member.name, Severity.INFO)]
    except UnicodeDecodeError as error:
        refuse(member.name, f"is no text in UTF-8 or Windows-1252 ({error.reason} at byte {error.start})")


def _lines(member: RawMember, text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    try:
        return list(reader)
    except csv.Error as error:
        refuse(member.name, f"is cut short or malformed in line {reader.line_num} ({error})")


def _row(member: RawMember, number: int, line: Sequence[str], header: Row, least: int) -> Row:
    """Return the cells of a row, filled up to the width of the header."""
    if len(line) < least or any(cell.strip() for cell in line[len(header) :]):
        refuse(member.name, f"is cut short or malformed in row {number}: {len(line)} columns, not {len(header)}")
    cells = tuple(line[: len(header)])
    return cells + ("",) * (len(header) - len(cells))


def _check_header(member: RawMember, header: Row, columns: Columns) -> None:
    """Refuse a table that has not the columns of this publication."""
    missing = [one for one in columns.needed if one not in header]
    if missing:
        another_list(member.name, f"it has no column {missing[0]}, as every file of this publication has")
    strange = [one for one in header if one and one not in (*columns.needed, *columns.further)]
    if len(strange) > len(columns.needed):
        another_list(member.name, f"it has a column {strange[0]}, and {len(strange) - 1} more that are not known here")


def _doubts_of_end(member: RawMember, text: str, last: Sequence[str], header: Row) -> tuple[str, ...]:
    """Return a doubt if the last row does not end its line; refuse the table if that row is not whole.

    A last cell in quotes that are closed is whole all the same.
    """
    if text.endswith(_LINE_ENDS):
        return ()
    width = max(place for place, one in enumerate(header, 1) if one)
    if len(last) < width:
        refuse(member.name, f"is cut short: its last row has {len(last)} columns, not {width}")
    if text.endswith('"'):
        return ()
    return ("its last line does not end, so it may have been cut short",)
