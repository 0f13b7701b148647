"""The columns of OFSI's Consolidated List, in the two formats in which it was published.

Source: OFSI, *Consolidated List format guide*; the seven columns added in February 2022.
"""

from dataclasses import dataclass

from fasti.sources.records.tables import Row, Table

NAMES = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5")
ADDRESS = ("Address 1", "Address 2", "Address 3", "Address 4", "Address 5")

OLD = (
    "Name 6", *NAMES, "Title", "DOB", "Town of Birth", "Country of Birth", "Nationality", "Passport Details",
    "NI Number", "Position", *ADDRESS, "Address 6", "Post/Zip Code", "Country", "Other Information", "Group Type",
    "Alias Type", "Regime", "Listed On", "Last Updated", "Group ID",
)  # fmt: skip
"""Up to February 2022."""

NEW = (
    "Name 6", *NAMES, "Title", "Name Non-Latin Script", "Non-Latin Script Type", "Non-Latin Script Language", "DOB",
    "Town of Birth", "Country of Birth", "Nationality", "Passport Number", "Passport Details",
    "National Identification Number", "National Identification Details", "Position", *ADDRESS, "Address 6",
    "Post/Zip Code", "Country", "Other Information", "Group Type", "Alias Type", "Alias Quality", "Regime", "Listed On",
    "UK Sanctions List Date Designated", "Last Updated", "Group ID",
)  # fmt: skip
"""From February 2022."""

KEY = "Group ID"


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one party: every combination of its names, dates of birth and addresses.

    Attributes:
        number: The publisher's number of the party.
        line: Line of its first row.
        columns: The heading.
        rows: Their cells.
    """

    number: str
    line: int
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def values(self, column: str) -> tuple[str, ...]:
        """Return the distinct texts of a column, in file order; none if the format does not have it."""
        if column not in self.columns:
            return ()
        place = self.columns.index(column)
        return tuple(dict.fromkeys(text for row in self.rows if (text := row[place].strip())))

    def records(self, *columns: str) -> tuple[dict[str, str], ...]:
        """Return the distinct combinations of some columns, in file order; a column the format lacks is empty."""
        places = [(name, self.columns.index(name) if name in self.columns else None) for name in columns]
        found = (tuple("" if at is None else row[at].strip() for _, at in places) for row in self.rows)
        return tuple(dict(zip(columns, one, strict=True)) for one in dict.fromkeys(found))


def is_number(text: str) -> bool:
    """Say whether a text can be the number of a group."""
    return text.isascii() and text.isdigit()


def groups(table: Table) -> tuple[Group, ...]:
    """Return the rows of each party together, in the order in which the file first names them."""
    place = table.columns.index(KEY)
    found: dict[str, list[Row]] = {}
    for row in table.rows:
        found.setdefault(row.cells[place].strip(), []).append(row)
    return tuple(
        Group(number, rows[0].line, table.columns, tuple(row.cells for row in rows)) for number, rows in found.items()
    )
