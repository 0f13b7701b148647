"""Put the rows of the EU's CSV files together: a row names an entity and its act, and says one thing of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from fasti.model.problem import Problem
from fasti.sources.description import Description
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.eu_fsf.days import day_of
from fasti.sources.eu_fsf.entries import read_record
from fasti.sources.eu_fsf.record import REMARK, Fields, Record
from fasti.sources.gates import refuse
from fasti.sources.records.editions import Format, another_list, entries_of, make_draft, tell
from fasti.sources.records.holding import held_if_open
from fasti.sources.records.tables import Row, cut, first_line, headed, unknown_columns
from fasti.sources.records.wording import one_line

LOST = "??"
_LINE = "\\n"
_NULLS = frozenset({"", "N/A"})


@dataclass(frozen=True, slots=True)
class Part:
    """The columns of one thing that a row can say.

    Attributes:
        block: Block of an entity that it is.
        number: Column of its own number; it is blank in a row that says something else.
        columns: Column to the field that it holds.
    """

    block: str
    number: str
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one format.

    Attributes:
        form: The format.
        dated: Column of the day on which the file was made.
        key: Column of the entity's number.
        subject: Column of what sort of party it is.
        head: Columns of the entity itself, and the field that each holds.
        act: Columns of the act cited for the entity, likewise.
        parts: What else a row can say.
        unpack: What to make of a block's fields, where the format packs several into one text.
    """

    form: Format
    dated: str
    key: str
    subject: str
    head: Mapping[str, str]
    act: Mapping[str, str]
    parts: tuple[Part, ...]
    unpack: Callable[[str, dict[str, str]], Fields] = lambda block, fields: fields  # noqa: ARG005 # nothing is packed

    @property
    def needed(self) -> tuple[str, ...]:
        """Columns without which a file is not in this format."""
        return (self.key, self.subject, *self.act, *(part.number for part in self.parts))


def columns_of(dated: str, key: str, subject: str, tables: Sequence[Mapping[str, str]]) -> tuple[str, ...]:
    """Return every column that is used, in the order of the file's own tables."""
    return tuple(dict.fromkeys((dated, key, subject, *(column for table in tables for column in table))))


def read_rows(layout: Layout, source: Description, member: RawMember, memo: Memo) -> Draft:
    """Return the draft of one edition.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    heading = first_line(member)
    if layout.key not in heading:
        another_list(member.name, f"its first line is no heading of {source.info.title}")
    if heading.startswith('"') and heading.count('"') == len('""'):
        refuse(member.name, "was saved again by a spreadsheet, which put each row into one quoted cell")
    rows = cut(member, ";")
    table = headed(member.name, rows.all, layout.needed, source.info.title)
    places = {column: place for place, column in reversed(list(enumerate(table.columns)))}
    together: dict[str, list[Row]] = {}
    for row in table.rows:
        number = row.cells[places[layout.key]].strip()
        if not number.isdecimal():
            refuse(member.name, f"is malformed in line {row.line}: the row there has no number of an entity")
        together.setdefault(number, []).append(row)
    dated = places.get(layout.dated, 0)
    reads: dict[str, RowRead] = {}
    for number, ones in together.items():
        raw = tuple(row.cells[:dated] + row.cells[dated + 1 :] for row in ones)
        cells = [row.cells for row in ones]
        read = memo.read(layout.form.name, (table.columns, raw), partial(_read, layout, number, places, cells, source))
        reads[read.listing.key] = read
    parts = entries_of(member.name, reads)
    days = {row.cells[dated] for row in table.rows}
    problems = [*tell(member.name, reads.values()), *_doubts(member.name, days, reads)]
    problems += unknown_columns(table, layout.form.used, source.ignored[layout.form.name])
    draft = make_draft(source, layout.form, parts, problems, day_of(max(days)))
    return held_if_open(draft, unended=rows.open)


def _doubts(name: str, days: set[str], reads: Mapping[str, RowRead]) -> list[Problem]:
    problems = []
    if len(days) > 1 or day_of(max(days)) is None:
        problems.append(Problem("no_publish_date", "the rows do not agree on the day on which the file was made", name))
    lost = [key for key, read in reads.items() if any(LOST in one.text for one in read.listing.names)]
    if lost:
        message = f"question marks stand where names had letters, so it was saved again ({lost[0]}, {len(lost)} in all)"
        problems.append(Problem("lost_letters", message, name))
    return problems


def _read(
    layout: Layout, number: str, places: Mapping[str, int], rows: Sequence[tuple[str, ...]], source: Description
) -> RowRead:
    blocks: dict[str, list[Fields]] = {"regulation": []}
    head: dict[str, dict[str, None]] = {}
    for cells in rows:
        blocks["regulation"].append(_fields(layout.act, places, cells))
        for field, text in _fields(layout.head, places, cells).items():
            head.setdefault(field, {})[text] = None
        for part in layout.parts:
            if cells[places[part.number]].strip():
                fields = layout.unpack(part.block, _fields(part.columns, places, cells))
                blocks.setdefault(part.block, []).append(fields)
    said = {block: tuple(one for one in ones if one) for block, ones in blocks.items()}
    subjects = dict.fromkeys(cells[places[layout.subject]].strip() for cells in rows)
    record = Record(number, {field: "\n".join(ones) for field, ones in head.items()}, " or ".join(subjects), said)
    return read_record(record, source)


def _fields(columns: Mapping[str, str], places: Mapping[str, int], cells: tuple[str, ...]) -> dict[str, str]:
    """Return the fields of some columns; the file writes the end of a line in a text as two letters."""
    found = {}
    for column, field in columns.items():
        cell = cells[places[column]] if column in places else ""
        lines = [one_line(line) for line in cell.split(_LINE)]
        text = ("\n" if field == REMARK else " ").join(line for line in lines if line)
        if text not in _NULLS:
            found[field] = text
    return found
