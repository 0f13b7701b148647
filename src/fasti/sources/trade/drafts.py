"""Put the rows of one edition together: a listing for each entry, and doubts where it is too small to be whole."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TypeVar

from fasti.model.listing import ENTRIES, Listing
from fasti.model.problem import Problem
from fasti.sources.description import Description
from fasti.sources.drafting import Draft, FieldUse, Memo, Note, RowRead
from fasti.sources.gates import refuse
from fasti.sources.records.editions import another_list, tell
from fasti.sources.source_info import description_table
from fasti.sources.trade.joining import PARTLY_ENDED, join

VERSION = "1"
"""Of the readers of the trade lists; it changes when the same bytes give other listings."""

MOST_WITHOUT_LIST = 0.5
"""Share of entries without a list of the publication above which a file is another publication."""

Raw = TypeVar("Raw", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file of one edition, opened.

    Attributes:
        name: File name.
        form: Format.
        used: Fields that go into listings.
        problems: Found on opening it.
        doubts: Found on opening it.
    """

    name: str
    form: str
    used: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    doubts: tuple[str, ...] = ()


def draft_of(
    source: Description, opened: Opened, rows: Sequence[Raw], read_row: Callable[[Raw], RowRead], memo: Memo
) -> Draft:
    """Return the draft of an edition.

    Args:
        source: The publication.
        opened: The file.
        rows: Its raw rows, in file order.
        read_row: Turns one raw row into the listing of its entry.
        memo: Rows already read in this run and series.

    Raises:
        RefusedError: It holds nothing, or the content of another list.
    """
    reads = [memo.read("row", raw, partial(read_row, raw)) for raw in rows]
    joined = _entries(rows, reads, memo)
    entries = {key: one.listing for key, one in joined.items()}
    _check(opened.name, entries, source)
    series = f"{source.info.source_id}/{opened.form}"
    return Draft(
        source=source.info.source_id,
        series=series,
        reader=f"{series}@{VERSION}",
        stated_on=None,
        zone=source.info.zone,
        parts={ENTRIES: entries},
        lists=_lists(entries, source),
        doubts=(*opened.doubts, *_missing(entries, source)),
        problems=tuple(sorted({*opened.problems, *tell(opened.name, (*reads, *joined.values()))})),
        fields=FieldUse(used=opened.used, ignored=tuple(source.ignored[opened.form].items())),
    )


def _entries(rows: Sequence[Raw], reads: Sequence[RowRead], memo: Memo) -> dict[str, RowRead]:
    """Return one listing for each key, with the doubts that arise only from joining its rows."""
    groups: dict[str, list[tuple[Raw, Listing]]] = {}
    for raw, read in zip(rows, reads, strict=True):
        groups.setdefault(read.listing.key, []).append((raw, read.listing))
    return {key: _one(group, memo) for key, group in groups.items()}


def _one(group: Sequence[tuple[Raw, Listing]], memo: Memo) -> RowRead:
    """Join the rows of one entry, in an order that is not that of the file."""
    distinct = sorted(dict(group).items(), key=lambda pair: repr(pair[0]))
    if len(distinct) == 1:
        return RowRead(distinct[0][1])
    return memo.read(ENTRIES, tuple(raw for raw, _ in distinct), partial(_join, [one for _, one in distinct]))


def _join(listings: Sequence[Listing]) -> RowRead:
    whole = join(listings)
    message = "rows of one entry end on different days; it has ended when the last of them has"
    partly = any(date.what == PARTLY_ENDED for date in whole.stated)
    return RowRead(whole, (Note("contradicting_ends", "", message),) if partly else ())


def _check(name: str, entries: dict[str, Listing], source: Description) -> None:
    if not entries:
        refuse(name, "holds no entries")
    without = sum(not listing.memberships for listing in entries.values())
    if without > MOST_WITHOUT_LIST * len(entries):
        another_list(name, f"{without} of {len(entries)} entries are of no list of {source.info.title}")


def _lists(entries: dict[str, Listing], source: Description) -> tuple[str, ...]:
    """Return the lists of which an edition has entries: of a list that it does not show at all it says nothing."""
    shown = {member.list for listing in entries.values() for member in listing.memberships}
    return tuple(one for one in source.info.lists if one in shown)


def _missing(entries: dict[str, Listing], source: Description) -> Iterable[str]:
    """Yield a doubt for each list of which an edition has fewer entries than any whole one."""
    for list_id, least in whole(source.info.source_id).items():
        count = sum(any(one.list == list_id for one in listing.memberships) for listing in entries.values())
        if count < least:
            yield f"it has {count} entries of {list_id}, of which a whole edition has at least {least}: it is a part"


@cache
def whole(source_id: str) -> dict[str, int]:
    """Return the least number of entries of each list that a whole edition has, as `[whole]` in `source.toml` says."""
    found: dict[str, int] = description_table(source_id)["whole"]
    return found
