"""Work shared by several processes: the same results in the same order, whoever can be started and whoever gives up."""

import math
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from fasti.workflows import crew_member
from fasti.workflows.crew import Crew

NUMBERS = [*range(40)]
WHO = "__import__('time').sleep(0.01) or __import__('os').getpid()"


def _hired(crew: Crew) -> list[crew_member.Member]:
    assert crew.members is not None
    return crew.members


@pytest.mark.parametrize("size", [1, 2, 3])
def test_results_come_in_order(size: int) -> None:
    told: list[str] = []
    with Crew(size, told.append) as crew:
        for _ in range(2):
            assert [*crew(math.factorial, NUMBERS)] == [math.factorial(number) for number in NUMBERS]
        members = _hired(crew)
        assert len(members) == size - 1
    assert [one.process.poll() for one in members] == [0] * (size - 1)
    assert told == []


def test_another_process_takes_part() -> None:
    with Crew(2, print) as crew:
        results = crew(eval, [WHO] * 6_000)
        assert any(pid != os.getpid() for pid in results)
        members = _hired(crew)
    assert all(one.process.returncode is not None for one in members)


def test_few_tasks_start_nothing() -> None:
    with Crew(4, print) as crew:
        assert [*crew(abs, [-1, -2])] == [1, 2]
        assert crew.members is None


def test_what_the_work_raises_is_raised() -> None:
    with Crew(2, print) as crew, pytest.raises(ValueError, match="math domain"):
        [*crew(math.sqrt, [1.0, 4.0, 9.0, -1.0, *map(float, NUMBERS)])]


def test_who_gives_up_is_done_without() -> None:
    told: list[str] = []
    with Crew(2, told.append) as crew:
        [*crew(abs, NUMBERS)]
        (member,) = _hired(crew)
        member.process.kill()
        member.process.wait()
        assert [*crew(abs, NUMBERS)] == NUMBERS
        for _ in range(100):  # it is found out when it is looked at
            [*crew(abs, NUMBERS)]
        assert not member.serves
    assert len(told) == 1
    assert "gave up" in told[0]


def test_work_that_cannot_be_handed_over_is_done_here() -> None:
    told: list[str] = []
    sought = os.getpid()

    def mine(_: int) -> int:
        return os.getpid()

    with Crew(2, told.append) as crew:
        while not told:
            assert {*crew(mine, NUMBERS * 50)} == {sought}
    assert "gave up" in told[0]


def _script(folder: Path, text: str) -> str:
    path = folder / "interpreter"
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


INTERPRETERS: dict[str, Callable[[Path], str]] = {
    "absent": lambda folder: str(folder / "nothing"),
    "none": lambda _: "",
    "fails": lambda folder: _script(folder, "exit 1"),
    "another program": lambda folder: _script(folder, "echo welcome"),
    "silent": lambda folder: _script(folder, "exec sleep 20"),
}


@pytest.mark.parametrize("which", INTERPRETERS)
def test_where_no_process_can_be_started_the_work_is_done_all_the_same(
    which: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("multiprocessing.spawn.get_executable", lambda: INTERPRETERS[which](tmp_path))
    monkeypatch.setattr(crew_member, "PATIENCE", 0.3)
    told: list[str] = []
    with Crew(2, told.append) as crew:
        while not told:
            assert [*crew(abs, NUMBERS)] == NUMBERS
    assert len(told) == 1
    assert "no further process" in told[0] or "gave up" in told[0]
