"""Read exchange files in FollowTheMoney JSON and in the simple CSV form, each dataset a series of its own."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from fasti.model.listing import ENTRIES
from fasti.sources.description import Description, describe
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.ftm.datasets import of_dataset, only_dataset
from fasti.sources.ftm.entries import read_group
from fasti.sources.ftm.lines import CONTEXT, groups, read_lines
from fasti.sources.ftm.simple import COLUMNS, read_row, read_rows
from fasti.sources.gates import refuse
from fasti.sources.records.editions import Format, entries_of, keep, make_draft, only_member, tell

SOURCE_ID = "ftm"
VOLATILE = frozenset({"first_seen", "last_seen", "last_change"})
JSON = Format("json", "1", (*sorted(CONTEXT - VOLATILE), "properties.*"))
CSV = Format("csv", "1", tuple(column for column in COLUMNS if column not in VOLATILE))


def read_json(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of a file of FollowTheMoney JSON, one entity a line, nested or not.

    Raises:
        RefusedError: The file is cut short, malformed, another document, or contradicts itself.
    """
    source, member = describe(SOURCE_ID), only_member(members)
    reads = (
        memo.read(
            ENTRIES,
            (group.entity.raw, *((name, other.raw) for name, other in group.said)),
            partial(read_group, group, source),
        )
        for group in groups(read_lines(member))
    )
    return _draft(source, JSON, member.name, enumerate(reads, 1))


def read_csv(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of a file in the simple CSV form.

    Raises:
        RefusedError: The file is cut short, malformed, another document, or contradicts itself.
    """
    source, member = describe(SOURCE_ID), only_member(members)
    return _draft(source, CSV, member.name, _rows(member, source, memo))


def _rows(member: RawMember, source: Description, memo: Memo) -> Iterator[tuple[int, RowRead]]:
    for number, row in read_rows(member):
        if not row["id"].strip():
            refuse(member.name, f"is malformed in line {number}: the row has no id")
        said = {column: cell for column, cell in row.items() if column not in VOLATILE}
        yield number, memo.read(ENTRIES, tuple(said.items()), partial(read_row, said, source))


def _draft(source: Description, form: Format, name: str, reads: Iterable[tuple[int, RowRead]]) -> Draft:
    entries: dict[str, RowRead] = {}
    for line, read in reads:
        keep(entries, read, name, line)
    draft = make_draft(source, form, entries_of(name, entries), tell(name, entries.values()))
    return of_dataset(draft, only_dataset(one.listing for one in entries.values()))
