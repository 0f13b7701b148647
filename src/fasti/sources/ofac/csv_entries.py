"""Turn a row of OFAC's primary CSV file, and what overflowed from its remarks, into listings."""

from dataclasses import dataclass

from fasti.model.listing import Fact
from fasti.sources.description import Description
from fasti.sources.drafting import RowRead
from fasti.sources.ofac.assembling import Heading, assemble, continue_entry
from fasti.sources.ofac.csv_rows import Rows, cells
from fasti.sources.ofac.remarks import LIMIT, read_items, read_titles, split
from fasti.sources.ofac.statements import REMARK, Statement
from fasti.sources.ofac.vessels import FACTS, describe_vessel
from fasti.sources.ofac.wording import one_line, tidy

FIELDS = (
    "ent_num",
    "SDN_Name",
    "SDN_Type",
    "Program",
    "Title",
    "Call_Sign",
    "Vess_type",
    "Tonnage",
    "GRT",
    "Vess_flag",
    "Vess_owner",
    "Remarks",
)


@dataclass(frozen=True, slots=True)
class Primary:
    """A row of the primary file, taken apart.

    Attributes:
        heading: Number, kind, name and tags.
        statements: What the fields and the uncut items of the remarks say.
        remarks: The remarks, verbatim.
        whole: Number of items in the remarks that were not cut.
    """

    heading: Heading
    statements: tuple[Statement, ...]
    remarks: str
    whole: int


def read_entry(line: bytes, rows: Rows, number: int, source: Description) -> RowRead:
    """Return the listing of a row of the primary file.

    An item that the limit of the remarks cuts is not read: it and all that follows belong to the overflow file, so
    that this part is the same with and without it. The listing says so in the fact `remarks_cut`.

    Raises:
        RefusedError: The row is malformed.
    """
    row = _primary(cells(line, rows, number))
    return assemble(row.heading, row.statements, source, remarks=row.remarks)


def read_overflow(entry: list[str], overflow: str, source: Description) -> RowRead:
    """Return what the overflow adds to an entry, the cut item made whole again.

    Args:
        entry: Cells of the primary row.
        overflow: Text of the overflow file for it.
        source: Says what the tags mean.
    """
    row = _primary(entry)
    after = read_items(split(row.remarks + overflow)[row.whole :])
    return continue_entry(row.heading, row.statements, after, source, overflow)


def is_cut(remarks: str) -> bool:
    """Say whether remarks fill the column, so that OFAC has cut them."""
    return len(remarks) >= LIMIT


def _primary(found: list[str]) -> Primary:
    number, name, kind, tags, title, *vessel, remarks = found
    items = split(remarks)
    whole = len(items) - 1 if is_cut(remarks) else len(items)
    cut = tuple(Fact("remarks_cut", tidy(item)) for item in items[whole:])
    titles = read_titles(title)
    repeated = {Fact(REMARK, one.text) for one in titles}  # the remarks repeat the title column
    statements = (
        *titles,
        *describe_vessel(dict(zip(FACTS, vessel, strict=True))),
        *(one for one in read_items(items[:whole]) if one not in repeated),
        *cut,
    )
    return Primary(Heading(number, kind, one_line(name), _tags(tags)), statements, remarks, whole)


def _tags(text: str) -> tuple[str, ...]:
    """Return the tags of a programme cell, which reads `A] [B` for two of them."""
    return tuple(tag.strip() for tag in text.strip("[] ").split("] [") if tag.strip())
