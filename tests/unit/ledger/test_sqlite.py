"""Opening a ledger file: what is refused, and that it is left as it was."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from fasti.ledger.sqlite import open_store
from fasti.model.errors import FastiError, LedgerError, UnavailableError
from tests.unit.ledger.authored import append, entries, on_disk


def an_sqlite_file(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE meta (name TEXT, value TEXT)")
        connection.commit()


def with_version(version: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        on_disk(path.parent)[0].close()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("UPDATE meta SET value = ? WHERE name = 'schema'", (version,))
            connection.commit()

    return make


def without_tables(path: Path) -> None:
    on_disk(path.parent)[0].close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE meta")


def cut_short(path: Path) -> None:
    store, _ = on_disk(path.parent)
    with store:
        append(store, 0, entries(a="Acme"))
    os.truncate(path, 5000)


@pytest.mark.parametrize(
    ("make", "kind", "says"),
    [
        (lambda path: path.write_bytes(b""), LedgerError, "is not a Fasti ledger"),
        (lambda path: path.write_text("name,key\n" * 99), LedgerError, "is not a Fasti ledger"),
        (an_sqlite_file, LedgerError, "is not a Fasti ledger"),
        (lambda path: path.mkdir(), LedgerError, "is a folder"),
        (with_version("3"), LedgerError, "newer version"),
        (with_version("1000"), LedgerError, "newer version"),
        (with_version("0"), LedgerError, "does not say its version"),
        (with_version("one"), LedgerError, "does not say its version"),
        (without_tables, LedgerError, "damaged"),
        (cut_short, LedgerError, "damaged"),
    ],
)
def test_what_is_no_ledger_of_this_version_is_refused_and_left_as_it_was(
    tmp_path: Path, make: Callable[[Path], object], kind: type[FastiError], says: str
) -> None:
    path = tmp_path / "ledger.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(kind, match=rf"^[^\n]*{says}[^\n]*: [^\n]*\.$"):
        open_store(path)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["ledger.db"]


def test_a_missing_ledger_is_made_only_if_asked(tmp_path: Path) -> None:
    path = tmp_path / "new" / "ledger.db"
    with pytest.raises(UnavailableError, match="There is no ledger at"):
        open_store(path, create=False)
    assert not path.parent.exists()
    with open_store(path) as store:
        assert store.head() == (0, "0" * 64)
    assert [one.name for one in path.parent.iterdir()] == ["ledger.db"]


def test_a_ledger_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    with pytest.raises(UnavailableError, match="No ledger can be made"):
        open_store(tmp_path / "file" / "ledger.db")


def test_a_path_with_odd_characters_is_used_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a b?c#d%20.db"
    with open_store(path) as store:
        append(store, 0, entries(a="Acme"))
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_opening_and_asking_writes_nothing(tmp_path: Path) -> None:
    store, _ = on_disk(tmp_path)
    with store:
        append(store, 0, entries(a="Acme"))
    path = tmp_path / "ledger.db"
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    with open_store(path, create=False) as again:
        assert len(again.log()) == 1
        assert again.spans_of_series("test_list/csv")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_the_log_is_synced_and_written_ahead(tmp_path: Path) -> None:
    store, _ = on_disk(tmp_path)
    with store:
        append(store, 0, entries(a="Acme"))
        assert (tmp_path / "ledger.db-wal").stat().st_size > 0
    assert not (tmp_path / "ledger.db-wal").exists()
