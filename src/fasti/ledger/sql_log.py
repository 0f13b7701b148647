"""Keeps the log of a ledger as it was last read: who asks again reads and decodes what came since, and nothing else.

What is kept is told apart by the newest entry, whose hash commits to all before it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from fasti.ledger.chain import content_id
from fasti.ledger.codec import decode_body
from fasti.ledger.sql_reading import Places, holds, read_head, read_log
from fasti.ledger.sql_session import Session
from fasti.ledger.store import LogRow
from fasti.model.entry import LogEntry

HEADS = 16
"""Places in the log up to which what it says is remembered."""


@dataclass(frozen=True, slots=True)
class ReadLog:
    """A log as it was read, with what was made of it.

    Attributes:
        rows: As stored, by sequence number.
        entries: Decoded, by the number of rows they are of: the same values each time.
        ids: What those say, as one hash.
    """

    rows: tuple[LogRow, ...] = ()
    entries: dict[int, tuple[LogEntry, ...]] = field(default_factory=dict)
    ids: dict[int, str] = field(default_factory=dict)

    def reaching(self, head: int | None) -> int:
        """Return how many rows lie up to a place."""
        return len(self.rows) if head is None else sum(row.seq <= head for row in self.rows)

    def decoded(self, head: int | None) -> tuple[LogEntry, ...]:
        """Return the entries up to a place."""
        return _made(self.entries, self.reaching(head), lambda count: tuple(map(entry_of, self.rows[:count])))

    def content_id(self, head: int | None) -> str:
        """Return what the log says up to a place, as one hash."""
        return _made(self.ids, self.reaching(head), lambda count: content_id(row.body for row in self.rows[:count]))


@dataclass(slots=True)
class KeptLog:
    """The log of one ledger, which the stores opened of it one after another may share; so may threads.

    Attributes:
        read: As it was last read.
        places: Orders of its editions.
    """

    read: ReadLog = field(default_factory=ReadLog)
    places: Places = field(default_factory=Places)

    def now(self, session: Session) -> ReadLog:
        """Return the log as a transaction sees it; of one read before, only what came since is read."""
        known = self.read
        newest, last = read_head(session), known.rows[-1] if known.rows else None
        if (last.seq, last.hash) != newest if last else newest[0]:
            kept = last is not None and holds(session, last)
            rows = (*known.rows, *read_log(session, last.seq)) if last and kept else read_log(session)
            known = self.read = ReadLog(tuple(rows))
        return known


Made = TypeVar("Made")


def _made(known: dict[int, Made], count: int, make: Callable[[int], Made]) -> Made:
    """Return what is made of the first rows of a log, made once while it is remembered."""
    found = known.get(count)
    if found is None:
        if len(known) >= HEADS:
            known.clear()
        found = known[count] = make(count)
    return found


def entry_of(row: LogRow) -> LogEntry:
    """Return an entry decoded."""
    return LogEntry(row.seq, datetime.fromisoformat(row.recorded_at), row.hash, decode_body(row.body))
