"""Decides what a store of the ledger must offer, whatever the database; `sqlite.py` is the default adapter."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self

from fasti.ledger.sketching import Sketch
from fasti.model.entry import Body, LogEntry
from fasti.model.identity import PartyKind
from fasti.model.listing import Listing

HEAD = "head"
"""Setting that repeats the newest entry as `seq/hash`, so that a log cut short is found."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One maximal run of equal content over the editions of a series that hold a part, in their order.

    Attributes:
        series: `source/format`.
        part: Part of the edition, e.g. `entries`.
        key: Entry key.
        content: Hash of the listing.
        from_order: `Edition.order` of the first edition of the run.
        to_order: Order of the first later edition without that content; `None` if it reaches the newest.
    """

    series: str
    part: str
    key: str
    content: str
    from_order: str
    to_order: str | None

    def holds(self, order: str) -> bool:
        """Say whether the run covers the edition at an order."""
        return self.from_order <= order and (self.to_order is None or order < self.to_order)


Row = tuple[int, int, int, int | None]
"""A span as numbers: entry, content, and the editions from and to by sequence number, as `Span` has them."""


@dataclass(frozen=True, slots=True)
class Roll:
    """The spans of one part of a series as numbers, which name entries and contents in their store alone.

    Attributes:
        rows: In no order.
        orders: `Edition.order` of every edition that holds the part, by its sequence number.
    """

    rows: Sequence[Row]
    orders: Mapping[int, str]

    def held(self, order: str) -> dict[int, int]:
        """Return entry to content at the edition with an order."""
        begun = {seq for seq, other in self.orders.items() if other <= order}
        return {entry: content for entry, content, start, stop in self.rows if start in begun and stop not in begun}


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name of one stored listing, as the tables hold it.

    Attributes:
        content: Hash of the listing.
        name: Verbatim text.
        kind: Value of `NameKind`.
        quality: Value of `Quality`.
    """

    content: str
    name: str
    kind: str
    quality: str


@dataclass(frozen=True, slots=True)
class LogRow:
    """One log entry as stored, not decoded.

    Attributes:
        seq: Place, from 1.
        recorded_at: Storage text of the instant.
        kind: `edition`, `act`, `correction` or `decision`.
        body: Canonical JSON.
        hash: Link of the chain, hex.
        identity: What makes the entry the same as another, hex.
    """

    seq: int
    recorded_at: str
    kind: str
    body: bytes
    hash: str
    identity: str


@dataclass(frozen=True, slots=True)
class StoredContent:
    """One stored listing with what the indexes say of it.

    Attributes:
        hash: Its content hash.
        body: Canonical JSON; `None` if it cannot be read.
        names: In published order.
        identifiers: Pairs of scheme and normalised value.
    """

    hash: str
    body: bytes | None
    names: tuple[NameRow, ...]
    identifiers: frozenset[tuple[str, str]]


class Store(Protocol):
    """The log, and what is derived from it. Every method is one transaction."""

    def head(self) -> tuple[int, str]:
        """Return the newest sequence number and its hash; `(0, "0" * 64)` if the log is empty."""
        ...

    def log(self, head: int | None = None) -> tuple[LogEntry, ...]:
        """Return the entries up to and including `head`, by sequence number."""
        ...

    def log_rows(self) -> list[LogRow]:
        """Return the entries as stored, by sequence number."""
        ...

    def content_id(self, head: int | None = None) -> str:
        """Return what the log says up to `head`, whatever the order and time of recording, as one hash."""
        ...

    def append(
        self,
        body: Body,
        recorded_at: datetime,
        parts: Mapping[str, Mapping[str, Listing]] | None = None,
    ) -> LogEntry | None:
        """Append one entry and what is derived from it, in one transaction; `None` if it is there already.

        Args:
            body: The entry. Editions are the same if series, members, `listed_at` and `seen_at` are; other entries
                if their canonical bodies are.
            recorded_at: Our clock.
            parts: For an edition: part, then key, to listing; an empty part says that nothing is in it.

        Raises:
            BadInputError: The parts are not those the edition counts, or its place in the series is taken.
            UnavailableError: The ledger cannot be written, or another writer held it too long.
        """
        ...

    def holdings(self) -> set[tuple[str, str, str]]:
        """Return series, part and `Edition.order` of every edition among whose spans it stands."""
        ...

    def spans_of(self, keys: Collection[str]) -> list[Span]:
        """Return the spans of some entries in every part of every series, sorted."""
        ...

    def spans_of_series(self, series: str, part: str = "entries") -> list[Span]:
        """Return the spans of every entry in one part of a series, sorted."""
        ...

    def begun_after(self, seq: int) -> list[Span]:
        """Return the spans that begin with an edition recorded behind a place of the log, sorted."""
        ...

    def roll(self, series: str, part: str = "entries") -> Roll:
        """Return the spans of every entry in one part of a series, as numbers."""
        ...

    def entry_keys(self, numbers: Collection[int]) -> dict[int, str]:
        """Return the keys of entries by number; unknown numbers are left out."""
        ...

    def entry_numbers(self, keys: Collection[str]) -> dict[str, int]:
        """Return the numbers of entries by key; unknown keys are left out."""
        ...

    def sketches(self, numbers: Collection[int]) -> dict[int, Sketch]:
        """Return listings by the number of their content, sketched; unknown numbers are left out."""
        ...

    def listings(self, numbers: Collection[int]) -> dict[int, Listing]:
        """Return listings by the number of their content; unknown numbers are left out."""
        ...

    def contents(self, hashes: Collection[str]) -> dict[str, Listing]:
        """Return listings by content hash; unknown hashes are left out."""
        ...

    def stored_contents(self) -> list[StoredContent]:
        """Return every stored listing, not decoded, sorted by hash."""
        ...

    def listed_names(self, hashes: Collection[str] | None = None) -> list[tuple[str, str, str, str]]:
        """Return content hash, text, kind and quality of every name of every stored listing, or of some."""
        ...

    def party_kinds(self, hashes: Collection[str]) -> dict[str, PartyKind]:
        """Return what sort of party each listing names; unknown hashes are left out."""
        ...

    def keys_by_identifier(self, scheme: str | None, value: str) -> set[tuple[str, str]]:
        """Return series and key of every entry that ever had an identifier; `None` means any scheme.

        Values are compared without case, spaces and punctuation.
        """
        ...

    def keys_of_contents(self, hashes: Collection[str]) -> list[tuple[str, str, str]]:
        """Return content hash, series and key of every entry that ever had one of the contents, sorted."""
        ...

    def meta(self, name: str) -> str | None:
        """Return a setting of the ledger, or `None`."""
        ...

    def set_meta(self, name: str, value: str) -> None:
        """Set a setting of the ledger."""
        ...

    def damage(self) -> list[str]:
        """Return what the database finds wrong with its own files, in its words."""
        ...

    def close(self) -> None:
        """Give back the files; the store cannot be used afterwards."""
        ...

    def __enter__(self) -> Self:
        """Return the store."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the store."""
        ...
