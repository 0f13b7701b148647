"""Read dates as exact or as vague as they are written."""

import re
from datetime import date

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[-+]\d{2}:\d{2}|Z)?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEARS = re.compile(r"(\d{4})\s*-\s*(\d{4})")
_YEAR_DIGITS = 4


def iso_day(text: str) -> str:
    """Return the day of an ISO date, with or without an offset behind it; empty if it is none.

    >>> iso_day("2009-05-01-04:00"), iso_day("2009-13-01")
    ('2009-05-01', '')
    """
    found = _DAY.fullmatch(text)
    try:
        return date.fromisoformat(found[1]).isoformat() if found else ""
    except ValueError:
        return ""


def edtf(text: str) -> str:
    """Return a day, month, year or span of years in the Extended Date/Time Format (ISO 8601-2); empty if it is none.

    >>> edtf("1964-07-17"), edtf("1964-07"), edtf("1964"), edtf("1945 - 1950"), edtf("about 1964")
    ('1964-07-17', '1964-07', '1964', '1945/1950', '')
    """
    if len(text) == _YEAR_DIGITS and text.isdecimal():
        return text
    span, month = _YEARS.fullmatch(text), _MONTH.fullmatch(text)
    if span:
        return "/".join(span.groups())
    if month:
        return text if 1 <= int(month[2]) <= 12 else ""  # noqa: PLR2004 # the months of a year
    return iso_day(text)
