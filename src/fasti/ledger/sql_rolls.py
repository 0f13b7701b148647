"""Decides how whole series are read as numbers, and what those stand for, in SQL that any database understands."""

from collections.abc import Callable, Collection
from typing import TypeVar

from fasti.ledger.packing import unpack
from fasti.ledger.sql_session import Session, rows_of
from fasti.ledger.store import Roll
from fasti.model.errors import LedgerError

_ROLL = (
    "SELECT span.entry, span.content, span.from_seq, span.to_seq FROM span"
    " JOIN series_part ON span.part = series_part.id WHERE series_part.series = ? AND series_part.part = ?"
)
_ORDERS = (
    "SELECT holding.seq, holding.place FROM holding"
    " JOIN series_part ON holding.part = series_part.id WHERE series_part.series = ? AND series_part.part = ?"
)
_KEYS = "SELECT id, text FROM entry_key WHERE id IN (:values)"
_NUMBERS = "SELECT text, id FROM entry_key WHERE text IN (:values)"
_BODIES = "SELECT id, body FROM content WHERE id IN (:values)"

Read = TypeVar("Read")


def read_roll(session: Session, series: str, part: str) -> Roll:
    """Return the spans of every entry in one part of a series, as numbers.

    Raises:
        LedgerError: A span names an edition that does not hold the part.
    """
    rows = session.rows(_ROLL, (series, part))
    orders = dict(session.rows(_ORDERS, (series, part)))
    if not {row[2] for row in rows} | {row[3] for row in rows} <= {None, *orders}:
        message = f"A span of {series} names an edition that does not hold its part: run `fasti verify`."
        raise LedgerError(message)
    return Roll(rows, orders)


def read_keys(session: Session, numbers: Collection[int]) -> dict[int, str]:
    """Return the keys of entries by their numbers."""
    return dict(rows_of(session, _KEYS, numbers))


def read_numbers(session: Session, keys: Collection[str]) -> dict[str, int]:
    """Return the numbers of entries by their keys; unknown keys are left out."""
    return dict(rows_of(session, _NUMBERS, keys))


def read_bodies(session: Session, numbers: Collection[int], decode: Callable[[bytes], Read]) -> dict[int, Read]:
    """Return listings by the numbers of their contents, read as `decode` does."""
    return {number: decode(unpack(body)) for number, body in rows_of(session, _BODIES, numbers)}
