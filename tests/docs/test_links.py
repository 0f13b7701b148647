"""Every relative link of the documentation leads somewhere."""

from pathlib import Path

import pytest

from tests.docs.markdown import ROOT, anchors, links, pages


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_relative_links_resolve(page: Path) -> None:
    """A link to a file finds it, and a link to a heading finds the heading."""
    assert [link for link in links(page) if "://" not in link and not _leads_somewhere(page, link)] == []


def test_every_page_is_reached_from_the_readme() -> None:
    """No page of `docs` is one that nobody finds."""
    found: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page not in found and page.suffix == ".md":
            found.add(page)
            waiting += [(page.parent / link.split("#")[0]).resolve() for link in links(page) if "://" not in link]
    assert [
        page.relative_to(ROOT).as_posix() for page in pages() if _is_documentation(page) and page not in found
    ] == []


def _leads_somewhere(page: Path, link: str) -> bool:
    name, _, anchor = link.partition("#")
    target = (page.parent / name).resolve() if name else page
    return target.exists() and (not anchor or anchor in anchors(target))


def _is_documentation(page: Path) -> bool:
    return page.is_relative_to(ROOT / "docs")
