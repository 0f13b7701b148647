"""Decides how one entry is appended: its row in the log, then the spans and listings that follow from it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from fasti.ledger.chain import identity, link
from fasti.ledger.codec import content_hash, encode, kind_of
from fasti.ledger.splicing import Neighbour, Splice, Stretch, splice
from fasti.ledger.sql_indexing import CONTENTS, ENTRIES, add_ids, ensure_contents, ensure_ids, find_ids
from fasti.ledger.sql_session import Session
from fasti.ledger.store import HEAD, LogRow
from fasti.model.entry import Body, Edition
from fasti.model.errors import BadInputError
from fasti.model.listing import Listing
from fasti.model.moment import utc_text

_STRETCHES = (
    "SELECT entry_key.text, content.hash, span.from_seq, span.to_seq FROM span"
    " JOIN entry_key ON span.entry = entry_key.id"
    " JOIN content ON span.content = content.id"
    " WHERE span.part = ?"
)


@dataclass(frozen=True, slots=True)
class Newest:
    """The open stretches of the parts last written, so that editions in order need not read them back.

    Attributes:
        head: Hash of the entry after which they held; worth nothing after any other.
        held: Id of the part, then key, to the stretch that reaches the newest edition.
    """

    head: str = ""
    held: dict[int, dict[str, Stretch]] = field(default_factory=dict)


def write_entry(session: Session, head: tuple[int, str], body: Body, recorded_at: datetime) -> LogRow | None:
    """Add an entry to the log after its head and return it; `None` if the log has it already."""
    same = identity(body)
    if session.rows("SELECT seq FROM log WHERE identity = ?", (same,)):
        return None
    last, previous = head
    at, data = utc_text(recorded_at), encode(body)
    row = LogRow(last + 1, at, kind_of(body), data, link(previous, at, data), same)
    stored = (row.seq, row.recorded_at, row.kind, row.body, row.hash, row.identity)
    session.run("INSERT INTO log (seq, recorded_at, kind, body, hash, identity) VALUES (?, ?, ?, ?, ?, ?)", [stored])
    write_meta(session, HEAD, f"{row.seq}/{row.hash}")
    return row


def write_meta(session: Session, name: str, value: str) -> None:
    """Set a setting of the ledger."""
    session.run("DELETE FROM meta WHERE name = ?", [(name,)])
    session.run("INSERT INTO meta (name, value) VALUES (?, ?)", [(name, value)])


def write_parts(
    session: Session,
    at: tuple[int, Edition],
    parts: Mapping[str, Mapping[str, Listing]],
    newest: dict[int, dict[str, Stretch]],
) -> None:
    """Put the parts of an edition, with its place in the log, among the spans of its series.

    Args:
        session: Within the transaction of its entry.
        at: Sequence number and body of the edition.
        parts: Part, then key, to listing.
        newest: As `Newest.held`; brought up to date.

    Raises:
        BadInputError: Another edition has its place in the order of the series.
    """
    seq, edition = at
    for part, listings in sorted(parts.items()):
        part_id = _part_id(session, edition.series, part)
        held = {key: content_hash(listing) for key, listing in listings.items()}
        before, after = _neighbours(session, part_id, edition, newest)
        change = splice(before, after, held, seq)
        new = {one.content: listings[one.key] for one in change.added if held.get(one.key) == one.content}
        ensure_contents(session, new)
        session.run("INSERT INTO holding (part, seq, place) VALUES (?, ?, ?)", [(part_id, seq, edition.order)])
        _write_spans(session, part_id, change)
        _carry_on(newest[part_id], change)


def _carry_on(held: dict[str, Stretch], change: Splice) -> None:
    """Bring the open stretches of a part up to date."""
    for one in change.removed:
        if one.end is None:
            del held[one.key]
    held.update({one.key: one for one in change.added if one.end is None})


def _part_id(session: Session, series: str, part: str) -> int:
    """Return the id of a part of a series, adding it if need be."""
    known = session.rows("SELECT id FROM series_part WHERE series = ? AND part = ?", (series, part))
    if known:
        return int(known[0][0])
    number = add_ids(session, "SELECT max(id) FROM series_part", [part])[part]
    session.run("INSERT INTO series_part (id, series, part) VALUES (?, ?, ?)", [(number, series, part)])
    return number


def _neighbours(
    session: Session, part_id: int, edition: Edition, newest: dict[int, dict[str, Stretch]]
) -> tuple[Neighbour | None, Neighbour | None]:
    """Return the editions holding the part just before and just after, with the stretches that cover them."""
    order = sorted(session.rows("SELECT place, seq FROM holding WHERE part = ?", (part_id,)))
    _check_place(edition, [place for place, _ in order])
    earlier = [seq for place, seq in order if place < edition.order]
    later = [seq for place, seq in order if place > edition.order]
    if part_id not in newest:
        open_ones = _stretches(session, part_id, only_open=True) if order else []
        newest[part_id] = {one.key: one for one in open_ones}
    if not later:
        return (Neighbour(earlier[-1], newest[part_id]) if earlier else None), None
    stretches = _stretches(session, part_id, only_open=False)
    ranks = {seq: rank for rank, (_, seq) in enumerate(order)}
    return (_neighbour(earlier[-1], stretches, ranks) if earlier else None), _neighbour(later[0], stretches, ranks)


def _check_place(edition: Edition, places: Collection[str]) -> None:
    if edition.order in places:
        message = (
            f"{edition.series} has another edition {edition.edition_id} seen at {utc_text(edition.seen_at)}:"
            " give the moment at which this one was seen."
        )
        raise BadInputError(message)


def _stretches(session: Session, part_id: int, *, only_open: bool) -> list[Stretch]:
    """Return the stretches of a part."""
    rows = session.rows(f"{_STRETCHES} AND span.to_seq IS NULL" if only_open else _STRETCHES, (part_id,))
    return [Stretch(key, digest.hex(), start, end) for key, digest, start, end in rows]


def _neighbour(seq: int, stretches: Sequence[Stretch], ranks: Mapping[int, int]) -> Neighbour:
    """Return an edition with those of the stretches that cover it."""
    rank = ranks[seq]
    covering = (one for one in stretches if ranks[one.start] <= rank and (one.end is None or rank < ranks[one.end]))
    return Neighbour(seq, {one.key: one for one in covering})


def _write_spans(session: Session, part_id: int, change: Splice) -> None:
    """Take stretches out of the spans of a part, and put others in."""
    changed = (*change.removed, *change.added)
    keys = ensure_ids(session, ENTRIES, {one.key for one in changed})
    contents = find_ids(session, CONTENTS, {bytes.fromhex(one.content) for one in change.added})
    session.run(
        "DELETE FROM span WHERE part = ? AND entry = ? AND from_seq = ?",
        [(part_id, keys[one.key], one.start) for one in change.removed],
    )
    session.run(
        "INSERT INTO span (part, entry, from_seq, to_seq, content) VALUES (?, ?, ?, ?, ?)",
        [(part_id, keys[one.key], one.start, one.end, contents[bytes.fromhex(one.content)]) for one in change.added],
    )
