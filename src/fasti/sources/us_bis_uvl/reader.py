"""Read the Unverified List: the table that BIS serves, and Supplement No. 6 to Part 744 as the eCFR has it."""

from collections.abc import Sequence
from functools import partial

from fasti.model.listing import Address
from fasti.sources.description import describe
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.records.editions import only_member
from fasti.sources.records.wording import one_line
from fasti.sources.trade.assembling import assemble
from fasti.sources.trade.drafts import Opened, draft_of
from fasti.sources.trade.ecfr import Layout, read_appendix
from fasti.sources.trade.naming import split_name
from fasti.sources.trade.table import Columns, Row, Table, named, read_table
from fasti.sources.trade.tags import sole_membership

SOURCE_ID = "us_bis_uvl"
USED = ("country", "name", "address")
LAYOUT = Layout("Supplement No. 6 to Part 744", ("country", "entity", "citation"))


def read_csv(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of the table.

    Raises:
        RefusedError: The file is cut short, malformed or another list.
    """
    table = read_table(only_member(members), Columns(USED))
    opened = Opened(table.name, "csv", USED, table.problems, table.doubts)
    return draft_of(describe(SOURCE_ID), opened, table.rows, partial(_read, table), memo)


def read_xml(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of the supplement.

    Raises:
        RefusedError: The file is cut short, malformed or does not have the supplement.
    """
    return read_appendix(describe(SOURCE_ID), LAYOUT, members, memo)


def _read(table: Table, row: Row) -> RowRead:
    fields = named(table, row)
    return assemble(
        SOURCE_ID,
        split_name(fields["name"]),
        [sole_membership(SOURCE_ID)],
        (),
        keyed_by={},
        addresses=[Address(street=one_line(fields["address"]), country=one_line(fields["country"]))],
    )
