"""The page about the command line names every command, option, exit code and JSON key there is, and no other."""

import re
import shlex
from pathlib import Path

import pytest
import typer.main

from fasti.cli.codes import Exit
from fasti.cli.main import program
from fasti.cli.schemas import ANSWERS, keys_of, schema_name

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
COMMANDS = typer.main.get_group(program()).commands
SECTIONS = dict(re.findall(r"^## fasti (\w+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
ROW = re.compile(r"^\| `((?:[^`])+)` \|", re.MULTILINE)
KEYS = re.compile(r"Keys of `(fasti/\w+/\d+)`: (.*?)\.(?:\n|$)", re.DOTALL)
EXAMPLES = re.findall(r"^fasti .*$", "\n".join(re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)), re.MULTILINE)


def _shown(command: str) -> set[str]:
    """Return the options, and the arguments as they are shown, that a command takes."""
    found = set()
    for one in COMMANDS[command].params:
        named = [name for name in one.opts if name.startswith("--")]
        found |= set(named) or {str(one.metavar)}
    return found - {"--help"}


def test_every_command_has_its_section() -> None:
    assert set(SECTIONS) == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented_and_no_other(command: str) -> None:
    rows = [row.replace("\\|", "|") for row in ROW.findall(SECTIONS[command])]
    told = {row.split()[0] if row.startswith("--") else row for row in rows}
    assert told == _shown(command)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example(command: str) -> None:
    assert re.search(rf"^fasti {command}\b", SECTIONS[command], re.MULTILINE)


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_use_options_that_exist(example: str) -> None:
    words = shlex.split(example)[1:]
    if not words[0].startswith("-"):
        used = {word for word in words[1:] if word.startswith("--")} - {"--help"}
        assert used <= _shown(words[0])


def test_the_keys_of_every_answer_are_documented() -> None:
    told = {name: tuple(re.findall(r"`(\w+)`", keys)) for name, keys in KEYS.findall(PAGE)}
    assert told == {schema_name(name): keys_of(kind) for name, kind in ANSWERS.items()}


def test_every_exit_code_is_documented() -> None:
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)] == [int(code) for code in Exit]
