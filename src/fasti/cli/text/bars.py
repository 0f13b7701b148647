"""How coverage is drawn: a line for each list and series, a bar a year, gaps marked."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from fasti.cli.text.document import Column, Paragraph, Table, Tone, Words, cells, para
from fasti.cli.text.words import info_of
from fasti.model.answer import CoverageView
from fasti.model.catalog import ListInfo

FULL, PART, GAP, OUTSIDE = "#", "+", ".", " "
WIDTH = 60
"""Characters for all the bars of a line."""
MOST_YEARS = 12
MONTHS = 12
_WIDTHS = (12, 6, 4, 3, 2, 1)


def bars(intervals: Sequence[CoverageView], lists: Mapping[str, ListInfo], today: date) -> tuple[Table, Paragraph]:
    """Return a row for each list and series, and what the signs mean.

    Args:
        intervals: When each list was covered by each series, sorted.
        lists: How the lists are called.
        today: The day on which the last bar ends.
    """
    rows: dict[tuple[str, str], list[tuple[date, date]]] = {}
    for one in intervals:
        rows.setdefault((one.list, one.series), []).append(_days(one, today))
    earliest = min((days[0][0].year for days in rows.values()), default=today.year)
    years = range(max(earliest, today.year - MOST_YEARS + 1), today.year + 1)
    width = next((one for one in _WIDTHS if len(years) * (one + 1) <= WIDTH), 1)
    heads = " ".join(str(year)[-width:].ljust(width) for year in years)
    drawn = tuple(
        cells(info_of(lists, list_id).short, series, _line(days, years, width, today))
        for (list_id, series), days in rows.items()
    )
    columns = (Column("List"), Column("Series", narrow=True), Column(heads, narrow=True))
    before = f" Years before {years[0]} are not drawn." if earliest < years[0] else ""
    meaning = f"{FULL} covered, {PART} in part, {GAP} gap; {_each(width)}.{before}"
    return Table(columns, drawn), para(meaning, Tone.QUIET)


def _each(width: int) -> str:
    months = MONTHS // width
    return "each sign is a year" if width == 1 else f"each sign is {'a month' if months == 1 else f'{months} months'}"


def _days(one: CoverageView, today: date) -> tuple[date, date]:
    """Return the first day and the first day after."""
    tomorrow = today + timedelta(days=1)
    return date.fromisoformat(one.from_), date.fromisoformat(one.to) if one.to else tomorrow


def _line(days: Sequence[tuple[date, date]], years: Iterable[int], width: int, today: date) -> Words:
    return Words(" ".join("".join(_sign(days, *cell, today) for cell in _cells(year, width)) for year in years))


def _cells(year: int, width: int) -> list[tuple[date, date]]:
    """Return the days between which each sign of a year stands, closed-open."""
    step = MONTHS // width
    starts = [date(year, 1 + step * place, 1) for place in range(width)]
    return list(zip(starts, [*starts[1:], date(year + 1, 1, 1)], strict=True))


def _sign(days: Sequence[tuple[date, date]], start: date, end: date, today: date) -> str:
    """Return how far a cell is covered; before the first day covered and after today nothing is said."""
    first, last = max(start, days[0][0]), min(end, today + timedelta(days=1))
    if first >= last:
        return OUTSIDE
    covered = sum(max(0, (min(to, last) - max(since, first)).days) for since, to in days)
    return FULL if covered == (last - first).days else PART if covered else GAP
