"""What a party's features, documents and relationships say reads as in OFAC's other formats."""

import pytest

from fasti.model.identity import Identifier, PartyKind
from fasti.model.listing import Address, Fact, Listing
from fasti.sources.description import describe
from fasti.sources.drafting import RowRead
from fasti.sources.ofac.advanced_entries import LABELS, VESSEL, read_party
from fasti.sources.ofac.advanced_fields import USED
from fasti.sources.ofac.advanced_raw import (
    NamePart,
    RawDocument,
    RawEntry,
    RawEvent,
    RawLink,
    RawMeasure,
    RawName,
    RawParty,
    RawPlace,
    RawValue,
)
from fasti.sources.ofac.labels import vocabulary

SDN = describe("us_ofac_sdn")
NAME = RawName("Name", primary=True, weak=False, parts=(NamePart("Entity Name", "Latn", "EXAMPLE"),))
ENTRY = RawEntry("SDN List", (RawEvent("Created", "2020-01-02", "", ""),), (RawMeasure("Program", "SDGT", ""),), "")


def _read(
    *values: RawValue,
    kind: str = "Entity",
    documents: tuple[RawDocument, ...] = (),
    links: tuple[RawLink, ...] = (),
    remarks: str = "",
) -> RowRead:
    return read_party(RawParty("7", kind, (NAME,), values, documents, (ENTRY,), links, remarks), SDN)


def _value(kind: str, text: str = "", **said: str) -> RawValue:
    places = (RawPlace((("Unknown", said["place"]),), ""),) if "place" in said else ()
    return RawValue(kind, text, said.get("date", ""), places, said.get("reliability", ""), said.get("comment", ""))


def _document(kind: str, number: str, **said: str) -> RawDocument:
    names = ("country", "authority", "validity", "issued", "expires", "comment")
    return RawDocument(kind, number, *(said.get(name, "") for name in names))


def _facts(read: RowRead) -> set[tuple[str, str, str]]:
    return {(fact.what, fact.text, fact.value) for fact in read.listing.facts}


@pytest.mark.parametrize(
    ("value", "fact"),
    [
        (_value("Birthdate", date="circa 1951"), ("birth_date", "circa 1951", "1951~")),
        (_value("Place of Birth", "Omsk, Russia"), ("birth_place", "Omsk, Russia", "")),
        (_value("Nationality Country", place="Russia"), ("nationality", "Russia", "")),
        (_value("Citizenship Country", place="Panama"), ("citizenship", "Panama", "")),
        (_value("Gender", "Male"), ("gender", "Male", "male")),
        (_value("Vessel Gross Registered Tonnage", "9,800"), ("gross_tonnage", "9,800", "9800")),
        (_value("Other Vessel Flag", place="Panama"), ("other_flag", "Panama", "")),
        (_value("Secondary sanctions risk:", "section 1"), ("secondary_sanctions", "section 1", "")),
        (_value("Organization Established Date", date="04 Mar 1997"), ("established_on", "04 Mar 1997", "1997-03-04")),
    ],
)
def test_features_become_the_facts_they_are_elsewhere(value: RawValue, fact: tuple[str, str, str]) -> None:
    """Kind, words and value."""
    read = _read(value)
    assert fact in _facts(read)
    assert read.notes == ()


@pytest.mark.parametrize(
    ("value", "identifier"),
    [
        (_value("SWIFT/BIC", "EXAMXX2L"), Identifier("swift", "EXAMXX2L")),
        (_value("Digital Currency Address - ETH", "0xEx"), Identifier("digital_currency:ETH", "0xEx")),
        (_value("Equity Ticker", "9999 (HK)"), Identifier("ticker", "9999", "HK")),
        (_value("Aircraft Manufacturer’s Serial Number (MSN)", "1001"), Identifier("aircraft_msn", "1001")),
    ],
)
def test_features_that_identify_are_identifiers(value: RawValue, identifier: Identifier) -> None:
    """With the schemes of the other formats."""
    assert _read(value).listing.identifiers == (identifier,)


def test_documents_keep_issuer_validity_and_authority() -> None:
    """A forged one is said to be so."""
    document = _document(
        "Passport", "X1", country="Panama", authority="Office", validity="Fraudulent",
        issued="28 Feb 1996", expires="27 Feb 2001", comment="seen once",
    )  # fmt: skip
    read = _read(documents=(document,))
    assert read.listing.identifiers == (Identifier("passport", "X1", "Panama"),)
    kinds = {what for what, _, _ in _facts(read)}
    assert kinds == {"comment", "document_validity", "issuing_authority", "validity"}
    assert ("validity", "Passport X1 issued 28 Feb 1996 expires 27 Feb 2001", "1996-02-28/2001-02-27") in _facts(read)


def test_an_imo_number_is_a_ships_only_with_a_ship() -> None:
    """As in the other formats."""
    document = _document("Vessel Registration Identification", "IMO 9074729")
    ship, company = _read(kind="Vessel", documents=(document,)), _read(documents=(document,))
    assert ship.listing.identifiers == (Identifier("imo", "9074729"),)
    assert company.listing.identifiers == (Identifier("imo_company", "9074729"),)


def test_relationships_name_the_other_by_key() -> None:
    """Not by name, so that a renaming there is no change here."""
    links = (
        RawLink("Owned or Controlled By", "12", former=False, quality="", date="", comment=""),
        RawLink("Associate Of", "0013", former=True, quality="High", date="", comment="until 2020"),
    )
    assert _read(links=links).listing.facts == (
        Fact("formerly_linked_to", "Associate Of; High; until 2020", "ofac:13"),
        Fact("linked_to", "Owned or Controlled By", "ofac:12"),
    )


def test_addresses_keep_each_language_apart() -> None:
    """Every part in its field, free words in the note."""
    latin = RawPlace(
        (("CITY", "Nagoya"), ("ADDRESS2", "Suite 2"), ("ADDRESS1", "Ward 1"), ("Unknown", "port")), "Japan"
    )
    native = RawPlace((("CITY", "名古屋市"),), "Japan", "Japanese")
    listing = _read(RawValue("Location", "", "", (latin, native), "", "")).listing
    assert listing.addresses == (
        Address(city="名古屋市", country="Japan", note="Japanese"),
        Address(street="Ward 1, Suite 2", city="Nagoya", country="Japan", note="port"),
    )


def test_what_ofac_calls_false_is_no_statement_of_the_party() -> None:
    """It stays, as what it is."""
    read = _read(_value("Birthdate", date="1962", reliability="False"))
    assert _facts(read) == {("unreliable", "Birthdate 1962: False", "")}
    assert _facts(_read(_value("Birthdate", date="1962", reliability="Confirmed"))) == {("birth_date", "1962", "1962")}


def test_comments_stay_unless_they_only_count() -> None:
    """That a value is not the first is no statement."""
    said = _read(_value("Birthdate", date="1962", comment="Alternate birthdate"), _value("Gender", "Male", comment="x"))
    assert ("comment", "Gender Male: x", "") in _facts(said)
    assert len(_facts(said)) == 3


def test_remarks_are_read_as_in_the_other_formats() -> None:
    """And kept verbatim."""
    listing = _read(remarks="(Linked To: EXAMPLE, Ivan)").listing
    assert listing.remarks == "(Linked To: EXAMPLE, Ivan)"
    assert listing.facts == (Fact("linked_to", "EXAMPLE, Ivan"),)


@pytest.mark.parametrize(
    ("value", "kind", "code"),
    [
        (_value("Star Map", "47"), "Entity", "unknown_remark_label"),
        (_value("Passport Colour", "red 7"), "Entity", "unknown_remark_label"),
        (_value("Gender"), "Entity", "empty_feature"),
        (RawValue("Location", "", "", (RawPlace((("PLANET", "X"),), ""),), "", ""), "Entity", "unknown_location_part"),
        (_value("Gender", "Male"), "Spacecraft", "unknown_kind"),
        (_value("Gender", "Male"), "", "unknown_kind"),
    ],
)
def test_unknown_words_are_told(value: RawValue, kind: str, code: str) -> None:
    """Never taken for a known one that begins alike."""
    assert [note.code for note in _read(value, kind=kind).notes] == [code]


def test_a_party_without_name_is_told() -> None:
    """It can only be found by its number."""
    read = read_party(RawParty("7", "Entity", (), (), (), (ENTRY,), (), ""), SDN)
    assert read.listing == Listing(
        "ofac:7", PartyKind.ORGANIZATION, memberships=read.listing.memberships, stated=read.listing.stated
    )
    assert [note.code for note in read.notes] == ["no_name"]


def test_the_tables_name_what_exists() -> None:
    """Labels of the shared vocabulary; no feature under two roofs; no field used and ignored."""
    assert set(LABELS.values()) <= set(vocabulary())
    assert not set(LABELS) & set(VESSEL)
    for source_id in ("us_ofac_sdn", "us_ofac_cons"):
        assert set(USED) & set(describe(source_id).ignored["advanced"]) == set()
