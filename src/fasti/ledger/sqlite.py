"""Decides how a ledger lies in an SQLite file: created whole or not at all, one writer at a time, synced at each entry.

Opening an existing ledger writes nothing to it unless its tables are of an older version and it can be written; one in
a folder of another owner is read as it is.
"""

import os
import secrets
import sqlite3
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool, StaticPool

from fasti.ledger.archive import sync_folder
from fasti.ledger.sql_indexing import insert_rows
from fasti.ledger.sql_reading import read_meta
from fasti.ledger.sql_schema import SCHEMA, VERSION, meta, tables
from fasti.ledger.sql_store import WRITING, SqlStore
from fasti.ledger.sql_upgrading import upgrade
from fasti.model.errors import FastiError, LedgerError, UnavailableError

MAGIC = b"SQLite format 3\0"
APPLICATION_ID = 0x46415354
"""`FAST`, in the header of the file."""

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


def open_store(path: Path | None, *, create: bool = True) -> SqlStore:
    """Open a ledger, or make an empty one.

    Args:
        path: The file; `None` keeps the ledger in memory.
        create: Make the ledger if there is no such file.

    Raises:
        LedgerError: The file is no ledger, or one of a newer version; it is left as it is.
        UnavailableError: There is no such file and none shall be made, or the folder cannot be used.
    """
    if path is None:
        return SqlStore(_with_tables(_engine("file::memory:", "in memory")), _damage)
    if not _exists(path):
        if not create:
            raise UnavailableError(f"There is no ledger at {path}: name another, or create it with `fasti ingest`.")
        _create(path)
    _check_header(path)
    return SqlStore(_open(path), _damage)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        message = f"The ledger {path} cannot be reached ({error.strerror}): allow access to its folder."
        raise UnavailableError(message) from error


def _create(path: Path) -> None:
    """Make an empty ledger beside the path and give it its name at the end; another process may be first."""
    draft = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.touch(exist_ok=False)
        _with_tables(_engine(_address(draft, "rw"), str(path))).dispose()
        with suppress(FileExistsError):
            path.hardlink_to(draft)
        sync_folder(path.parent)
    except OSError as error:
        message = f"No ledger can be made at {path} ({error.strerror}): name a folder that can be written."
        raise UnavailableError(message) from error
    finally:
        with suppress(OSError):
            draft.unlink()


def _with_tables(engine: Engine) -> Engine:
    """Make the tables of an empty database and say what it is."""
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")  # the mode of the journal cannot change within a transaction
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    with engine.execution_options(**{WRITING: True}).begin() as connection:
        tables.create_all(connection)
        insert_rows(connection, meta, [{"name": SCHEMA, "value": str(VERSION)}])
    return engine


def _check_header(path: Path) -> None:
    """Refuse a file that is not a ledger, from its first bytes alone."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except IsADirectoryError as error:
        raise LedgerError(f"{path} is a folder, not a ledger: name a file in it.") from error
    except OSError as error:
        raise UnavailableError(f"The ledger {path} cannot be read ({error.strerror}): allow reading.") from error
    if not header.startswith(MAGIC) or int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise LedgerError(f"{path} is not a Fasti ledger: name another file, or a new one to create it.")


def _open(path: Path) -> Engine:
    """Return an engine on an existing ledger of this version, for reading alone where it cannot be written."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return _upgraded(_checked(_engine(_address(path, "rw"), str(path)), path))
    try:
        return _checked(_engine(_address(path, "ro"), str(path)), path)
    except UnavailableError:
        if path.with_name(f"{path.name}-wal").exists():
            raise
    return _checked(_engine(_address(path, "ro") + "&immutable=1", str(path)), path)


def _upgraded(engine: Engine) -> Engine:
    """Return an engine on a ledger whose tables are of this version; one for reading alone is read as it is."""
    try:
        with engine.connect() as connection:
            older = int(read_meta(connection, SCHEMA) or VERSION) < VERSION
        if older:
            upgrade(engine.execution_options(**{WRITING: True}))
    except FastiError:
        engine.dispose()
        raise
    return engine


def _checked(engine: Engine, path: Path) -> Engine:
    """Return the engine if its tables are of this version, else give back the file."""
    try:
        with engine.connect() as connection:
            version = read_meta(connection, SCHEMA) or ""
        if not version.isdecimal() or not int(version):
            raise LedgerError(f"The ledger {path} does not say its version: restore it from a copy.")
        if int(version) > VERSION:
            raise LedgerError(f"The ledger {path} was written by a newer version of Fasti: install that version.")
    except FastiError:
        engine.dispose()
        raise
    return engine


def _address(path: Path, mode: str) -> str:
    return f"file:{quote(str(path.absolute()))}?mode={mode}"


def _engine(address: str, shown: str) -> Engine:
    """Return an engine on an SQLite address; errors name the ledger as shown."""

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=True)

    pool = StaticPool if ":memory:" in address else QueuePool
    engine = create_engine("sqlite://", creator=connect, poolclass=pool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)

    def explain(context: ExceptionContext) -> None:
        if isinstance(context.original_exception, sqlite3.Error):
            raise _explained(context.original_exception, shown) from context.original_exception

    event.listen(engine, "handle_error", explain)
    return engine


def _prepare(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    """Begin a transaction; one that writes takes the only writer lock at once, so that what it read still holds."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITING) else "BEGIN")


def _explained(error: sqlite3.Error, shown: str) -> FastiError:
    """Return what an error of the database means for the ledger."""
    advice = _ADVICE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if advice is not None:
        return UnavailableError(f"The ledger {shown} cannot be used ({error}): {advice}.")
    return LedgerError(f"The ledger {shown} is damaged ({error}): run `fasti verify` or restore it from a copy.")


def _damage(connection: Connection) -> list[str]:
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    return [one for one in found if one != "ok"]
