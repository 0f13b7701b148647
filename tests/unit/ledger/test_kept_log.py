"""What is kept of a log between two openings of its ledger: nothing that a file no longer says."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fasti.ledger import file_state
from fasti.ledger.file_state import kept_log
from fasti.ledger.sql_log import HEADS, ReadLog
from fasti.ledger.sqlite import open_store
from fasti.ledger.store import LogRow
from tests.unit.ledger.authored import RECORDED_AT, act


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a ledger of two acts."""
    path = tmp_path / "ledger.db"
    with open_store(path) as store:
        store.append(act(1), RECORDED_AT)
        store.append(act(2), RECORDED_AT)
    return path


def test_a_ledger_that_nobody_wrote_to_is_read_once(path: Path) -> None:
    with open_store(path) as store:
        first, told = store.log(), store.content_id()
    with open_store(path) as store:
        assert store.log() is first
        assert store.content_id() == told


def test_what_another_store_appended_is_read(path: Path) -> None:
    with open_store(path) as store:
        first, told = store.log(), store.content_id()
        with open_store(path) as other:
            other.append(act(3), RECORDED_AT)
        assert [entry.seq for entry in store.log()] == [1, 2, 3]
        assert store.log()[:2] == first
        assert store.log(2) == first
        assert store.content_id(2) == told != store.content_id()


def test_a_row_that_was_altered_in_place_is_read_anew(path: Path) -> None:
    """The newest hash is the same, and the log says something else."""
    with open_store(path) as store:
        before = store.log()
    later = datetime(2030, 1, 1, tzinfo=UTC)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE log SET recorded_at = ? WHERE seq = 1", (later.isoformat(),))
    with open_store(path) as store:
        assert store.log()[0].recorded_at == later != before[0].recorded_at


def test_another_ledger_in_its_place_is_read_anew(path: Path, tmp_path: Path) -> None:
    with open_store(path) as store:
        store.log()
    with open_store(tmp_path / "other.db") as other:
        other.append(act(7), RECORDED_AT)
    (tmp_path / "other.db").replace(path)
    with open_store(path) as store:
        assert [entry.body for entry in store.log()] == [act(7)]


def test_the_logs_of_few_ledgers_are_kept(tmp_path: Path) -> None:
    first = kept_log(tmp_path / "none.db")
    assert kept_log(tmp_path / "none.db") is first
    for number in range(file_state.LEDGERS):
        kept_log(tmp_path / f"{number}.db")
    assert kept_log(tmp_path / "none.db") is not first


def test_what_is_made_of_few_heads_is_kept() -> None:
    read = ReadLog(tuple(LogRow(seq, "", "act", b"{}", "", "") for seq in range(1, 3 * HEADS)))
    for head in range(1, 3 * HEADS):
        read.content_id(head)
    assert len(read.ids) <= HEADS
