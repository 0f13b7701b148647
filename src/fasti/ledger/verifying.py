"""Decides whether a ledger still is what was recorded: its chain, its archive, and everything derived from it."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from fasti.ledger.archive import Archive
from fasti.ledger.chain import GENESIS, identity, link
from fasti.ledger.codec import decode_body, decode_listing, encode, kind_of
from fasti.ledger.indexing import identifier_pairs, name_triples
from fasti.ledger.recording import digest
from fasti.ledger.store import HEAD, LogRow, Store, StoredContent
from fasti.ledger.sweeping import present_by_edition
from fasti.model.entry import Body, Edition
from fasti.model.errors import FastiError, LedgerError
from fasti.model.problem import Problem, Severity


def verify(store: Store, archive: Archive) -> list[Problem]:
    """Return every fault found; an empty list means that the ledger holds what was recorded.

    The files are not read again by their readers: that the listings follow from them is for the caller to check.
    """
    try:
        damage = [_fault("database_damaged", text, "database") for text in store.damage()]
        rows = store.log_rows()
        told = store.meta(HEAD)
    except FastiError as error:
        return [_fault("database_damaged", str(error), "database")]
    bodies, faults = _read_log(rows, told)
    editions = [body for body in bodies if isinstance(body, Edition)]
    faults += _archive_faults(editions, archive)
    for check in (_span_faults(store, editions), _content_faults(store)):
        try:
            faults += check
        except FastiError as error:
            faults.append(_fault("derived_damaged", str(error), "spans and contents"))
    return damage + faults


def _fault(code: str, message: str, where: str) -> Problem:
    return Problem(code, message, where, Severity.ERROR)


def _read_log(rows: Sequence[LogRow], told: str | None) -> tuple[list[Body], list[Problem]]:
    """Return the bodies that can be read, and the faults of the log."""
    bodies: list[Body] = []
    faults: list[Problem] = []
    previous = GENESIS
    for place, row in enumerate(rows, 1):
        where = f"log entry {row.seq}"
        if row.seq != place:
            faults.append(_fault("log_gap", f"Entry {place} of the log has the number {row.seq}.", where))
        if row.hash != link(previous, row.recorded_at, row.body):
            faults.append(_fault("chain_broken", "The entry, or the one before it, was altered or moved.", where))
        try:
            body = decode_body(row.body)
            bodies.append(body)
            if (encode(body), identity(body), kind_of(body)) != (row.body, row.identity, row.kind):
                faults.append(_fault("not_canonical", "The entry is not canonical, or filed as another.", where))
        except LedgerError as error:
            faults.append(_fault("unreadable_entry", str(error), where))
        previous = row.hash
    newest = f"{rows[-1].seq}/{previous}" if rows else None
    if told != newest:
        faults.append(_fault("log_cut", f"The newest entry was {told}, and now is {newest}.", "log"))
    return bodies, faults


def _archive_faults(editions: Sequence[Edition], archive: Archive) -> Iterator[Problem]:
    """Find members that are missing, and any file that is not what its name says."""
    kept = archive.hashes()
    for edition in editions:
        for member in edition.members:
            if member.sha256 not in kept:
                message = f"The file {member.name} of edition {edition.edition_id} of {edition.series} is missing."
                yield _fault("archive_missing", message, member.sha256)
    for name in sorted(kept):
        try:
            archive.get(name)
        except LedgerError as error:
            yield _fault("archive_altered", str(error), name)


def _span_faults(store: Store, editions: Sequence[Edition]) -> Iterator[Problem]:
    """Find editions whose listings, put together from the spans, are not those that were recorded."""
    held = {(one.series, part, one.order) for one in editions for part in one.parts()}
    for series, part, order in sorted(held ^ store.holdings()):
        yield _fault("holding_altered", f"Part {part} of edition {order} is missing among the spans, or new.", series)
    for series in sorted({one.series for one in editions}):
        mine = sorted((one for one in editions if one.series == series), key=lambda one: one.order)
        yield from _series_faults(store, series, mine)


def _series_faults(store: Store, series: str, editions: Sequence[Edition]) -> Iterator[Problem]:
    names = {part for one in editions for part in one.parts()}
    spans = [span for name in sorted(names) for span in store.spans_of_series(series, name)]
    faults: list[str] = []
    for edition, present in present_by_edition(editions, spans, faults):
        if digest(present) != edition.digest:
            message = f"Edition {edition.edition_id} of {series}, put together from its spans, is not as recorded."
            yield _fault("edition_altered", message, edition.order)
    yield from (_fault("span_altered", message, series) for message in faults)


def _content_faults(store: Store) -> Iterator[Problem]:
    """Find listings that were altered, and indexes that do not say what the listings do."""
    for one in store.stored_contents():
        if one.body is None or sha256(one.body).hexdigest() != one.hash:
            yield _fault("content_altered", "A stored listing is not what its hash says.", one.hash)
        elif not _well_indexed(one, one.body):
            yield _fault("index_altered", "The names or identifiers indexed are not those of the listing.", one.hash)


def _well_indexed(stored: StoredContent, body: bytes) -> bool:
    listing = decode_listing(body)
    names = tuple((row.name, row.kind, row.quality) for row in stored.names)
    return names == name_triples(listing) and stored.identifiers == identifier_pairs(listing)
