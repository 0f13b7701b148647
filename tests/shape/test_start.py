"""Heavy parts are imported where they are used, so that `--help`, a wrong option and a look-up answer soon.

What is counted are modules, not seconds: bench/start.py measures those.
"""

import json
import subprocess
import sys
from importlib import metadata

import pytest

from fasti.cli.main import COMMANDS
from fasti.model.release import VERSION
from tests.shape.tree import ROOT

HEAVY = frozenset({"asyncio", "httpx2", "jinja2", "lxml", "msgspec", "numpy", "rapidfuzz", "rich", "sqlite3", "stdnum"})
"""Parts that the help of a command needs none of."""

NEVER = frozenset({"asyncio", "email", "httpx2", "jinja2", "lxml", "numba", "pyarrow", "sqlalchemy", "tomllib"})
"""Parts that a look-up needs none of: those of other commands, and the parsers of what is shipped compiled."""

RUN = """
import json, sys
from fasti.cli.main import main
main(sys.argv[1:])
print(json.dumps(sorted(sys.modules)))
"""


def _loaded(*arguments: str) -> set[str]:
    """Return the modules that a command has imported when it is done."""
    done = subprocess.run([sys.executable, "-c", RUN, *arguments], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.fixture(scope="module")
def looked_up(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the modules of a look-up on a ledger that is there already, with its index."""
    ledger = str(tmp_path_factory.mktemp("ledger") / "ledger.db")
    _loaded("check", "Xiaomi", "--db", ledger)
    return _loaded("check", "Xiaomi", "--db", ledger)


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help"), ("--version",)])
def test_help_imports_no_heavy_part(arguments: tuple[str, ...]) -> None:
    """Printing help needs the command line's parser and the model only."""
    loaded = {name.split(".")[0] for name in _loaded(*arguments)}
    assert "typer" in loaded
    assert loaded & HEAVY == set()


def test_a_look_up_imports_what_it_uses(looked_up: set[str]) -> None:
    """No table is parsed, no SQL is made of parts, no other format is read."""
    assert "fasti.workflows.checking" in looked_up
    assert {name.split(".")[0] for name in looked_up} & NEVER == set()


def test_a_look_up_imports_no_other_command(looked_up: set[str]) -> None:
    """The modules of the other commands, and what they need, stay where they are."""
    prefix = "fasti.cli.commands."
    assert {name.removeprefix(prefix) for name in looked_up if name.startswith(prefix)} == {"check"}
    assert (
        looked_up & {"fasti.model.sync", "fasti.model.screened", "fasti.sources.description", "rich.console"} == set()
    )


def test_every_command_has_its_module() -> None:
    """The table of commands and the folder of their modules say the same."""
    modules = {path.stem for path in (ROOT / "src/fasti/cli/commands").glob("*.py")} - {"__init__"}
    assert modules == set(COMMANDS.values())


def test_the_release_is_that_of_the_package() -> None:
    """The build takes it from where a start finds it."""
    assert metadata.version("fasti") == VERSION
