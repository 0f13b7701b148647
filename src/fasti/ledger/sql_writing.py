"""Decides how one entry is appended: its row in the log, then the spans and listings that follow from it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select

from fasti.ledger.chain import identity, link
from fasti.ledger.codec import content_hash, encode, kind_of
from fasti.ledger.splicing import Neighbour, Splice, Stretch, splice
from fasti.ledger.sql_indexing import add_ids, ensure_contents, ensure_ids, find_ids, insert_rows
from fasti.ledger.sql_reading import fetch
from fasti.ledger.sql_schema import content, entry_key, holding, log, meta, series_part, span
from fasti.ledger.store import HEAD, LogRow
from fasti.model.entry import Body, Edition
from fasti.model.errors import BadInputError
from fasti.model.listing import Listing
from fasti.model.moment import utc_text


@dataclass(frozen=True, slots=True)
class Newest:
    """The open stretches of the parts last written, so that editions in order need not read them back.

    Attributes:
        head: Hash of the entry after which they held; worth nothing after any other.
        held: Id of the part, then key, to the stretch that reaches the newest edition.
    """

    head: str = ""
    held: dict[int, dict[str, Stretch]] = field(default_factory=dict)


def write_entry(connection: Connection, head: tuple[int, str], body: Body, recorded_at: datetime) -> LogRow | None:
    """Add an entry to the log after its head and return it; `None` if the log has it already."""
    same = identity(body)
    if connection.execute(select(log.c.seq).where(log.c.identity == same)).first():
        return None
    last, previous = head
    at, data = utc_text(recorded_at), encode(body)
    row = LogRow(last + 1, at, kind_of(body), data, link(previous, at, data), same)
    names = ("seq", "recorded_at", "kind", "body", "hash", "identity")
    insert_rows(connection, log, [{name: getattr(row, name) for name in names}])
    write_meta(connection, HEAD, f"{row.seq}/{row.hash}")
    return row


def write_meta(connection: Connection, name: str, value: str) -> None:
    """Set a setting of the ledger."""
    connection.execute(delete(meta).where(meta.c.name == name))
    insert_rows(connection, meta, [{"name": name, "value": value}])


def write_parts(
    connection: Connection,
    at: tuple[int, Edition],
    parts: Mapping[str, Mapping[str, Listing]],
    newest: dict[int, dict[str, Stretch]],
) -> None:
    """Put the parts of an edition, with its place in the log, among the spans of its series.

    Args:
        connection: Within the transaction of its entry.
        at: Sequence number and body of the edition.
        parts: Part, then key, to listing.
        newest: As `Newest.held`; brought up to date.

    Raises:
        BadInputError: Another edition has its place in the order of the series.
    """
    seq, edition = at
    for part, listings in sorted(parts.items()):
        part_id = _part_id(connection, edition.series, part)
        held = {key: content_hash(listing) for key, listing in listings.items()}
        before, after = _neighbours(connection, part_id, edition, newest)
        change = splice(before, after, held, seq)
        new = {one.content: listings[one.key] for one in change.added if held.get(one.key) == one.content}
        ensure_contents(connection, new)
        insert_rows(connection, holding, [{"part": part_id, "seq": seq, "place": edition.order}])
        _write_spans(connection, part_id, change)
        _carry_on(newest[part_id], change)


def _carry_on(held: dict[str, Stretch], change: Splice) -> None:
    """Bring the open stretches of a part up to date."""
    for one in change.removed:
        if one.end is None:
            del held[one.key]
    held.update({one.key: one for one in change.added if one.end is None})


def _part_id(connection: Connection, series: str, part: str) -> int:
    """Return the id of a part of a series, adding it if need be."""
    where = (series_part.c.series == series) & (series_part.c.part == part)
    known: int | None = connection.execute(select(series_part.c.id).where(where)).scalar()
    if known is not None:
        return known
    number = add_ids(connection, series_part, [part])[part]
    insert_rows(connection, series_part, [{"id": number, "series": series, "part": part}])
    return number


def _neighbours(
    connection: Connection, part_id: int, edition: Edition, newest: dict[int, dict[str, Stretch]]
) -> tuple[Neighbour | None, Neighbour | None]:
    """Return the editions holding the part just before and just after, with the stretches that cover them."""
    query = select(holding.c.place, holding.c.seq).where(holding.c.part == part_id)
    order = sorted(fetch(connection, query))
    _check_place(edition, [place for place, _ in order])
    earlier = [seq for place, seq in order if place < edition.order]
    later = [seq for place, seq in order if place > edition.order]
    if part_id not in newest:
        open_ones = _stretches(connection, part_id, only_open=True) if order else []
        newest[part_id] = {one.key: one for one in open_ones}
    if not later:
        return (Neighbour(earlier[-1], newest[part_id]) if earlier else None), None
    stretches = _stretches(connection, part_id, only_open=False)
    ranks = {seq: rank for rank, (_, seq) in enumerate(order)}
    return (_neighbour(earlier[-1], stretches, ranks) if earlier else None), _neighbour(later[0], stretches, ranks)


def _check_place(edition: Edition, places: Collection[str]) -> None:
    if edition.order in places:
        message = (
            f"{edition.series} has another edition {edition.edition_id} seen at {utc_text(edition.seen_at)}:"
            " give the moment at which this one was seen."
        )
        raise BadInputError(message)


def _stretches(connection: Connection, part_id: int, *, only_open: bool) -> list[Stretch]:
    """Return the stretches of a part."""
    query = (
        select(entry_key.c.text, content.c.hash, span.c.from_seq, span.c.to_seq)
        .select_from(span)
        .join(entry_key, span.c.entry == entry_key.c.id)
        .join(content, span.c.content == content.c.id)
        .where(span.c.part == part_id)
    )
    rows = fetch(connection, query.where(span.c.to_seq.is_(None)) if only_open else query)
    return [Stretch(key, digest.hex(), start, end) for key, digest, start, end in rows]


def _neighbour(seq: int, stretches: Sequence[Stretch], ranks: Mapping[int, int]) -> Neighbour:
    """Return an edition with those of the stretches that cover it."""
    rank = ranks[seq]
    covering = (one for one in stretches if ranks[one.start] <= rank and (one.end is None or rank < ranks[one.end]))
    return Neighbour(seq, {one.key: one for one in covering})


def _write_spans(connection: Connection, part_id: int, change: Splice) -> None:
    """Take stretches out of the spans of a part, and put others in."""
    changed = (*change.removed, *change.added)
    keys = ensure_ids(connection, entry_key.c.text, {one.key for one in changed})
    contents = find_ids(connection, content.c.hash, {bytes.fromhex(one.content) for one in change.added})
    gone = [{"one_entry": keys[one.key], "one_start": one.start} for one in change.removed]
    if gone:
        where = (span.c.entry == bindparam("one_entry")) & (span.c.from_seq == bindparam("one_start"))
        connection.execute(delete(span).where(span.c.part == part_id, where), gone)
    rows: list[dict[str, object]] = [
        {
            "part": part_id,
            "entry": keys[one.key],
            "from_seq": one.start,
            "to_seq": one.end,
            "content": contents[bytes.fromhex(one.content)],
        }
        for one in change.added
    ]
    insert_rows(connection, span, rows)
