"""Which spells speak at a vantage, and the listing status that follows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from fasti.model.act import Act, ActKind
from fasti.model.history import Boundary, EntryHistory, Spell, Stay
from fasti.model.moment import Moment
from fasti.model.standing import Between, ListingStatus

LISTING = "listing"
"""What an order stays if it is the listing itself, not its effects alone."""

Placed = tuple[EntryHistory, Spell]


@dataclass(frozen=True, slots=True)
class Selection:
    """What a list says of a party at an instant.

    Attributes:
        status: Listing status.
        current: Spells that speak: those running, else the last that ended, else those announced.
        past: Every spell begun by then, ends after it left open.
        deciding: The act that decides the status, if one does.
        stay: The order that stays the listing or its effects at that instant.
        between: Set where the instant lies between two editions that differ.
    """

    status: ListingStatus
    current: tuple[Placed, ...]
    past: tuple[Placed, ...]
    deciding: Act | None
    stay: Act | None
    between: Between | None


def select(entries: Sequence[EntryHistory], at: datetime, *, covered: bool) -> Selection:
    """Choose the spells and the status of one party on one list.

    Args:
        entries: Its entries on the list.
        at: Instant of the vantage.
        covered: Whether a complete edition was consulted, so that silence means absence.
    """
    begun = [(entry, spell) for entry in entries for spell in entry.spells if _starts(entry, spell) <= at]
    running = [one for one in begun if not _ended(*one, at)]
    past = tuple((entry, _cut(entry, spell, at)) for entry, spell in begun)
    between = next((found for entry in entries if (found := _between(entry, at)) is not None), None)
    if running:
        current = tuple((entry, _cut(entry, spell, at)) for entry, spell in running)
        return _running(current, past, _stay(entries, at), between)
    announced = _announced(entries, at)
    latest = max((_instant(entry, spell.end) for entry, spell in begun if spell.end), default=None)
    if announced is not None and (latest is None or _act_instant(announced, entries) >= latest):
        withdrawn = _withdrawing(announced, entries)
        status = ListingStatus.WITHDRAWN if withdrawn else ListingStatus.ANNOUNCED
        coming = () if withdrawn else _coming(entries, at)
        return Selection(status, coming, past, withdrawn or announced, None, between)
    if latest is not None:
        last = tuple(one for one in past if one[1].end is not None and _instant(one[0], one[1].end) == latest)
        deciding = _act(last[0][0], last[0][1].end)
        return Selection(ListingStatus.ENDED, last, past, deciding, None, between)
    silent = ListingStatus.NOT_FOUND if covered else ListingStatus.NOT_COVERED
    return Selection(silent, (), (), None, None, between)


def _running(
    current: tuple[Placed, ...], past: tuple[Placed, ...], stay: Stay | None, between: Between | None
) -> Selection:
    suspended = stay is not None and stay.act.stays == LISTING
    status = ListingStatus.SUSPENDED if suspended else ListingStatus.LISTED
    order = stay.act if stay is not None else None
    deciding = order if suspended else _act(current[0][0], current[0][1].start)
    return Selection(status, current, past, deciding, order, between)


def _stay(entries: Iterable[EntryHistory], at: datetime) -> Stay | None:
    """Return the order that stays the party's listing at an instant, else one that stays its effects."""
    running = [
        stay
        for entry in entries
        for stay in entry.stays
        if stay.starts.starts(entry.zone) <= at and (stay.ends is None or at < stay.ends.starts(entry.zone))
    ]
    return min(running, key=lambda one: one.act.stays != LISTING, default=None)


def _coming(entries: Sequence[EntryHistory], at: datetime) -> tuple[Placed, ...]:
    """Return the spells that a visible act will begin after the instant."""
    found = []
    for entry in entries:
        made = {act.act_id for act in entry.acts}
        found += [(entry, one) for one in entry.spells if _starts(entry, one) > at and one.start.act_id in made]
    return tuple(found)


def _announced(entries: Sequence[EntryHistory], at: datetime) -> Act | None:
    """Return the last act that made a listing public without (yet) putting it into effect."""
    found: list[tuple[datetime, Act]] = []
    for entry in entries:
        withdrawn = {gone for act in entry.acts if act.kind is ActKind.WITHDRAWN for gone in act.acts}
        for act in entry.acts:
            made = act.made_at.starts(act.zone or entry.zone)
            coming = act.kind is ActKind.LISTED and (
                act.takes_effect.starts(act.zone or entry.zone) > at or act.act_id in withdrawn
            )
            if act.list == entry.list and made <= at and (act.kind is ActKind.ANNOUNCED or coming):
                found.append((made, act))
    return max(found, key=lambda one: one[0])[1] if found else None


def _withdrawing(announced: Act, entries: Sequence[EntryHistory]) -> Act | None:
    """Return the act that took an announcement back."""
    for entry in entries:
        for act in entry.acts:
            if act.kind is ActKind.WITHDRAWN and announced.act_id in act.acts:
                return act
    return None


def _act_instant(act: Act, entries: Sequence[EntryHistory]) -> datetime:
    return act.made_at.starts(act.zone or entries[0].zone)


def _act(entry: EntryHistory, boundary: Boundary | None) -> Act | None:
    wanted = boundary.act_id if boundary else None
    return next((act for act in entry.acts if act.act_id == wanted), None)


def _starts(entry: EntryHistory, spell: Spell) -> datetime:
    return spell.start.moment.starts(entry.zone)


def _instant(entry: EntryHistory, boundary: Boundary) -> datetime:
    return boundary.moment.starts(entry.zone)


def _ended(entry: EntryHistory, spell: Spell, at: datetime) -> bool:
    return spell.end is not None and _instant(entry, spell.end) <= at


def _cut(entry: EntryHistory, spell: Spell, at: datetime) -> Spell:
    """Return a spell without an end that lies after the instant."""
    return spell if spell.end is None or _ended(entry, spell, at) else replace(spell, end=None)


def _between(entry: EntryHistory, at: datetime) -> Between | None:
    """Say so if the instant lies between two editions that differ about the entry and no act fixes when."""
    for spell in entry.spells:
        for boundary, word in ((spell.start, "has it"), (spell.end, "no longer has it")):
            if boundary is None or boundary.basis == "act" or boundary.after is None or boundary.by is None:
                continue
            if boundary.after < at < boundary.by:
                after, by = (Moment.of(one, entry.zone) for one in (boundary.after, boundary.by))
                says = f"the edition of {after.on} and the next one held, of {by.on}, differ: the latter {word}"
                return Between(str(after), str(by), says)
    return None


def earliest(spells: Iterable[Placed]) -> Placed:
    """Return the spell that began first."""
    return min(spells, key=lambda one: (_starts(*one), one[1].legal_basis))
