"""What is visible from a vantage: admitted editions, acts after corrections, decisions, coverage claims.

Visible means: recorded at or before the head, and public by `known_at`; corrections and decisions are
not cut by `known_at`, and acts count from the earlier of being made and taking effect.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from fasti.ledger.admitting import Admission, admit
from fasti.ledger.binding import bindings, bound
from fasti.ledger.codec import encode
from fasti.model.act import Act
from fasti.model.catalog import Catalog, SourceInfo
from fasti.model.entry import Correction, Coverage, Decision, Edition, LogEntry
from fasti.model.errors import LedgerError
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

    def admitted(self, series: str) -> tuple[Edition, ...]:
        """Return the editions of one series that count, in order."""
        return tuple(one.edition for one in self.admissions.get(series, ()) if one.admitted)

    def series_of(self, list_id: str) -> tuple[str, ...]:
        """Return the series whose whole edition is complete for a list, sorted."""
        return tuple(
            sorted(
                series for series, ones in self.admissions.items() if any(list_id in one.edition.lists for one in ones)
            )
        )

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
            return bool(body.coverage) or body.public_at <= self.vantage.known_until(_source(self.catalog, body).zone)
        return bool(_begun([body], self.vantage, {info.list_id: info.zone for info in self.catalog.lists.values()}))

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
    bodies = [entry.body for entry in log]
    corrections = tuple(body for body in bodies if isinstance(body, Correction))
    decisions = tuple(body for body in bodies if isinstance(body, Decision))
    zones = {info.list_id: info.zone for info in catalog.lists.values()}
    corrected = _originals(bodies, corrections)
    editions = [body for body in bodies if isinstance(body, Edition) and body.edition_id not in corrected]
    claims = sorted((edition for edition in editions if edition.coverage), key=lambda one: one.order)
    visible = [edition for edition in editions if not edition.coverage]
    acts, problems = _recorded((body for body in bodies if isinstance(body, Act)), zones)
    return View(
        vantage=vantage,
        catalog=catalog,
        admissions=_admissions(visible, vantage, catalog, losses, decisions),
        acts=_begun(bound(_standing(acts, corrections), bindings(decisions)), vantage, zones),
        corrections=corrections,
        corrected=corrected,
        decisions=decisions,
        coverage={claim.list: claim for edition in claims for claim in edition.coverage},
        chronicle=_chronicle(claims[-1]) if claims else "",
        head=(log[-1].seq, log[-1].hash) if log else (0, ""),
        problems=problems,
    )


def _chronicle(edition: Edition) -> str:
    """Return version and fingerprint of a chronicle: its reader, and the hash over those of its files."""
    files = "\n".join(f"{member.name} {member.sha256}" for member in sorted(edition.members))
    return f"{edition.reader} {sha256(files.encode()).hexdigest()[:12]}"


def _recorded(acts: Iterable[Act], zones: dict[str, str]) -> tuple[dict[str, Act], tuple[Problem, ...]]:
    """Return acts by id; of several under one id the first public stands, in whatever order they were recorded."""
    found: dict[str, list[Act]] = {}
    for act in acts:
        found.setdefault(act.act_id, []).append(act)
    problems = (
        Problem("act_recorded_twice", f"{act_id} is recorded {len(ones)} times; the first public stands", act_id)
        for act_id, ones in found.items()
        if len(ones) > 1
    )
    first = {act_id: ones[0] if len(ones) == 1 else _first(ones, zones) for act_id, ones in found.items()}
    return first, tuple(sorted(problems))


def _first(acts: Sequence[Act], zones: dict[str, str]) -> Act:
    """Return the act that was public first; of those public at once, the first by canonical form."""
    return min(acts, key=lambda act: (_public(act, zones), encode(act)))


def _standing(acts: dict[str, Act], corrections: Sequence[Correction]) -> list[Act]:
    """Return acts after corrections: each corrected act gives way to the last replacement, or to nothing."""
    standing = dict(acts)
    for correction in corrections:
        standing.pop(correction.corrects, None)
        if correction.replacement is not None:
            standing[correction.replacement.act_id] = correction.replacement
    return list(standing.values())


def _originals(bodies: Iterable[object], corrections: Sequence[Correction]) -> dict[str, Act | Edition]:
    """Return what corrections corrected, by id; it may be what an earlier correction put there."""
    wanted = {correction.corrects for correction in corrections}
    found: dict[str, Act | Edition] = {}
    for body in (*bodies, *(correction.replacement for correction in corrections)):
        if isinstance(body, Act) and body.act_id in wanted:
            found.setdefault(body.act_id, body)
        if isinstance(body, Edition) and body.edition_id in wanted:
            found.setdefault(body.edition_id, body)
    return found


def _begun(acts: Iterable[Act], vantage: Vantage, zones: dict[str, str]) -> tuple[Act, ...]:
    """Return the visible acts begun by `as_of`, in order of effect."""
    begun: list[tuple[datetime, str, Act]] = []
    ends: dict[str, tuple[datetime, datetime]] = {}
    for act in acts:
        zone_name = _zone(act, zones)
        if zone_name not in ends:
            ends[zone_name] = vantage.known_until(zone_name), vantage.at(zone_name)
        known, at = ends[zone_name]
        if act.publication.published(zone_name) <= known:
            effect = act.takes_effect.starts(zone_name)
            if effect <= at or act.made_at.starts(zone_name) <= at:
                begun.append((effect, act.act_id, act))
    return tuple(act for _, _, act in sorted(begun, key=lambda one: one[:2]))


def _zone(act: Act, zones: dict[str, str]) -> str:
    return act.zone or zones.get(act.list or "", "UTC")


def _public(act: Act, zones: dict[str, str]) -> datetime:
    return act.publication.published(_zone(act, zones))


def _admissions(
    editions: Iterable[Edition],
    vantage: Vantage,
    catalog: Catalog,
    losses: Losses,
    decisions: Sequence[Decision],
) -> dict[str, tuple[Admission, ...]]:
    by_series: dict[str, list[Edition]] = {}
    for edition in editions:
        if edition.public_at <= vantage.known_until(_source(catalog, edition).zone):
            by_series.setdefault(edition.series, []).append(edition)
    return {
        series: admit(sorted(ones, key=lambda one: one.order), _source(catalog, ones[0]), losses, decisions)
        for series, ones in sorted(by_series.items())
    }


def _source(catalog: Catalog, edition: Edition) -> SourceInfo:
    """Return the source of an edition, or say that this version does not know it."""
    source = catalog.sources.get(edition.source)
    if source is None:
        message = f"The ledger holds an edition of {edition.series}, a source of a newer version: install that version."
        raise LedgerError(message)
    return source
