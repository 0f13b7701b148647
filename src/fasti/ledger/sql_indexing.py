"""Decides how new listings enter the database: the packed body, its names, its identifiers."""

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from sqlalchemy import Column, Connection, Table, func, insert, select

from fasti.ledger.codec import encode_listing
from fasti.ledger.indexing import identifier_pairs, name_triples
from fasti.ledger.packing import pack
from fasti.ledger.sql_reading import chunks, fetch
from fasti.ledger.sql_schema import content, content_name, identifier, name
from fasti.model.listing import Listing

Value = TypeVar("Value", str, bytes)


def find_ids(connection: Connection, column: Column[Value], values: Collection[Value]) -> dict[Value, int]:
    """Return the ids of the values that the column's table has already."""
    query = select(column, column.table.c.id)
    return {
        value: number for some in chunks(values) for value, number in fetch(connection, query.where(column.in_(some)))
    }


def add_ids(connection: Connection, table: Table, values: Iterable[Value]) -> dict[Value, int]:
    """Return an id, not used in the table before, for each value; the caller inserts the rows."""
    last = connection.execute(select(func.max(table.c.id))).scalar() or 0
    return {value: number for number, value in enumerate(values, last + 1)}


def ensure_ids(connection: Connection, column: Column[str], values: Collection[str]) -> dict[str, int]:
    """Return the ids of values in a table of id and text, adding those it lacks."""
    ids = find_ids(connection, column, values)
    table = column.table
    added = add_ids(connection, table, sorted(set(values) - ids.keys()))
    insert_rows(connection, table, [{"id": number, column.name: text} for text, number in added.items()])
    return ids | added


def insert_rows(connection: Connection, table: Table, rows: list[dict[str, object]]) -> None:
    """Insert rows, of which there may be none."""
    if rows:
        connection.execute(insert(table), rows)


def ensure_contents(connection: Connection, listings: Mapping[str, Listing]) -> None:
    """Add the listings that the ledger does not hold yet, given by content hash, and index them."""
    held = find_ids(connection, content.c.hash, [bytes.fromhex(one) for one in listings])
    fresh = {one: listing for one, listing in sorted(listings.items()) if bytes.fromhex(one) not in held}
    ids = add_ids(connection, content, fresh)
    insert_rows(
        connection,
        content,
        [
            {"id": ids[one], "hash": bytes.fromhex(one), "body": pack(encode_listing(listing))}
            for one, listing in fresh.items()
        ],
    )
    index_listings(connection, {ids[one]: listing for one, listing in fresh.items()})


def index_listings(connection: Connection, listings: Mapping[int, Listing]) -> None:
    """Enter listings, given by content id, into the indexes of names and identifiers."""
    names = ensure_ids(connection, name.c.text, {one.text for listing in listings.values() for one in listing.names})
    insert_rows(
        connection,
        content_name,
        [
            {"content": number, "ordinal": ordinal, "name": names[text], "kind": kind, "quality": quality}
            for number, listing in listings.items()
            for ordinal, (text, kind, quality) in enumerate(name_triples(listing))
        ],
    )
    insert_rows(
        connection,
        identifier,
        [
            {"norm": norm, "scheme": scheme, "content": number}
            for number, listing in listings.items()
            for scheme, norm in sorted(identifier_pairs(listing))
        ],
    )
