"""Every single change to what the ledger stores is found by `verify`."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fasti.ledger.sqlite import open_store
from fasti.ledger.verifying import verify
from fasti.model.errors import FastiError
from tests.unit.ledger.authored import RECORDED_AT, act, archive_in, entries, on_disk, record

TABLES = (
    "log",
    "series_part",
    "holding",
    "entry_key",
    "content",
    "span",
    "name",
    "content_name",
    "identifier",
)
Row = tuple[object, ...]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a small ledger that uses every table."""
    folder = tmp_path_factory.mktemp("whole")
    store, archive = on_disk(folder)
    with store:
        store.append(act(1), RECORDED_AT)
        record(store, archive, 0, entries(a="Acme", b="Beta"))
        record(store, archive, 2, {**entries(a="Acme Two"), "aliases": entries(a="Alias")["entries"]})
        record(store, archive, 1, entries(a="Acme"))
        store.append(act(2), RECORDED_AT)
    return folder


def changes(path: Path) -> Iterator[tuple[str, str, Row]]:
    """Yield, for every row of every table, a statement that removes it and one that alters each of its columns."""
    with closing(sqlite3.connect(path)) as connection:
        for table in TABLES:
            cursor = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 (a name of our own)
            names = [one[0] for one in cursor.description]
            where = " AND ".join(f"{name} IS ?" for name in names)
            for row in cursor.fetchall():
                yield f"DELETE FROM {table} WHERE {where}", f"{table} {row} removed", row  # noqa: S608
                for place, name in enumerate(names):
                    if name == "ordinal":  # says nothing but the order of the names, which 0, 1001 keep
                        continue
                    statement = f"UPDATE {table} SET {name} = ? WHERE {where}"  # noqa: S608
                    yield statement, f"{table} {row} altered in {name}", (_other(row[place]), *row)


def _other(value: object) -> object:
    if isinstance(value, int):
        return value + 1000
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:]
    return f"{value}x" if value is not None else 1


def test_every_change_of_a_row_is_found(whole: Path, tmp_path: Path) -> None:
    archive = archive_in(whole)
    missed = []
    count = 0
    for statement, what, values in changes(whole / "ledger.db"):
        path = tmp_path / "ledger.db"
        shutil.copy(whole / "ledger.db", path)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(statement, values)
            connection.commit()
        count += 1
        with open_store(path) as store:
            missed += [] if verify(store, archive) else [what]
    assert count > 150
    assert missed == []


def test_every_flipped_byte_of_the_archive_is_found(whole: Path, tmp_path: Path) -> None:
    shutil.copytree(whole, tmp_path, dirs_exist_ok=True)
    store, archive = on_disk(tmp_path)
    with store:
        for path in (path for path in (tmp_path / "archive").rglob("*") if path.is_file()):
            data = path.read_bytes()
            for place in range(len(data)):
                path.write_bytes(data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :])
                assert verify(store, archive), f"byte {place} of {path.name}"
            path.write_bytes(data)
        assert verify(store, archive) == []


def test_flipped_bytes_of_the_database_are_found_or_change_nothing(whole: Path, tmp_path: Path) -> None:
    """A byte that nothing reads (free space in a page) may differ; anything that is read must not."""
    data = (whole / "ledger.db").read_bytes()
    with on_disk(whole)[0] as store:
        expected = (store.log(), store.content_id(), store.spans_of_series("test_list/csv"), store.stored_contents())
    archive = archive_in(whole)
    path = tmp_path / "ledger.db"
    for place in range(100, len(data), 1009):
        path.write_bytes(data[:place] + bytes([data[place] ^ 0x41]) + data[place + 1 :])
        try:
            with open_store(path) as store:
                if verify(store, archive):
                    continue
                now = (store.log(), store.content_id(), store.spans_of_series("test_list/csv"), store.stored_contents())
        except FastiError:
            continue
        assert now == expected, f"byte {place}"
