"""Decisions are numbered, complete and listed."""

import re
from pathlib import Path

import pytest

from tests.docs.markdown import ROOT, links

FOLDER = ROOT / "docs" / "decisions"
DECISIONS = sorted(path for path in FOLDER.glob("*.md") if path.name != "template.md")
SECTIONS = ("## Context\n", "## Decision\n", "## Rejected\n")


def test_numbers_have_no_gap() -> None:
    """Decisions are numbered from 0001, each number once."""
    assert [path.name[:5] for path in DECISIONS] == [f"{number:04}-" for number in range(1, len(DECISIONS) + 1)]


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_says_what_it_must(path: Path) -> None:
    """Title, date, status, context, decision, and what was rejected."""
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# {path.name[:4]}: ")
    assert re.search(r"^Date: \d{4}-\d\d-\d\d\. Status: (in force|replaced by \d{4})\.$", text, re.MULTILINE)
    assert [section for section in SECTIONS if section not in text] == []


def test_every_decision_is_listed() -> None:
    """The documentation's first page leads to each."""
    listed = set(links(ROOT / "docs" / "index.md"))
    assert [path.name for path in DECISIONS if f"decisions/{path.name}" not in listed] == []
