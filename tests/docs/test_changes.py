"""News fragments have a type that the change log knows, and say something to its readers."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.docs.markdown import ROOT

FOLDER = ROOT / "changes"
FRAGMENTS = sorted(path for path in FOLDER.iterdir() if path.name != "README.md")
NAME = re.compile(r"\+[a-z0-9]+(?:-[a-z0-9]+)*\.([a-z]+)\.md")


def test_the_law_and_the_record_are_kept_apart() -> None:
    """The change log has a type for each, and the fragments' README explains every type."""
    assert _types()[:2] == ["law", "record"]
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [name for name in _types() if f"`{name}`" not in readme] == []


@pytest.mark.parametrize("path", FRAGMENTS, ids=lambda path: path.name)
def test_a_fragment_is_named_and_is_one_paragraph(path: Path) -> None:
    """`+slug.TYPE.md`, holding one paragraph that ends as a sentence."""
    name = NAME.fullmatch(path.name)
    assert name is not None
    assert name[1] in _types()
    text = path.read_text(encoding="utf-8").strip()
    assert text.endswith(".")
    assert "\n\n" not in text


def _types() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [one["directory"] for one in settings["tool"]["towncrier"]["type"]]
