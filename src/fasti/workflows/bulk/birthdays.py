"""Decides which date a cell of a table means, as exactly as it says it, and refuses to guess at the rest."""

import re
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]\d.*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_WORDS = re.compile(r"(?:(\d{1,2})\.?[ -])?([A-Za-z]{3,9})\.?[ -](?:(\d{1,2}),? )?(\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LAST_MONTH = 12


def read_birthday(text: str) -> str | None:
    """Return the ISO date that a text says, partial if it says no more; `None` if it is none or means two.

    >>> read_birthday("31/12/1970"), read_birthday("Dec 1970"), read_birthday("1970")
    ('1970-12-31', '1970-12', '1970')
    >>> read_birthday("03/04/1970") is None
    True
    """
    text = text.strip()
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return _iso(found[1], found[2], found[3])
    if found := _NUMBERS.fullmatch(text):
        return _either(int(found[1]), int(found[2]), found[3])
    found = _WORDS.fullmatch(text)
    if found is None or found[2][:3].lower() not in _MONTHS:
        return None
    return _iso(found[4], str(_MONTHS.index(found[2][:3].lower()) + 1), found[1] or found[3])


def _either(first: int, second: int, year: str) -> str | None:
    """Return the date of two numbers of which only one can be the month, or which are the same."""
    if first == second or first > LAST_MONTH:
        return _iso(year, str(second), str(first))
    return _iso(year, str(first), str(second)) if second > LAST_MONTH else None


def _iso(year: str, month: str | None, day: str | None) -> str | None:
    try:
        whole = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return None
    return whole[: 10 if day else 7 if month else 4]
