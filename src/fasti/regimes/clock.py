"""Turns the formulas of law into moments, and shows where another reading of the same words differs.

Orders that say "eastern standard time" are read by New York wall time all year (`wall`, the reading of
OFAC's own date fields) or by the letter (`literal`).
"""

from calendar import monthrange
from datetime import date, datetime, time, timedelta, timezone

from fasti.model.moment import Moment, zone
from fasti.regimes.business_days import after_business_days
from fasti.regimes.formula import Formula

POLICY = "us.clock"
WALL = "wall"
LITERAL = "literal"
MONTHS_A_YEAR = 12

_LITERAL_OFFSETS = {"EST": timezone(timedelta(hours=-5)), "EDT": timezone(timedelta(hours=-4))}


def resolve(formula: Formula, listing: Moment, zone_name: str, reading: str) -> Moment:
    """Return the moment a formula gives.

    Args:
        formula: Literal, a count after the listing, a day of the year, or the listing itself.
        listing: When the listing takes effect; for a formula that counts from an event, the event.
        zone_name: Zone of the list, whose wall clock counts.
        reading: `wall` or `literal`.

    Raises:
        ValueError: The formula asks for a date that the entry states, which must be filled in before.
    """
    if formula.listing:
        return listing
    day = _day(formula, listing.on)
    if not formula.clock:
        return Moment(day)
    clock = datetime.combine(day, time.fromisoformat(formula.clock))
    offset = _LITERAL_OFFSETS.get(formula.zone) if reading == LITERAL else None
    if offset is None:
        return Moment(day, clock.replace(tzinfo=zone(zone_name)))
    return Moment.of(clock.replace(tzinfo=offset), zone_name)


def _day(formula: Formula, start: date) -> date:
    if formula.stated:
        message = f"The {formula.stated} date is the entry's own; fill it in before asking when it is."
        raise ValueError(message)
    if formula.on:
        return date.fromisoformat(formula.on)
    if formula.yearly:
        return _yearly(formula, start)
    if formula.business_days is not None:
        return after_business_days(start, formula.business_days, formula.calendar)
    if formula.days is not None:
        return start + timedelta(days=formula.days)
    return _months_after(start, (formula.months or 0) + MONTHS_A_YEAR * (formula.years or 0))


def _yearly(formula: Formula, start: date) -> date:
    """Return the first yearly day that speaks of a state held on or after a day."""
    held_on = formula.held_on or formula.yearly
    year = start.year + (f"{start:%m-%d}" > held_on)
    return date.fromisoformat(f"{year:04}-{formula.yearly}")


def _months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or its last day where it has no such day."""
    years, month = divmod(day.month - 1 + months, MONTHS_A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def other_reading(reading: str) -> str:
    """Return the reading that was not chosen."""
    return WALL if reading == LITERAL else LITERAL
