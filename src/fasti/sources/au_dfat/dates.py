"""Read the dates that people type into the list, and tell when a spreadsheet has put the month before the day."""

import re
from collections.abc import Iterable, Iterator

from fasti.sources.ofac import dates as worded
from fasti.sources.records import dates as plain

_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MIDNIGHT = re.compile(r"[T ]00:00(:00)?$")
_ABOUT = re.compile(r"^(?:c\.|ca\.|circa|approximately|approx\.?|about)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"^between\s+(\d{4})\s+and\s+(\d{4})$", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*;\s*|\s+or\s+|,\s+(?=\d)|(?:^|\s)\(?(?:[a-z]|i{1,3}|iv)\)\s*")
_POINT = re.compile(r"(?<=[A-Za-z])\.(?=\s)")
_MONTHS = 12


def is_day_first(texts: Iterable[str]) -> bool:
    """Say whether the dates with slashes can all be read as the publisher writes them: day, month, year."""
    return all(int(found[2]) <= _MONTHS for text in texts if (found := _SLASHED.fullmatch(text)))


def split_dates(text: str) -> Iterator[str]:
    """Yield the dates that one cell lists.

    >>> list(split_dates("a) 5 May 1957 b) 1958; 1960 or 1961"))
    ['5 May 1957', '1958', '1960', '1961']
    """
    return (part for one in _SEVERAL.split(text) if (part := one.strip(" ,")))


def value_of(text: str, *, day_first: bool) -> str:
    """Return a date as exact or vague as it is typed, in the Extended Date/Time Format; empty if it is none.

    >>> [value_of(text, day_first=True) for text in ("5 Feb. 1970", "c. 1957", "between 1963 and 1968", "5/06/1953")]
    ['1970-02-05', '1957~', '1963/1968', '1953-06-05']
    """
    words = _MIDNIGHT.sub("", text)
    about = _ABOUT.sub("", words)
    between, slashed = _BETWEEN.fullmatch(words), _SLASHED.fullmatch(words)
    if between:
        return "/".join(between.groups())
    if slashed:
        day, month, year = slashed.groups()
        return plain.iso_day(f"{year}-{int(month):02d}-{int(day):02d}") if day_first else ""
    value = plain.edtf(about) or worded.edtf(_POINT.sub("", about))
    return value + "~" * (value != "" and about != words)


def day_of(text: str, *, day_first: bool) -> str:
    """Return a date as an ISO day; empty unless it names a day exactly."""
    value = value_of(text, day_first=day_first)
    return value if plain.iso_day(value) == value else ""
