"""Decides what a row of a table asks: its cells by role, and why a row cannot be asked."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

SEVERAL = frozenset({"alias", "country", "nationality"})
"""Roles of which one cell may hold several values, apart by semicolon or bar."""


class Row(NamedTuple):
    """One row as it was read; a tuple, of which millions are made.

    Attributes:
        number: From 1; a header is no row.
        cells: Role to its values, blank ones left out.
        problem: Why it cannot be read; empty if it can.
    """

    number: int
    cells: Mapping[str, tuple[str, ...]]
    problem: str = ""


def values_of(role: str, text: str) -> tuple[str, ...]:
    """Return the values of one cell, without blank ones.

    >>> values_of("alias", "Norvik; Norvik Group|")
    ('Norvik', 'Norvik Group')
    >>> values_of("name", "Norvik; Norvik Group")
    ('Norvik; Norvik Group',)
    """
    if role in SEVERAL and (";" in text or "|" in text):
        parts = text.replace("|", ";").split(";")
        return tuple(one for part in parts if (one := part.strip()))
    stripped = text.strip()
    return (stripped,) if stripped else ()


def texts_of(role: str, value: object) -> tuple[str, ...]:
    """Return what a typed value says as texts: of lists each of theirs; what is not there, true or false says none.

    >>> texts_of("birth_date", date(1970, 12, 31)), texts_of("name", ["Norvik", None, float("nan")])
    (('1970-12-31',), ('Norvik',))
    """
    if value is None or isinstance(value, (bool, Mapping)):
        return ()
    if isinstance(value, (float, datetime)) and value != value:  # noqa: PLR0124 - not a number, not a time
        return ()
    if isinstance(value, (list, tuple)):
        return tuple(text for one in value for text in texts_of(role, one))
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, bytes):
        return values_of(role, value.decode("utf-8", "replace"))
    return values_of(role, value.isoformat() if isinstance(value, date) else str(value))
