"""The names are those of section 889's own definition, wherever else the law speaks of producers."""

import pytest

from fasti.model.errors import RefusedError
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.reading import read
from tests.golden.sources.editions import primary

LAW = primary("us_ndaa_889", "html").data.decode()


def _read(before: str = "", after: str = "") -> Draft:
    assert before in LAW
    return read("us_ndaa_889", [RawMember("entries", "law.htm", LAW.replace(before, after).encode())], Memo())


def test_the_names_of_the_definition() -> None:
    """Not those of the sections beside it; turned lines and marks of pages do not matter."""
    draft = _read()
    assert [one.caption for one in draft.parts["entries"].values()] == [
        "Fernsprech Muster Company",
        "FMC Corporation",
        "Kamera Muster Corporation",
        "Nordstadt Digital Technology Company",
        "Blick Technology Company",
    ]
    assert str(draft.stated_on) == "2018-08-13"


def test_subsidiaries_and_affiliates_are_a_fact_of_each() -> None:
    """The statute names none of them."""
    for one in _read().parts["entries"].values():
        assert [fact.text for fact in one.facts if fact.what == "also_covers"] == [
            "any subsidiary or affiliate of such entities"
        ]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("Public Law 115-232", "Public Law 116-92", "another list"),
        ("SEC. 889.", "SEC. 887.", "another list"),
        ("SEC. 890.", "Sec. 890.", "another list"),
        ("(3) Covered telecommunications equipment", "(3) Covered goods", "without the definition"),
        ("produced by", "made by", "names anybody"),
    ],
)
def test_another_law_is_refused(before: str, after: str, why: str) -> None:
    """And this one without its section, or without what it says."""
    with pytest.raises(RefusedError, match=why):
        _read(before, after)


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("    Approved August 13, 2018.", "", "no_approval_date"),
        ("                    (B) For", "                    (E) For", "unknown_tag"),
    ],
)
def test_what_is_not_understood_is_told(before: str, after: str, code: str) -> None:
    """The names stand all the same."""
    draft = _read(before, after)
    assert [problem.code for problem in draft.problems] == [code]
    assert len(draft.parts["entries"]) == 5
