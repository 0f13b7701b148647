"""The pages of `docs` that are made from the program itself (commands, sources and lists), and the compiled rules.

`.venv/bin/python -m tests.docs.reference` writes them anew.
"""

from collections.abc import Callable

import typer.main

from fasti.cli.main import app
from fasti.regimes.compiled import write_compiled
from fasti.regimes.rulebook import read_regime
from fasti.sources.catalog import load_catalog
from tests.docs.examples import EXAMPLES
from tests.docs.law import coverage
from tests.docs.markdown import ROOT

WIDTH = 100
RULES = ROOT / "src" / "fasti" / "regimes" / "rules"


def commands() -> str:
    """Return the help of the program, then of each command."""
    group = typer.main.get_group(app)
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


def compile_rules() -> None:
    """Check every file of rules, then write the compiled ones anew."""
    for path in sorted(RULES.glob("*.toml")):
        read_regime(path.name, path.read_text(encoding="utf-8"))
    write_compiled(RULES)


if __name__ == "__main__":
    compile_rules()
    for name, page in PAGES.items():
        (ROOT / "docs" / name).write_text(page(), encoding="utf-8")
