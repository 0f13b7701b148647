"""Dates and instants as options: decides which spellings are taken, and says how to mend the others."""

import re
from datetime import date, datetime

from fasti.model.errors import UsageError

EARLIEST, LATEST = 1900, 2199
"""Years that are answered for, inclusive: wide of every list, and safe to convert between zones."""

ACCEPTED = "write a date (2021-03-16) or an instant with its offset (2021-03-16T16:10:00-04:00, 2021-03-16T20:10:00Z)"
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(?P<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})?"
)


def parse_when(text: str, option: str) -> date | datetime:
    """Read the value of an option as a date, or as an aware instant.

    Args:
        text: What was given.
        option: Name of the option, for the message.

    Raises:
        UsageError: It is neither, lies outside the years answered for, or is an instant without an offset.

    >>> parse_when("2021-03-16", "--as-of")
    datetime.date(2021, 3, 16)
    """
    text = text.strip()
    found = _read(text, option)
    if not EARLIEST <= found.year <= LATEST:
        raise UsageError(f"{text} is out of range for {option}: give a year from {EARLIEST} to {LATEST}.")
    return found


def parse_optional(text: str | None, option: str) -> date | datetime | None:
    """Read an option that may be left out."""
    return None if text is None else parse_when(text, option)


def _read(text: str, option: str) -> date | datetime:
    instant = INSTANT.fullmatch(text)
    try:
        if DATE.fullmatch(text):
            return date.fromisoformat(text)
        if instant and instant["offset"]:
            return datetime.fromisoformat(text.upper())
    except ValueError:
        kind = "an instant" if instant else "a date"
        raise UsageError(f"{text} is not {kind} of the calendar ({option}): {ACCEPTED}.") from None
    if instant:
        raise UsageError(f"{text} has no offset ({option}): write {text}Z for UTC, or add one, e.g. {text}-04:00.")
    raise UsageError(f"{text} is not a date ({option}): {ACCEPTED}.")
