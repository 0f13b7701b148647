"""What was consulted for a list at a vantage, and whether it supports a statement of absence.

Only a complete edition in force at the vantage does; every other list is named as not screened, with the reason.
"""

from dataclasses import dataclass
from datetime import date, datetime

from fasti.ledger.view import View
from fasti.model.answer import NotScreened, SourceState
from fasti.model.catalog import SourceInfo
from fasti.model.entry import Edition
from fasti.model.listing import ENTRIES
from fasti.model.moment import Moment, start_of_day

CHRONICLE = "chronicle"
OF_THE_PAST = frozenset({"before_first_edition", "gap"})


@dataclass(frozen=True, slots=True)
class ListState:
    """How one list stands at a vantage.

    Attributes:
        list: List id.
        covered: Whether silence means absence.
        sources: What was consulted.
        gap: Why it is not covered; `None` if it is.
    """

    list: str
    covered: bool
    sources: tuple[SourceState, ...]
    gap: NotScreened | None


def list_states(view: View) -> dict[str, ListState]:
    """Return the state of every list of the catalogue."""
    return {list_id: list_state(view, list_id) for list_id in sorted(view.catalog.lists)}


def list_state(view: View, list_id: str) -> ListState:
    """Return what was consulted for a list, and what is missing."""
    at = view.at(list_id)
    files = [state for series in view.series_of(list_id) if (state := _file_state(view, list_id, series, at))]
    own = _chronicle_state(view, list_id, at)
    states = (*files, *([own] if own else []))
    covered = any(state.coverage == "complete" and not state.stale for state in states)
    reason = "" if covered else _reason(view, list_id, at, states)
    gap = NotScreened(list_id, reason, _remedy(view, list_id, past=reason in OF_THE_PAST)) if reason else None
    return ListState(list_id, covered, states, gap)


def complete_to(view: View, list_id: str) -> date | None:
    """Return the date up to which the chronicle's claim on a list reaches, by what was public at the vantage.

    `None` if it claims no more than an extract.
    """
    claim = view.coverage.get(list_id)
    if claim is None or claim.complete_from is None:
        return None
    zone_name = view.zone_of(list_id)
    known = Moment.of(view.vantage.known_until(zone_name), zone_name).on
    return min(known, Moment.parse(claim.complete_to).on) if claim.complete_to else known


def _newest(view: View, list_id: str, series: str, at: datetime) -> Edition | None:
    """Return the newest edition that says who is on the list at an instant."""
    admitted = view.admitted(series)
    held = [one for one in admitted if one.listed_at <= at and list_id in one.lists and ENTRIES in one.parts()]
    return held[-1] if held else None


def _file_state(view: View, list_id: str, series: str, at: datetime) -> SourceState | None:
    edition = _newest(view, list_id, series, at)
    if edition is None:
        return None
    source = view.catalog.sources[edition.source]
    age = (at - edition.listed_at).days
    return SourceState(
        source=edition.source,
        list=list_id,
        coverage="complete",
        covers=f"{series} edition {edition.edition_id}",
        listed_at=str(Moment.of(edition.listed_at, source.zone)),
        seen_at=str(Moment.of(edition.seen_at, source.zone)),
        age_days=age,
        stale=age > source.stale_after_days or _superseded(source, at),
    )


def _superseded(source: SourceInfo, at: datetime) -> bool:
    """Say whether another source is the list at an instant."""
    return source.superseded_on is not None and at >= start_of_day(source.superseded_on, source.zone)


def _chronicle_state(view: View, list_id: str, at: datetime) -> SourceState | None:
    claim = view.coverage.get(list_id)
    if claim is None:
        return None
    today = Moment.of(at, view.zone_of(list_id)).on
    if claim.complete_from is None:
        return SourceState(CHRONICLE, list_id, "extract", claim.note, None, None, None, stale=False)
    covers = f"{claim.complete_from} to {claim.complete_to or 'now'}: {claim.note}"
    if today.isoformat() < claim.complete_from:
        return None
    reached = complete_to(view, list_id) or today
    age = max((today - reached).days, 0)
    allowed = view.catalog.sources[CHRONICLE].stale_after_days
    speaks_for = reached.isoformat() if claim.complete_to else None
    return SourceState(CHRONICLE, list_id, "complete", covers, speaks_for, None, age, stale=age > allowed)


def _reason(view: View, list_id: str, at: datetime, states: tuple[SourceState, ...]) -> str:
    """Return why a list supports no statement of absence at an instant."""
    every = [one for series in view.series_of(list_id) for one in view.admissions[series]]
    admitted = [one.edition for one in every if one.admitted]
    if any(state.coverage == "complete" for state in states):
        return "gap" if any(edition.listed_at > at for edition in admitted) else "stale"
    if admitted:
        return "before_first_edition"
    if every:
        return "quarantined"
    claim = view.coverage.get(list_id)
    if claim is not None and claim.complete_from is not None:
        return "before_first_edition"
    return "extract_only" if states else "not_loaded"


def _remedy(view: View, list_id: str, *, past: bool) -> str:
    """Return what to do to have the list screened; for a day of the past, today's file is no help."""
    info = view.catalog.lists[list_id]
    every = (source for source in view.catalog.sources_of(list_id) if source.source_id != CHRONICLE)
    files = sorted(every, key=lambda source: (not source.fetched, len(source.lists), source.source_id))
    if not files:
        return f"no file of this list is read yet; look at {info.url}"
    source = files[0]
    if past:
        return (
            f"fasti ingest {source.source_id} FILE with an edition from that day or before, or fasti backfill "
            f"{source.source_id} --from-folder DIR (the publisher's page is {source.url})"
        )
    fetching = f"fasti sync {source.source_id}, or " if source.fetched else ""
    return f"{fetching}fasti ingest {source.source_id} FILE (from {source.url})"
