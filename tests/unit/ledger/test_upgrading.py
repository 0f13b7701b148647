"""A ledger of an older version is brought to this one when it can be written, and read as it is when it cannot."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fasti.ledger import sql_upgrading
from fasti.ledger.sqlite import open_store
from fasti.ledger.store import Store
from fasti.ledger.verifying import verify
from fasti.model.errors import LedgerError
from tests.unit.ledger.authored import RECORDED_AT, act, archive_in, entries, on_disk, record

AS_VERSION_1 = """
CREATE TABLE token (id INTEGER NOT NULL PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE name_token (
    token INTEGER NOT NULL REFERENCES token (id), name INTEGER NOT NULL REFERENCES name (id),
    PRIMARY KEY (token, name)
) WITHOUT ROWID;
ALTER TABLE name ADD COLUMN tokens TEXT NOT NULL DEFAULT '';
UPDATE name SET tokens = lower(text);
INSERT INTO token SELECT id, tokens FROM name;
INSERT INTO name_token SELECT id, id FROM name;
UPDATE meta SET value = '1' WHERE name = 'schema';
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a ledger as version 1 wrote it."""
    store, archive = on_disk(tmp_path)
    with store:
        store.append(act(1), RECORDED_AT)
        record(store, archive, 0, entries(a="Acme", b="Beta"))
        record(store, archive, 1, entries(a="Acme Two"))
    with closing(sqlite3.connect(tmp_path / "ledger.db")) as connection:
        connection.executescript(AS_VERSION_1)
    return tmp_path


def _told(store: Store) -> tuple[object, ...]:
    spans = store.spans_of_series("test_list/csv")
    return store.head(), store.content_id(), store.log_rows(), spans, store.stored_contents(), store.listed_names()


def _tables(folder: Path) -> tuple[str | None, set[str], list[str]]:
    """Return version, tables, and the columns of names."""
    with closing(sqlite3.connect(folder / "ledger.db")) as connection:
        (version,) = connection.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone()
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        return version, tables, [row[1] for row in connection.execute("PRAGMA table_info(name)")]


def _reading_alone(folder: Path) -> Store:
    """Open a ledger that cannot be written."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "access", lambda *_: False)
        return open_store(folder / "ledger.db", create=False)


def test_it_is_upgraded_and_says_what_it_said(folder: Path) -> None:
    with _reading_alone(folder) as store:
        before = _told(store)
    assert {"token", "name_token"} < _tables(folder)[1]
    with open_store(folder / "ledger.db") as store:
        assert _told(store) == before
        assert verify(store, archive_in(folder)) == []
        assert record(store, archive_in(folder), 2, entries(c="Gamma")) is not None
    version, tables, columns = _tables(folder)
    assert (version, columns) == ("2", ["id", "text"])
    assert not {"token", "name_token"} & tables


def test_where_it_cannot_be_written_it_is_read_as_it_is(folder: Path) -> None:
    path = folder / "ledger.db"
    before = path.read_bytes()
    with _reading_alone(folder) as store:
        assert [row[1] for row in sorted(store.listed_names())]
        assert verify(store, archive_in(folder)) == []
    assert path.read_bytes() == before
    assert _tables(folder)[0] == "1"


def test_an_upgrade_that_fails_midway_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _tables(folder)
    with monkeypatch.context() as patch:
        patch.setattr(sql_upgrading, "STEPS", {1: (*sql_upgrading.STEPS[1], "DROP TABLE absent")})
        with pytest.raises(LedgerError, match="absent"):
            open_store(folder / "ledger.db")
    assert _tables(folder) == before
    open_store(folder / "ledger.db").close()
    assert _tables(folder)[0] == "2"
