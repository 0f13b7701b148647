"""Decides how one entry is appended: its row in the log, then the spans and listings that follow from it."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select

from fasti.ledger.chain import identity, link
from fasti.ledger.codec import content_hash, encode, kind_of
from fasti.ledger.splicing import Neighbour, Splice, Stretch, splice
from fasti.ledger.sql_indexing import Tokenize, add_ids, ensure_contents, ensure_ids, find_ids, insert_rows
from fasti.ledger.sql_reading import read_head
from fasti.ledger.sql_schema import content, entry_key, holding, log, meta, series_part, span
from fasti.ledger.store import HEAD, LogRow
from fasti.model.entry import Body, Edition
from fasti.model.errors import BadInputError
from fasti.model.listing import Listing
from fasti.model.moment import utc_text


def write_entry(connection: Connection, body: Body, recorded_at: datetime) -> LogRow | None:
    """Add an entry to the log and return it; `None` if the log has it already."""
    same = identity(body)
    if connection.execute(select(log.c.seq).where(log.c.identity == same)).first():
        return None
    last, previous = read_head(connection)
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


def write_part(
    connection: Connection,
    edition: Edition,
    seq: int,
    part: tuple[str, Mapping[str, Listing]],
    tokenize: Tokenize,
) -> None:
    """Put one part of an edition, its name and its listings, among the spans of its series.

    Raises:
        BadInputError: Another edition has its place in the order of the series.
    """
    name, listings = part
    part_id = _part_id(connection, edition.series, name)
    held = {key: content_hash(listing) for key, listing in listings.items()}
    before, after = _neighbours(connection, part_id, edition)
    change = splice(before, after, held, seq)
    new = {one.content: listings[one.key] for one in change.added if held.get(one.key) == one.content}
    ensure_contents(connection, new, tokenize)
    insert_rows(connection, holding, [{"part": part_id, "seq": seq, "place": edition.order}])
    _write_spans(connection, part_id, change)


def _part_id(connection: Connection, series: str, part: str) -> int:
    """Return the id of a part of a series, adding it if need be."""
    where = (series_part.c.series == series) & (series_part.c.part == part)
    known: int | None = connection.execute(select(series_part.c.id).where(where)).scalar()
    if known is not None:
        return known
    number = add_ids(connection, series_part, [part])[part]
    insert_rows(connection, series_part, [{"id": number, "series": series, "part": part}])
    return number


def _neighbours(connection: Connection, part_id: int, edition: Edition) -> tuple[Neighbour | None, Neighbour | None]:
    """Return the editions holding the part just before and just after, with the stretches that cover them."""
    query = select(holding.c.place, holding.c.seq).where(holding.c.part == part_id).order_by(holding.c.place)
    order = [(place, seq) for place, seq in connection.execute(query)]
    if any(place == edition.order for place, _ in order):
        message = (
            f"{edition.series} has another edition {edition.edition_id} seen at {utc_text(edition.seen_at)}:"
            " give the moment at which this one was seen."
        )
        raise BadInputError(message)
    earlier = [seq for place, seq in order if place < edition.order]
    later = [seq for place, seq in order if place > edition.order]
    if not later:
        return (_neighbour(connection, part_id, earlier[-1], None) if earlier else None), None
    ranks = {seq: rank for rank, (_, seq) in enumerate(order)}
    before = _neighbour(connection, part_id, earlier[-1], ranks) if earlier else None
    return before, _neighbour(connection, part_id, later[0], ranks)


def _neighbour(connection: Connection, part_id: int, seq: int, ranks: Mapping[int, int] | None) -> Neighbour:
    """Return an edition with the stretches that cover it; without ranks it is the newest: they are the open ones."""
    query = (
        select(entry_key.c.text, content.c.hash, span.c.from_seq, span.c.to_seq)
        .select_from(span)
        .join(entry_key, span.c.entry == entry_key.c.id)
        .join(content, span.c.content == content.c.id)
        .where(span.c.part == part_id)
    )
    if ranks is None:
        query = query.where(span.c.to_seq.is_(None))
    stretches = (Stretch(key, digest.hex(), start, end) for key, digest, start, end in connection.execute(query))
    return Neighbour(seq, {one.key: one for one in stretches if ranks is None or _covers(one, seq, ranks)})


def _covers(stretch: Stretch, seq: int, ranks: Mapping[int, int]) -> bool:
    return ranks[stretch.start] <= ranks[seq] and (stretch.end is None or ranks[seq] < ranks[stretch.end])


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
