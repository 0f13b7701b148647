"""Decides how entries are looked up, by identifier and by listing, in SQL that any database understands."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from fasti.ledger.indexing import normalise
from fasti.ledger.packing import unpack
from fasti.ledger.sql_session import Session, rows_of
from fasti.ledger.store import NameRow, StoredContent
from fasti.model.errors import LedgerError

_NAMES = (
    "SELECT content.hash, name.text, content_name.kind, content_name.quality FROM content_name"
    " JOIN content ON content_name.content = content.id"
    " JOIN name ON content_name.name = name.id"
)

_BY_IDENTIFIER = (
    "SELECT DISTINCT series_part.series, entry_key.text FROM span"
    " JOIN series_part ON span.part = series_part.id"
    " JOIN entry_key ON span.entry = entry_key.id"
    " WHERE span.content IN (SELECT identifier.content FROM identifier WHERE identifier.norm = ?"
)

_BY_CONTENT = (
    "SELECT DISTINCT series_part.series, entry_key.text, content.hash FROM span"
    " JOIN series_part ON span.part = series_part.id"
    " JOIN entry_key ON span.entry = entry_key.id"
    " JOIN content ON span.content = content.id"
    " WHERE content.hash IN (:values)"
)

_IDENTIFIERS = (
    "SELECT content.hash, identifier.scheme, identifier.norm FROM content"
    " JOIN identifier ON content.id = identifier.content"
)


def find_by_identifier(session: Session, scheme: str | None, value: str) -> set[tuple[str, str]]:
    """Return series and key of the entries that ever had an identifier."""
    norm = normalise(value)
    if scheme is None:
        rows = session.rows(f"{_BY_IDENTIFIER})", (norm,))
    else:
        rows = session.rows(f"{_BY_IDENTIFIER} AND identifier.scheme = ?)", (norm, scheme))
    return {(series, key) for series, key in rows}


def find_keys_of_contents(session: Session, hashes: Collection[str]) -> list[tuple[str, str, str]]:
    """Return content hash, series and key of the entries that ever had one of the contents, sorted."""
    rows = rows_of(session, _BY_CONTENT, [bytes.fromhex(one) for one in hashes])
    return sorted((digest.hex(), series, key) for series, key, digest in rows)


def read_names(session: Session, hashes: Collection[str] | None = None) -> list[tuple[str, str, str, str]]:
    """Return content hash, text, kind and quality of every name, or of those of some contents, in published order."""
    ordered = "ORDER BY content_name.content, content_name.ordinal"
    if hashes is None:
        rows: Iterable[tuple[Any, ...]] = session.rows(f"{_NAMES} {ordered}")
    else:
        digests = [bytes.fromhex(one) for one in hashes]
        rows = rows_of(session, f"{_NAMES} WHERE content.hash IN (:values) {ordered}", digests)
    return [(digest.hex(), text, kind, quality) for digest, text, kind, quality in rows]


def read_stored_contents(session: Session) -> list[StoredContent]:
    """Return every stored listing, not decoded, with what the indexes say of it, sorted by hash."""
    names: dict[str, list[NameRow]] = defaultdict(list)
    for row in (_name_row(*one) for one in session.rows(f"{_NAMES} ORDER BY content.hash, content_name.ordinal")):
        names[row.content].append(row)
    pairs: dict[bytes, set[tuple[str, str]]] = defaultdict(set)
    for digest, scheme, norm in session.rows(_IDENTIFIERS):
        pairs[digest].add((scheme, norm))
    bodies = session.rows("SELECT hash, body FROM content ORDER BY hash")
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
