"""Read OFSI's Consolidated List: its CSV file before and after the change of February 2022, each its own series."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from fasti.model.catalog import SourceInfo
from fasti.model.problem import Problem
from fasti.sources.description import describe
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.gates import refuse
from fasti.sources.gb.dates import report_day
from fasti.sources.gb_conlist.columns import NEW, OLD, groups, is_number
from fasti.sources.gb_conlist.entries import read_group
from fasti.sources.records.editions import Format, another_list, entries_of, make_draft, only_member, tell
from fasti.sources.records.holding import held_if_open, held_if_small
from fasti.sources.records.tables import UTF_8, cut, first_line, headed, unknown_columns

SOURCE_ID = "gb_conlist"
TITLE = "OFSI's Consolidated List"
DATED = "Last Updated"
ENCODINGS = (UTF_8, "cp1252")
FORMATS = {
    name: Format(name, "1", (f"{DATED} (first line)", *columns)) for name, columns in (("csv", OLD), ("csv_2022", NEW))
}


def read_csv(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition in the format of 29 columns, up to February 2022.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    return _read(FORMATS["csv"], members, memo)


def read_csv_2022(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition in the format of 36 columns, from February 2022.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    return _read(FORMATS["csv_2022"], members, memo)


def _read(form: Format, members: Sequence[RawMember], memo: Memo) -> Draft:
    source = describe(SOURCE_ID)
    member = only_member(members)
    first = first_line(member).split(",")
    if first[0].strip() != DATED:
        another_list(member.name, f"its first line does not say when {TITLE} was last updated")
    rows = cut(member, ",", ENCODINGS)
    columns = form.used[1:]
    table = headed(member.name, rows.all[1:], columns, TITLE)
    reads: dict[str, RowRead] = {}
    parties = groups(table)
    for group in parties:
        if not is_number(group.number):
            refuse(member.name, f"is malformed in line {group.line}: the row there has no number of a group")
        read = memo.read(form.name, group.rows, partial(read_group, group, source))
        reads[read.listing.key] = read
    stated_on = report_day(first[1]) if len(first) > 1 else None
    problems = [*tell(member.name, reads.values()), *unknown_columns(table, columns, source.ignored[form.name])]
    if stated_on is None:
        problems.append(Problem("no_publish_date", "the file does not say on which day it was published", member.name))
    draft = make_draft(source, form, entries_of(member.name, reads), problems, stated_on)
    draft = held_if_open(draft, unended=rows.open and any(one.rows == (table.rows[-1].cells,) for one in parties))
    return held_if_small(_closed(draft, member.name, source.info), source.info)


def _closed(draft: Draft, name: str, info: SourceInfo) -> Draft:
    """Return a draft that is complete for no list if its day is one on which another publication was the list."""
    closed = info.superseded_on
    if closed is None or draft.stated_on is None or draft.stated_on < closed:
        return draft
    message = f"the file is of a day on which {info.superseded_by} was the list, as it has been since {closed}"
    return replace(draft, lists=(), problems=tuple(sorted((*draft.problems, Problem("superseded", message, name)))))
