"""The UN's file as a whole: what an edition does not hold, its day, and what is refused."""

from datetime import date

import pytest

from fasti.model.errors import RefusedError
from fasti.model.problem import Severity
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.un_sc.entries import FACETS
from fasti.sources.un_sc.reader import read_xml

PERSON = (
    "<INDIVIDUAL><DATAID>{}</DATAID><FIRST_NAME>{}</FIRST_NAME><UN_LIST_TYPE>Mali</UN_LIST_TYPE>"
    "<REFERENCE_NUMBER>MLi.001</REFERENCE_NUMBER>{}</INDIVIDUAL>"
)
PLACES = "<INDIVIDUAL_PLACE_OF_BIRTH><CITY>{}</CITY></INDIVIDUAL_PLACE_OF_BIRTH>"
SEVERAL = PLACES.format("Gao") + PLACES.format("Kidal")


def _file(*entries: str, made: str = "2023-08-03T00:30:00Z", more: str = "") -> bytes:
    groups = f"<INDIVIDUALS>{''.join(entries)}</INDIVIDUALS>{more}<ENTITIES/>"
    return f"<CONSOLIDATED_LIST dateGenerated='{made}'>{groups}</CONSOLIDATED_LIST>".encode()


def _read(data: bytes) -> Draft:
    return read_xml([RawMember("entries", "consolidated.xml", data)], Memo())


def test_a_facet_that_hardly_anybody_shows_is_not_held() -> None:
    """One of thirty is what a changed program left over; the edition says nothing of the others."""
    few = [PERSON.format(number, "A", SEVERAL if number == 0 else "") for number in range(30)]
    draft = _read(_file(*few))
    assert set(draft.parts) == {"entries"}
    told = [problem for problem in draft.problems if "further_birth_places" in problem.message]
    assert [(problem.code, problem.severity) for problem in told] == [("facet_not_held", Severity.INFO)]


def test_a_facet_that_is_shown_is_held_for_all() -> None:
    """Who has nothing of it then is known to have nothing."""
    draft = _read(_file(PERSON.format(1, "A", SEVERAL), PERSON.format(2, "B", PLACES.format("Gao"))))
    assert {key: [fact.text for fact in one.facts] for key, one in draft.parts["further_birth_places"].items()} == {
        "un:1": ["Kidal"]
    }
    (told,) = [problem.message for problem in draft.problems if problem.code == "facet_not_held"]
    assert [name for name in FACETS if name in told] == [name for name in FACETS if name != "further_birth_places"]


def test_the_day_is_new_york_s() -> None:
    """Half past midnight UTC is the evening before."""
    assert _read(_file(PERSON.format(1, "A", ""))).stated_on == date(2023, 8, 2)


def test_a_file_without_its_date_is_told() -> None:
    """It still counts from when it was seen."""
    draft = _read(_file(PERSON.format(1, "A", ""), made=""))
    assert draft.stated_on is None
    assert "no_publish_date" in {problem.code for problem in draft.problems}


def test_strange_groups_are_told() -> None:
    """A kind of entry that is new must not vanish in silence."""
    draft = _read(_file(PERSON.format(1, "A", ""), "<ROBOT/>", more="<VESSELS><VESSEL/></VESSELS>"))
    unknown = [problem.message for problem in draft.problems if problem.code == "unknown_field"]
    assert len(unknown) == 3


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (_file(PERSON.format(1, "A", ""), PERSON.format(1, "B", "")), "un:1 stands in it twice and differs"),
        (_file(PERSON.format("", "A", "")), "no DATAID"),
        (_file(), "holds no entries"),
        (_file(PERSON.format(1, "A", ""))[:-40], "cut short or malformed"),
        (_file(PERSON.format(1, "A\x19", "")), "cut short or malformed"),
        (b"<sdnList/>", "another list"),
    ],
)
def test_what_is_no_edition_is_refused(data: bytes, why: str) -> None:
    """With the reason."""
    with pytest.raises(RefusedError, match=why):
        _read(data)


def test_an_entry_that_stands_twice_and_agrees_is_one() -> None:
    """Nothing contradicts."""
    entry = PERSON.format(1, "A", "")
    assert set(_read(_file(entry, entry)).parts["entries"]) == {"un:1"}


def test_a_second_file_is_refused() -> None:
    """An edition has one."""
    member = RawMember("entries", "consolidated.xml", _file(PERSON.format(1, "A", "")))
    with pytest.raises(RefusedError, match="second file"):
        read_xml([member, member], Memo())
