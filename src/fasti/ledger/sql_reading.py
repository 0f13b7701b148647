"""Decides how the log, the spans and the listings are read, in SQL that any database understands."""

from collections.abc import Collection, Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, select

from fasti.ledger.chain import GENESIS
from fasti.ledger.codec import decode_kind, decode_listing
from fasti.ledger.packing import unpack
from fasti.ledger.sql_schema import content, entry_key, holding, log, meta, series_part, span
from fasti.ledger.store import LogRow, Span
from fasti.model.errors import LedgerError
from fasti.model.identity import PartyKind
from fasti.model.listing import Listing

CHUNK = 500
"""Values in one `IN`."""

Value = TypeVar("Value", str, bytes, int)


def chunks(values: Collection[Value]) -> Iterator[list[Value]]:
    """Cut values into sorted lists that fit one statement."""
    ordered = sorted(values)
    return (ordered[place : place + CHUNK] for place in range(0, len(ordered), CHUNK))


def fetch(connection: Connection, query: Executable) -> list[tuple[Any, ...]]:
    """Return all rows as the driver gives them: row objects cost more than the query itself.

    Raises:
        LedgerError: The database cannot read its own files.
    """
    with connection.execute(query) as result:
        try:
            return list(result.cursor.fetchall())
        except connection.dialect.loaded_dbapi.Error as error:
            raise LedgerError(f"The ledger is damaged ({error}): run `fasti verify` or restore it.") from error


def read_head(connection: Connection) -> tuple[int, str]:
    """Return the newest sequence number and its hash, or zero and `GENESIS`."""
    row = connection.execute(select(log.c.seq, log.c.hash).order_by(log.c.seq.desc()).limit(1)).first()
    return (row.seq, row.hash) if row else (0, GENESIS)


def read_log(connection: Connection, head: int | None = None) -> list[LogRow]:
    """Return the entries up to `head` as stored, by sequence number."""
    query = select(log.c.seq, log.c.recorded_at, log.c.kind, log.c.body, log.c.hash, log.c.identity).order_by(log.c.seq)
    if head is not None:
        query = query.where(log.c.seq <= head)
    return [LogRow(*row) for row in fetch(connection, query)]


def read_meta(connection: Connection, name: str) -> str | None:
    """Return a setting of the ledger, or `None`."""
    return connection.execute(select(meta.c.value).where(meta.c.name == name)).scalar()


def read_holdings(connection: Connection) -> set[tuple[str, str, str]]:
    """Return series, part and order of every edition that stands among the spans."""
    query = select(series_part.c.series, series_part.c.part, holding.c.place).join(holding)
    return {(series, part, place) for series, part, place in fetch(connection, query)}


def read_spans(connection: Connection, series: str, part: str | None, keys: Collection[str] | None) -> list[Span]:
    """Return the spans of a series, of one part or all, of some entries or all, sorted.

    Raises:
        LedgerError: A span names an edition that does not hold its part.
    """
    query = (
        select(series_part.c.part, entry_key.c.text, content.c.hash, span.c.part, span.c.from_seq, span.c.to_seq)
        .select_from(span)
        .join(series_part, span.c.part == series_part.c.id)
        .join(entry_key, span.c.entry == entry_key.c.id)
        .join(content, span.c.content == content.c.id)
        .where(series_part.c.series == series)
    )
    if part is not None:
        query = query.where(series_part.c.part == part)
    queries = [query] if keys is None else [query.where(entry_key.c.text.in_(some)) for some in chunks(keys)]
    places = _places(connection, series)
    try:
        rows = [
            (series, name, key, digest.hex(), places[part_id, first], last and places[part_id, last])
            for one in queries
            for name, key, digest, part_id, first, last in fetch(connection, one)
        ]
    except KeyError as error:
        message = f"A span of {series} names an edition that does not hold its part: run `fasti verify`."
        raise LedgerError(message) from error
    return [Span(*row) for row in sorted(rows)]


def _places(connection: Connection, series: str) -> dict[tuple[int, int], str]:
    """Return `Edition.order` by part and sequence number, for the editions of a series."""
    query = (
        select(holding.c.part, holding.c.seq, holding.c.place).join(series_part).where(series_part.c.series == series)
    )
    return {(part, seq): place for part, seq, place in fetch(connection, query)}


def read_kinds(connection: Connection, hashes: Collection[str]) -> dict[str, PartyKind]:
    """Return what sort of party each listing names."""
    query = select(content.c.hash, content.c.body)
    return {
        digest.hex(): decode_kind(unpack(body))
        for some in chunks([bytes.fromhex(one) for one in hashes])
        for digest, body in fetch(connection, query.where(content.c.hash.in_(some)))
    }


def read_contents(connection: Connection, hashes: Collection[str]) -> dict[str, Listing]:
    """Return listings by content hash; unknown hashes are left out."""
    query = select(content.c.hash, content.c.body)
    return {
        digest.hex(): decode_listing(unpack(body))
        for some in chunks([bytes.fromhex(one) for one in hashes])
        for digest, body in fetch(connection, query.where(content.c.hash.in_(some)))
    }
