"""The reference of the command line, made from the commands themselves.

`.venv/bin/python -m tests.docs.reference > docs/commands.md` writes it anew.
"""

import sys

import typer
import typer.main

WIDTH = 100
TITLE = """# Commands

What `fasti --help` and `fasti COMMAND --help` print; a test compares this page with them.
"""


def render(app: typer.Typer) -> str:
    """Return the reference page: the help of the program, then of each command."""
    group = typer.main.get_group(app)
    top = group.make_context("fasti", [], resilient_parsing=True, terminal_width=WIDTH)
    sections = [_section("fasti", top.get_help())]
    for name, command in sorted(group.commands.items()):
        context = command.make_context(name, [], parent=top, resilient_parsing=True, terminal_width=WIDTH)
        sections.append(_section(f"fasti {name}", context.get_help()))
    return "\n".join([TITLE, *sections])


def _section(title: str, text: str) -> str:
    """Return one command's help under its heading."""
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"## {title}\n\n```text\n{lines.strip()}\n```\n"


if __name__ == "__main__":
    from fasti.cli.main import app as commands

    sys.stdout.write(render(commands))
