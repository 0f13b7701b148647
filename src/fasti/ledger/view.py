"""What is visible from a vantage: admitted editions, acts after corrections, decisions, coverage claims.

Visible means: recorded at or before the head, and public by `known_at`; corrections and decisions are
not cut by `known_at`, and acts count from the earlier of being made and taking effect.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from fasti.ledger.admitting import Admission, admit
from fasti.ledger.whole_log import WholeLog, source_of, timed, whole_log, zones_of
from fasti.model.act import Act
from fasti.model.catalog import Catalog
from fasti.model.entry import Correction, Coverage, Decision, Edition, LogEntry
from fasti.model.problem import Problem
from fasti.model.vantage import Vantage

Losses = Callable[[Edition, Edition], int]


@dataclass(frozen=True, slots=True)
class View:
    """The visible part of the log.

    Attributes:
        vantage: From where.
        catalog: Lists and sources, for their zones and bounds.
        admissions: Every visible edition per series, in order, with what became of it.
        acts: Visible acts that have begun by `as_of`, after corrections, in order of effect.
        corrections: Corrections recorded by the head.
        corrected: What they corrected, by id, as it was first recorded.
        decisions: Decisions recorded by the head.
        coverage: The newest claim per list recorded by the head.
        chronicle: Version and digest of the newest chronicle edition; empty if none.
        head: Place and hash of the newest entry that counts.
        problems: Defects of the log itself.
    """

    vantage: Vantage
    catalog: Catalog
    admissions: dict[str, tuple[Admission, ...]]
    acts: tuple[Act, ...]
    corrections: tuple[Correction, ...]
    corrected: dict[str, Act | Edition]
    decisions: tuple[Decision, ...]
    coverage: dict[str, Coverage]
    chronicle: str
    head: tuple[int, str]
    problems: tuple[Problem, ...] = ()
    _series: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def admitted(self, series: str) -> tuple[Edition, ...]:
        """Return the editions of one series that count, in order."""
        return tuple(one.edition for one in self.admissions.get(series, ()) if one.admitted)

    def series_of(self, list_id: str) -> tuple[str, ...]:
        """Return the series whose whole edition is complete for a list, sorted."""
        if list_id not in self._series:
            held = self.admissions.items()
            self._series[list_id] = tuple(
                sorted(series for series, ones in held if any(list_id in one.edition.lists for one in ones))
            )
        return self._series[list_id]

    def zone_of(self, list_id: str | None) -> str:
        """Return the zone of a list, UTC for an unknown one."""
        info = self.catalog.lists.get(list_id or "")
        return info.zone if info else "UTC"

    def act_zone(self, act: Act) -> str:
        """Return the zone whose calendar an act's dates use."""
        return act.zone or self.zone_of(act.list)

    def sees(self, body: Act | Edition) -> bool:
        """Say whether an act or edition counts at the vantage, corrected or not; a claim of coverage always does."""
        if isinstance(body, Edition):
            return bool(body.coverage) or body.public_at <= self.vantage.known_until(source_of(self.catalog, body).zone)
        act = timed(body, zones_of(self.catalog))
        return act.begun(self.vantage.known_until(act.zone), self.vantage.at(act.zone))

    def at(self, list_id: str) -> datetime:
        """Return the instant of the listing status for a list."""
        return self.vantage.at(self.zone_of(list_id))


def build_view(log: Sequence[LogEntry], vantage: Vantage, catalog: Catalog, losses: Losses) -> View:
    """Cut the log at a vantage.

    Args:
        log: Entries in order, already cut at `vantage.head`.
        vantage: From where.
        catalog: Lists and sources.
        losses: Number of entries of one edition that a later one of its series lacks.

    Raises:
        LedgerError: An edition is of a source that the catalogue does not have.
    """
    whole = whole_log(log, catalog)
    return cut(whole, visible_at(whole, vantage), vantage, losses)


@dataclass(frozen=True, slots=True)
class Visible:
    """What of a log counts at a vantage, by place in `WholeLog`: two vantages at which it is the same see the same."""

    acts: tuple[int, ...]
    editions: tuple[int, ...]


def visible_at(whole: WholeLog, vantage: Vantage) -> Visible:
    """Return what of a log counts at a vantage."""
    zones = {one.zone for one in whole.acts} | {zone for _, zone in whole.editions}
    known = {zone: vantage.known_until(zone) for zone in zones}
    at = {zone: vantage.at(zone) for zone in zones}
    return Visible(
        tuple(place for place, one in enumerate(whole.acts) if one.begun(known[one.zone], at[one.zone])),
        tuple(place for place, (one, zone) in enumerate(whole.editions) if one.public_at <= known[zone]),
    )


def cut(whole: WholeLog, visible: Visible, vantage: Vantage, losses: Losses) -> View:
    """Return the view of what is visible at a vantage."""
    return View(
        vantage=vantage,
        catalog=whole.catalog,
        admissions=_admissions([whole.editions[place][0] for place in visible.editions], whole, losses),
        acts=tuple(whole.acts[place].act for place in visible.acts),
        corrections=whole.corrections,
        corrected=whole.corrected,
        decisions=whole.decisions,
        coverage=whole.coverage,
        chronicle=whole.chronicle,
        head=whole.head,
        problems=whole.problems,
    )


def _admissions(editions: Iterable[Edition], whole: WholeLog, losses: Losses) -> dict[str, tuple[Admission, ...]]:
    by_series: dict[str, list[Edition]] = {}
    for edition in editions:
        by_series.setdefault(edition.series, []).append(edition)
    return {
        series: admit(
            sorted(ones, key=lambda one: one.order), source_of(whole.catalog, ones[0]), losses, whole.decisions
        )
        for series, ones in sorted(by_series.items())
    }
