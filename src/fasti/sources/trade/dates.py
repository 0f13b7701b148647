"""Read the dates that US agencies print."""

import re
from datetime import date

_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_EARLIEST_YEAR = 1900
"""An earlier year is a slip of the pen: 0017 for 2017 has been published."""
_PIVOT = 70
"""Two-digit years from here on belong to the 1900s."""


def iso_day(text: str) -> str:
    """Return a printed day as ISO text; empty if it is no day, or no plausible one.

    >>> iso_day("3/20/1992"), iso_day("2019-05-21"), iso_day("7/5/16"), iso_day("0017-05-26")
    ('1992-03-20', '2019-05-21', '2016-07-05', '')
    """
    words = text.strip()
    american, iso = _AMERICAN.fullmatch(words), _ISO.fullmatch(words)
    if american:
        month, day, year = american[1], american[2], _full_year(american[3])
    elif iso:
        year, month, day = int(iso[1]), iso[2], iso[3]
    else:
        return ""
    try:
        found = date(year, int(month), int(day))
    except ValueError:
        return ""
    return found.isoformat() if found.year >= _EARLIEST_YEAR else ""


def _full_year(text: str) -> int:
    year = int(text)
    if len(text) > len("99"):
        return year
    return year + (1900 if year >= _PIVOT else 2000)
