"""Read the table of nonproliferation sanctions: one row for each determination against a party under one law."""

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
from fasti.sources.trade.naming import split_alias, split_name
from fasti.sources.trade.statements import began, citation
from fasti.sources.trade.table import Columns, Row, Table, named, read_table
from fasti.sources.trade.tags import programme_memberships

SOURCE_ID = "us_state_isn"

USED = (
    "source_list",
    "programs",
    "name",
    "alternative_names",
    "country",
    "federal_register_notice",
    "effective_date",
    "remarks_notes",
)
"""Columns that go into listings."""


def read_csv(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of the table.

    Raises:
        RefusedError: The file is cut short, malformed or another list.
    """
    table = read_table(only_member(members), Columns((*USED, "web_link")))
    opened = Opened(table.name, "csv", USED, table.problems, table.doubts)
    return draft_of(describe(SOURCE_ID), opened, table.rows, partial(_read, table), memo)


def _read(table: Table, row: Row) -> RowRead:
    fields = named(table, row)
    since = fields["effective_date"]
    memberships, notes = programme_memberships(SOURCE_ID, fields["programs"].split("; "))
    return assemble(
        SOURCE_ID,
        (*split_name(fields["name"]), *split_alias(fields["alternative_names"])),
        memberships if fields["source_list"] == "ISN" else (),
        (
            *began("Effective Date", since, SOURCE_ID),
            *citation(fields["federal_register_notice"]),
            *notes,
        ),
        keyed_by={"listed_on": iso_day(since) or since},
        addresses=[Address(country=one_line(fields["country"]))],
        remarks=fields["remarks_notes"],
    )
