"""Each table of the UFLPA Entity List stands under its own sub-list; what does not is refused or told."""

import pytest

from fasti.model.errors import RefusedError
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.reading import read
from tests.golden.sources.editions import primary

PAGE = primary("us_dhs_uflpa", "html").data.decode()
HEADING = "Section 2(d)(2)(B)(v)</a>"
FIRST = "<tr><td>Musterfaser Trade and Business Co., Ltd.</td><td>June 21, 2030</td></tr>"


def _read(before: str = "", after: str = "") -> Draft:
    assert before in PAGE
    return read("us_dhs_uflpa", [RawMember("entries", "page.html", PAGE.replace(before, after).encode())], Memo())


def _refused(before: str, after: str) -> str:
    with pytest.raises(RefusedError) as caught:
        _read(before, after)
    return str(caught.value)


def test_subsidiaries_named_in_prose_are_entries() -> None:
    """Seven rows of names, eleven parties."""
    entries = _read().parts["entries"].values()
    assert len(entries) == 11
    assert sum(1 for one in entries if any(fact.what == "listed_under" for fact in one.facts)) == 4


def test_one_party_under_two_sub_lists_has_two_bases_and_dates() -> None:
    """However its name is printed there."""
    found = next(one for one in _read().parts["entries"].values() if one.caption == "Wollgarn Werke Co. Ltd.")
    assert [(one.on, one.basis) for one in found.stated] == [
        ("2030-06-21", "2(d)(2)(B)(i)"),
        ("2031-08-02", "2(d)(2)(B)(ii)"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (HEADING, "</a>", "without the sub-list"),
        (HEADING, f"{HEADING}</p><p>Some words.", "without the sub-list"),
        ("<td>May 17, 2032</td>", "", "lacks a cell"),
        ("<td>Musterfaser Trade and Business Co., Ltd.</td>", "<td></td>", "lacks a cell"),
        (FIRST, FIRST + FIRST.replace("2030", "2031"), "has two effective dates under 2(d)(2)(B)(i)"),
        ("Effective Date", "Since", "another list"),
    ],
)
def test_a_page_of_another_form_is_refused(before: str, after: str, why: str) -> None:
    """A sub-list is never guessed from the order of the tables."""
    assert why in _refused(before, after)


def test_a_page_on_another_subject_is_refused() -> None:
    """Tables of names with dates are common."""
    page = PAGE.replace("UFLPA", "XYZ").replace("Uyghur Forced Labor Prevention Act", "Some Act")
    with pytest.raises(RefusedError, match="another list"):
        read("us_dhs_uflpa", [RawMember("entries", "page.html", page.encode())], Memo())


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (HEADING, "Section 2(d)(2)(B)(vi)</a>", "unknown_tag"),
        ("<td>May 17, 2032</td>", "<td>soon</td>", "unreadable_date"),
        ("(and two aliases:", "(and three aliases:", "alias_count"),
    ],
)
def test_what_is_new_is_told_and_read(before: str, after: str, code: str) -> None:
    """The entry stands on the list all the same."""
    draft = _read(before, after)
    assert {problem.code for problem in draft.problems} == {code}
    assert len(draft.parts["entries"]) == 11


def test_the_same_row_twice_says_the_same() -> None:
    """Nothing is lost by it."""
    assert _read(FIRST, FIRST * 2).parts == _read().parts


def test_a_table_headed_by_ordinary_cells_is_read() -> None:
    """Not every page marks its headings as such."""
    head = "<tr><th>Entity Name</th><th>Effective Date</th></tr>"
    assert _read(head, head.replace("th>", "td>")).parts == _read().parts


def test_notices_and_the_page_give_one_key() -> None:
    """The two series are united by it."""
    notice = read("us_dhs_uflpa", [primary("us_dhs_uflpa", "xml")], Memo())
    assert str(notice.stated_on) == "2032-01-14"
    assert set(notice.parts["entries"]) <= set(_read().parts["entries"])


def test_a_notice_on_another_subject_is_refused() -> None:
    """By its title."""
    text = primary("us_dhs_uflpa", "xml").data.replace(b"Uyghur Forced Labor Prevention Act", b"Other Act")
    with pytest.raises(RefusedError, match="another list"):
        read("us_dhs_uflpa", [RawMember("entries", "notice.xml", text)], Memo())
