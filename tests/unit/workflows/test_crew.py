"""Work shared by several processes: the same results in the same order, whoever can be started and whoever gives up."""

import math
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fasti.workflows.crew import Crew

NUMBERS = [*range(40)]


def _process(_: int) -> int:
    return os.getpid()


def _dies_elsewhere(home: int) -> int:
    if os.getpid() != home:
        os.kill(os.getpid(), signal.SIGKILL)
    return home


@pytest.mark.parametrize("size", [1, 2, 3])
def test_results_come_in_order(size: int) -> None:
    told: list[str] = []
    with Crew(size, told.append) as crew:
        for _ in range(2):
            assert [*crew(math.factorial, NUMBERS)] == [math.factorial(number) for number in NUMBERS]
    assert told == []


def test_other_processes_do_the_work() -> None:
    with Crew(2, print) as crew:
        assert os.getpid() not in {*crew(_process, NUMBERS)}


def test_few_tasks_start_nothing() -> None:
    with Crew(4, print) as crew:
        assert {*crew(_process, [1, 2, 3])} == {os.getpid()}


def test_what_the_work_raises_is_raised() -> None:
    with Crew(2, print) as crew, pytest.raises(ValueError, match="math domain"):
        [*crew(math.sqrt, [1.0, 4.0, 9.0, -1.0, *map(float, NUMBERS)])]


def test_what_is_left_by_a_process_that_dies_is_done_here() -> None:
    told: list[str] = []
    with Crew(2, told.append) as crew:
        assert [*crew(_dies_elsewhere, [os.getpid()] * 9)] == [os.getpid()] * 9
        assert {*crew(_process, NUMBERS)} == {os.getpid()}
    assert len(told) == 1
    assert told[0].startswith("going on in one process: others cannot be used (")


def test_where_no_process_can_be_started_the_work_is_done_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("loky.ProcessPoolExecutor.submit", refuse)
    told: list[str] = []
    with Crew(2, told.append) as crew:
        assert [*crew(abs, NUMBERS)] == NUMBERS
    assert told == ["going on in one process: others cannot be used (no more processes)"]


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from fasti.workflows.crew import Crew\n"
        "print('begun')\n"
        "with Crew(2, print) as crew:\n"
        "    print(*crew(abs, range(-9, 0)))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    assert done.stdout == "begun\n9 8 7 6 5 4 3 2 1\n"
    assert done.stderr == ""
