"""Decides how transactions run on an SQLite database: one writer at a time, synced, and errors that name the ledger."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from typing import Any

from fasti.model.errors import FastiError, LedgerError, UnavailableError

BUSY_SECONDS = 120.0
"""How long a writer waits for another."""

_ADVICE = {
    sqlite3.SQLITE_BUSY: "wait until the other writer is done",
    sqlite3.SQLITE_LOCKED: "wait until the other writer is done",
    sqlite3.SQLITE_FULL: "free space on the disk",
    sqlite3.SQLITE_IOERR: "check the disk and its free space",
    sqlite3.SQLITE_CANTOPEN: "check the path and allow access to the folder",
    sqlite3.SQLITE_PERM: "allow writing to the file and its folder",
    sqlite3.SQLITE_READONLY: "allow writing to the file and its folder",
}
"""What to do about errors that are no damage."""


class SqliteSession:
    """One transaction on one connection; see `fasti.ledger.sql_session.Session`."""

    def __init__(self, connection: sqlite3.Connection, shown: str) -> None:
        """Use a connection; errors name the ledger as shown."""
        self._connection = connection
        self._shown = shown

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise explained(error, self._shown) from error

    def run(self, statement: str, rows: Iterable[Sequence[object]] | None = None) -> None:
        """Run a statement once, or once for each row of values."""
        try:
            if rows is None:
                self._connection.execute(statement)
            else:
                self._connection.executemany(statement, rows)
        except sqlite3.Error as error:
            raise explained(error, self._shown) from error


class SqliteDatabase:
    """A database at an SQLite address; see `fasti.ledger.sql_session.Database`."""

    def __init__(self, address: str, shown: str) -> None:
        """Use an address, opened when it is first needed; each transaction has a connection for itself.

        Args:
            address: SQLite's URI. What is in memory belongs to its one connection, for which transactions wait.
            shown: What errors call the ledger.
        """
        self._address = address
        self._shown = shown
        self._idle: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        self._shared = ":memory:" in address
        if self._shared:
            self._idle.put(self._connect())

    @contextmanager
    def reading(self) -> Iterator[SqliteSession]:
        """Begin a transaction that reads."""
        with self._transaction("BEGIN") as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[SqliteSession]:
        """Begin a transaction that has the only writer lock from the start."""
        with self._transaction("BEGIN IMMEDIATE") as session:
            yield session

    def set_up(self, *pragmas: str) -> None:
        """Run pragmas that no transaction may hold."""
        with self._taken() as connection:
            session = SqliteSession(connection, self._shown)
            for pragma in pragmas:
                session.rows(f"PRAGMA {pragma}")

    def damage(self) -> list[str]:
        """Return what SQLite finds wrong with its files."""
        with self.reading() as session:
            found = [str(row[0]) for row in session.rows("PRAGMA integrity_check")]
        return [one for one in found if one != "ok"]

    def close(self) -> None:
        """Close the connections that are not in use."""
        with suppress(Empty):
            while True:
                self._idle.get_nowait().close()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[SqliteSession]:
        with self._taken() as connection:
            session = SqliteSession(connection, self._shown)
            session.rows(begin)
            try:
                yield session
                session.rows("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    with suppress(sqlite3.Error):  # the first error is the one to tell
                        connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _taken(self) -> Iterator[sqlite3.Connection]:
        try:
            connection = self._idle.get(block=self._shared)
        except Empty:
            connection = self._connect()
        try:
            yield connection
        finally:
            self._idle.put(connection)

    def _connect(self) -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(
                self._address, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=True
            )
        except sqlite3.Error as error:
            raise explained(error, self._shown) from error
        try:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
        except sqlite3.Error as error:
            connection.close()
            raise explained(error, self._shown) from error
        return connection


def explained(error: sqlite3.Error, shown: str) -> FastiError:
    """Return what an error of the database means for the ledger."""
    advice = _ADVICE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if advice is not None:
        return UnavailableError(f"The ledger {shown} cannot be used ({error}): {advice}.")
    return LedgerError(f"The ledger {shown} is damaged ({error}): run `fasti verify` or restore it from a copy.")
