"""Every command and option is documented, and what the documentation shows is what the commands print."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path

import pytest
import typer.main

from fasti.cli.main import program
from tests.docs.markdown import ROOT, blocks, pages

COMMANDS = typer.main.get_group(program()).commands
EXAMPLE = re.compile(r"^\$ (fasti .*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
MENTION = re.compile(r"(?:^|[`$/])\s*fasti ([a-z]+)", re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_says_what_it_does(name: str) -> None:
    """Each has a help text of its own."""
    command = COMMANDS[name]
    assert command.help
    assert [one.name for one in command.params if not getattr(one, "help", None)] == []


def test_the_readme_has_a_line_for_every_command() -> None:
    """Nobody has to run `--help` to learn what there is."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"| `fasti {name}" not in readme] == []


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_pages_name_only_commands_that_exist(page: Path) -> None:
    """A command that was renamed is renamed everywhere."""
    assert set(MENTION.findall(page.read_text(encoding="utf-8"))) - set(COMMANDS) == set()


def test_the_first_two_commands_of_the_readme_exist() -> None:
    """The first installs with the exact versions and shows the demo; the second runs the tests."""
    first, second = blocks(ROOT / "README.md", "sh")[0].strip().splitlines()
    assert [part.split()[0] for part in first.split("&&")] == ["python3", ".venv/bin/pip", ".venv/bin/fasti"]
    assert "-c constraints.txt ." in first
    assert (ROOT / second.removeprefix("bash ")).exists()


def _examples() -> list[tuple[str, str]]:
    """Return every `$ fasti ...` of the documentation with the output shown; `...` there stands for any text."""
    shown = [block for page in pages() for block in blocks(page, "console")]
    return [(example, output) for block in shown for example, output in EXAMPLE.findall(block)]


@pytest.mark.parametrize(("example", "output"), _examples())
def test_examples_print_what_is_shown(example: str, output: str, tmp_path: Path) -> None:
    """An example runs on a fresh ledger as it stands in the text, beside the files of `docs/examples`."""
    shutil.copytree(ROOT / "docs" / "examples", tmp_path / "docs" / "examples")
    program = [sys.executable, "-c", "from fasti.cli.main import run; run()", *shlex.split(example)[1:]]
    environment = {**os.environ, "FASTI_DB": str(tmp_path / "ledger.db"), "COLUMNS": "100"}
    done = subprocess.run(program, capture_output=True, text=True, check=False, cwd=tmp_path, env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert OutputChecker().check_output(output, done.stdout, ELLIPSIS), done.stdout
