"""The command `fasti`: which subcommands there are, and what becomes of their failures."""

import gc
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from itertools import pairwise
from typing import Annotated

import typer

from fasti.cli import failures
from fasti.cli.codes import Exit
from fasti.model.release import VERSION

HELP = """Which restriction lists a party was on, on any date, what that forbade, and why - with the evidence.

Start with: fasti demo. Then: fasti check "Xiaomi Corporation" --as-of 2021-03-16 --known-at 2021-03-14

Exit codes: 0 done; 1 a --fail-on condition held, a fault or a stale source was found; 2 wrong use; 3 bad input data;
4 something could not be had; 5 a required list was not consulted or is stale.
"""

COLLECT_SELDOM = (200_000, 20, 50)
"""A command builds many small values and soon ends: looking for rubbish less often saves it a tenth to a quarter."""

COMMANDS = {
    "demo": "demo",
    "check": "check",
    "screen": "screen",
    "compare": "compare",
    "timeline": "timeline",
    "list": "list_",
    "ownership": "ownership",
    "diff": "diff",
    "explain": "explain",
    "contrast": "contrast",
    "rules": "rules",
    "sources": "sources",
    "decide": "decide",
    "sync": "sync",
    "ingest": "ingest",
    "backfill": "backfill",
    "export": "export",
    "validate": "validate",
    "verify": "verify",
    "schema": "schema",
}
"""Each command with its module in `fasti.cli.commands`, which has a function of the same name."""


def program(names: Iterable[str] = tuple(COMMANDS)) -> typer.Typer:
    """Return the program with some of its commands: those alone are imported."""
    app = typer.Typer(
        name="fasti",
        help=HELP,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    for name in names:
        module = import_module(f"fasti.cli.commands.{COMMANDS[name]}")
        app.command(name)(getattr(module, COMMANDS[name]))
    app.callback(invoke_without_command=True)(root)
    return app


def root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    """Print the version, or the help if no command was given."""
    if version:
        sys.stdout.write(f"fasti {VERSION}\n")
        raise typer.Exit
    if context.invoked_subcommand is None:
        sys.stdout.write(context.get_help() + "\n")


def run() -> None:
    """Run the command with the process's arguments, and leave with its exit code."""
    gc.set_threshold(*COLLECT_SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; every failure becomes one sentence on stderr."""
    named = tuple(arguments[:1]) if arguments and arguments[0] in COMMANDS else tuple(COMMANDS)
    try:
        code = program(named)(list(arguments), prog_name="fasti", standalone_mode=False)
    except (KeyboardInterrupt, Exception) as error:  # noqa: BLE001 - the last stop: no traceback may reach the user
        return _fail(error, arguments)
    if code == Exit.INTERRUPTED:
        return _fail(KeyboardInterrupt(), arguments)
    return int(code or Exit.DONE)


def _fail(error: BaseException, arguments: Sequence[str]) -> int:
    failure = failures.describe(error, _advice(arguments))
    if failure.exit_code == Exit.INTERNAL:
        sys.stderr.write(failures.trace_of(error))
    sys.stderr.write(failures.lines_of(failure, as_json=_wants_json(arguments)))
    return failure.exit_code


def _advice(arguments: Sequence[str]) -> str:
    """Say where to look after wrong use: the command's own help; where options stand before it, where they belong."""
    named = next((one for one in arguments if one in COMMANDS), None)
    if named is not None and arguments[0].startswith("-"):
        return f"Options follow the command, as in fasti {named} {arguments[0]}; see fasti {named} --help."
    return f"See fasti {named} --help." if arguments and arguments[0] == named else "See fasti --help."


def _wants_json(arguments: Sequence[str]) -> bool:
    pairs = pairwise(arguments)
    return "--format=json" in arguments or ("--format", "json") in pairs
