"""Counts business days: every day that is neither of the week-end nor a holiday of the calendar that a rule names.

Holidays are computed from the rules by which the law sets them, for every year; no year's table is kept.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import msgspec

from fasti.model.errors import BadInputError, UsageError
from fasti.model.strict import unknown_keys

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SATURDAY, _SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class Holiday:
    """One holiday: a fixed day of the year, or the n-th weekday of a month.

    Attributes:
        name: Its name.
        day: `MM-DD` of a fixed holiday; empty for one that moves.
        month: Month of one that moves, 1-12.
        weekday: Its weekday.
        nth: Which of the month, from 1; -1 is the last.
        from_: First year in which it was kept; `None` means as long as the calendar reaches.
    """

    name: str
    day: str = ""
    month: int = 0
    weekday: str = ""
    nth: int = 0
    from_: int | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are business days.

    Attributes:
        title: What it is.
        first_year: First year for which its holidays are known.
        weekend: Weekdays that are no business days.
        moved: Whether a fixed holiday on a Saturday is kept on Friday, and one on a Sunday on Monday.
        citation: Where that is written.
        holidays: Its holidays.
        note: What is not counted.
    """

    title: str
    first_year: int
    weekend: tuple[str, ...]
    moved: bool
    citation: str
    holidays: tuple[Holiday, ...]
    note: str = ""


@cache
def load_calendars() -> dict[str, Calendar]:
    """Return the calendars by id."""
    return read_calendars(Path(__file__).with_name("calendars.toml").read_text(encoding="utf-8"))


def read_calendars(text: str) -> dict[str, Calendar]:
    """Read calendars from TOML.

    Raises:
        BadInputError: The text breaks the schema, or a holiday is neither a fixed day nor a weekday of a month.
    """
    import tomllib  # slow to import, and most questions need no calendar

    try:
        data = {name: _renamed(table) for name, table in tomllib.loads(text).items()}
        found = msgspec.convert(data, dict[str, Calendar])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        message = f"calendars.toml does not follow its schema: {error}."
        raise BadInputError(message) from error
    faults = [path for name, table in data.items() for path in unknown_keys(table, Calendar, name)]
    faults += [one.name for calendar in found.values() for one in calendar.holidays if not _is_whole(one)]
    if faults:
        message = f"calendars.toml does not follow its schema: {', '.join(faults)}."
        raise BadInputError(message)
    return found


def after_business_days(start: date, count: int, calendar_id: str) -> date:
    """Return the day on which a number of business days after a day is complete; that day itself does not count.

    Raises:
        UsageError: The day lies before the years whose holidays the calendar knows.

    >>> after_business_days(date(2024, 3, 4), 10, "us-federal")
    datetime.date(2024, 3, 18)
    """
    calendar = load_calendars()[calendar_id]
    if start.year < calendar.first_year:
        message = (
            f"Business days cannot be counted from {start}: {calendar.title} are known from {calendar.first_year}."
        )
        raise UsageError(message)
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= is_business_day(day, calendar_id)
    return day


def is_business_day(day: date, calendar_id: str) -> bool:
    """Say whether a day is neither of the week-end nor a holiday."""
    calendar = load_calendars()[calendar_id]
    return WEEKDAYS[day.weekday()] not in calendar.weekend and day not in _kept_around(day.year, calendar_id)


@cache
def _kept_around(year: int, calendar_id: str) -> frozenset[date]:
    """Return the days kept as holidays in a year; New Year's Day of the next can fall on 31 December."""
    return frozenset(holidays(year, calendar_id)) | frozenset(holidays(year + 1, calendar_id))


def holidays(year: int, calendar_id: str) -> dict[date, str]:
    """Return the holidays of a year by the day on which they are kept.

    >>> holidays(2021, "us-federal")[date(2021, 6, 18)]
    'Juneteenth National Independence Day'
    """
    calendar = load_calendars()[calendar_id]
    kept = (one for one in calendar.holidays if one.from_ is None or one.from_ <= year)
    return {_observed(_falls_on(one, year), moved=calendar.moved and bool(one.day)): one.name for one in kept}


def _falls_on(holiday: Holiday, year: int) -> date:
    if holiday.day:
        return date.fromisoformat(f"{year:04}-{holiday.day}")
    wanted = WEEKDAYS.index(holiday.weekday)
    if holiday.nth < 0:
        last = date(year + holiday.month // 12, holiday.month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - wanted) % 7 - 7 * (holiday.nth + 1))
    first = date(year, holiday.month, 1)
    return first + timedelta(days=(wanted - first.weekday()) % 7 + 7 * (holiday.nth - 1))


def _observed(day: date, *, moved: bool) -> date:
    shift = {_SATURDAY: -1, _SUNDAY: 1}.get(day.weekday(), 0) if moved else 0
    return day + timedelta(days=shift)


def _is_whole(holiday: Holiday) -> bool:
    """Say whether exactly one of the two ways to set a holiday is given, and whole."""
    moves = holiday.month in range(1, 13) and holiday.weekday in WEEKDAYS and holiday.nth != 0
    return moves != bool(holiday.day)


def _renamed(table: object) -> object:
    """Put the Python name in place of `from`, which is a word of the language."""
    if isinstance(table, dict):
        return {("from_" if key == "from" else key): _renamed(value) for key, value in table.items()}
    return [_renamed(one) for one in table] if isinstance(table, list) else table
