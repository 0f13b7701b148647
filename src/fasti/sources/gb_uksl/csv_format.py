"""Take the CSV of the UK Sanctions List apart: the rows of a designation are combinations of its names and the rest."""

from collections.abc import Mapping, Sequence
from functools import partial

from fasti.model.problem import Problem
from fasti.sources.description import Description
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.gates import refuse
from fasti.sources.gb.dates import report_day
from fasti.sources.gb_uksl.entries import read_record
from fasti.sources.gb_uksl.fields import COLUMNS, FIELDS, Record
from fasti.sources.records.editions import Format, another_list, entries_of, make_draft, tell
from fasti.sources.records.holding import held_if_open
from fasti.sources.records.tables import Row, cut, first_line, headed, unknown_columns
from fasti.sources.records.wording import one_line

KEY = "Unique ID"
DATED = "Report Date"
FORM = Format("csv", "1", (f"{DATED} (first line)", *COLUMNS))
NEEDED = (KEY, "Name 6", "Name type", "Regime Name", "Designation Type", "Date Designated")
_BLOCKS = {
    block: tuple(one for one in FIELDS if one.block == block and one.column)
    for block in dict.fromkeys(one.block for one in FIELDS)
}


def read_csv(source: Description, member: RawMember, memo: Memo) -> Draft:
    """Return the draft of one edition.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    first = first_line(member)
    if not first.startswith(DATED):
        another_list(member.name, f"its first line is no report date of {source.info.title}")
    rows = cut(member, ",")
    table = headed(member.name, rows.all[1:], NEEDED, source.info.title)
    place = table.columns.index(KEY)
    together: dict[str, list[Row]] = {}
    for row in table.rows:
        if not row.cells[place].strip():
            refuse(member.name, f"is malformed in line {row.line}: the row there has no unique id")
        together.setdefault(row.cells[place].strip(), []).append(row)
    reads: dict[str, RowRead] = {}
    for number, ones in together.items():
        raw = tuple(one.cells for one in ones)
        read = memo.read(FORM.name, (table.columns, raw), partial(_read, number, table.columns, raw, source))
        reads[read.listing.key] = read
    stated_on = report_day(first.rstrip(",").partition(":")[2])
    problems = [*tell(member.name, reads.values()), *unknown_columns(table, COLUMNS, source.ignored[FORM.name])]
    if stated_on is None:
        problems.append(Problem("no_publish_date", "the file does not say on which day it was made", member.name))
    draft = make_draft(source, FORM, entries_of(member.name, reads), problems, stated_on)
    return held_if_open(draft, unended=rows.open)


def _read(number: str, columns: Sequence[str], rows: Sequence[Sequence[str]], source: Description) -> RowRead:
    places = {column: place for place, column in enumerate(columns)}
    blocks: dict[str, tuple[Mapping[str, str], ...]] = {}
    for block, fields in _BLOCKS.items():
        found = dict.fromkeys(
            tuple((one.tag, one_line(row[places[one.column]])) for one in fields if one.column in places)
            for row in rows
        )
        records = ({tag: text for tag, text in one if text} for one in found)
        blocks[block] = tuple(one for one in records if one)
    return read_record(Record(number, blocks), source)
