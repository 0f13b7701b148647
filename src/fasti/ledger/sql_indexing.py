"""Decides how new listings enter the database: the packed body, its names, its identifiers."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from fasti.ledger.codec import encode_listing
from fasti.ledger.indexing import identifier_pairs, name_triples
from fasti.ledger.packing import pack
from fasti.ledger.sql_session import Session, rows_of
from fasti.model.listing import Listing

Value = TypeVar("Value", str, bytes)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A table whose rows have a small number each.

    Attributes:
        newest: Query of the greatest number.
        known: Query of values and their numbers.
        add: Puts in a number and a value.
    """

    newest: str
    known: str
    add: str


ENTRIES = Numbered(
    "SELECT max(id) FROM entry_key",
    "SELECT text, id FROM entry_key WHERE text IN (:values)",
    "INSERT INTO entry_key (id, text) VALUES (?, ?)",
)
NAMES = Numbered(
    "SELECT max(id) FROM name",
    "SELECT text, id FROM name WHERE text IN (:values)",
    "INSERT INTO name (id, text) VALUES (?, ?)",
)
CONTENTS = Numbered(
    "SELECT max(id) FROM content",
    "SELECT hash, id FROM content WHERE hash IN (:values)",
    "INSERT INTO content (id, hash, body) VALUES (?, ?, ?)",
)


def find_ids(session: Session, table: Numbered, values: Collection[Value]) -> dict[Value, int]:
    """Return the ids of the values that a table has already."""
    return dict(rows_of(session, table.known, values))


def add_ids(session: Session, newest: str, values: Iterable[Value]) -> dict[Value, int]:
    """Return an id that is not used yet for each value; the caller inserts the rows.

    Args:
        session: Where to ask.
        newest: Query of the greatest id in use.
        values: In the order of their ids.
    """
    last = session.rows(newest)[0][0] or 0
    return {value: number for number, value in enumerate(values, last + 1)}


def ensure_ids(session: Session, table: Numbered, values: Collection[str]) -> dict[str, int]:
    """Return the ids of values in a table of id and text, adding those it lacks."""
    ids = find_ids(session, table, values)
    added = add_ids(session, table.newest, sorted(set(values) - ids.keys()))
    session.run(table.add, [(number, text) for text, number in added.items()])
    return ids | added


def ensure_contents(session: Session, listings: Mapping[str, Listing]) -> None:
    """Add the listings that the ledger does not hold yet, given by content hash, and index them."""
    held = find_ids(session, CONTENTS, [bytes.fromhex(one) for one in listings])
    fresh = {one: listing for one, listing in sorted(listings.items()) if bytes.fromhex(one) not in held}
    ids = add_ids(session, CONTENTS.newest, fresh)
    rows = [(ids[one], bytes.fromhex(one), pack(encode_listing(listing))) for one, listing in fresh.items()]
    session.run(CONTENTS.add, rows)
    index_listings(session, {ids[one]: listing for one, listing in fresh.items()})


def index_listings(session: Session, listings: Mapping[int, Listing]) -> None:
    """Enter listings, given by content id, into the indexes of names and identifiers."""
    names = ensure_ids(session, NAMES, {one.text for listing in listings.values() for one in listing.names})
    session.run(
        "INSERT INTO content_name (content, ordinal, name, kind, quality) VALUES (?, ?, ?, ?, ?)",
        [
            (number, ordinal, names[text], kind, quality)
            for number, listing in listings.items()
            for ordinal, (text, kind, quality) in enumerate(name_triples(listing))
        ],
    )
    session.run(
        "INSERT INTO identifier (norm, scheme, content) VALUES (?, ?, ?)",
        [
            (norm, scheme, number)
            for number, listing in listings.items()
            for scheme, norm in sorted(identifier_pairs(listing))
        ],
    )
