"""Read the Australian Sanctions Consolidated List, saved as separated values from the publisher's workbook."""

from collections.abc import Sequence
from functools import partial

from fasti.model.listing import ENTRIES
from fasti.model.problem import Problem
from fasti.sources.au_dfat.columns import COLUMNS, NEEDED, parties_of
from fasti.sources.au_dfat.dates import is_day_first, split_dates
from fasti.sources.au_dfat.entries import read_party
from fasti.sources.description import describe
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.records.editions import Format, another_list, entries_of, make_draft, only_member, problem, tell
from fasti.sources.records.holding import held_if_open, held_if_small
from fasti.sources.records.tables import UTF_8, Table, cut, first_line, headed, unknown_columns

SOURCE_ID = "au_dfat"
CSV = Format("csv", "1", COLUMNS)
_DATED = ("Date of Birth", "Listing Information", "Control Date")


def read_csv(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition saved with commas or tabs between its cells.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or has rows without a reference.
    """
    source, member = describe(SOURCE_ID), only_member(members)
    heading = first_line(member)
    if NEEDED[1] not in heading:
        another_list(member.name, f"its first row is no heading of {source.info.title}")
    rows = cut(member, "\t" if "\t" in heading else ",", (UTF_8,))
    table = headed(member.name, rows.all, NEEDED, source.info.title)
    day_first = _is_day_first(table)
    reads: dict[str, RowRead] = {}
    for party in parties_of(table):
        raw = (party.key, party.records, day_first)
        reads[party.key] = memo.read(ENTRIES, raw, partial(read_party, party, source, day_first=day_first))
    problems = [*tell(member.name, reads.values()), *unknown_columns(table, COLUMNS, source.ignored[CSV.name])]
    problems += _altered(member.name, day_first=day_first)
    draft = make_draft(source, CSV, entries_of(member.name, reads), problems)
    return held_if_small(held_if_open(draft, unended=rows.open), source.info)


def _is_day_first(table: Table) -> bool:
    """Say whether no date of the file has its month before its day, as a spreadsheet may write them."""
    places = [table.columns.index(one) for one in _DATED if one in table.columns]
    return is_day_first(date for row in table.rows for place in places for date in split_dates(row.cells[place]))


def _altered(name: str, *, day_first: bool) -> list[Problem]:
    if day_first:
        return []
    message = "dates with slashes have the month before the day in places, so that none of them is read"
    return [problem("month_first", message, name)]
