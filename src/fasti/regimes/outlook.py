"""Outlook: what was scheduled or pending at the vantage, by law, court, licence or the next edition."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from fasti.model.act import CLOSING, OPENING, Act, ActKind
from fasti.model.history import EntryHistory
from fasti.model.moment import Moment
from fasti.model.standing import LIVE, Deadline, DeadlineStatus, Effect, EffectStatus, ListingStatus, Outlook
from fasti.regimes.lines import Line
from fasti.regimes.question import Law
from fasti.regimes.rule import ScheduledStep

_LEAVES_OPEN = frozenset(
    {ActKind.SUIT_FILED, ActKind.STATUS_REPORTED, ActKind.ENJOINED, ActKind.STAY_LIFTED, ActKind.APPEALED}
)
"""Procedural acts after which a proceeding goes on; any other act on it closes it."""


def outlook_of(
    entries: Sequence[EntryHistory],
    status: ListingStatus,
    effects: Iterable[tuple[Line, Effect]],
    deadlines: Iterable[Deadline],
    law: Law,
    at: datetime,
) -> tuple[Outlook, ...]:
    """Return what was ahead of a party on one list at an instant, by date."""
    zone_name = entries[0].zone
    today = Moment.of(at, zone_name).on.isoformat()
    found = [*_coming_acts(entries, at), *_steps(entries, at)]
    if status in LIVE:
        found += [*_effects(effects), *_deadlines(deadlines), *_foreseen(entries[0].list, law, today)]
    unique = sorted(set(found), key=lambda one: (one.on is None, one.on or "", one.what, one.kind, one.citation))
    return tuple(unique)


def _effects(effects: Iterable[tuple[Line, Effect]]) -> Iterable[Outlook]:
    for _, effect in effects:
        if effect.status == EffectStatus.PENDING:
            yield Outlook(f"{effect.phrase} begins ({effect.act})", effect.from_, "scheduled_law", effect.citation)
        for one in effect.exceptions:
            if one.kind == "licence" and one.status == "in_force" and one.until:
                yield Outlook(f"{one.name} expires", one.until, "licence_expiry", one.citation)


def _deadlines(deadlines: Iterable[Deadline]) -> Iterable[Outlook]:
    for one in deadlines:
        if one.status == DeadlineStatus.PENDING:
            yield Outlook(one.what, one.due, "scheduled_law", one.citation)


def _steps(entries: Sequence[EntryHistory], at: datetime) -> Iterable[Outlook]:
    """Yield the next dated step of each open proceeding."""
    for entry in entries:
        newest: dict[str, Act] = {act.matter.matter_id: act for act in entry.acts if act.matter}
        closed = {matter_id for matter_id, act in newest.items() if act.kind not in _LEAVES_OPEN}
        for act in entry.acts:
            step = act.next_step
            if (
                step is not None
                and step.on.published(entry.zone) > at
                and (act.matter is None or act.matter.matter_id not in closed)
            ):
                yield Outlook(step.what, str(step.on), step.kind, act.citation)
        for matter_id, act in newest.items():
            if matter_id not in closed and act.matter:
                what = f"{act.matter.title}, {act.matter.docket} ({act.matter.court}) is pending: {act.matter.attacks}"
                yield Outlook(what, None, "court", act.citation)


def _coming_acts(entries: Sequence[EntryHistory], at: datetime) -> Iterable[Outlook]:
    """Yield acts made by the instant that take effect after it, those that were withdrawn left out."""
    for entry in entries:
        withdrawn = {gone for act in entry.acts if act.kind is ActKind.WITHDRAWN for gone in act.acts}
        for act in entry.acts:
            turns = act.kind in OPENING | CLOSING and act.act_id not in withdrawn
            if turns and act.takes_effect.starts(act.zone or entry.zone) > at:
                yield Outlook(act.title, str(act.takes_effect), "scheduled_law", act.citation)


def _foreseen(list_id: str, law: Law, today: str) -> Iterable[Outlook]:
    """Yield what the law itself foresees for a list."""
    for regime in law.rulebook.regimes:
        yield from foreseen(regime.outlook, list_id, law, today)


def foreseen(steps: Iterable[ScheduledStep], list_id: str, law: Law, today: str) -> Iterable[Outlook]:
    """Yield the steps that a regime foresees for a list, set by a visible act and not past on a day."""
    for step in steps:
        over = step.until is not None and step.until < today
        past = step.on is not None and step.on < today
        if list_id in step.lists and step.made_by in law.acts and not over and not past:
            yield Outlook(step.what, step.on, step.kind, step.citation)
