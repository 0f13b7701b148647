"""The pages of `docs/sources` that say which fields of a publication become what, made from the readers themselves."""

from fasti.sources.description import describe
from fasti.sources.drafting import Memo
from fasti.sources.reading import read
from tests.docs.markdown import ROOT
from tests.golden.sources.editions import EDITIONS, members

FOLDER = ROOT / "docs" / "sources"


def introduction(source_id: str) -> str:
    """Return the head of a page."""
    info = describe(source_id).info
    return (
        f"# {info.title}\n\n"
        f"Source `{source_id}`, published at <{info.url}>. What the publisher says of the format, its traps, and how\n"
        f"its tags become lists: [README of the source](../../src/fasti/sources/{source_id}/README.md).\n"
    )


def fields_section(source_id: str) -> str:
    """Return what becomes of each field, format by format."""
    lines = []
    for form in (form for source, form in EDITIONS if source == source_id):
        use = read(source_id, members(source_id, form), Memo()).fields
        lines += ["", f"## Fields of the {form.upper()} format", "", "| field | |", "|---|---|"]
        lines += [f"| `{field}` | used |" for field in use.used]
        lines += [f"| `{field}` | ignored: {reason} |" for field, reason in use.ignored]
    return "\n".join(lines) + "\n"


def tags_section(source_id: str) -> str:
    """Return which tags stand for which lists."""
    source = describe(source_id)
    lines = ["", "## Tags", "", "| tag | with | list | legal basis |", "|---|---|---|---|"]
    for rule in source.rules:
        condition = f"EO {rule.order}: {', '.join(rule.directives) or 'a measure'}" if rule.order else ""
        condition = f"no directive of EO {rule.unless_order}" if rule.unless_order else condition
        basis = f"{rule.basis}/..." if rule.directives else rule.basis
        lines += [f"| `{rule.tag}` | {condition} | `{rule.list}` | `{basis}` |"]
    others = {tag: f"no list: {reason}" for tag, reason in source.companions.items()}
    others |= {tag: f"no list held: {reason}" for tag, reason in source.unlisted.items()}
    lines += ["", "| tag | otherwise |", "|---|---|"]
    lines += [f"| `{tag}` | {reason} |" for tag, reason in others.items()]
    return "\n".join(lines) + "\n"
