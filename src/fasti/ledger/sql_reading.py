"""Decides how the log, the spans and the listings are read, in SQL that any database understands."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fasti.ledger.chain import GENESIS
from fasti.ledger.codec import decode_kind, decode_listing
from fasti.ledger.packing import unpack
from fasti.ledger.sql_session import Session, rows_of
from fasti.ledger.store import LogRow, Span
from fasti.model.errors import LedgerError
from fasti.model.identity import PartyKind
from fasti.model.listing import Listing

_LOG = "SELECT seq, recorded_at, kind, body, hash, identity FROM log"

_SPANS = (
    "SELECT series_part.part, entry_key.text, content.hash, span.part, span.from_seq, span.to_seq FROM span"
    " JOIN series_part ON span.part = series_part.id"
    " JOIN entry_key ON span.entry = entry_key.id"
    " JOIN content ON span.content = content.id"
    " WHERE series_part.series = ?"
)

_SPANS_BEGUN = (
    "SELECT series_part.series, series_part.part, entry_key.text, content.hash, span.part, span.from_seq, span.to_seq"
    " FROM span JOIN series_part ON span.part = series_part.id"
    " JOIN entry_key ON span.entry = entry_key.id"
    " JOIN content ON span.content = content.id"
    " WHERE span.from_seq > ?"
)

_SPANS_OF_KEYS = (
    "SELECT series_part.series, series_part.part, entry_key.text, content.hash, span.part, span.from_seq, span.to_seq"
    " FROM entry_key CROSS JOIN series_part CROSS JOIN span CROSS JOIN content"
    " WHERE entry_key.text IN (:values)"
    " AND span.part = series_part.id AND span.entry = entry_key.id AND content.id = span.content"
)
"""`CROSS JOIN` keeps the order of the tables: each pair of entry and part is one look-up by the key of the spans."""

_BODIES = "SELECT hash, body FROM content WHERE hash IN (:values)"


def read_head(session: Session) -> tuple[int, str]:
    """Return the newest sequence number and its hash, or zero and `GENESIS`."""
    rows = session.rows("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1")
    return (rows[0][0], rows[0][1]) if rows else (0, GENESIS)


def read_log(session: Session, after: int = 0) -> list[LogRow]:
    """Return the entries as stored, by sequence number, from the one after `after`."""
    return [LogRow(*row) for row in session.rows(f"{_LOG} WHERE seq > ? ORDER BY seq", (after,))]


def holds(session: Session, row: LogRow) -> bool:
    """Say whether the log has an entry in the place it had."""
    return session.rows("SELECT hash FROM log WHERE seq = ?", (row.seq,)) == [(row.hash,)]


def read_meta(session: Session, name: str) -> str | None:
    """Return a setting of the ledger, or `None`."""
    rows = session.rows("SELECT value FROM meta WHERE name = ?", (name,))
    return rows[0][0] if rows else None


def read_holdings(session: Session) -> set[tuple[str, str, str]]:
    """Return series, part and order of every edition that stands among the spans."""
    statement = (
        "SELECT series_part.series, series_part.part, holding.place FROM holding"
        " JOIN series_part ON holding.part = series_part.id"
    )
    return {(series, part, place) for series, part, place in session.rows(statement)}


@dataclass(slots=True)
class Places:
    """`Edition.order` by part and sequence number; it is read again only if one is missing, for none ever changes.

    Attributes:
        known: As read last.
    """

    known: dict[tuple[int, int], str] = field(default_factory=dict)

    def of(self, session: Session, wanted: Collection[tuple[int, int]]) -> Mapping[tuple[int, int], str]:
        """Return the places of some editions, and of others.

        Raises:
            LedgerError: An edition does not hold the part.
        """
        if not self.known.keys() >= set(wanted):
            rows = session.rows("SELECT part, seq, place FROM holding")
            self.known = {(part, seq): place for part, seq, place in rows}
        if not self.known.keys() >= set(wanted):
            raise LedgerError("A span names an edition that does not hold its part: run `fasti verify`.")
        return self.known


def read_spans(session: Session, series: str, part: str, places: Places) -> list[Span]:
    """Return the spans of every entry in one part of a series, sorted.

    Raises:
        LedgerError: A span names an edition that does not hold its part.
    """
    rows = session.rows(f"{_SPANS} AND series_part.part = ?", (series, part))
    return _spans(session, [(series, *row) for row in rows], places)


def read_begun(session: Session, seq: int, places: Places) -> list[Span]:
    """Return the spans that begin with an edition recorded behind a place of the log, sorted.

    Raises:
        LedgerError: A span names an edition that does not hold its part.
    """
    return _spans(session, session.rows(_SPANS_BEGUN, (seq,)), places)


def read_spans_of(session: Session, keys: Collection[str], places: Places) -> list[Span]:
    """Return the spans of some entries in every part of every series, sorted.

    Raises:
        LedgerError: A span names an edition that does not hold its part.
    """
    return _spans(session, list(rows_of(session, _SPANS_OF_KEYS, keys)), places)


def _spans(session: Session, rows: Sequence[tuple[Any, ...]], places: Places) -> list[Span]:
    wanted = {(part, first) for *_, part, first, _ in rows} | {(part, last) for *_, part, _, last in rows if last}
    known = places.of(session, wanted)
    found = [
        (series, name, key, digest.hex(), known[part, first], last and known[part, last])
        for series, name, key, digest, part, first, last in rows
    ]
    return [Span(*row) for row in sorted(found)]


def read_kinds(session: Session, hashes: Collection[str]) -> dict[str, PartyKind]:
    """Return what sort of party each listing names."""
    digests = [bytes.fromhex(one) for one in hashes]
    return {digest.hex(): decode_kind(unpack(body)) for digest, body in rows_of(session, _BODIES, digests)}


def read_contents(session: Session, hashes: Collection[str]) -> dict[str, Listing]:
    """Return listings by content hash; unknown hashes are left out."""
    digests = [bytes.fromhex(one) for one in hashes]
    return {digest.hex(): decode_listing(unpack(body)) for digest, body in rows_of(session, _BODIES, digests)}
