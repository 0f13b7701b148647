"""Turning points of an entry's presence: which act, stated date or edition fixes each change.

An act inside the bracket between two editions that differ fixes the date of the change; failing that a
date stated in the entry does; failing both, the first edition that shows the change.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from fasti.ledger.runs import EditionSequence, Run
from fasti.ledger.sketching import Shown
from fasti.model.act import CLOSING, OPENING, Act, ActKind
from fasti.model.history import Boundary
from fasti.model.listing import ENDED, LISTING
from fasti.model.moment import Moment


@dataclass(frozen=True, slots=True)
class DatedAct:
    """An act with the instants of its effect in its own zone: the whole day where only a date was said."""

    act: Act
    starts: datetime
    ends: datetime

    def inside(self, after: datetime | None, by: datetime) -> bool:
        """Say whether the act can lie in the bracket (after, by]."""
        return (after is None or self.ends > after) and self.starts <= by


@dataclass(frozen=True, slots=True)
class Turn:
    """One change of presence.

    Attributes:
        at: The instant it counts from.
        opens: Whether the entry comes on the list.
        boundary: What fixed it.
        in_file: Whether an edition shows it; otherwise an act alone speaks.
        stated_on: Listing date that the entry states, if it lies outside the bracket.
    """

    at: datetime
    opens: bool
    boundary: Boundary
    in_file: bool
    stated_on: str | None = None


def dated(acts: Iterable[Act], zone_name: str) -> tuple[DatedAct, ...]:
    """Return acts with the instants between which they take effect, in order."""
    ones = [
        DatedAct(act, act.takes_effect.starts(act.zone or zone_name), act.takes_effect.published(act.zone or zone_name))
        for act in acts
    ]
    return tuple(sorted(ones, key=lambda one: (one.starts, one.act.kind not in CLOSING, one.act.act_id)))


def openers(acts: Iterable[DatedAct]) -> list[DatedAct]:
    """Return the acts that put the entry on the list and were not withdrawn."""
    acts = list(acts)
    withdrawn = {gone for one in acts if one.act.kind is ActKind.WITHDRAWN for gone in one.act.acts}
    return [one for one in acts if one.act.kind in OPENING and one.act.act_id not in withdrawn]


def closers(acts: Iterable[DatedAct]) -> list[DatedAct]:
    """Return the acts that take the entry off the list and were not withdrawn."""
    acts = list(acts)
    withdrawn = {gone for one in acts if one.act.kind is ActKind.WITHDRAWN for gone in one.act.acts}
    return [one for one in acts if one.act.kind in CLOSING and one.act.act_id not in withdrawn]


def start_of_run(run: Run, sequence: EditionSequence, acts: Sequence[DatedAct], list_id: str, zone_name: str) -> Turn:
    """Return the turn with which a run begins."""
    after = sequence.editions[run.first - 1].listed_at if run.first else None
    shown = sequence.editions[run.first]
    stated = stated_listing(run, list_id)
    fixing = _fixing_opener(acts, after, shown.listed_at)
    if fixing is not None:
        moment, basis, act_id = fixing.act.takes_effect, "act", fixing.act.act_id
    elif stated is not None and _holds(stated, after, shown.listed_at, zone_name):
        moment, basis, act_id = stated, "stated", None
    else:
        moment, basis, act_id = sequence.moment(run.first, zone_name), "observed", None
    boundary = Boundary(moment, basis, after, shown.listed_at, act_id, shown.edition_id)
    at = fixing.starts if fixing is not None else moment.starts(zone_name)
    outside = str(stated) if stated is not None and stated.on != moment.on else None
    return Turn(at, opens=True, boundary=boundary, in_file=True, stated_on=outside)


def end_of_run(
    run: Run, sequence: EditionSequence, acts: Sequence[DatedAct], list_id: str, zone_name: str
) -> Turn | None:
    """Return the turn with which a run ends; `None` if the newest edition still shows the entry as standing.

    A list can go on showing an entry that it says has ended: an order that expired, a party de-listed. The end that
    the entry itself states then counts, unless an edition had dropped it before.
    """
    silent = sequence.editions[run.stop].listed_at if run.stop < len(sequence.editions) else None
    stated = stated_date(run.last, ENDED, list_id, run.basis)
    if stated is not None and (silent is None or stated.starts(zone_name) < silent):
        last = sequence.editions[run.stop - 1]
        act = next((one for one in closers(acts) if one.act.takes_effect.on == stated.on), None)
        moment, basis, act_id = (act.act.takes_effect, "act", act.act.act_id) if act else (stated, "stated", None)
        boundary = Boundary(moment, basis, None, last.listed_at, act_id, last.edition_id)
        return Turn(act.starts if act else stated.starts(zone_name), opens=False, boundary=boundary, in_file=True)
    if silent is None:
        return None
    after = sequence.editions[run.stop - 1].listed_at
    shown = sequence.editions[run.stop]
    fixing = next((one for one in closers(acts) if one.inside(after, shown.listed_at)), None) if acts else None
    moment = fixing.act.takes_effect if fixing else sequence.moment(run.stop, zone_name)
    boundary = Boundary(
        moment,
        "act" if fixing else "observed",
        after,
        shown.listed_at,
        fixing.act.act_id if fixing else None,
        shown.edition_id,
    )
    at = fixing.starts if fixing else shown.listed_at
    return Turn(at, opens=False, boundary=boundary, in_file=True)


def act_turn(one: DatedAct, *, opens: bool) -> Turn:
    """Return the turn that an act makes by itself."""
    boundary = Boundary(one.act.takes_effect, "act", act_id=one.act.act_id)
    return Turn(one.starts, opens=opens, boundary=boundary, in_file=False)


def in_order(shown: Iterable[Turn], alone: Iterable[Turn]) -> list[Turn]:
    """Merge the turns that editions show with those that acts make by themselves.

    Turns that editions show keep the order of the editions, whatever earlier hour of the day a bare date gives
    them. At one instant an act that ends comes first, then what editions show, then an act that begins.

    Args:
        shown: In the order of the editions.
        alone: In any order.
    """
    alone = list(alone)
    if not alone:
        return list(shown)
    placed: list[tuple[datetime, int, str, int, Turn]] = []
    for place, turn in enumerate(shown):
        at = max(turn.at, placed[-1][0]) if placed else turn.at
        placed.append((at, 1, "", place, turn))
    placed += [(turn.at, 2 if turn.opens else 0, turn.boundary.act_id or "", 0, turn) for turn in alone]
    return [turn for *_, turn in sorted(placed, key=lambda one: one[:4])]


def stated_listing(run: Run, list_id: str) -> Moment | None:
    """Return the listing date that the entry itself states for a list and basis."""
    return stated_date(run.listing, LISTING, list_id, run.basis)


def stated_date(listing: Shown, what: str, list_id: str, basis: str) -> Moment | None:
    """Return a date of one kind that an entry states about its stay on a list under a basis."""
    for stated in listing.stated:
        if stated.what == what and stated.list == list_id and stated.basis in {"", basis}:
            return Moment.parse(stated.on)
    return None


def _fixing_opener(acts: Sequence[DatedAct], after: datetime | None, by: datetime) -> DatedAct | None:
    """Return the first opener in the bracket that no closer in it undoes."""
    if not acts:
        return None
    inside = [one for one in openers(acts) if one.inside(after, by)]
    last_close = max((one.starts for one in closers(acts) if one.inside(after, by)), default=None)
    standing = [one for one in inside if last_close is None or one.starts >= last_close]
    return standing[0] if standing else None


def _holds(stated: Moment, after: datetime | None, by: datetime, zone_name: str) -> bool:
    return stated.starts(zone_name) <= by and (after is None or stated.published(zone_name) > after)
