"""What a standing looks like over time: when the party was listed, when that had effect, when that was suspended.

Time is a number of days (the proleptic ordinal, with the clock as a fraction), taken from the wording's own zone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fasti.cli.text.words import say_date
from fasti.model.standing import Effect, EffectStatus, Event, Standing

APPLIED = frozenset({EffectStatus.IN_FORCE, EffectStatus.ENDED, EffectStatus.UNCONFIRMED, EffectStatus.SUSPENDED})
STAYING = frozenset({"enjoined", "rule_suspended"})
LIFTING = frozenset({"stay_lifted", "vacated"})
SECONDS_A_DAY = 86_400


class Band(StrEnum):
    """How a stretch of time is drawn."""

    LISTED = "listed"
    IN_EFFECT = "in-effect"
    SUSPENDED = "suspended"
    SCHEDULED = "scheduled"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A closed-open stretch of days; `until` is `None` where no end is known."""

    band: Band
    from_: float
    until: float | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A point in time: `kind` is `act` or `deadline`."""

    at: float
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One list over time."""

    label: str
    stretches: tuple[Stretch, ...]
    marks: tuple[Mark, ...]


def lane(standing: Standing, label: str) -> Lane:
    """Return the lane of a standing; one that was never on the list has no stretch."""
    stays = _stays(standing)
    stretches = [Stretch(Band.LISTED, day_of(one.listed_on), _end(one.ended_on)) for one in standing.spells]
    for effect in standing.effects:
        stretches += _effect(effect, stays)
    stretches += [Stretch(Band.SUSPENDED, start, end) for start, end in stays]
    return Lane(label, tuple(dict.fromkeys(stretches)), (*_acts(standing.events), *_deadlines(standing)))


def day_of(text: str) -> float:
    """Return an ISO date or instant as a number of days; a partial date counts from its first day.

    >>> day_of("2021-03-15T12:00:00-04:00") - day_of("2021-03-15")
    0.5
    """
    day, _, clock = text.partition("T")
    parts = [int(one) for one in day.split("-")]
    ordinal = float(date(*(*parts, 1, 1)[:3]).toordinal())
    if not clock:
        return ordinal
    hour, minute = int(clock[:2]), int(clock[3:5])
    return ordinal + (hour * 3600 + minute * 60) / SECONDS_A_DAY


def _stays(standing: Standing) -> list[tuple[float, float | None]]:
    """Return the intervals during which an order stood in the way, from the events."""
    stays: list[tuple[float, float | None]] = []
    starts: float | None = None
    for event in sorted(standing.events, key=lambda one: day_of(one.on)):
        if event.kind in STAYING and starts is None:
            starts = day_of(event.on)
        elif event.kind in LIFTING and starts is not None:
            stays.append((starts, day_of(event.on)))
            starts = None
    if starts is not None:
        stays.append((starts, _end(standing.ended_on)))
    return stays


def _effect(effect: Effect, stays: Iterable[tuple[float, float | None]]) -> Iterable[Stretch]:
    if effect.from_ is None:
        return
    begins, ends = day_of(effect.from_), _end(effect.until)
    if effect.status == EffectStatus.PENDING:
        yield Stretch(Band.SCHEDULED, begins, ends)
    if effect.status not in APPLIED:
        return
    for start, end in stays:
        if begins < start:
            yield Stretch(Band.IN_EFFECT, begins, start)
        if end is None:
            return
        begins = max(begins, end)
    if ends is None or begins < ends:
        yield Stretch(Band.IN_EFFECT, begins, ends)


def _acts(events: Iterable[Event]) -> Iterable[Mark]:
    return (Mark(day_of(one.on), "act", f"{say_date(one.on)}: {one.summary}") for one in events)


def _deadlines(standing: Standing) -> Iterable[Mark]:
    found = {(one.due, one.what, one.status): one for one in standing.deadlines}
    return (
        Mark(day_of(one.due), "deadline", f"Last day {say_date(one.last_day)} ({one.status}): {one.what}")
        for one in found.values()
    )


def _end(text: str | None) -> float | None:
    return None if text is None else day_of(text)
