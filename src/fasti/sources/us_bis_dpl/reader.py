"""Read `dpl.txt`, the Denied Persons List: one row for each address under which an order names a person."""

from collections.abc import Sequence
from functools import partial

from fasti.model.listing import Address
from fasti.sources.description import describe
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.records.editions import only_member
from fasti.sources.records.wording import one_line
from fasti.sources.trade.assembling import assemble
from fasti.sources.trade.dates import iso_day
from fasti.sources.trade.drafts import Opened, draft_of
from fasti.sources.trade.naming import split_name
from fasti.sources.trade.statements import began, citation, ended, facts_of
from fasti.sources.trade.table import Columns, Row, Table, named, read_table
from fasti.sources.trade.tags import sole_membership

SOURCE_ID = "us_bis_dpl"

USED = (
    "name",
    "street_address",
    "city",
    "state",
    "country",
    "postal_code",
    "effective_date",
    "expiration_date",
    "standard_order",
    "action",
    "fr_citation",
)
"""Columns that go into listings."""

_MAY_END_BEFORE = ("action", "fr_citation")
_COLUMNS = Columns((*(one for one in USED if one not in _MAY_END_BEFORE), "last_update"), _MAY_END_BEFORE)


def read_txt(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of `dpl.txt`.

    Raises:
        RefusedError: The file is cut short, malformed or another list.
    """
    table = read_table(only_member(members), _COLUMNS, delimiter="\t")
    opened = Opened(table.name, "txt", USED, table.problems, table.doubts)
    return draft_of(describe(SOURCE_ID), opened, table.rows, partial(_read, table), memo)


def _read(table: Table, row: Row) -> RowRead:
    fields = dict.fromkeys(_MAY_END_BEFORE, "") | named(table, row)
    since = fields["effective_date"]
    return assemble(
        SOURCE_ID,
        split_name(fields["name"]),
        [sole_membership(SOURCE_ID)],
        (
            *began("Effective_Date", since, SOURCE_ID),
            *ended("Expiration_Date", fields["expiration_date"], SOURCE_ID),
            *citation(fields["fr_citation"]),
            *facts_of(fields, {"standard_order": "standard_order", "action": "action"}),
        ),
        keyed_by={"listed_on": iso_day(since) or since},
        addresses=[_address(fields)],
    )


def _address(fields: dict[str, str]) -> Address:
    return Address(
        street=one_line(fields["street_address"]),
        city=one_line(fields["city"]),
        region=one_line(fields["state"]),
        postal_code=one_line(fields["postal_code"]),
        country=one_line(fields["country"]),
    )
