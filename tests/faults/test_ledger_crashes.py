"""Killed at any point and run again, or run twice at once, an ingest loses nothing acknowledged and doubles nothing.

Run as a script this file starts one ingest, in a process of its own, for each line `FOLDER EVENTS` it is given.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

import pytest

from fasti.ledger.verifying import verify
from fasti.model.act import Act
from fasti.model.entry import Body, Edition
from tests.unit.ledger.authored import DAY_ONE, RECORDED_AT, Parts, act, entries, on_disk, raw, record

ROOT = Path(__file__).resolve().parents[2]
DAYS = 12
ACTS = 6
Starter = subprocess.Popen[str]


def parts_of(day: int) -> Parts:
    """Return the parts of a day's edition: some entries stay, some change, some come back."""
    names = {f"k{number}": f"Name {(day + number) // 5}" for number in range(20) if (day * number) % 7 != 1}
    return {**entries(**names), "aliases": {}} if day % 3 == 0 else entries(**names)


def ingest(folder: Path) -> Iterator[str]:
    """Append everything, some editions out of order, and tell of each entry once it is appended."""
    store, archive = on_disk(folder)
    with store:
        for number in range(ACTS):
            yield f"act {number} {store.append(act(number), RECORDED_AT) is not None}"
        for day in (*range(0, DAYS, 2), *range(1, DAYS, 2)):
            yield f"day {day} {record(store, archive, day, parts_of(day)) is not None}"


@contextmanager
def starter() -> Iterator[Starter]:
    """Run this file as a script, so that an ingest need not wait for its imports."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    command = [sys.executable, __file__]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment
    ) as process:
        try:
            assert _line(process) == "ready"
            yield process
        finally:
            process.kill()


def start(process: Starter, folder: Path, events: int = 0) -> int:
    """Start an ingest that kills itself after so many calls and returns of Python code, if any; return its id."""
    assert process.stdin is not None
    process.stdin.write(f"{folder} {events}\n")
    process.stdin.flush()
    return int(_line(process).removeprefix("started "))


def acknowledged(process: Starter) -> tuple[list[str], int]:
    """Wait for the end of an ingest; return what it told, and the signal that ended it, if any."""
    lines = list(iter(lambda: _line(process), "over"))
    return lines, int(_line(process))


def _line(process: Starter) -> str:
    assert process.stdout is not None
    return process.stdout.readline().removesuffix("\n")


def check(folder: Path, lines: set[str]) -> int:
    """Check that the ledger is whole and holds everything acknowledged, once; return its length."""
    told = {line.rpartition(" ")[0] for line in lines}
    store, archive = on_disk(folder)
    with store:
        assert verify(store, archive) == []
        held = [_label(entry.body) for entry in store.log()]
    assert len(held) == len(set(held))
    assert told <= set(held)
    return len(held)


def _label(body: Body) -> str:
    """Return what the ingest says when it has appended an entry."""
    if isinstance(body, Edition):
        return f"day {(body.seen_at - DAY_ONE).days}"
    assert isinstance(body, Act)
    return f"act {body.act_id.removeprefix('test/')}"


def check_complete(folder: Path, clean: Path) -> None:
    """Check that the ledger says what one says that was never disturbed."""
    assert len(list(ingest(clean))) == DAYS + ACTS
    (store, archive), (other, _) = on_disk(folder), on_disk(clean)
    with store, other:
        assert store.content_id() == other.content_id()
        assert store.head()[0] == DAYS + ACTS
        for part in ("entries", "aliases"):
            assert store.spans_of_series("test_list/csv", part) == other.spans_of_series("test_list/csv", part)
        assert store.stored_contents() == other.stored_contents()
        assert archive.hashes() == {sha256(raw(day)).hexdigest() for day in range(DAYS)}


def run_to_the_end(process: Starter, folder: Path) -> None:
    """Run the ingest once more, undisturbed, and check the outcome."""
    start(process, folder / "db")
    lines, ended_by = acknowledged(process)
    assert (len(lines), ended_by) == (DAYS + ACTS, 0)
    check_complete(folder / "db", folder / "clean")


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_random_points_of_the_code_and_run_again(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (no secret)
    lengths = [0]
    kills = 0
    lines: set[str] = set()
    with starter() as process:
        for _ in range(20):
            start(process, tmp_path / "db", int(10 ** chance.uniform(3, 5.2)))
            told, ended_by = acknowledged(process)
            assert ended_by in {signal.SIGKILL, 0}
            kills += ended_by == signal.SIGKILL
            lines.update(told)
            lengths.append(check(tmp_path / "db", lines))
        assert lengths == sorted(lengths)
        assert kills >= 5, "the kills came after the end"
        run_to_the_end(process, tmp_path)


@pytest.mark.parametrize("seed", range(3))
def test_killed_at_random_moments_and_run_again(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (no secret)
    lines: set[str] = set()
    with starter() as process:
        for _ in range(15):
            victim = start(process, tmp_path / "db")
            time.sleep(chance.uniform(0, 0.1))
            with suppress(ProcessLookupError):  # it may have come to its end
                os.kill(victim, signal.SIGKILL)
            lines.update(acknowledged(process)[0])
            check(tmp_path / "db", lines)
        run_to_the_end(process, tmp_path)


def test_two_ingests_at_once_record_each_entry_once(tmp_path: Path) -> None:
    with starter() as one, starter() as other:
        for process in (one, other):
            start(process, tmp_path / "db")
        ends = [acknowledged(process) for process in (one, other)]
    assert [ended_by for _, ended_by in ends] == [0, 0]
    new = [line for lines, _ in ends for line in lines if line.endswith("True")]
    assert len(new) == len(set(new)) == DAYS + ACTS
    check_complete(tmp_path / "db", tmp_path / "clean")


def _serve() -> None:
    """Start an ingest for each line of the input and tell of its beginning and end."""
    _tell("ready")
    for line in sys.stdin:
        folder, events = line.split()
        child = os.fork()
        if child == 0:
            _die_after(int(events))
            for told in ingest(Path(folder)):
                _tell(told)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        _tell(f"over\n{os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0}")


def _tell(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def _die_after(events: int) -> None:
    """Kill this process with the last of so many calls and returns; never, if there are none."""
    _tell(f"started {os.getpid()}")
    left = events

    def count(*_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    if events:
        sys.setprofile(count)


if __name__ == "__main__":
    _serve()
