"""Which notices are whole editions of the s.1260H list, and what is read of one."""

import pytest

from fasti.model.errors import RefusedError
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.reading import read
from tests.golden.sources.editions import primary

XML = primary("us_dod_1260h", "xml").data.decode()
SUBJECT = "Notice of Availability of Designation of Chinese Military Companies"
ACTION = "Notice of Chinese military companies operating in the United States."
HEADING = "Entities Identified as Chinese Military Companies Operating in the United States"
LAST = '<FP SOURCE="FP-1">14th Research Institute of Nowhere</FP>'


def _read(*changes: tuple[str, str]) -> Draft:
    text = XML
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return read("us_dod_1260h", [RawMember("entries", "notice.xml", text.encode())], Memo())


def _captions(draft: Draft) -> list[str]:
    return [one.caption for one in draft.parts["entries"].values()]


@pytest.mark.parametrize(
    ("subject", "action"),
    [
        ("Notice of Designation of Chinese Military Company", "Notice of addition of a company to the list."),
        ("Notice of Removal of Designated Chinese Military Companies", "Notice of removal."),
        (SUBJECT, "Notice of removal of companies from the list."),
        (SUBJECT, "Notice adding companies."),
        ("Notice on Chinese Military Companies", ACTION),
    ],
)
def test_a_notice_of_single_changes_is_an_act(subject: str, action: str) -> None:
    """Read as an edition it would end the stay of everybody it does not name."""
    with pytest.raises(RefusedError, match=r"no whole edition of the list\. Curate it as an act of the chronicle"):
        _read((SUBJECT, subject), (ACTION, action))


@pytest.mark.parametrize(
    "subject", [SUBJECT, "Notice of Designation of Chinese Military Companies Under the Act for FY21"]
)
def test_a_whole_edition_has_its_title(subject: str) -> None:
    """Those of 2021 and of later years."""
    assert len(_captions(_read((SUBJECT, subject)))) == 6


def test_another_document_is_refused() -> None:
    """By its title."""
    with pytest.raises(RefusedError, match="another list"):
        _read((SUBJECT, "Notice of a Meeting"))


def test_a_notice_without_names_is_refused() -> None:
    """An empty list says nothing about anyone."""
    with pytest.raises(RefusedError, match="holds no entries"):
        _read(("the following entities satisfy", "nobody satisfies"), (HEADING, "Nobody"))


def test_removed_names_are_not_listed() -> None:
    """And one that is on both sides is told."""
    assert "Gewesene Werke Co., Ltd." not in _captions(_read())
    draft = _read(("Gewesene Werke Co., Ltd. (GWC)", "14th Research Institute of Nowhere"))
    assert [problem.code for problem in draft.problems] == ["removed_and_listed"]


def test_a_heading_ends_the_list_for_removed_names() -> None:
    """As a sentence does."""
    draft = _read((LAST, '<HD SOURCE="HD1">Deletions</HD><FP>Weg Co.</FP>'))
    assert len(_captions(draft)) == 5
    assert draft.problems == ()


@pytest.mark.parametrize(
    ("put", "code"),
    [
        ('<HD SOURCE="HD2">Annex</HD>', "unknown_heading"),
        ("<P>All of them are large.</P><FP>Fremde Werke Co., Ltd.</FP>", "unplaced_text"),
        ("<NEWTAG/>", "unknown_field"),
    ],
)
def test_what_is_not_understood_is_told(put: str, code: str) -> None:
    """A heading within the list, a name outside it, an element."""
    assert [problem.code for problem in _read((LAST, f"{LAST}{put}")).problems] == [code]


def test_an_edition_speaks_from_its_filing() -> None:
    """Without that day only from when it was seen, and that is told."""
    assert str(_read().stated_on) == "2030-01-04"
    draft = _read((" Filed 1-4-30; 8:45 am", ""))
    assert (draft.stated_on, [problem.code for problem in draft.problems]) == (None, ["no_filing_date"])


def test_a_name_listed_twice_is_one_entry() -> None:
    """Under two parents, in two spellings."""
    again = f'{LAST}<FP SOURCE="FP1-2">Musterwerk Helicopters (Nordstadt) Company Limited</FP>'
    draft = _read((LAST, again))
    found = next(one for one in draft.parts["entries"].values() if "Helicopters" in one.caption)
    under = [fact.text for fact in found.facts if fact.what == "listed_under"]
    assert len(_captions(draft)) == 6
    assert under == ["14th Research Institute of Nowhere", "Musterwerk Aviation Industry Group (Limited)"]


def test_keys_outlive_an_edition() -> None:
    """Legal forms, quotes and aliases may be printed otherwise in the next one."""
    changed = _read(("Co. Ltd. (formerly Alte Turbinen Company Limited)", "Company, Limited"), ("Xi\u2019an", "Xi'an"))
    assert set(changed.parts["entries"]) == set(_read().parts["entries"])
