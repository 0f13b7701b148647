"""Decides how the log, the spans and the listings are read, in SQL that any database understands."""

from collections.abc import Collection

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

_BODIES = "SELECT hash, body FROM content WHERE hash IN (:values)"


def read_head(session: Session) -> tuple[int, str]:
    """Return the newest sequence number and its hash, or zero and `GENESIS`."""
    rows = session.rows("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1")
    return (rows[0][0], rows[0][1]) if rows else (0, GENESIS)


def read_log(session: Session, head: int | None = None) -> list[LogRow]:
    """Return the entries up to `head` as stored, by sequence number."""
    if head is None:
        rows = session.rows(f"{_LOG} ORDER BY seq")
    else:
        rows = session.rows(f"{_LOG} WHERE seq <= ? ORDER BY seq", (head,))
    return [LogRow(*row) for row in rows]


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


def read_spans(session: Session, series: str, part: str | None, keys: Collection[str] | None) -> list[Span]:
    """Return the spans of a series, of one part or all, of some entries or all, sorted.

    Raises:
        LedgerError: A span names an edition that does not hold its part.
    """
    statement = _SPANS if part is None else f"{_SPANS} AND series_part.part = ?"
    asked = (series,) if part is None else (series, part)
    places = _places(session, series)
    if keys is None:
        found = iter(session.rows(statement, asked))
    else:
        found = rows_of(session, f"{statement} AND entry_key.text IN (:values)", keys, asked)
    try:
        rows = [
            (series, name, key, digest.hex(), places[part_id, first], last and places[part_id, last])
            for name, key, digest, part_id, first, last in found
        ]
    except KeyError as error:
        message = f"A span of {series} names an edition that does not hold its part: run `fasti verify`."
        raise LedgerError(message) from error
    return [Span(*row) for row in sorted(rows)]


def _places(session: Session, series: str) -> dict[tuple[int, int], str]:
    """Return `Edition.order` by part and sequence number, for the editions of a series."""
    statement = (
        "SELECT holding.part, holding.seq, holding.place FROM holding"
        " JOIN series_part ON holding.part = series_part.id WHERE series_part.series = ?"
    )
    return {(part, seq): place for part, seq, place in session.rows(statement, (series,))}


def read_kinds(session: Session, hashes: Collection[str]) -> dict[str, PartyKind]:
    """Return what sort of party each listing names."""
    digests = [bytes.fromhex(one) for one in hashes]
    return {digest.hex(): decode_kind(unpack(body)) for digest, body in rows_of(session, _BODIES, digests)}


def read_contents(session: Session, hashes: Collection[str]) -> dict[str, Listing]:
    """Return listings by content hash; unknown hashes are left out."""
    digests = [bytes.fromhex(one) for one in hashes]
    return {digest.hex(): decode_listing(unpack(body)) for digest, body in rows_of(session, _BODIES, digests)}
