"""What a log says whatever the vantage: acts after corrections with their instants, editions with their zones.

A view is cut from it, so that a process that is asked again works it out once for each state of the ledger.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from fasti.ledger.binding import bindings, bound
from fasti.ledger.codec import encode
from fasti.model.act import Act
from fasti.model.catalog import Catalog, SourceInfo
from fasti.model.entry import Correction, Coverage, Decision, Edition, LogEntry
from fasti.model.errors import LedgerError
from fasti.model.problem import Problem


@dataclass(frozen=True, slots=True)
class TimedAct:
    """An act with what a vantage compares.

    Attributes:
        act: The act.
        zone: Zone of its calendar.
        published: When it was public.
        effect: When it takes effect.
        made: When it was made.
    """

    act: Act
    zone: str
    published: datetime
    effect: datetime
    made: datetime

    def begun(self, known: datetime, at: datetime) -> bool:
        """Say whether it counts: public by `known`, and made or in effect by `at`."""
        return self.published <= known and (self.effect <= at or self.made <= at)


@dataclass(frozen=True, slots=True)
class WholeLog:
    """A log before it is cut.

    Attributes:
        catalog: Lists and sources.
        acts: After corrections, under the keys of files, in order of effect.
        editions: Those that nothing corrects and that are no claim of coverage alone, each with its zone.
        corrections: As recorded.
        corrected: What they corrected, by id, as it was first recorded.
        decisions: As recorded.
        coverage: The newest claim per list.
        chronicle: Version and digest of the newest chronicle edition; empty if none.
        head: Place and hash of the newest entry.
        problems: Defects of the log itself.
    """

    catalog: Catalog
    acts: tuple[TimedAct, ...]
    editions: tuple[tuple[Edition, str], ...]
    corrections: tuple[Correction, ...]
    corrected: dict[str, Act | Edition]
    decisions: tuple[Decision, ...]
    coverage: dict[str, Coverage]
    chronicle: str
    head: tuple[int, str]
    problems: tuple[Problem, ...]


def whole_log(log: Sequence[LogEntry], catalog: Catalog) -> WholeLog:
    """Work out what a log says whatever the vantage.

    Args:
        log: Entries in order.
        catalog: Lists and sources.

    Raises:
        LedgerError: An edition is of a source that the catalogue does not have.
    """
    bodies = [entry.body for entry in log]
    corrections = tuple(body for body in bodies if isinstance(body, Correction))
    decisions = tuple(body for body in bodies if isinstance(body, Decision))
    zones = zones_of(catalog)
    corrected = _originals(bodies, corrections)
    editions = [body for body in bodies if isinstance(body, Edition) and body.edition_id not in corrected]
    claims = sorted((edition for edition in editions if edition.coverage), key=lambda one: one.order)
    acts, problems = _recorded((body for body in bodies if isinstance(body, Act)), zones)
    standing = [timed(act, zones) for act in bound(_standing(acts, corrections), bindings(decisions))]
    return WholeLog(
        catalog=catalog,
        acts=tuple(sorted(standing, key=lambda one: (one.effect, one.act.act_id))),
        editions=tuple((one, source_of(catalog, one).zone) for one in editions if not one.coverage),
        corrections=corrections,
        corrected=corrected,
        decisions=decisions,
        coverage={claim.list: claim for edition in claims for claim in edition.coverage},
        chronicle=_chronicle(claims[-1]) if claims else "",
        head=(log[-1].seq, log[-1].hash) if log else (0, ""),
        problems=problems,
    )


def zones_of(catalog: Catalog) -> dict[str, str]:
    """Return the zone of each list."""
    return {info.list_id: info.zone for info in catalog.lists.values()}


def timed(act: Act, zones: dict[str, str]) -> TimedAct:
    """Return an act with its instants.

    Args:
        act: The act.
        zones: Zone of each list.
    """
    zone = _zone(act, zones)
    return TimedAct(act, zone, act.publication.published(zone), act.takes_effect.starts(zone), act.made_at.starts(zone))


def source_of(catalog: Catalog, edition: Edition) -> SourceInfo:
    """Return the source of an edition, or say that this version does not know it.

    Raises:
        LedgerError: The catalogue does not have it.
    """
    source = catalog.sources.get(edition.source)
    if source is None:
        message = f"The ledger holds an edition of {edition.series}, a source of a newer version: install that version."
        raise LedgerError(message)
    return source


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


def _zone(act: Act, zones: dict[str, str]) -> str:
    return act.zone or zones.get(act.list or "", "UTC")


def _public(act: Act, zones: dict[str, str]) -> datetime:
    return act.publication.published(_zone(act, zones))
