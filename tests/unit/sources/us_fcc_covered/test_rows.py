"""Rows of the Covered List name parties in bold, or describe a category of goods; nothing is taken for the other."""

import pytest

from fasti.model.errors import RefusedError
from fasti.model.identity import PartyKind
from fasti.model.listing import Listing
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.notices.rules import patterns
from fasti.sources.reading import read
from fasti.sources.us_fcc_covered.rows import category
from tests.golden.sources.editions import primary

PAGE = primary("us_fcc_covered", "html").data.decode()
TOASTERS = "Toasters produced in a foreign country"


def _read(before: str = "", after: str = "") -> Draft:
    assert before in PAGE
    return read("us_fcc_covered", [RawMember("entries", "page.html", PAGE.replace(before, after).encode())], Memo())


def _entry(draft: Draft, caption: str) -> Listing:
    return next(one for one in draft.parts["entries"].values() if one.caption == caption)


def test_parties_and_categories_are_told_apart() -> None:
    """A category is no organisation, and says what it covers."""
    found = _entry(_read(), TOASTERS)
    assert found.kind is PartyKind.UNKNOWN
    assert [fact.text for fact in found.facts if fact.what == "category"] == [TOASTERS]
    assert _entry(_read(), "MusterNet (USA) LLC").kind is PartyKind.ORGANIZATION


def test_a_row_can_name_two_parties_and_a_party_can_have_two_rows() -> None:
    """One entry a party, with everything that its rows say."""
    draft = _read()
    assert len(draft.parts["entries"]) == 8
    twice = _entry(draft, "Fernsprech Muster Company")
    assert [one.on for one in twice.stated] == ["2031-03-12", "2036-07-28"]
    shared = {_entry(draft, name).facts for name in ("Stillmeer Networks Corp", "MusterNet (USA) LLC")}
    assert len(shared) == 1


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("Toasters ^ produced in a foreign country, except toasters of X.", "Toasters produced in a foreign country"),
        ("Balloons\u2020\u2020 \u2014except, (a) those", "Balloons"),
        ("Foreign-produced mixers, \u00a3 except mixers of Y", "Foreign-produced mixers"),
        ("Foreign-produced mixers.", "Foreign-produced mixers"),
    ],
)
def test_a_category_is_named_by_what_does_not_change(printed: str, plain: str) -> None:
    """Its exceptions are updated every few months."""
    assert category(printed, patterns("us_fcc_covered")) == plain


def test_updated_exceptions_keep_the_key() -> None:
    """And show as a change of the entry."""
    updated = _read("until January 1, 2037", "until January 1, 2038")
    assert set(updated.parts["entries"]) == set(_read().parts["entries"])
    assert updated.parts != _read().parts


def test_dates_of_updates_are_amendments() -> None:
    """The first date is that of inclusion."""
    found = next(one for one in _read().parts["entries"].values() if "balloons" in one.caption)
    assert [(one.what, one.on) for one in found.stated] == [
        ("amended", "2036-01-07"),
        ("amended", "2036-03-18"),
        ("listing", "2035-12-22"),
    ]


def test_notes_reach_the_rows_that_point_to_them() -> None:
    """Signs at the head of the list point for all rows; a doubled sign is another one."""
    notes = [fact.text[:2] for fact in _entry(_read(), TOASTERS).facts if fact.what == "note"]
    assert notes == ["*T", "^ ", "\u2020 "]


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("<strong>AO Muster Lab</strong>", "AO Muster Lab", "party_unclear"),
        ("Toasters<span", "<strong>Toasters</strong><span", "party_unclear"),
        ('<p class="rtecenter">July 23, 2034</p>', "<p>soon</p>", "unreadable_date"),
        ("UB Conditional Approvals</th><th>Dates of Conditional Approval*", "A</th><th>B", "other_table"),
    ],
)
def test_what_is_not_understood_is_told(before: str, after: str, code: str) -> None:
    """A party without bold type is never silently a category."""
    assert [problem.code for problem in _read(before, after).problems] == [code]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("Date of Inclusion", "Date", "another list"),
        ('<td><p class="rtecenter">March 23, 2036</p></td>', "", "has not the two cells"),
    ],
)
def test_a_page_of_another_form_is_refused(before: str, after: str, why: str) -> None:
    """Its columns are how it is known."""
    with pytest.raises(RefusedError, match=why):
        _read(before, after)
