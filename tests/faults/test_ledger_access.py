"""Ledgers that cannot be written: a folder of another owner, a full disk, a lock that is kept, a failure midway."""

import os
import resource
import signal
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from fasti.ledger import sqlite_database
from fasti.ledger.sqlite import open_store
from fasti.ledger.store import Store
from fasti.ledger.verifying import verify
from fasti.model.errors import FastiError, LedgerError, UnavailableError
from tests.unit.ledger.authored import RECORDED_AT, act, append, entries, memory, on_disk, record

NOBODY = 65534
MANY = {f"k{number}": f"Name {number} of many, each a little longer than the last" for number in range(4000)}


@pytest.fixture
def foreign() -> Iterator[Path]:
    """Return a folder that any user can reach, which pytest's own are not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def without_rights(path: Path) -> list[str]:
    """Ask a ledger and append to it as a user who may only read; return what came of it."""
    path.parent.chmod(0o555)
    memory().close()  # imports what a process without rights could not
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        os.write(writing, "\n".join(_ask(path)).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        lines = told.read().splitlines()
    assert os.waitpid(child, 0)[1] == 0
    return lines


def _ask(path: Path) -> Iterator[str]:
    try:
        with open_store(path) as store:
            yield f"{len(store.log())} entries"
            yield f"{len(store.spans_of_series('test_list/csv'))} spans"
            store.append(act(1), RECORDED_AT)
    except FastiError as error:
        yield f"{type(error).__name__} {error}"


def test_a_ledger_in_a_read_only_folder_can_be_asked_and_not_written(foreign: Path) -> None:
    path = foreign / "ledger.db"
    store, _ = on_disk(foreign)
    with store:
        append(store, 0, entries(a="Acme"))
    before = path.read_bytes()
    entries_told, spans_told, refusal = without_rights(path)
    assert (entries_told, spans_told) == ("1 entries", "1 spans")
    assert refusal.startswith(
        f"UnavailableError The ledger {path} cannot be used (attempt to write a readonly database)"
    )
    assert path.read_bytes() == before
    assert [one.name for one in foreign.iterdir()] == ["ledger.db"]


def test_a_reader_without_rights_sees_what_a_writer_has_not_folded_in_yet(foreign: Path) -> None:
    store, _ = on_disk(foreign)
    with store:
        append(store, 0, entries(a="Acme"))
        append(store, 1, entries(a="Acme", b="Beta"))
        assert (foreign / "ledger.db-wal").stat().st_size > 0
        assert without_rights(foreign / "ledger.db")[:2] == ["2 entries", "2 spans"]


def test_no_ledger_is_made_where_nothing_can_be_written(foreign: Path) -> None:
    told = without_rights(foreign / "ledger.db")
    assert [line.partition(" ")[0] for line in told] == ["UnavailableError"]
    assert "No ledger can be made" in told[0]
    assert list(foreign.iterdir()) == []


def test_a_writer_that_does_not_let_go_is_waited_for_and_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_database, "BUSY_SECONDS", 0.05)
    store, archive = on_disk(tmp_path)
    with store, closing(sqlite3.connect(tmp_path / "ledger.db", isolation_level=None)) as other:
        append(store, 0, entries(a="Acme"))
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UnavailableError, match=r"ledger.db cannot be used \(database is locked\)"):
            append(store, 1, entries(a="Acme"))
        assert store.head()[0] == 1
        other.execute("ROLLBACK")
        assert record(store, archive, 1, entries(a="Acme")) is not None
        assert len(store.spans_of_series("test_list/csv")) == 1


@contextmanager
def room_for(more: int, path: Path) -> Iterator[None]:
    """Let no file grow beyond the size of one and so many bytes, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + more, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("more", [0, 5_000, 100_000, 300_000])
def test_on_a_full_disk_nothing_is_half_written(tmp_path: Path, more: int) -> None:
    store, archive = on_disk(tmp_path)
    with store:
        record(store, archive, 0, entries(a="Acme"))
        with room_for(more, tmp_path / "ledger.db"), pytest.raises(UnavailableError, match=r"^The ledger .*\.$"):
            append(store, 1, entries(**MANY))
        assert store.head()[0] == 1
        assert verify(store, archive) == []
        record(store, archive, 2, entries(a="Acme", b="Beta"))
    with on_disk(tmp_path)[0] as again:
        assert verify(again, archive) == []
        assert len(again.spans_of_series("test_list/csv")) == 2


def test_a_failure_midway_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    store, archive = on_disk(tmp_path)
    with store:
        record(store, archive, 0, entries(a="Acme"))
        with closing(sqlite3.connect(tmp_path / "ledger.db")) as connection:
            refusal = "BEFORE INSERT ON name WHEN NEW.text LIKE 'Beta%' BEGIN SELECT RAISE(ABORT, 'no Beta'); END"
            connection.execute(f"CREATE TRIGGER refuse {refusal}")
        with pytest.raises(LedgerError, match="no Beta"):
            record(store, archive, 1, entries(b="Beta"))
        record(store, archive, 2, entries(a="Acme", c="Gamma"))
        assert _told(store) == _told_undisturbed()
        assert store.head()[0] == 2


def _told(store: Store) -> object:
    return store.content_id(), store.spans_of_series("test_list/csv"), store.listed_names()


def _told_undisturbed() -> object:
    with memory() as store:
        append(store, 0, entries(a="Acme"))
        append(store, 2, entries(a="Acme", c="Gamma"))
        return _told(store)


def test_two_stores_of_one_file_see_each_others_editions(tmp_path: Path) -> None:
    """What one keeps in hand of the newest edition is worth nothing once the other has appended."""
    (one, archive), (other, _) = on_disk(tmp_path), on_disk(tmp_path)
    with one, other:
        for day in range(6):
            record(one if day % 2 else other, archive, day, entries(a="Acme", b=f"Beta {day // 3}"))
        assert one.spans_of_series("test_list/csv") == other.spans_of_series("test_list/csv")
        assert len(one.spans_of_series("test_list/csv")) == 3
        assert verify(one, archive) == []
