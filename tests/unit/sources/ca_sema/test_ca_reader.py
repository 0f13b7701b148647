"""The Canadian list: names cut or left whole, keys without numbers, kinds that no field says, and bilingual fields."""

import pytest

from fasti.model.errors import RefusedError
from fasti.model.identity import PartyKind
from fasti.model.listing import ENTRIES, Listing
from fasti.sources.ca_sema.names import split_languages, split_names
from fasti.sources.ca_sema.reader import read_xml
from fasti.sources.drafting import Draft, Memo, RawMember

PERSON = {"Country": "Iran", "LastName": "Dorn", "GivenName": "Clara", "Item": "1", "DateOfListing": "2010-07-26"}


def _record(fields: dict[str, str]) -> str:
    return f"<record>{''.join(f'<{name}>{text}</{name}>' for name, text in fields.items())}</record>"


def _read(*records: dict[str, str]) -> Draft:
    data = f"<data-set>{''.join(map(_record, records))}</data-set>".encode()
    return read_xml([RawMember("entries", "sema-lmes.xml", data)], Memo())


def _one(**fields: str) -> Listing:
    (listing,) = _read({**PERSON, **fields}).parts[ENTRIES].values()
    return listing


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("A; Б", ("A", "Б")),
        ("Anton / Антон", ("Anton", "Антон")),
        ("Banking Co/Banque SA", ("Banking Co/Banque SA",)),
        ("Zenda Bank/Banque Zenda", ("Zenda Bank", "Banque Zenda")),
        ("Банк Зенит, ПАО; Zenit", ("Банк Зенит, ПАО", "Zenit")),
        ("НИЦ АСК, АО «Центр»", ("НИЦ АСК", "АО «Центр»")),
        ("GSK Advance, GSK Advance Co., Ltd.", ("GSK Advance", "GSK Advance Co., Ltd.")),
        ("Министерство культуры, спорта и туризма", ("Министерство культуры, спорта и туризма",)),
        ("Office (Main, Central), Annex", ("Office (Main, Central)", "Annex")),
        ('"North, South" Ltd, East', ('"North, South" Ltd', "East")),
        ("Tradive Co Arabic: تراديف", ("Tradive Co", "تراديف")),
        ("A, and B", ("A", "B")),
        ("X, LLC, X, LLC", ("X, LLC",)),
        ("Батя;; Батя", ("Батя",)),
    ],
)
def test_a_field_of_aliases_is_cut_where_names_end(field: str, names: tuple[str, ...]) -> None:
    """And not within one."""
    assert split_names(field) == names


def test_a_comma_in_a_body_s_own_name_does_not_part_it() -> None:
    """What stands before it is its parent, which may not be listed."""
    assert split_languages("Arms Corporation, Bureau of Design") == ("Arms Corporation, Bureau of Design",)


def test_what_was_cut_is_kept_whole_besides() -> None:
    """The publisher's own words."""
    facts = {fact.what: fact.text for fact in _one(Aliases="Klara Dorn; Clara D.").facts}
    assert facts["aliases_as_listed"] == "Klara Dorn; Clara D."
    assert "aliases_as_listed" not in {fact.what for fact in _one(Aliases="Klara Dorn").facts}


def test_the_kind_is_told_by_the_fields() -> None:
    """No field says it."""
    ship = {"Country": "Iran", "EntityOrShip": "Star", "ShipIMONumber": "9900017", "Item": "1"}
    kinds = [
        one.kind for one in _read(PERSON, ship, {"Country": "Iran", "EntityOrShip": "Bank"}).parts[ENTRIES].values()
    ]
    assert kinds == [PartyKind.PERSON, PartyKind.VESSEL, PartyKind.ORGANIZATION]


def test_the_key_is_of_name_regulation_and_date() -> None:
    """Not of the item, the aliases, or how the name is written."""
    key = _one().key
    assert key.startswith("ca_sema:")
    assert len(key) == len("ca_sema:") + 12
    assert _one(Item="7", Aliases="X", LastName="DORN ").key == key
    assert len({key, _one(Country="Ukraine").key, _one(DateOfListing="2011-01-01").key, _one(LastName="Torn").key}) == 4


def test_two_of_one_name_and_day_are_told_apart_by_their_items() -> None:
    """And that is told."""
    draft = _read(PERSON, {**PERSON, "Item": "2", "Schedule": "1, Part 1"})
    first, second = draft.parts[ENTRIES]
    assert first.endswith("--1")
    assert second.endswith("-1,Part1-2")
    assert {problem.code for problem in draft.problems} == {"shared_key"}


def test_a_record_that_stands_twice_and_agrees_is_one() -> None:
    """Nothing to tell apart."""
    assert len(_read(PERSON, PERSON).parts[ENTRIES]) == 1


def test_bilingual_fields_read_the_same() -> None:
    """As since 2026."""
    bilingual = {
        "Country-Pays": "Iran",
        "LastName-NomDeFamille": "Dorn",
        "GivenName-Prenom": "Clara",
        "Item-NumeroDarticle": "1",
        "DateOfListing-DateDinscription": "2010-07-26",
    }
    assert _read(bilingual).parts == _read(PERSON).parts


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"Country": "Atlantis"}, "unknown_tag"),
        ({"ShoeSize": "44"}, "unknown_field"),
        ({"Item-NumeroDarticle": "2"}, "repeated_field"),
        ({"DateOfBirthOrShipBuildDate": "Sep-99"}, "unreadable_date"),
        ({"DateOfListing": "soon"}, "unreadable_date"),
        ({"LastName": "", "GivenName": ""}, "no_name"),
    ],
)
def test_what_is_not_known_is_told(fields: dict[str, str], code: str) -> None:
    """Never dropped in silence, and the entry stands."""
    draft = _read({**PERSON, **fields})
    assert [problem.code for problem in draft.problems] == [code]
    (listing,) = draft.parts[ENTRIES].values()
    assert [one.list for one in listing.memberships] == ["ca_sema"]


def test_alternative_dates_are_both_kept() -> None:
    """Each as its own."""
    facts = _one(DateOfBirthOrShipBuildDate="1965-07-15 OR 1969").facts
    assert [fact.value for fact in facts if fact.what == "birth_date"] == ["1965-07-15", "1969"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<data-set/>", "holds no entries"),
        (b"<data-set><row/></data-set>", "another list"),
        (b"<CONSOLIDATED_LIST/>", "another list"),
        (b"<data-set><record>", "cut short"),
    ],
)
def test_what_is_no_edition_is_refused(data: bytes, why: str) -> None:
    """With the reason."""
    with pytest.raises(RefusedError, match=why):
        read_xml([RawMember("entries", "x.xml", data)], Memo())
