"""Read the table of parties debarred under the Arms Export Control Act: one row for each party and notice."""

from collections.abc import Sequence
from functools import partial

from fasti.model.listing import Fact
from fasti.sources.description import describe
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.records.editions import only_member
from fasti.sources.records.wording import one_line
from fasti.sources.trade.assembling import assemble
from fasti.sources.trade.citations import citations
from fasti.sources.trade.dates import iso_day
from fasti.sources.trade.drafts import Opened, draft_of
from fasti.sources.trade.naming import split_name
from fasti.sources.trade.statements import Statement, citation, facts_of, stated_date
from fasti.sources.trade.table import Columns, Row, Table, named, read_table
from fasti.sources.trade.tags import sole_membership

SOURCE_ID = "us_state_dtc"
PUBLICATION = "publication"

USED = (
    "party_name",
    "date_of_birth",
    "federal_register_notice",
    "notice_date",
    "corrected_notice",
    "corrected_notice_date",
    "type",
)
"""Columns that go into listings, under the names that they have now."""

_COLUMNS = Columns(
    needed=USED[:-1],
    further=USED[-1:],
    renamed={"debarred_party_full_name_and_alias": "party_name", "notice": "federal_register_notice"},
)


def read_csv(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of the table.

    Raises:
        RefusedError: The file is cut short, malformed or another list.
    """
    table = read_table(only_member(members), _COLUMNS)
    opened = Opened(table.name, "csv", USED, table.problems, table.doubts)
    return draft_of(describe(SOURCE_ID), opened, table.rows, partial(_read, table), memo)


def notice_of(notice: str) -> str:
    """Return what the key of an entry takes from its notice: volume and page of the first, else the words."""
    return next(iter(citations(notice)), one_line(notice))


def _read(table: Table, row: Row) -> RowRead:
    fields = named(table, row)
    corrected, notice = fields["corrected_notice"], fields["federal_register_notice"]
    return assemble(
        SOURCE_ID,
        split_name(fields["party_name"]),
        [sole_membership(SOURCE_ID)],
        (
            *stated_date(PUBLICATION, "Notice Date", fields["notice_date"], SOURCE_ID),
            *stated_date(PUBLICATION, "Corrected Notice Date", fields["corrected_notice_date"], SOURCE_ID),
            *citation(notice),
            *citation(corrected),
            *_birth(fields["date_of_birth"]),
            *facts_of(fields, {"type": "debarment_type"}),
        ),
        keyed_by={"citation": notice_of(corrected or notice)},
    )


def _birth(text: str) -> tuple[Statement, ...]:
    words = one_line(text)
    return (Fact("birth_date", words, iso_day(words)),) if words else ()
