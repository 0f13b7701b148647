"""FollowTheMoney out: values that it accepts, and notes for what it has no property for."""

import pytest

from fasti.model.identity import Identifier, Name, NameKind, PartyKind, Quality
from fasti.model.listing import Address, Fact, Listing, Membership, StatedDate
from fasti.sources.ftm.exported import Exported
from fasti.sources.ftm.writer import entity_id, write_entities
from tests.unit.sources.ftm.authored import LISTS, and_back, listings_of, written

SDN = Membership("us_ofac_sdn", "SDGT", "SDGT")
NAME = (Name("EXAMPLE"),)


def _listing(kind: PartyKind = PartyKind.ORGANIZATION, **said: object) -> Listing:
    return Listing("ofac:7", kind, NAME, (SDN,), **said)  # type: ignore[arg-type] # each test names fields of its own


def _own(listing: Listing) -> dict[str, list[str]]:
    properties: dict[str, list[str]] = written(listing)[0]["properties"]
    return properties


@pytest.mark.parametrize(
    ("key", "own"),
    [
        ("ofac:17018", "ofac-17018"),
        ("gb:RUS0001", "gb-RUS0001"),
        ("ftm:NK-24ctf2z", "NK-24ctf2z"),
        ("ftm:Q1", "Q1"),
    ],
)
def test_simple_keys_are_ids(key: str, own: str) -> None:
    """Only the colon goes."""
    assert entity_id(key) == own


def test_other_keys_keep_apart() -> None:
    """What the letters of an id do not allow is replaced, and told apart by a hash."""
    keys = ["bis_el:9f", "bis:el-9f", "bis el:9f", "ftm:a b", "ftm:a_b", "xiaomi", "ftm::", "us_dod_ccmc/xiaomi"]
    ids = [entity_id(key) for key in keys]
    assert len(set(ids)) == len(keys)
    assert all(one.replace("-", "").replace(".", "").isalnum() and one[0] not in "-." for one in ids)


def test_a_place_on_a_list_is_a_sanction() -> None:
    """With who issued it, its dates, and the dataset."""
    stated = (
        StatedDate("listing", "2020-01-02", "us_ofac_sdn", "Listing Date", "SDGT"),
        StatedDate("divestment", "2021-01-02", "us_ofac_sdn", "Divestment Date"),
    )
    (_, sanction) = written(_listing(stated=stated))
    assert sanction["id"] == "ofac-7-us-ofac-sdn-1"
    assert sanction["datasets"] == ["us_ofac_sdn"]
    assert sanction["properties"] == {
        "authority": [LISTS["us_ofac_sdn"].authority],
        "entity": ["ofac-7"],
        "listingDate": ["2020-01-02"],
        "program": ["SDGT"],
        "programId": ["SDGT"],
        "recordId": ["ofac:7"],
        "sourceUrl": [LISTS["us_ofac_sdn"].url],
        "summary": [
            "stated_listing: 2020-01-02; Listing Date [SDGT]",
            "stated_divestment: 2021-01-02; Divestment Date",
        ],
    }


def test_only_the_lists_asked_for_are_written() -> None:
    """A place on another one is left out; dates that speak of it are notes."""
    other = Membership("us_ofac_ssi", "UKRAINE-EO13662/1", "UKRAINE-EO13662")
    date = StatedDate("listing", "2014-09-12", "us_ofac_ssi", "EntryEvent Created")
    listing = Listing("ofac:7", names=NAME, memberships=(SDN, other), stated=(date,))
    own, *rest = written(listing, "us_ofac_sdn")
    assert own["datasets"] == ["us_ofac_sdn"]
    assert [one["datasets"] for one in rest] == [["us_ofac_sdn"]]
    assert own["properties"]["notes"] == ["stated_listing: 2014-09-12; us_ofac_ssi; EntryEvent Created"]
    assert listings_of(own, *rest)["ftm:ofac-7"].stated == (date,)


def test_an_entry_that_only_acts_speak_of_has_a_sanction_too() -> None:
    """Dated by its listing."""
    exported = Exported(Listing("xiaomi", names=NAME), ("us_dod_ccmc",), "2021-01-14")
    _, sanction = write_entities(exported, LISTS)
    assert sanction["properties"]["listingDate"] == ["2021-01-14"]
    assert "program" not in sanction["properties"]


@pytest.mark.parametrize(
    ("fact", "name", "value"),
    [
        (Fact("birth_date", "10 Dec 1948", "1948-12-10"), "birthDate", "1948-12-10"),
        (Fact("birth_date", "circa 1951", "1951~"), "birthDate", "1951"),
        (Fact("nationality", "Korea, North"), "nationality", "kp"),
        (Fact("gender", "Male", "male"), "gender", "male"),
        (Fact("birth_place", "Omsk"), "birthPlace", "Omsk"),
        (Fact("website", "www.nordwind.example"), "website", "http://www.nordwind.example"),
        (Fact("email", "a@nordwind.example"), "email", "a@nordwind.example"),
    ],
)
def test_facts_become_properties(fact: Fact, name: str, value: str) -> None:
    """In values that FollowTheMoney accepts."""
    assert _own(_listing(PartyKind.PERSON, facts=(fact,)))[name] == [value]


@pytest.mark.parametrize(
    ("fact", "note"),
    [
        (Fact("birth_date", "circa 1951", "1951~"), "birth_date: circa 1951 [1951~]"),
        (Fact("birth_date", "1979 to 1982", "1979/1982"), "birth_date: 1979 to 1982 [1979/1982]"),
        (Fact("nationality", "Atlantis"), "nationality: Atlantis"),
        (Fact("gender", "Unknown", "unknown"), "gender: Unknown [unknown]"),
        (Fact("website", "nordwind example"), "website: nordwind example"),
        (Fact("phone", "+7 495 123"), "phone: +7 495 123"),
        (Fact("flag", "Panama"), "flag: Panama"),
        (Fact("secondary_sanctions", "section 1 [a]"), "secondary_sanctions: section 1 [a] []"),
        (Fact("linked_to", "Owned by", "ofac:8"), "linked_to: Owned by [ofac:8]"),
    ],
)
def test_what_no_property_takes_is_a_note(fact: Fact, note: str) -> None:
    """Vague dates, unknown countries, what a person has not."""
    assert note in _own(_listing(PartyKind.PERSON, facts=(fact,)))["notes"]
    assert fact in and_back(_listing(PartyKind.PERSON, facts=(fact,))).facts


def test_links_lead_to_those_written_along() -> None:
    """To others they are notes."""
    fact = Fact("linked_to", "Owned or Controlled By", "ofac:8")
    exported = Exported(_listing(facts=(fact,)), ("us_ofac_sdn",))
    _, link, _ = write_entities(exported, LISTS, {"ofac:8"})
    assert link["schema"] == "UnknownLink"
    assert link["properties"] == {"object": ["ofac-8"], "role": ["Owned or Controlled By"], "subject": ["ofac-7"]}


@pytest.mark.parametrize(
    ("kind", "identifiers", "schema"),
    [
        (PartyKind.ORGANIZATION, (Identifier("lei", "5493001KJTIIGC8Y1R12"),), "Organization"),
        (PartyKind.ORGANIZATION, (Identifier("isin", "US0378331005"),), "Company"),
        (PartyKind.ORGANIZATION, (Identifier("cr_number", "1"),), "Organization"),
        (PartyKind.UNKNOWN, (), "LegalEntity"),
        (PartyKind.VESSEL, (Identifier("imo", "9074729"),), "Vessel"),
        (PartyKind.AIRCRAFT, (), "Airplane"),
        (PartyKind.PERSON, (), "Person"),
    ],
)
def test_the_schema_is_that_of_the_sort_of_party(
    kind: PartyKind, identifiers: tuple[Identifier, ...], schema: str
) -> None:
    """A company where only a company has the number."""
    assert written(_listing(kind, identifiers=identifiers))[0]["schema"] == schema


@pytest.mark.parametrize("kind", [PartyKind.ORGANIZATION, PartyKind.PERSON, PartyKind.VESSEL, PartyKind.AIRCRAFT])
@pytest.mark.parametrize(
    "identifier",
    [
        Identifier("lei", "5493001KJTIIGC8Y1R12"),
        Identifier("lei", "NOT-ONE"),
        Identifier("swift", "NORDXX2L"),
        Identifier("passport", "X1", "Panama"),
        Identifier("registration_number", "R1"),
        Identifier("registration_number", "R1", "Atlantis"),
        Identifier("cr_number", "C1"),
        Identifier("ssn", "33-3208848-3"),
        Identifier("passport", "A number, and then a sentence about it that is too long to be one, as some lists have"),
        Identifier("digital_currency:XBT", "1Example"),
        Identifier("aircraft_tail_number", "EP-XMP"),
    ],
)
def test_every_identifier_comes_back(kind: PartyKind, identifier: Identifier) -> None:
    """With scheme and issuer, whether as a property, a document, a wallet or a note."""
    assert and_back(_listing(kind, identifiers=(identifier,))).identifiers == (identifier,)


def test_one_number_under_two_schemes_stays_two() -> None:
    """Neither stands for the other."""
    both = (Identifier("registration_number", "1"), Identifier("tax_id", "1", "Russia"))
    assert and_back(_listing(identifiers=both)).identifiers == both


@pytest.mark.parametrize(
    "name",
    [
        Name("X", NameKind.AKA),
        Name("X", NameKind.FKA),
        Name("X", NameKind.NKA),
        Name("X", NameKind.AKA, Quality.WEAK),
        Name("X", NameKind.FKA, Quality.WEAK),
        Name("X", NameKind.NKA, Quality.WEAK),
    ],
)
def test_every_name_comes_back(name: Name) -> None:
    """With kind and quality."""
    assert and_back(Listing("ofac:7", names=(*NAME, name), memberships=(SDN,))).names == (*NAME, name)


@pytest.mark.parametrize(
    "address",
    [
        Address(street="1 St", city="Omsk", region="Oblast", postal_code="644000", country="ru", note="Old"),
        Address(country="ru"),
        Address(country="Atlantis"),
        Address(city="Omsk", country="Atlantis", note="Old"),
        Address(note="nowhere"),
        Address(street="1 St"),
    ],
)
def test_every_address_comes_back(address: Address) -> None:
    """With each part in its place."""
    assert and_back(_listing(addresses=(address,))).addresses == (address,)


def test_a_country_comes_back_by_its_letters() -> None:
    """The one thing that is not kept as printed."""
    assert and_back(_listing(addresses=(Address(city="Omsk", country="Russia"),))).addresses == (
        Address(city="Omsk", country="ru"),
    )


def test_remarks_come_back_verbatim() -> None:
    """Whatever brackets they have."""
    assert and_back(_listing(remarks="(Linked To: A); x [y]\nz")).remarks == "(Linked To: A); x [y]\nz"
