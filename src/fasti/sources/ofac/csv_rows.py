"""Cut OFAC's CSV files into rows, and refuse those that do not end or hold together.

Source: OFAC's SDN and non-SDN data specifications (rows without header, `-0-` for null); the byte 0x1A after the last
row is in every file that OFAC serves.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from fasti.model.problem import Problem
from fasti.sources.drafting import RawMember
from fasti.sources.gates import refuse
from fasti.sources.ofac.assembling import is_entry_number

END = b"\x1a"
NULL = "-0-"
COLUMNS = {"entries": 12, "addresses": 6, "aliases": 5, "comments": 2}
_LENIENT = frozenset({"comments"})
_NULL_LAST = frozenset({"addresses", "aliases"})


@dataclass(frozen=True, slots=True)
class Rows:
    """The raw rows of one member.

    Attributes:
        name: File name.
        role: Role of the member.
        lines: Raw bytes of each row, without line end, in file order.
        problems: Defects that do not matter enough to refuse the file.
    """

    name: str
    role: str
    lines: tuple[bytes, ...]
    problems: tuple[Problem, ...]


def cut_rows(member: RawMember) -> Rows:
    """Return the rows of a member.

    A file with OFAC's own line ends (CRLF) must end with 0x1A, else it was cut short; the spill-over file alone has
    been served without. A file that was saved again with LF may lack it, as long as its last row is complete.

    Raises:
        RefusedError: The file is cut short, or goes on after its end.
    """
    if b"\0" in member.data:
        refuse(member.name, "is no text: it holds zero bytes")
    body, mark, rest = member.data.partition(END)
    if rest.strip():
        refuse(member.name, "goes on after the byte 0x1A that ends such a file")
    newline = b"\r\n" if b"\r\n" in body else b"\n"
    problems = () if mark else _unended(member, newline)
    lines = body.split(newline)
    if lines[-1] == b"":
        lines.pop()
    return Rows(member.name, member.role, tuple(lines), problems)


def cells(line: bytes, rows: Rows, number: int) -> list[str]:
    """Return the cells of a row, as written; nulls are empty.

    Args:
        line: Raw row.
        rows: What it belongs to.
        number: Its place in the file, from 1.

    Raises:
        RefusedError: The row has an open quote, other than the expected columns, or no number in front.
    """
    try:
        found = next(csv.reader([line.decode("utf-8")], strict=True), [])
    except (csv.Error, UnicodeDecodeError) as error:
        refuse(rows.name, f"is cut short or malformed in line {number} ({error})")
    expected = COLUMNS[rows.role]
    if len(found) != expected:
        refuse(rows.name, f"is cut short or malformed in line {number}: {len(found)} columns instead of {expected}")
    if not is_entry_number(found[0]):
        refuse(rows.name, f"is malformed in line {number}: it does not begin with the number of an entry")
    if number == len(rows.lines):
        found[-1] = _last(found[-1], line, rows)
    return ["" if cell.rstrip() == NULL else cell for cell in found]


def role_by_columns(member: RawMember) -> str:
    """Return the role that the first row's number of columns gives a member; empty if none has so many."""
    first = member.data.partition(b"\n")[0].rstrip(b"\r" + END)
    try:
        width = len(next(csv.reader([first.decode("utf-8")], strict=True), []))
    except (csv.Error, UnicodeDecodeError):
        return ""
    return next((role for role, columns in COLUMNS.items() if columns == width), "")


def by_key(lines: Sequence[bytes]) -> dict[bytes, list[int]]:
    """Return the places of the rows of each entry number, in file order."""
    places: dict[bytes, list[int]] = {}
    for place, line in enumerate(lines):
        places.setdefault(line.split(b",", 1)[0], []).append(place)
    return places


def _unended(member: RawMember, newline: bytes) -> tuple[Problem, ...]:
    """Return the problem of a file without 0x1A, or refuse it."""
    if b"\n" not in member.data or (newline == b"\r\n" and member.role not in _LENIENT):
        refuse(member.name, "does not end with the byte 0x1A as OFAC's files do, so it was cut short")
    message = (
        "the file does not end with the byte 0x1A; its last row lacks nothing but a null, so it is taken as saved again"
    )
    return (Problem("no_end_mark", message, member.name),)


def _last(cell: str, line: bytes, rows: Rows) -> str:
    """Return the last cell of a file; in one without end mark it must be whole.

    In files whose last column is always null, a null that lost its last bytes is still one: the number of columns
    shows that nothing else is missing.
    """
    if not rows.problems or cell.rstrip() == NULL or line.endswith(b'"'):
        return cell
    if rows.role not in _NULL_LAST or not NULL.startswith(cell):
        refuse(rows.name, "does not end with the byte 0x1A, and its last row may be cut short")
    return NULL
