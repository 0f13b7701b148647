"""The page: self-contained, without script, and with every word of the data escaped."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from fasti.cli.html.page import check_page, demo_page
from tests.surfaces.authored import CHECK, INCOMPLETE, LISTS, PARTY, SUSPENDED
from tests.surfaces.authored_others import DEMO

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202e"
VOID = {"meta", "br", "hr", "img", "link", "input"}


class Reader(HTMLParser):
    """Collects tags, addresses and words, and whether every tag is closed."""

    def __init__(self) -> None:
        """Start with nothing read."""
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.links: list[str] = []
        self.handlers: list[str] = []
        self.open: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.links += [value or "" for name, value in attrs if name in {"href", "src", "xlink:href"}]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += f"{data} "


def read(page: str) -> Reader:
    """Parse a page; every tag must be closed in order."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


PAGES = {
    "check": check_page(CHECK, LISTS, explain=True),
    "incomplete": check_page(INCOMPLETE, LISTS),
    "demo": demo_page(DEMO, LISTS),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_self_contained_and_has_no_script(name: str) -> None:
    reader = read(PAGES[name])
    assert set(reader.tags) & {"script", "iframe", "object", "embed", "img", "link", "form"} == set()
    assert reader.handlers == []
    assert "url(http" not in PAGES[name]
    assert "@import" not in PAGES[name]
    assert "default-src 'none'" in PAGES[name]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_ends_with_the_notice(name: str) -> None:
    assert "a no-match is not proof of absence" in read(PAGES[name]).words


def test_the_page_says_question_verdict_sentence_and_draws_the_lanes() -> None:
    reader = read(PAGES["check"])
    words = " ".join(reader.words.split())
    assert "What applied on 16 March 2021, using only what was public on 14 March 2021" in words
    assert "would have begun on 15 March 2021, 9:30 a.m., but a court suspended it on 12 March 2021." in words
    assert "asked about: 16 March 2021, as known on 14 March 2021" in words
    assert reader.tags.count("figure") == 1
    for band in ("listed", "suspended"):
        assert f'<rect class="band {band}"' in PAGES["check"]


def test_without_a_listing_nothing_is_drawn() -> None:
    assert "figure" not in read(PAGES["incomplete"]).tags


def test_the_demo_marks_each_date() -> None:
    assert PAGES["demo"].count('<line class="asked numbered"') == len(DEMO.strip)


def test_hostile_words_are_shown_and_not_obeyed() -> None:
    standing = replace(SUSPENDED, why=HOSTILE, not_forbidden=(HOSTILE,), list=HOSTILE)
    party = replace(PARTY, caption=HOSTILE, keys=(HOSTILE,), standings=(standing,))
    answer = replace(CHECK, query=replace(CHECK.query, name=HOSTILE), parties=(party,), notice=HOSTILE)
    page = check_page(answer, LISTS, explain=True)
    reader = read(page)
    assert set(reader.tags) & {"script", "img"} == set()
    assert reader.handlers == []
    assert "\u202e" not in page
    assert "<script>alert(1)</script>\"'>" in reader.words


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "JAVASCRIPT:x", "//host/x", "file:///etc/passwd"]
)
def test_only_addresses_of_the_web_become_links(url: str) -> None:
    standing = replace(SUSPENDED, evidence=(replace(SUSPENDED.evidence[0], url=url),))
    reader = read(check_page(replace(CHECK, parties=(replace(PARTY, standings=(standing,)),)), LISTS))
    assert url not in reader.links
    assert url in reader.words


def test_addresses_of_the_web_do() -> None:
    assert "https://example.org/docket" in read(PAGES["check"]).links
