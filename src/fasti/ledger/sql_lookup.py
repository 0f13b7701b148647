"""Decides how entries are looked up, by identifier and by listing, in SQL that any database understands."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Connection, select

from fasti.ledger.indexing import normalise
from fasti.ledger.packing import unpack
from fasti.ledger.sql_reading import chunks, fetch
from fasti.ledger.sql_schema import (
    content,
    content_name,
    entry_key,
    identifier,
    name,
    series_part,
    span,
)
from fasti.ledger.store import NameRow, StoredContent
from fasti.model.errors import LedgerError

_NAMES = (
    select(content.c.hash, name.c.text, content_name.c.kind, content_name.c.quality)
    .select_from(content_name)
    .join(content, content_name.c.content == content.c.id)
    .join(name, content_name.c.name == name.c.id)
    .order_by(content.c.hash, content_name.c.ordinal)
)

_ENTRIES = (
    select(series_part.c.series, entry_key.c.text)
    .select_from(span)
    .join(series_part, span.c.part == series_part.c.id)
    .join(entry_key, span.c.entry == entry_key.c.id)
)


def find_by_identifier(connection: Connection, scheme: str | None, value: str) -> set[tuple[str, str]]:
    """Return series and key of the entries that ever had an identifier."""
    found = select(identifier.c.content).where(identifier.c.norm == normalise(value))
    if scheme is not None:
        found = found.where(identifier.c.scheme == scheme)
    query = _ENTRIES.where(span.c.content.in_(found)).distinct()
    return {(series, key) for series, key in fetch(connection, query)}


def find_keys_of_contents(connection: Connection, hashes: Collection[str]) -> list[tuple[str, str, str]]:
    """Return content hash, series and key of the entries that ever had one of the contents, sorted."""
    query = _ENTRIES.join(content, span.c.content == content.c.id).add_columns(content.c.hash).distinct()
    return sorted(
        (digest.hex(), series, key)
        for some in chunks([bytes.fromhex(one) for one in hashes])
        for series, key, digest in fetch(connection, query.where(content.c.hash.in_(some)))
    )


def read_names(connection: Connection) -> list[tuple[str, str, str, str]]:
    """Return content hash, text, kind and quality of every name, in published order within a content."""
    query = select(content.c.hash, name.c.text, content_name.c.kind, content_name.c.quality)
    joined = query.select_from(content_name).join(content).join(name)
    rows = fetch(connection, joined.order_by(content_name.c.content, content_name.c.ordinal))
    return [(digest.hex(), text, kind, quality) for digest, text, kind, quality in rows]


def read_stored_contents(connection: Connection) -> list[StoredContent]:
    """Return every stored listing, not decoded, with what the indexes say of it, sorted by hash."""
    names: dict[str, list[NameRow]] = defaultdict(list)
    for row in (_name_row(*one) for one in fetch(connection, _NAMES)):
        names[row.content].append(row)
    pairs: dict[bytes, set[tuple[str, str]]] = defaultdict(set)
    query = select(content.c.hash, identifier.c.scheme, identifier.c.norm).join(identifier)
    for digest, scheme, norm in fetch(connection, query):
        pairs[digest].add((scheme, norm))
    bodies = fetch(connection, select(content.c.hash, content.c.body).order_by(content.c.hash))
    return [
        StoredContent(digest.hex(), _readable(body), tuple(names[digest.hex()]), frozenset(pairs[digest]))
        for digest, body in bodies
    ]


def _readable(packed: bytes) -> bytes | None:
    try:
        return unpack(packed)
    except LedgerError:
        return None


def _name_row(digest: bytes, text: str, kind: str, quality: str) -> NameRow:
    return NameRow(digest.hex(), text, kind, quality)
