"""Decides how a store is made of a database: one transaction a call, the same for every database."""

from collections.abc import Collection, Mapping
from datetime import datetime
from types import TracebackType
from typing import Self

from fasti.ledger import sql_lookup, sql_reading, sql_rolls
from fasti.ledger.codec import decode_listing
from fasti.ledger.sketching import Sketch, decode_sketch
from fasti.ledger.sql_log import KeptLog, ReadLog, entry_of
from fasti.ledger.sql_session import Database
from fasti.ledger.sql_writing import Newest, write_entry, write_meta, write_parts
from fasti.ledger.store import LogRow, Roll, Span, StoredContent
from fasti.model.entry import Body, Edition, LogEntry
from fasti.model.errors import BadInputError
from fasti.model.identity import PartyKind
from fasti.model.listing import Listing


class SqlStore:
    """A store over a database; see `fasti.ledger.store.Store` for what each method promises."""

    def __init__(self, database: Database, kept: KeptLog | None = None) -> None:
        """Use a database whose adapter has made the tables and turns its errors into ours.

        Args:
            database: The tables.
            kept: The log of just this database as another store of it has read it.
        """
        self._database = database
        self._newest = Newest()
        self._kept = kept or KeptLog()

    def head(self) -> tuple[int, str]:
        """Return the newest sequence number and its hash."""
        with self._database.reading() as session:
            return sql_reading.read_head(session)

    def log(self, head: int | None = None) -> tuple[LogEntry, ...]:
        """Return the entries up to `head`, decoded."""
        return self._read().decoded(head)

    def log_rows(self) -> list[LogRow]:
        """Return the entries as stored."""
        with self._database.reading() as session:
            return sql_reading.read_log(session)

    def content_id(self, head: int | None = None) -> str:
        """Return what the log says up to `head` as one hash."""
        return self._read().content_id(head)

    def _read(self) -> ReadLog:
        with self._database.reading() as session:
            return self._kept.now(session)

    def append(
        self,
        body: Body,
        recorded_at: datetime,
        parts: Mapping[str, Mapping[str, Listing]] | None = None,
    ) -> LogEntry | None:
        """Append one entry and what is derived from it; `None` if it is there already."""
        held = parts or {}
        _check_counts(body, held)
        with self._database.writing() as session:
            head = sql_reading.read_head(session)
            newest = self._newest.held if self._newest.head == head[1] else {}
            self._newest = Newest()
            row = write_entry(session, head, body, recorded_at)
            if row is not None and isinstance(body, Edition):
                write_parts(session, (row.seq, body), held, newest)
        self._newest = Newest(row.hash if row else head[1], newest)
        return None if row is None else entry_of(row)

    def holdings(self) -> set[tuple[str, str, str]]:
        """Return series, part and order of every edition that stands among the spans."""
        with self._database.reading() as session:
            return sql_reading.read_holdings(session)

    def spans_of(self, keys: Collection[str]) -> list[Span]:
        """Return the spans of some entries in every part of every series."""
        with self._database.reading() as session:
            return sql_reading.read_spans_of(session, keys, self._kept.places)

    def spans_of_series(self, series: str, part: str = "entries") -> list[Span]:
        """Return the spans of every entry in one part of a series."""
        with self._database.reading() as session:
            return sql_reading.read_spans(session, series, part, self._kept.places)

    def begun_after(self, seq: int) -> list[Span]:
        """Return the spans that begin with an edition recorded behind a place of the log."""
        with self._database.reading() as session:
            return sql_reading.read_begun(session, seq, self._kept.places)

    def roll(self, series: str, part: str = "entries") -> Roll:
        """Return the spans of every entry in one part of a series, as numbers."""
        with self._database.reading() as session:
            return sql_rolls.read_roll(session, series, part)

    def entry_keys(self, numbers: Collection[int]) -> dict[int, str]:
        """Return the keys of entries by number."""
        with self._database.reading() as session:
            return sql_rolls.read_keys(session, numbers)

    def entry_numbers(self, keys: Collection[str]) -> dict[str, int]:
        """Return the numbers of entries by key."""
        with self._database.reading() as session:
            return sql_rolls.read_numbers(session, keys)

    def sketches(self, numbers: Collection[int]) -> dict[int, Sketch]:
        """Return listings by the number of their content, sketched."""
        with self._database.reading() as session:
            return sql_rolls.read_bodies(session, numbers, decode_sketch)

    def listings(self, numbers: Collection[int]) -> dict[int, Listing]:
        """Return listings by the number of their content."""
        with self._database.reading() as session:
            return sql_rolls.read_bodies(session, numbers, decode_listing)

    def contents(self, hashes: Collection[str]) -> dict[str, Listing]:
        """Return listings by content hash."""
        with self._database.reading() as session:
            return sql_reading.read_contents(session, hashes)

    def stored_contents(self) -> list[StoredContent]:
        """Return every stored listing, not decoded."""
        with self._database.reading() as session:
            return sql_lookup.read_stored_contents(session)

    def listed_names(self, hashes: Collection[str] | None = None) -> list[tuple[str, str, str, str]]:
        """Return content hash, text, kind and quality of every name of every stored listing, or of some."""
        with self._database.reading() as session:
            return sql_lookup.read_names(session, hashes)

    def party_kinds(self, hashes: Collection[str]) -> dict[str, PartyKind]:
        """Return what sort of party each listing names."""
        with self._database.reading() as session:
            return sql_reading.read_kinds(session, hashes)

    def keys_by_identifier(self, scheme: str | None, value: str) -> set[tuple[str, str]]:
        """Return series and key of every entry that ever had an identifier."""
        with self._database.reading() as session:
            return sql_lookup.find_by_identifier(session, scheme, value)

    def keys_of_contents(self, hashes: Collection[str]) -> list[tuple[str, str, str]]:
        """Return content hash, series and key of every entry that ever had one of the contents."""
        with self._database.reading() as session:
            return sql_lookup.find_keys_of_contents(session, hashes)

    def meta(self, name: str) -> str | None:
        """Return a setting of the ledger, or `None`."""
        with self._database.reading() as session:
            return sql_reading.read_meta(session, name)

    def set_meta(self, name: str, value: str) -> None:
        """Set a setting of the ledger."""
        with self._database.writing() as session:
            write_meta(session, name, value)

    def damage(self) -> list[str]:
        """Return what the database finds wrong with its own files."""
        return self._database.damage()

    def close(self) -> None:
        """Give back the files."""
        self._database.close()

    def __enter__(self) -> Self:
        """Return the store."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the store."""
        self.close()


def _check_counts(body: Body, parts: Mapping[str, Mapping[str, Listing]]) -> None:
    """Refuse parts that are not those the body counts.

    Raises:
        BadInputError: They are not.
    """
    told = dict(body.counts) if isinstance(body, Edition) else {}
    if told != {part: len(listings) for part, listings in parts.items()}:
        raise BadInputError("The parts are not those that the entry counts: make the edition from the same parts.")
