"""A bulk screening that is killed, or finds no room, goes on where it was and ends with the bytes of a whole run.

Run as a script this file screens a table and, after so many parts, kills itself: `LEDGER IN OUT PARTS`.
"""

import json
import os
import resource
import signal
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fasti.model.act import Act
from fasti.model.errors import BadInputError, FastiError, UnavailableError, UsageError
from fasti.workflows.bulk.files import Job, screen_file
from fasti.workflows.bulk.request import ScreenRequest
from fasti.workflows.opening import open_ledger
from fasti.workflows.settings import Settings
from tests.unit.ledger.authored import RECORDED_AT, act

ROOT = Path(__file__).resolve().parents[2]
ROWS = 50
REQUEST = ScreenRequest(known_at=date(2021, 3, 1), history=True)


def clock() -> datetime:
    """Return the same instant always; a plain function, so that workers can have it."""
    return datetime(2026, 11, 24, 12, tzinfo=UTC)


def _settings(ledger: Path) -> Settings:
    return Settings(ledger, "fasti/test", clock=clock)


def _screen(settings: Settings, source: Path, out: Path, parts: int = 0, **more: int | bool) -> None:
    """Screen two rows at a time, and kill this process after so many parts if any are given."""
    done = 0

    def tell(_done: int, _total: int, _what: str) -> None:
        nonlocal done
        done += 1
        if done == parts:
            os.kill(os.getpid(), signal.SIGKILL)

    job = Job(source, out, workers=int(more.get("workers", 1)), restart=bool(more.get("restart")), chunk=2)
    screen_file(settings, job, REQUEST, tell)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of a ledger that holds the chronicle."""
    settings = _settings(tmp_path_factory.mktemp("screening") / "ledger.db")
    with open_ledger(settings):
        return settings


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a table in which every fifth row is a hit."""
    names = ("Xiaomi Corporation" if row % 5 == 0 else f"Norvik {row}" for row in range(ROWS))
    path = tmp_path / "in.csv"
    path.write_text("name\n" + "".join(f"{name}\n" for name in names), encoding="utf-8")
    return path


def _killed(settings: Settings, source: Path, out: Path, parts: int) -> int:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    command = [sys.executable, __file__, str(settings.ledger), str(source), str(out), str(parts)]
    return subprocess.run(command, check=False, env=environment, cwd=ROOT).returncode


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_killed_and_run_again_gives_the_same_bytes(settings: Settings, source: Path, tmp_path: Path, form: str) -> None:
    whole, out = tmp_path / f"whole.{form}", tmp_path / f"out.{form}"
    _screen(settings, source, whole)
    for parts in (3, 1):
        assert _killed(settings, source, out, parts) == -signal.SIGKILL
        assert not out.exists()
    kept = len(list((tmp_path / f"out.{form}.unfinished").glob("*.json"))) - 1
    assert kept == 3 + 1
    _screen(settings, source, out)
    assert out.read_bytes() == whole.read_bytes()
    assert not (tmp_path / f"out.{form}.unfinished").exists()
    assert json.loads((tmp_path / f"out.{form}.run.json").read_bytes())["counts"]["rows"] == ROWS


def test_several_processes_write_what_one_does(settings: Settings, source: Path, tmp_path: Path) -> None:
    _screen(settings, source, tmp_path / "one.csv")
    _screen(settings, source, tmp_path / "two.csv", workers=2)
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()


def test_a_run_at_the_present_goes_on_at_the_moment_it_began(settings: Settings, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"

    def stop(_done: int, _total: int, _what: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        screen_file(settings, Job(source, out, workers=1, chunk=2), ScreenRequest(), stop)
    later = Settings(settings.ledger, settings.engine, clock=lambda: datetime(2027, 3, 1, tzinfo=UTC))
    answer = screen_file(later, Job(source, out, workers=1, chunk=2), ScreenRequest(), lambda *_: None)
    assert answer.query.as_of.startswith("2026-11-24T12:00")


def _interrupted(settings: Settings, source: Path, out: Path) -> None:
    assert _killed(settings, source, out, 2) == -signal.SIGKILL


def test_another_table_or_question_does_not_go_on(settings: Settings, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    _interrupted(settings, source, out)
    job = Job(source, out, workers=1, chunk=2)
    with pytest.raises(UsageError, match=r"another request: .*--restart"):
        screen_file(settings, job, ScreenRequest(known_at=date(2021, 3, 2), history=True), lambda *_: None)
    source.write_text(source.read_text(encoding="utf-8") + "one more\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"another input: .*--restart"):
        _screen(settings, source, out)
    _screen(settings, source, out, restart=True)
    assert out.read_text(encoding="utf-8").count("\n") > ROWS


def test_another_ledger_does_not_go_on(source: Path, tmp_path: Path) -> None:
    own = _settings(tmp_path / "own.db")
    with open_ledger(own):
        pass
    _interrupted(own, source, tmp_path / "out.csv")
    extra: Act = act(1)
    with open_ledger(own) as ledger:
        ledger.store.append(extra, RECORDED_AT)
    with pytest.raises(UsageError, match="another ledger"):
        _screen(own, source, tmp_path / "out.csv")


def test_no_room_is_told_and_what_is_done_is_kept(settings: Settings, source: Path, tmp_path: Path) -> None:
    whole, out = tmp_path / "whole.csv", tmp_path / "out.csv"
    _screen(settings, source, whole)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def tell(_done: int, _total: int, _what: str) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (whole.stat().st_size // 2, limits[1]))

    try:
        with pytest.raises(UnavailableError, match="make room"):
            screen_file(settings, Job(source, out, workers=1, chunk=2), REQUEST, tell)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert not out.exists()
    _screen(settings, source, out)
    assert out.read_bytes() == whole.read_bytes()


def test_two_runs_do_not_write_one_file(settings: Settings, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    refused: list[FastiError] = []

    def tell(_done: int, _total: int, _what: str) -> None:
        with pytest.raises(UnavailableError, match="Another run") as error:
            _screen(settings, source, out)
        refused.append(error.value)

    screen_file(settings, Job(source, out, workers=1, chunk=20), REQUEST, tell)
    assert len(refused) == 3


def test_a_table_that_changes_while_it_is_read_is_refused(settings: Settings, source: Path, tmp_path: Path) -> None:
    def tell(_done: int, _total: int, _what: str) -> None:
        source.write_text("name\nother\n", encoding="utf-8")

    with pytest.raises(BadInputError, match="changed while it was read"):
        screen_file(settings, Job(source, tmp_path / "out.csv", workers=1, chunk=20), REQUEST, tell)
    assert not (tmp_path / "out.csv").exists()


def test_a_truncated_parquet_file_is_told(settings: Settings, tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    path = tmp_path / "in.parquet"
    parquet.write_table(pa.table({"name": [f"Norvik {row}" for row in range(1000)]}), path)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(BadInputError, match="no whole Parquet"):
        _screen(settings, path, tmp_path / "out.csv")


if __name__ == "__main__":
    _screen(_settings(Path(sys.argv[1])), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
