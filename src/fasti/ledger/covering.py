"""When each list was covered by each series: the intervals in which silence means absence, and so the gaps between."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from fasti.ledger.coverage import CHRONICLE, complete_to
from fasti.ledger.view import View
from fasti.model.answer import CoverageView
from fasti.model.entry import Edition
from fasti.model.listing import ENTRIES
from fasti.model.moment import Moment

Stretch = tuple[datetime, datetime, int]
"""First instant, first instant after, and the editions in it."""


def intervals(view: View) -> tuple[CoverageView, ...]:
    """Return the intervals in which a series, or the chronicle, covers a list up to the vantage, sorted.

    An edition covers a list from the instant it speaks for until it is stale by its source's measure, as when the list
    is asked at that instant; one that is held covers nothing.
    """
    lists = sorted(view.catalog.lists)
    found = [
        one for list_id in lists for series in view.series_of(list_id) for one in _of_series(view, list_id, series)
    ]
    found += [one for list_id in lists for one in _of_chronicle(view, list_id)]
    return tuple(sorted(found, key=lambda one: (one.list, one.series, one.from_)))


def _of_series(view: View, list_id: str, series: str) -> Iterator[CoverageView]:
    now, zone_name = view.at(list_id), view.zone_of(list_id)
    editions = [
        one for one in view.admitted(series) if one.listed_at <= now and list_id in one.lists and ENTRIES in one.parts()
    ]
    for start, end, count in _stretches(view, editions):
        to = None if end > now else Moment.of(end, zone_name).on.isoformat()
        yield CoverageView(list_id, series, Moment.of(start, zone_name).on.isoformat(), to, count)


def _stretches(view: View, editions: Sequence[Edition]) -> list[Stretch]:
    """Join the times of editions, in order of what they speak for."""
    found: list[Stretch] = []
    for one in editions:
        end = one.listed_at + timedelta(days=view.catalog.sources[one.source].stale_after_days + 1)
        if found and one.listed_at <= found[-1][1]:
            start, before, count = found.pop()
            found.append((start, max(before, end), count + 1))
        else:
            found.append((one.listed_at, end, 1))
    return found


def _of_chronicle(view: View, list_id: str) -> Iterator[CoverageView]:
    claim = view.coverage.get(list_id)
    reached = complete_to(view, list_id)
    today = Moment.of(view.at(list_id), view.zone_of(list_id)).on
    if claim is None or claim.complete_from is None or reached is None or claim.complete_from > today.isoformat():
        return
    end = reached + timedelta(days=view.catalog.sources[CHRONICLE].stale_after_days + 1)
    to = None if end > today else end.isoformat()
    start = date.fromisoformat(claim.complete_from)
    yield CoverageView(list_id, CHRONICLE, start.isoformat(), to, 0)
