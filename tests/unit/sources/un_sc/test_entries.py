"""An entry of the UN's file: references, dates, words that are not known, and debris of templates."""

from lxml import etree

from fasti.model.identity import Name, NameKind, Quality
from fasti.model.listing import Address, Fact, StatedDate
from fasti.sources.description import describe
from fasti.sources.drafting import RowRead
from fasti.sources.un_sc.entries import read_entry

HEAD = "<DATAID>1</DATAID><FIRST_NAME>A</FIRST_NAME>"


def _read(fields: str, kind: str = "INDIVIDUAL", reference: str = "KPi.033", committee: str = "DPRK") -> RowRead:
    identity = f"<REFERENCE_NUMBER>{reference}</REFERENCE_NUMBER><UN_LIST_TYPE>{committee}</UN_LIST_TYPE>"
    return read_entry(etree.fromstring(f"<{kind}>{HEAD}{identity}{fields}</{kind}>"), describe("un_sc"))


def _codes(read: RowRead) -> list[str]:
    return [note.code for note in read.notes]


def test_a_stray_suffix_of_a_reference_is_cut_off_and_told() -> None:
    """As in the edition of 10 August 2023."""
    for printed in ("KPi.078.1", "KPi.063 .1"):
        read = _read("", reference=printed)
        assert [(one.scheme, one.value) for one in read.listing.identifiers] == [("un_ref", printed[:7])]
        assert _codes(read) == ["trimmed_reference"]


def test_a_reference_of_another_form_is_kept_and_told() -> None:
    """It may be right."""
    read = _read("", reference="X-1")
    assert read.listing.identifiers[0].value == "X-1"
    assert _codes(read) == ["unknown_reference"]


def test_a_committee_without_a_name_yet_has_the_basis_it_got_later() -> None:
    """Otherwise its entries would end and begin when it is renamed."""
    bases = {_read("", committee=one).listing.memberships for one in ("26532022", "No-regime", "Haiti")}
    assert len(bases) == 1


def test_an_unknown_committee_is_told_and_the_entry_stands() -> None:
    """The file is the list."""
    read = _read("", committee="Atlantis")
    assert [(one.list, one.basis) for one in read.listing.memberships] == [("un_sc", "Atlantis")]
    assert _codes(read) == ["unknown_tag"]


def test_dates_with_an_offset_are_their_day() -> None:
    """And every day of an update is kept."""
    days = (
        "<LISTED_ON>2005-11-01-04:00</LISTED_ON><LAST_DAY_UPDATED><VALUE>2009-01-30</VALUE><VALUE/></LAST_DAY_UPDATED>"
    )
    assert _read(days).listing.stated == (
        StatedDate("amended", "2009-01-30", "un_sc", "LAST_DAY_UPDATED"),
        StatedDate("listing", "2005-11-01", "un_sc", "LISTED_ON"),
    )


def test_a_date_that_is_none_is_told() -> None:
    """No date is made up."""
    read = _read("<LISTED_ON>Invalid date</LISTED_ON>")
    assert read.listing.stated == ()
    assert _codes(read) == ["unreadable_date"]


def test_a_date_of_birth_in_a_nameless_alias_is_the_person_s() -> None:
    """As from August 2023 to March 2025; in either place it reads the same."""
    moved = "<INDIVIDUAL_ALIAS><ALIAS_NAME/><DATE_OF_BIRTH>{}</DATE_OF_BIRTH></INDIVIDUAL_ALIAS>"
    own = "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE>{}</INDIVIDUAL_DATE_OF_BIRTH>"
    for printed, fields in (
        ("1964-07-17", "<DATE>1964-07-17-05:00</DATE>"),
        ("1960", "<YEAR>1960</YEAR>"),
        ("1945 - 1950", "<FROM_YEAR>1945</FROM_YEAR><TO_YEAR>1950</TO_YEAR>"),
    ):
        assert _read(moved.format(printed)).listing == _read(own.format(fields)).listing
    assert _read(moved.format("null")).listing.facts == ()


def test_a_date_of_birth_that_is_none_is_kept_in_words() -> None:
    """And told."""
    fields = "<INDIVIDUAL_DATE_OF_BIRTH><DATE>Invalid date</DATE></INDIVIDUAL_DATE_OF_BIRTH>"
    read = _read(fields)
    assert read.listing.facts == (Fact("birth_date", "Invalid date"),)
    assert _codes(read) == ["unreadable_date"]


def test_only_the_first_place_of_birth_is_the_entry_s() -> None:
    """The others are a facet."""
    places = "".join(
        f"<INDIVIDUAL_PLACE_OF_BIRTH><CITY>{one}</CITY></INDIVIDUAL_PLACE_OF_BIRTH>" for one in ("Ndele", "Algenana")
    )
    assert _read(places).listing.facts == (Fact("birth_place", "Ndele"),)


def test_aliases_have_the_publisher_s_grade() -> None:
    """And an unknown one is told, never taken for strong in silence."""
    alias = "<INDIVIDUAL_ALIAS><QUALITY>{}</QUALITY><ALIAS_NAME>B; C</ALIAS_NAME></INDIVIDUAL_ALIAS>"
    low = _read(alias.format("Low"))
    assert low.listing.names[1:] == (
        Name("B", NameKind.AKA, Quality.WEAK),
        Name("C", NameKind.AKA, Quality.WEAK),
    )
    assert _codes(_read(alias.format("Fair"))) == ["unknown_alias_quality"]


def test_debris_of_templates_says_nothing() -> None:
    """Separators without words, and the record's country once more."""
    address = "<INDIVIDUAL_ADDRESS><CITY>Qom</CITY><COUNTRY>Iran</COUNTRY><NOTE>{}</NOTE></INDIVIDUAL_ADDRESS>"
    plain = (Address(city="Qom", country="Iran"),)
    for debris in (" , ,", "  Iran", ""):
        assert _read(address.format(debris)).listing.addresses == plain
    spoiled = _read(address.format("[object Object]"))
    assert spoiled.listing.addresses == plain
    assert _codes(spoiled) == ["unreadable_note"]


def test_an_address_without_words_is_none() -> None:
    """Every entry has one, filled or not."""
    assert _read("<INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS>").listing.addresses == ()


def test_the_link_to_a_notice_is_no_remark() -> None:
    """It comes and goes with the editions, and its spacing changes."""
    comment = "<COMMENTS1>Deceased. INTERPOL-UN Security Council Special Notice web link:{}</COMMENTS1>"
    for link in ("https://www.interpol.int/x", " https://www.interpol.int/x", ""):
        assert _read(comment.format(link)).listing.remarks == "Deceased."


def test_unknown_words_and_fields_are_told() -> None:
    """None is dropped in silence."""
    read = _read(
        "<GENDER>X</GENDER><LIST_TYPE><VALUE>Other</VALUE></LIST_TYPE><SHOE_SIZE a='1'>44</SHOE_SIZE>"
        "<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Library card</TYPE_OF_DOCUMENT><NUMBER>7</NUMBER></INDIVIDUAL_DOCUMENT>"
    )
    assert sorted(_codes(read)) == ["unknown_document_type", "unknown_field", "unknown_gender", "unknown_list_type"]
    assert ("document", "7") in [(one.scheme, one.value) for one in read.listing.identifiers]


def test_ignored_fields_are_not_told() -> None:
    """Each has its reason."""
    assert _codes(_read("<VERSIONNUM>1</VERSIONNUM><SORT_KEY/>")) == []
