"""What `verify` says of a ledger that is whole, and of one that is not."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from fasti.ledger.codec import encode
from fasti.ledger.verifying import verify
from fasti.model.problem import Severity
from tests.unit.ledger.authored import RECORDED_AT, act, append, archive_in, entries, memory, on_disk, record


def a_ledger(folder: Path) -> None:
    store, archive = on_disk(folder)
    with store:
        store.append(act(1), RECORDED_AT)
        record(store, archive, 0, entries(a="Acme", b="Beta"))
        record(store, archive, 2, {**entries(a="Acme Two"), "aliases": {}})
        record(store, archive, 1, entries(a="Acme", c="Gamma"))
        store.append(act(2), RECORDED_AT)


def run_sql(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / "ledger.db")) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def codes(folder: Path) -> list[str]:
    store, archive = on_disk(folder)
    with store:
        found = verify(store, archive)
    assert all(one.severity is Severity.ERROR and one.message.endswith(".") and one.where for one in found)
    return [one.code for one in found]


def test_a_whole_ledger_has_no_faults(tmp_path: Path) -> None:
    a_ledger(tmp_path)
    assert codes(tmp_path) == []


def test_an_empty_ledger_has_no_faults(tmp_path: Path) -> None:
    assert codes(tmp_path) == []


def retell(folder: Path) -> None:
    """Change what an act says without touching anything else."""
    with closing(sqlite3.connect(folder / "ledger.db")) as connection:
        connection.execute("UPDATE log SET body = ? WHERE seq = 1", (encode(act(3)),))
        connection.commit()


def spoil_archive(folder: Path) -> None:
    path = next(path for path in (folder / "archive").rglob("*") if path.is_file())
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def empty_archive(folder: Path) -> None:
    next(path for path in (folder / "archive").rglob("*") if path.is_file()).unlink()


def swap_log(folder: Path) -> None:
    run_sql(
        folder,
        "UPDATE log SET seq = 99 WHERE seq = 1",
        "UPDATE log SET seq = 1 WHERE seq = 5",
        "UPDATE log SET seq = 5 WHERE seq = 99",
    )


@pytest.mark.parametrize(
    ("tamper", "code"),
    [
        (retell, "chain_broken"),
        (swap_log, "chain_broken"),
        (lambda folder: run_sql(folder, "DELETE FROM log WHERE seq = 1"), "log_gap"),
        (lambda folder: run_sql(folder, "DELETE FROM log WHERE seq = 5"), "log_cut"),
        (lambda folder: run_sql(folder, "UPDATE log SET recorded_at = '2020-01-01T00:00:00Z'"), "chain_broken"),
        (lambda folder: run_sql(folder, "UPDATE log SET body = x'7b7d' WHERE seq = 5"), "unreadable_entry"),
        (lambda folder: run_sql(folder, "UPDATE log SET kind = 'decision' WHERE seq = 1"), "not_canonical"),
        (spoil_archive, "archive_altered"),
        (empty_archive, "archive_missing"),
        (lambda folder: run_sql(folder, "DELETE FROM span WHERE entry = 1 AND from_seq = 2"), "edition_altered"),
        (lambda folder: run_sql(folder, "UPDATE span SET to_seq = from_seq"), "span_altered"),
        (lambda folder: run_sql(folder, "UPDATE span SET from_seq = 1 WHERE from_seq = 2"), "derived_damaged"),
        (lambda folder: run_sql(folder, "DELETE FROM holding WHERE seq = 2"), "holding_altered"),
        (lambda folder: run_sql(folder, "UPDATE content SET body = x'00' WHERE id = 1"), "content_altered"),
        (lambda folder: run_sql(folder, "UPDATE name SET text = 'x' WHERE id = 1"), "index_altered"),
        (lambda folder: run_sql(folder, "DELETE FROM identifier WHERE content = 1"), "index_altered"),
    ],
)
def test_tampering_is_found(tmp_path: Path, tamper: Callable[[Path], None], code: str) -> None:
    a_ledger(tmp_path)
    tamper(tmp_path)
    assert code in codes(tmp_path)


def test_a_run_cut_in_two_is_found(tmp_path: Path) -> None:
    """Each edition still holds what it held, so only the rule that runs are maximal can tell."""
    store, archive = on_disk(tmp_path)
    with store:
        for day in range(3):
            record(store, archive, day, entries(a="Acme"))
    run_sql(
        tmp_path,
        "INSERT INTO span SELECT part, entry, 2, NULL, content FROM span",
        "UPDATE span SET to_seq = 2 WHERE from_seq = 1",
    )
    assert codes(tmp_path) == ["span_altered"]


def test_a_page_of_the_database_that_was_overwritten_is_found(tmp_path: Path) -> None:
    a_ledger(tmp_path)
    path = tmp_path / "ledger.db"
    data = bytearray(path.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'span'").fetchone()
    data[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(bytes(data))
    assert set(codes(tmp_path)) & {"database_damaged", "derived_damaged"}


def test_a_ledger_in_memory_is_verified_too(tmp_path: Path) -> None:
    with memory() as store:
        append(store, 0, entries(a="Acme"))
        assert [one.code for one in verify(store, archive_in(tmp_path))] == ["archive_missing"]
