"""Remarks that fill their column are cut: what stands in the entry never depends on the overflow file."""

import pytest

from fasti.model.identity import PartyKind
from fasti.model.listing import Fact, merge
from fasti.sources.description import describe
from fasti.sources.drafting import RawMember
from fasti.sources.ofac.csv_entries import read_entry, read_overflow
from fasti.sources.ofac.csv_rows import Rows, cells, cut_rows
from fasti.sources.ofac.remarks import LIMIT

SDN = describe("us_ofac_sdn")


def _rows(remarks: str, kind: str = "-0- ", tags: str = "SDGT", title: str = "-0- ") -> Rows:
    line = f'7,"NAME",{kind},"{tags}",{title},-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"{remarks}"'
    return cut_rows(RawMember("entries", "sdn.csv", line.encode() + b"\r\n\x1a"))


def _filled(tail: str) -> str:
    """Return remarks that reach the limit within their last item."""
    head = "Website www.example.org; "
    return head + "Linked To: " + "A" * (LIMIT - len(head) - len("Linked To: ") - len(tail)) + tail


@pytest.mark.parametrize("at", range(1, 12))
def test_uncut_remarks_and_cut_ones_say_the_same(at: int) -> None:
    """Wherever the cut falls in an item, entry and overflow together say what the whole text says."""
    whole = _filled("; Gender Male; Tax ID No. 4711 (Malta)."[at:]) + "; Gender Male; Tax ID No. 4711 (Malta)."
    entry, overflow = whole[:LIMIT], whole[LIMIT:]
    rows = _rows(entry)
    first = read_entry(rows.lines[0], rows, 1, SDN).listing
    rest = read_overflow(cells(rows.lines[0], rows, 1), overflow, SDN).listing
    together = merge([first, rest])
    assert together.remarks == whole
    assert {fact.what for fact in together.facts} >= {"website", "linked_to", "gender"}
    assert [one.value for one in together.identifiers] == ["4711"]


def test_a_cut_entry_says_so() -> None:
    """The item that was cut is not read, and stands in a fact as it is."""
    rows = _rows(_filled("; Tax ID No. 47"))
    listing = read_entry(rows.lines[0], rows, 1, SDN).listing
    assert Fact("remarks_cut", "Tax ID No. 47") in listing.facts
    assert listing.identifiers == ()


def test_the_limit_itself_is_a_cut() -> None:
    """Nobody can tell a text of exactly that length from a cut one."""
    rows = _rows(_filled("."))
    assert any(fact.what == "remarks_cut" for fact in read_entry(rows.lines[0], rows, 1, SDN).listing.facts)
    rows = _rows(_filled(".")[:-2] + ".")
    assert not any(fact.what == "remarks_cut" for fact in read_entry(rows.lines[0], rows, 1, SDN).listing.facts)


@pytest.mark.parametrize(
    ("kind", "party"),
    [
        ("-0- ", PartyKind.ORGANIZATION),
        ('"individual"', PartyKind.PERSON),
        ('"vessel"', PartyKind.VESSEL),
        ('"aircraft"', PartyKind.AIRCRAFT),
    ],
)
def test_what_sort_of_party(kind: str, party: PartyKind) -> None:
    """A null is an entity."""
    rows = _rows("Company Number IMO 5055293.", kind)
    assert read_entry(rows.lines[0], rows, 1, SDN).listing.kind is party


def test_an_unknown_sort_of_party_is_told() -> None:
    """And never guessed."""
    rows = _rows("DOB 1962.", '"robot"')
    read = read_entry(rows.lines[0], rows, 1, SDN)
    assert read.listing.kind is PartyKind.UNKNOWN
    assert [note.code for note in read.notes] == ["unknown_kind"]


@pytest.mark.parametrize(("kind", "scheme"), [('"vessel"', "imo"), ("-0- ", "imo_company")])
def test_an_imo_number_is_of_what_it_numbers(kind: str, scheme: str) -> None:
    """OFAC prints one label for ships and companies at times."""
    rows = _rows("Vessel Registration Identification IMO 5878589.", kind)
    assert [one.scheme for one in read_entry(rows.lines[0], rows, 1, SDN).listing.identifiers] == [scheme]


def test_titles_are_said_once() -> None:
    """The remarks repeat the title column; what they say besides stays a remark."""
    rows = _rows(
        "Minister of Tides; Rear Admiral; wife of B.", '"individual"', title='"Minister of Tides; Rear Admiral"'
    )
    facts = read_entry(rows.lines[0], rows, 1, SDN).listing.facts
    assert facts == (Fact("remark", "wife of B."), Fact("title", "Minister of Tides"), Fact("title", "Rear Admiral"))
