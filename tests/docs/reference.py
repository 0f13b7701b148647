"""The pages of `docs` that are made from the program itself (commands, sources and lists), and the compiled tables.

`.venv/bin/python -m tests.docs.reference` writes them anew.
"""

from collections.abc import Callable
from pathlib import Path

import typer.main

from fasti.cli.main import program
from fasti.regimes.rulebook import read_regime
from fasti.sources.catalog import load_catalog
from fasti.tables.compiled import write_compiled
from fasti.tables.shipped import PACKAGE
from tests.docs.examples import EXAMPLES
from tests.docs.law import coverage
from tests.docs.markdown import ROOT

WIDTH = 100
RULES = PACKAGE / "regimes" / "rules"
UNCOMPILED = ("regimes/ownership", "sources/chronicle")


def commands() -> str:
    """Return the help of the program, then of each command."""
    group = typer.main.get_group(program())
    top = group.make_context("fasti", [], resilient_parsing=True, terminal_width=WIDTH)
    lines = ["# Commands", "", "What `fasti --help` and `fasti COMMAND --help` print."]
    lines += _help("fasti", top.get_help())
    for name, command in sorted(group.commands.items()):
        context = command.make_context(name, [], parent=top, resilient_parsing=True, terminal_width=WIDTH)
        lines += _help(f"fasti {name}", context.get_help())
    return _page(lines)


def sources() -> str:
    """Return the sources that can be read, and the lists that answers name."""
    catalog = load_catalog()
    lines = [
        "# Sources and lists",
        "",
        "## Sources",
        "",
        "A source's own page says what becomes of each of its fields.",
        "",
        "| source | publication | whole lists | stale after |",
    ]
    lines += ["|---|---|---|---:|"]
    for source_id, source in sorted(catalog.sources.items()):
        whole = ", ".join(f"`{one}`" for one in source.lists) or "-"
        fields = f"[`{source_id}`](sources/{source_id}.md)" if _has_fields(source_id) else f"`{source_id}`"
        lines += [f"| {fields} | [{source.title}]({source.url}) | {whole} | {source.stale_after_days} days |"]
    lines += ["", "## Lists", "", "| list | name | issued by |", "|---|---|---|"]
    for list_id, one in sorted(catalog.lists.items()):
        lines += [f"| `{list_id}` | [{one.title}]({one.url}) | {one.authority} |"]
    return _page(lines)


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "regimes/coverage.md": coverage,
    "sources.md": sources,
    **EXAMPLES,
}


def _has_fields(source_id: str) -> bool:
    """Say whether a page tells what becomes of each field of the source."""
    return (ROOT / "docs" / "sources" / f"{source_id}.md").exists()


def _help(title: str, text: str) -> list[str]:
    return ["", f"## {title}", "", "```text", *(line.rstrip() for line in text.strip().splitlines()), "```"]


def _page(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


def tables() -> tuple[Path, ...]:
    """Return the folders of the package whose tables are compiled: those that answers need.

    The chronicle is read once, when a ledger is filled; rules about ownership and calendars by their own commands.
    """
    folders = {path.parent for path in PACKAGE.rglob("*.toml")}
    return tuple(sorted(one for one in folders if not one.relative_to(PACKAGE).as_posix().startswith(UNCOMPILED)))


def compile_tables() -> None:
    """Check every file of rules, then write the compiled tables anew."""
    for path in sorted(RULES.glob("*.toml")):
        read_regime(path.name, path.read_text(encoding="utf-8"))
    for folder in tables():
        write_compiled(folder)


if __name__ == "__main__":
    compile_tables()
    for name, page in PAGES.items():
        (ROOT / "docs" / name).write_text(page(), encoding="utf-8")
