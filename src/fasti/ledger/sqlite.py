"""Decides how a ledger lies in an SQLite file: created whole or not at all, one writer at a time, synced at each entry.

Opening an existing ledger writes nothing to it unless its tables are of an older version and it can be written; one in
a folder of another owner is read as it is.
"""

import os
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from fasti.ledger.archive import sync_folder
from fasti.ledger.file_state import kept_log
from fasti.ledger.sql_reading import read_meta
from fasti.ledger.sql_schema import SCHEMA, TABLES, VERSION
from fasti.ledger.sql_store import SqlStore
from fasti.ledger.sql_upgrading import upgrade
from fasti.ledger.sql_writing import write_meta
from fasti.ledger.sqlite_database import SqliteDatabase
from fasti.model.errors import FastiError, LedgerError, UnavailableError

MAGIC = b"SQLite format 3\0"
APPLICATION_ID = 0x46415354
"""`FAST`, in the header of the file."""


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
        return SqlStore(_with_tables(SqliteDatabase("file::memory:", "in memory")))
    if not _exists(path):
        if not create:
            raise UnavailableError(f"There is no ledger at {path}: name another, or create it with `fasti ingest`.")
        _create(path)
    _check_header(path)
    return SqlStore(_open(path), kept_log(path))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        message = f"The ledger {path} cannot be reached ({error.strerror}): allow access to its folder."
        raise UnavailableError(message) from error


def _create(path: Path) -> None:
    """Make an empty ledger beside the path and give it its name at the end; another process may be first."""
    draft = path.with_name(f".{path.name}-{os.urandom(4).hex()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.touch(exist_ok=False)
        _with_tables(SqliteDatabase(_address(draft, "rw"), str(path))).close()
        with suppress(FileExistsError):
            path.hardlink_to(draft)
        sync_folder(path.parent)
    except OSError as error:
        message = f"No ledger can be made at {path} ({error.strerror}): name a folder that can be written."
        raise UnavailableError(message) from error
    finally:
        with suppress(OSError):
            draft.unlink()


def _with_tables(database: SqliteDatabase) -> SqliteDatabase:
    """Make the tables of an empty database and say what it is."""
    try:
        database.set_up("journal_mode = WAL", f"application_id = {APPLICATION_ID}")
        with database.writing() as session:
            for statement in TABLES:
                session.run(statement)
            write_meta(session, SCHEMA, str(VERSION))
    except FastiError:
        database.close()
        raise
    return database


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


def _open(path: Path) -> SqliteDatabase:
    """Return the database of an existing ledger of this version, for reading alone where it cannot be written."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return _upgraded(_checked(SqliteDatabase(_address(path, "rw"), str(path)), path))
    try:
        return _checked(SqliteDatabase(_address(path, "ro"), str(path)), path)
    except UnavailableError:
        if path.with_name(f"{path.name}-wal").exists():
            raise
    return _checked(SqliteDatabase(_address(path, "ro") + "&immutable=1", str(path)), path)


def _upgraded(database: SqliteDatabase) -> SqliteDatabase:
    """Return the database of a ledger whose tables are of this version; one for reading alone is read as it is."""
    try:
        with database.reading() as session:
            older = int(read_meta(session, SCHEMA) or VERSION) < VERSION
        if older:
            upgrade(database)
    except FastiError:
        database.close()
        raise
    return database


def _checked(database: SqliteDatabase, path: Path) -> SqliteDatabase:
    """Return the database if its tables are of this version, else give back the file."""
    try:
        with database.reading() as session:
            version = read_meta(session, SCHEMA) or ""
        if not version.isdecimal() or not int(version):
            raise LedgerError(f"The ledger {path} does not say its version: restore it from a copy.")
        if int(version) > VERSION:
            raise LedgerError(f"The ledger {path} was written by a newer version of Fasti: install that version.")
    except FastiError:
        database.close()
        raise
    return database


def _address(path: Path, mode: str) -> str:
    return f"file:{quote(str(path.absolute()))}?mode={mode}"
