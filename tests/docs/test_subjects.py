"""Every setting, source and list is documented where a reader would look for it."""

import re
from pathlib import Path

import pytest

from tests.docs.markdown import ROOT, pages
from tests.docs.reference import PAGES

PACKAGE = ROOT / "src" / "fasti"
SOURCES = sorted(path.parent for path in (PACKAGE / "sources").glob("*/source.toml"))
SETTING = re.compile(r"\bFASTI_[A-Z_]+\b")


def test_every_setting_is_documented() -> None:
    """What the program reads from the environment stands in the README or in `docs`."""
    used = {name for path in PACKAGE.rglob("*.py") for name in SETTING.findall(path.read_text(encoding="utf-8"))}
    assert used - set(SETTING.findall(_documentation())) == set()


@pytest.mark.parametrize("folder", SOURCES, ids=lambda folder: folder.name)
def test_every_source_has_a_page_of_its_own(folder: Path) -> None:
    """Beside its description and reader lies what the publisher says of the file."""
    assert (folder / "README.md").exists()


@pytest.mark.parametrize("name", PAGES)
def test_pages_made_from_the_program_say_what_it_says(name: str) -> None:
    """`.venv/bin/python -m tests.docs.reference` makes them anew."""
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == PAGES[name]()


def _documentation() -> str:
    """Return the text that is written for users."""
    return "\n".join(page.read_text(encoding="utf-8") for page in pages() if not page.is_relative_to(ROOT / "tests"))
