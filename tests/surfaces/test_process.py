"""The command as a process of its own: pipes, closed pipes, crashes and what is loaded."""

import os
import subprocess
import sys

RUN = "from fasti.cli.main import run; run()"
CRASH = "import fasti.cli.schemas as s; s.all_schemas = lambda: 1 / 0; "


def fasti(*arguments: str, before: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, its output in pipes."""
    return subprocess.run(
        [sys.executable, "-c", before + RUN, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_a_pipe_gets_no_terminal_codes() -> None:
    done = fasti("schema", TERM="xterm-256color")
    assert done.returncode == 0
    assert "fasti/check/1" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr


def test_a_reader_that_goes_away_is_no_failure() -> None:
    line = f"{sys.executable} -c '{RUN}' schema --format json | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)  # noqa: S607 - any bash will do
    assert done.stdout == "{\n0\n"
    assert done.stderr == ""


def test_a_crash_is_one_sentence_without_traceback() -> None:
    done = fasti("schema", "--format", "text", before=CRASH)
    assert done.returncode == 70
    assert done.stderr.startswith("Internal error (ZeroDivisionError: division by zero): please report it")
    assert "Traceback" not in done.stderr


def test_the_traceback_of_a_crash_is_shown_on_request() -> None:
    done = fasti("schema", before=CRASH, FASTI_DEBUG="1")
    assert done.returncode == 70
    assert "Traceback" in done.stderr


def test_bytes_that_are_no_text_do_not_stop_an_error() -> None:
    line = f"{sys.executable} -c '{RUN}' schema $'\\xff'"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)  # noqa: S607 - as above
    assert done.returncode == 2
    assert done.stderr.startswith("There is no answer named \\udcff")
