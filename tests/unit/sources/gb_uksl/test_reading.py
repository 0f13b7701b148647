"""The UK Sanctions List: both formats agree, and what is not known is a doubt."""

from dataclasses import replace

import pytest

from fasti.model.errors import RefusedError
from fasti.model.listing import ENTRIES, Listing
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.reading import read
from tests.golden.sources.editions import primary


def _read(data: bytes) -> Draft:
    return read("gb_uksl", [RawMember("entries", "list", data)], Memo())


def _entries(form: str) -> dict[str, Listing]:
    return _read(primary("gb_uksl", form).data).parts[ENTRIES]


def test_both_formats_give_the_same_listings() -> None:
    """But for the hull number, which the XML does not have."""
    table, document = _entries("csv"), _entries("xml")
    assert set(table) == set(document)
    for key, listing in table.items():
        identifiers = tuple(one for one in listing.identifiers if one.scheme != "hull_number")
        assert replace(listing, identifiers=identifiers) == document[key]


def test_only_the_uks_own_designation_states_a_listing() -> None:
    """The UN's date is of another list."""
    entries = _entries("xml")
    assert {one.what for one in entries["gb:SYR9001"].stated} == {"listing", "amended"}
    assert {one.what for one in entries["gb:AFG9002"].stated} == {"designation", "amended"}


@pytest.mark.parametrize(
    ("known", "other", "code"),
    [
        (b"The Syria (Sanctions) (EU Exit) Regulations 2019", b"The Atlantis Regulations 2031", "unknown_tag"),
        (b">Ship<", b">Submarine<", "unknown_kind"),
        (b"Primary name variation", b"Pen name", "unknown_alias_type"),
        (b"Prohibition of port entry", b"Ban on poems", "unknown_measure"),
        (b"14/03/1964", b"in spring", "unread_date"),
        (b"29/11/2021", b"in autumn", "unread_date"),
        (b"<DateGenerated>02/10/2026</DateGenerated>", b"", "no_publish_date"),
        (b"<YearBuilt>2011</YearBuilt>", b"<YearSunk>2011</YearSunk>", "unknown_field"),
    ],
)
def test_what_is_not_known_is_a_problem(known: bytes, other: bytes, code: str) -> None:
    """The designation stays on the list."""
    draft = _read(primary("gb_uksl", "xml").data.replace(known, other))
    assert code in {problem.code for problem in draft.problems}
    assert all(listing.memberships for listing in draft.parts[ENTRIES].values())


@pytest.mark.parametrize(("form", "number"), [("csv", b",AFG9002,"), ("xml", b"<UniqueID>AFG9002</UniqueID>")])
def test_a_designation_without_its_id_is_refused(form: str, number: bytes) -> None:
    """Nobody could say whose it is."""
    data = primary("gb_uksl", form).data.replace(number, number.replace(b"AFG9002", b""))
    with pytest.raises(RefusedError, match="no unique id"):
        _read(data)


def test_one_id_for_two_designations_is_refused() -> None:
    """Nobody could say which one is meant."""
    with pytest.raises(RefusedError, match="twice and differs"):
        _read(primary("gb_uksl", "xml").data.replace(b"AFG9002", b"SYR9001"))
