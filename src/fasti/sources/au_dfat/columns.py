"""The columns of the Australian list, and which rows of it are one party's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fasti.sources.gates import refuse
from fasti.sources.records.tables import Row, Table
from fasti.sources.records.wording import one_line

NEEDED = ("Reference", "Name of Individual or Entity", "Type", "Name Type", "Committees", "Control Date")
"""Columns that every file has had."""

COLUMNS = (
    "Reference",
    "Name of Individual or Entity",
    "Type",
    "Name Type",
    "Alias Strength",
    "Date of Birth",
    "Place of Birth",
    "Citizenship",
    "Address",
    "Additional Information",
    "Listing Information",
    "IMO Number",
    "Committees",
    "Control Date",
    "Instrument of Designation",
    "Targeted Financial Sanction",
    "Travel Ban",
    "Arms Embargo",
    "Maritime Restriction",
)
"""Columns since November 2025; before, there were neither strengths, numbers, instruments nor measures."""

PRIMARY = frozenset({"primary name", "primary"})
_REFERENCE = re.compile(r"(?P<number>\d{1,7})\s*(?P<letters>[A-Za-z]{0,3})")
_CARRIAGE_RETURN = "_x000D_"


@dataclass(frozen=True, slots=True)
class Record:
    """One row by its columns; a column that the file does not have is empty."""

    cells: tuple[tuple[str, str], ...]

    def __getitem__(self, column: str) -> str:
        """Return a cell with its white space collapsed."""
        return dict(self.cells).get(column, "")


@dataclass(frozen=True, slots=True)
class Party:
    """The rows of one party.

    Attributes:
        key: Entry key.
        records: In file order.
        reused: Whether the publisher gave the reference to another party before.
        line: Where the first row ends.
    """

    key: str
    records: tuple[Record, ...]
    reused: bool
    line: int


def parties_of(table: Table) -> list[Party]:
    """Return the parties of a table, in file order.

    Rows that share the number of their reference are one party's, wherever they stand. A reference that turns up again
    with a primary name after other rows was given to somebody else by mistake; who came first keeps the key.

    Raises:
        RefusedError: A row has no reference.
    """
    found: dict[str, list[tuple[Record, int]]] = {}
    counts: dict[str, int] = {}
    last = ""
    for row in table.rows:
        record = _record(table.columns, row)
        number = _number(record, table.name, row)
        if number != last and record["Name Type"].lower() in PRIMARY and number in counts:
            counts[number] += 1
        counts.setdefault(number, 1)
        key = f"au:{number}" if counts[number] == 1 else f"au:{number}-{counts[number]}"
        found.setdefault(key, []).append((record, row.line))
        last = number
    return [Party(key, tuple(record for record, _ in ones), "-" in key, ones[0][1]) for key, ones in found.items()]


def _record(columns: Sequence[str], row: Row) -> Record:
    cells = (one_line(cell.replace(_CARRIAGE_RETURN, " ")) for cell in row.cells)
    return Record(tuple((column, cell) for column, cell in zip(columns, cells, strict=True) if cell))


def _number(record: Record, name: str, row: Row) -> str:
    found = _REFERENCE.fullmatch(record["Reference"])
    if found is None:
        refuse(name, f"is malformed in line {row.line}: the row there has no reference")
    return str(int(found["number"]))
