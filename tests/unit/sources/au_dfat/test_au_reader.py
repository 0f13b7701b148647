"""The Australian list: rows of names that make one party, and dates as people and spreadsheets write them."""

import csv
import io

import pytest

from fasti.model.errors import RefusedError
from fasti.model.identity import NameKind, PartyKind, Quality
from fasti.model.listing import ENTRIES, Address, Listing
from fasti.sources.au_dfat.columns import COLUMNS
from fasti.sources.au_dfat.reader import read_csv
from fasti.sources.drafting import Draft, Memo, RawMember

OLD = tuple(one for one in COLUMNS[:14] if one not in {"Alias Strength", "IMO Number"})
ROW = {
    "Reference": "101",
    "Name of Individual or Entity": "Anton BERTRAM",
    "Type": "Individual",
    "Name Type": "Primary Name",
    "Committees": "Autonomous (Russia)",
}


def _file(*rows: dict[str, str], columns: tuple[str, ...] = COLUMNS, separator: str = ",") -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, delimiter=separator, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({**ROW, **row} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _read(data: bytes) -> Draft:
    return read_csv([RawMember("entries", "list.csv", data)], Memo())


def _one(*rows: dict[str, str]) -> Listing:
    (listing,) = _read(_file(*rows)).parts[ENTRIES].values()
    return listing


def _codes(draft: Draft) -> set[str]:
    return {problem.code for problem in draft.problems}


def test_rows_of_one_number_are_one_party() -> None:
    """Wherever they stand; the primary name comes first."""
    other = {"Reference": "102", "Name of Individual or Entity": "B"}
    alias = {
        "Reference": "101a",
        "Name of Individual or Entity": "The Baker",
        "Name Type": "aka",
        "Alias Strength": "Weak",
    }
    draft = _read(_file(alias, {}, other, {**alias, "Reference": "101 b", "Name of Individual or Entity": "X"}))
    first, _ = draft.parts[ENTRIES].values()
    assert [(name.text, name.kind, name.quality) for name in first.names] == [
        ("Anton BERTRAM", NameKind.PRIMARY, Quality.STRONG),
        ("The Baker", NameKind.AKA, Quality.WEAK),
        ("X", NameKind.AKA, Quality.WEAK),
    ]
    assert list(draft.parts[ENTRIES]) == ["au:101", "au:102"]
    assert draft.problems == ()


def test_a_reference_given_twice_is_two_parties_and_told() -> None:
    """Nobody is merged with somebody else by a slip."""
    other = {"Reference": "102", "Name of Individual or Entity": "B"}
    again = {"Name of Individual or Entity": "Clara DORN"}
    alias = {"Reference": "101a", "Name of Individual or Entity": "C. DORN", "Name Type": "Alias"}
    draft = _read(_file({}, other, again, alias))
    assert list(draft.parts[ENTRIES]) == ["au:101", "au:102", "au:101-2"]
    assert [name.text for name in draft.parts[ENTRIES]["au:101-2"].names] == ["Clara DORN", "C. DORN"]
    assert _codes(draft) == {"reused_reference"}


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("5 May 1957", ["1957-05-05"]),
        ("5 Feb. 1970", ["1970-02-05"]),
        ("5/06/1953", ["1953-06-05"]),
        ("1953-06-05 00:00:00", ["1953-06-05"]),
        ("a) 5 May 1957 b) 1958", ["1957-05-05", "1958"]),
        ("1957; 1958 or 1959", ["1957", "1958", "1959"]),
        ("c. 1957", ["1957~"]),
        ("Approximately 1957", ["1957~"]),
        ("between 1963 and 1968", ["1963/1968"]),
        ("1963-1968", ["1963/1968"]),
        ("May 1957", ["1957-05"]),
    ],
)
def test_dates_are_as_exact_as_they_are_typed(typed: str, values: list[str]) -> None:
    """In all the ways that were seen."""
    draft = _read(_file({"Date of Birth": typed}))
    (listing,) = draft.parts[ENTRIES].values()
    assert sorted(fact.value for fact in listing.facts if fact.what == "birth_date") == values
    assert draft.problems == ()


@pytest.mark.parametrize("typed", ["2/05/196", "1960s", "31/02/1960", "2/5/60"])
def test_a_date_that_is_none_is_kept_in_words_and_told(typed: str) -> None:
    """Nothing is made up."""
    draft = _read(_file({"Date of Birth": typed}))
    (listing,) = draft.parts[ENTRIES].values()
    assert [(fact.text, fact.value) for fact in listing.facts if fact.what == "birth_date"] == [(typed, "")]
    assert _codes(draft) == {"unreadable_date"}


def test_a_month_before_its_day_spoils_every_date_with_slashes() -> None:
    """One of them shows it; the others could be either."""
    draft = _read(_file({"Control Date": "6/18/2025"}, {"Reference": "102", "Control Date": "2/3/2026"}))
    assert all(listing.stated == () for listing in draft.parts[ENTRIES].values())
    assert _codes(draft) == {"month_first", "unreadable_date"}


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("Listed on 12 March 2012", [("listing", "2012-03-12")]),
        (
            "Listed on: 25 Jan. 2001 (amended on 3 Sep. 2003, 18 Jul. 2007)",
            [("amended", "2003-09-03"), ("amended", "2007-07-18"), ("listing", "2001-01-25")],
        ),
        ("12 December 2025", [("listing", "2025-12-12")]),
        ("2025-12-12", [("listing", "2025-12-12")]),
        ("Autonomous Sanctions List 2012", []),
        ("Reviewed on 1 May 2010", []),
    ],
)
def test_a_day_counts_as_that_of_listing_only_if_the_words_say_so(words: str, stated: list[tuple[str, str]]) -> None:
    """The day of control is another thing."""
    listing = _one({"Listing Information": words, "Control Date": "1/02/2026"})
    assert [(one.what, one.on) for one in listing.stated if one.what != "control"] == stated
    assert ("control", "2026-02-01") in [(one.what, one.on) for one in listing.stated]
    assert words in {fact.text for fact in listing.facts if fact.what == "listing_information"}


def test_measures_are_what_is_true() -> None:
    """And an unknown word is told."""
    listing = _one({"Travel Ban": "TRUE", "Arms Embargo": "FALSE"})
    assert [fact.text for fact in listing.facts if fact.what == "measure"] == ["Travel Ban"]
    assert _codes(_read(_file({"Travel Ban": "maybe"}))) == {"unknown_measure"}


def test_a_vessel_has_its_number_and_an_enumerated_address_is_several() -> None:
    """What stands in one cell is taken apart where it says so."""
    listing = _one({"Type": "Vessel", "IMO Number": "9900017", "Address": "a) Mill Lane, Zenda_x000D_ b) Strelsau"})
    assert listing.kind is PartyKind.VESSEL
    assert [one.value for one in listing.identifiers] == ["9900017"]
    assert listing.addresses == (Address("Mill Lane, Zenda"), Address("Strelsau"))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"Committees": "Atlantis"}, "unknown_tag"),
        ({"Type": "Robot"}, "unknown_kind"),
        ({"Type": ""}, "unknown_kind"),
        ({"Name Type": "nickname"}, "unknown_name_type"),
        ({"Alias Strength": "Fair"}, "unknown_alias_strength"),
        ({"Control Date": "soon"}, "unreadable_date"),
        ({"Name of Individual or Entity": ""}, "no_name"),
    ],
)
def test_what_is_not_known_is_told(row: dict[str, str], code: str) -> None:
    """Never dropped in silence, and the party stands."""
    draft = _read(_file(row))
    assert _codes(draft) == {code}
    (listing,) = draft.parts[ENTRIES].values()
    assert [one.list for one in listing.memberships] == ["au_dfat"]


def test_rows_that_differ_in_type_are_told() -> None:
    """The primary name's counts."""
    draft = _read(_file({}, {"Reference": "101a", "Name Type": "Alias", "Type": "Entity"}))
    (listing,) = draft.parts[ENTRIES].values()
    assert listing.kind is PartyKind.PERSON
    assert _codes(draft) == {"differing_kinds"}


def test_files_before_november_2025_have_fewer_columns() -> None:
    """And read the same."""
    assert _read(_file({}, columns=OLD)).parts == _read(_file({})).parts


def test_tabs_part_cells_as_well_as_commas() -> None:
    """Told by the heading."""
    assert _read(_file({}, separator="\t")).parts == _read(_file({})).parts


def test_a_new_column_is_told() -> None:
    """It is not read."""
    assert _codes(_read(_file({}, columns=(*COLUMNS, "Shoe Size")))) == {"unknown_field"}


def test_a_file_of_few_parties_is_held() -> None:
    """It is a part of a list."""
    assert len(_read(_file({})).doubts) == 1
    assert len(_read(_file({})[:-2]).doubts) >= 1


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"ent_num,SDN_Name\r\n1,A\r\n", "another list"),
        (_file(), "holds no entries"),
        (_file({"Reference": ""}), "has no reference"),
        (_file({"Reference": "X1"}), "has no reference"),
        (_file({})[:-30], "columns instead of"),
        (_file({}) + b'1,"A', "cut short or malformed"),
    ],
)
def test_what_is_no_edition_is_refused(data: bytes, why: str) -> None:
    """With the reason."""
    with pytest.raises(RefusedError, match=why):
        _read(data)
