"""FollowTheMoney in: parties become entries, what is said of them becomes theirs, and nothing is dropped."""

import pytest

from fasti.model.errors import RefusedError
from fasti.model.identity import Identifier, Name, NameKind, PartyKind, Quality
from fasti.model.listing import Address, Fact, Membership, StatedDate
from fasti.sources.description import describe
from fasti.sources.drafting import Memo, RawMember
from fasti.sources.ftm.reader import read_json
from fasti.sources.ftm.vocabulary import vocabulary
from tests.unit.sources.ftm.authored import LISTS, draft_of, entity, listings_of

PERSON = entity("p", "Person", name=["Ivan"])
COMPANY = entity("c", "Company", name=["Nordwind"])


def _facts(key: str, *entities: dict[str, object]) -> set[tuple[str, str, str]]:
    own = {"schema", "dataset"}
    return {(one.what, one.text, one.value) for one in listings_of(*entities)[key].facts if one.what not in own}


def test_names_say_how_they_name() -> None:
    """The one to show first; aliases, former and weak names apart."""
    party = entity("p", "Person", name=["B", "A"], alias=["C"], previousName=["D"], weakAlias=["E"], abbreviation=["F"])
    names = listings_of({**party, "caption": "A"})["ftm:p"].names
    assert names == (
        Name("A"),
        Name("B"),
        Name("C", NameKind.AKA),
        Name("F", NameKind.AKA),
        Name("D", NameKind.FKA),
        Name("E", NameKind.AKA, Quality.WEAK),
    )


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        ("Person", PartyKind.PERSON),
        ("Company", PartyKind.ORGANIZATION),
        ("Organization", PartyKind.ORGANIZATION),
        ("PublicBody", PartyKind.ORGANIZATION),
        ("LegalEntity", PartyKind.UNKNOWN),
        ("Vessel", PartyKind.VESSEL),
        ("Airplane", PartyKind.AIRCRAFT),
        ("Position", PartyKind.UNKNOWN),
    ],
)
def test_schemata_are_kinds(schema: str, kind: PartyKind) -> None:
    """A legal entity can be either; what is no party is of no kind, and an entry all the same."""
    assert listings_of(entity("x", schema, name=["X"]))["ftm:x"].kind is kind


def test_a_sanction_gives_a_place_with_its_programme_and_dates() -> None:
    """The basis is the programme as printed, the tag its id."""
    sanction = entity(
        "s",
        "Sanction",
        entity=["p"],
        program=["Iran"],
        programId=["US-IRAN"],
        listingDate=["2020-01-02"],
        endDate=["2024"],
    )
    listing = listings_of(PERSON, sanction)["ftm:p"]
    assert listing.memberships == (Membership("us_ofac_sdn", "Iran", "US-IRAN"),)
    assert listing.stated == (
        StatedDate("expiry", "2024", "us_ofac_sdn", "endDate", "Iran"),
        StatedDate("listing", "2020-01-02", "us_ofac_sdn", "listingDate", "Iran"),
    )


def test_a_dataset_is_a_list_for_what_it_is_about() -> None:
    """Not for who only occurs in it."""
    assert listings_of(PERSON)["ftm:p"].memberships == (Membership("us_ofac_sdn", "us_ofac_sdn", "us_ofac_sdn"),)
    assert listings_of({**PERSON, "target": False})["ftm:p"].memberships == ()


def test_a_dataset_of_several_lists_needs_the_programme() -> None:
    """Without one that is known it gives no place."""
    known = entity("c", "Company", name=["N"], datasets=("us_ofac_cons",), programId=["US-SSI"])
    open_ = entity("c", "Company", name=["N"], datasets=("us_ofac_cons",))
    assert [one.list for one in listings_of(known)["ftm:c"].memberships] == ["us_ofac_ssi"]
    draft = draft_of(open_)
    assert draft.parts["entries"]["ftm:c"].memberships == ()
    assert draft.problems == ()


def test_an_unknown_dataset_is_told_and_gives_no_place() -> None:
    """Once for all entries."""
    draft = draft_of(*(entity(own, "Person", name=["A"], datasets=("atlantis_wanted",)) for own in "ab"))
    assert [problem.code for problem in draft.problems] == ["unknown_dataset"]
    assert "ftm:a and 1 more" in draft.problems[0].message
    assert all(listing.memberships == () for listing in draft.parts["entries"].values())
    assert Fact("dataset", "atlantis_wanted") in draft.parts["entries"]["ftm:a"].facts


def test_every_list_of_the_catalogue_is_a_dataset() -> None:
    """Under its id and its title, as it is written."""
    lists = {rule.tag: rule.list for rule in describe("ftm").rules}
    assert {lists[one] for one in LISTS} == set(LISTS)
    assert {lists[info.title] for info in LISTS.values()} == set(LISTS)


def test_a_document_is_an_identifier_with_its_issuer() -> None:
    """It goes before the bare number of a property."""
    party = entity("p", "Person", name=["A"], passportNumber=["X1"], taxNumber=["T1"])
    document = entity(
        "d",
        "Identification",
        holder=["p"],
        type=["Passport"],
        number=["X1"],
        country=["ru"],
        startDate=["1996"],
    )
    assert listings_of(party, document)["ftm:p"].identifiers == (
        Identifier("passport", "X1", "ru"),
        Identifier("tax_id", "T1"),
    )
    assert ("identification", "X1; startDate 1996", "") in _facts("ftm:p", party, document)


def test_wallets_and_securities_are_identifiers_of_their_holders() -> None:
    """With the rest of what they say."""
    wallet = entity("w", "CryptoWallet", holder=["c"], publicKey=["0x1"], currencySymbol=["ETH"], balance=["5"])
    share = entity("s", "Security", issuer=["c"], isin=["US5949181045"], ticker=["NWX"])
    listing = listings_of(COMPANY, wallet, share)["ftm:c"]
    assert listing.identifiers == (
        Identifier("digital_currency:ETH", "0x1"),
        Identifier("isin", "US5949181045"),
        Identifier("ticker", "NWX"),
    )
    assert Fact("crypto_wallet", "0x1; balance 5") in listing.facts


def test_an_imo_number_says_what_it_numbers() -> None:
    """A ship or a company."""
    found = listings_of(
        entity("v", "Vessel", name=["V"], imoNumber=["IMO9074729"]),
        entity("o", "Organization", name=["O"], imoNumber=["IMO6495856"]),
    )
    assert found["ftm:v"].identifiers == (Identifier("imo", "9074729"),)
    assert found["ftm:o"].identifiers == (Identifier("imo_company", "6495856"),)


def test_addresses_are_taken_apart_where_they_are() -> None:
    """The whole is not repeated; one that nobody took apart is a street."""
    party = entity("p", "Person", name=["A"], addressEntity=["a"], address=["1 St, Omsk", "Elsewhere 2"])
    place = entity("a", "Address", full=["1 St, Omsk"], street=["1 St"], city=["Omsk"], country=["ru"], latitude=["1"])
    listing = listings_of(party, place)["ftm:p"]
    assert listing.addresses == (Address(street="1 St", city="Omsk", country="ru"), Address(street="Elsewhere 2"))
    assert Fact("address", "1 St, Omsk; latitude 1") in listing.facts


def test_relationships_are_told_at_both_ends() -> None:
    """With the part that each plays and the other's key."""
    owns = entity("o", "Ownership", owner=["p"], asset=["c"], percentage=["60"])
    works = entity("u", "UnknownLink", subject=["p"], object=["c"], role=["Fixer"], startDate=["2020"])
    assert _facts("ftm:p", PERSON, COMPANY, owns, works) == {
        ("ownership", "owner; percentage 60", "ftm:c"),
        ("linked_to", "Fixer; startDate 2020", "ftm:c"),
    }
    assert _facts("ftm:c", PERSON, COMPANY, owns, works) == {
        ("ownership", "asset; percentage 60", "ftm:p"),
        ("linked_from", "Fixer; startDate 2020", "ftm:p"),
    }


def test_a_relationship_of_nobody_here_is_an_entry() -> None:
    """Rather than to be dropped."""
    assert set(listings_of(PERSON, entity("o", "Ownership", owner=["x"], asset=["y"]))) == {"ftm:p", "ftm:o"}


def test_entities_in_entities_are_taken_out() -> None:
    """As if they stood on lines of their own; the other side's view of a property is not repeated."""
    inner = {**entity("o", "Occupancy", holder=["p"], startDate=["2020"]), "caption": "Occupancy"}
    nested = {**PERSON, "properties": {"name": ["Ivan"], "positionOccupancies": [inner]}}
    assert _facts("ftm:p", nested) == {("occupancy", "holder; startDate 2020", "")}


def test_what_the_vocabulary_does_not_have_is_told_and_kept() -> None:
    """Schemata, properties; fields of the entity itself are only told."""
    draft = draft_of({**entity("p", "Martian", name=["A"], eyes=["3"]), "mood": "good"})
    assert [one.code for one in draft.problems] == ["unknown_field", "unknown_property", "unknown_schema"]
    assert Fact("eyes", "3") in draft.parts["entries"]["ftm:p"].facts


def test_values_of_any_json_type_are_text() -> None:
    """Some tools write single values, numbers, or tables of their own."""
    odd = {**PERSON, "properties": {"name": "Ivan", "height": [180], "religion": [{"b": 1, "a": None}], "title": None}}
    assert _facts("ftm:p", odd) == {("height", "180", ""), ("religion", '{"a":null,"b":1}', "")}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"error": "not found"}\n', "is another document"),
        ("[]\n", "is another document"),
        ('[{"id": "a", "schema": "Person", "properties": {}}]\n', "is another document"),
        ('{"id": "", "schema": "Person", "properties": {}}\n', "is another document"),
        ('{"id": "a", "schema": "Person", "properties": {"name": ["A"]}}\n{"id": "b", "sch', "cut short or malformed"),
        ("\n\n", "holds no entries"),
    ],
)
def test_what_is_no_file_of_entities_is_refused(text: str, why: str) -> None:
    """With the line, where there is one."""
    with pytest.raises(RefusedError, match=why):
        read_json([RawMember("entries", "x.json", text.encode())], Memo())


def test_an_id_that_stands_for_two_things_is_refused() -> None:
    """One that stands twice alike says nothing new."""
    with pytest.raises(RefusedError, match="contradicts itself: p stands in it twice"):
        draft_of(PERSON, entity("p", "Person", name=["Olga"]))
    assert set(listings_of(PERSON, PERSON)) == {"ftm:p"}


def test_deep_nesting_is_refused() -> None:
    """Before the stack ends."""
    text = '{"id":"a","schema":"Person","properties":{"x":[' * 3000 + "]}}" * 3000
    with pytest.raises(RefusedError):
        read_json([RawMember("entries", "x.json", text.encode())], Memo())


def test_a_second_file_is_refused() -> None:
    """An edition is one file."""
    member = RawMember("entries", "x.json", b"{}")
    with pytest.raises(RefusedError, match="second file"):
        read_json([member, member], Memo())


def test_the_vocabulary_holds_together() -> None:
    """What tables name exists."""
    words = vocabulary()
    assert set(words.identifiers) | set(words.forms) | set(words.dates) | words.countries <= words.properties
    assert {name for names in words.links.values() for name in names} <= words.properties
    assert set(words.kinds) == set(words.fits) == set(words.bases)
    assert not words.reverse & words.properties
    assert not set(words.kinds) & set(words.links)
