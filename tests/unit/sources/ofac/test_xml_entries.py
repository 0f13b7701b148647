"""Every element of an entry is used or named; what the format is not known to have is told."""

import pytest
from lxml import etree

from fasti.model.identity import Name, NameKind, Quality
from fasti.sources.description import describe
from fasti.sources.drafting import RowRead
from fasti.sources.ofac.xml_entries import read_entry
from fasti.sources.ofac.xml_fields import USED

CONS = describe("us_ofac_cons")
HEAD = "<uid>7</uid><lastName>NAME</lastName><sdnType>Entity</sdnType>"
TAGS = "<programList><program>CCMC-EO13959</program></programList>"


def _read(inner: str) -> RowRead:
    return read_entry(etree.fromstring(f"<sdnEntry>{HEAD}{TAGS}{inner}</sdnEntry>"), CONS)


@pytest.mark.parametrize(
    ("inner", "code", "subject"),
    [
        ("<colour>red</colour>", "unknown_field", "sdnEntry/colour"),
        ("<idList><id><uid>1</uid><idType>MMSI</idType><idNumber>1</idNumber><scan/></id></idList>", "unknown_field",
         "sdnEntry/idList/id/scan"),
        ("<programList secret='1'/>", "unknown_field", "sdnEntry/programList/@secret"),
        ("<title>A</title><title>B</title>", "repeated_field", "sdnEntry/title"),
        ("<akaList><aka><type>x.k.a.</type><category>strong</category><lastName>B</lastName></aka></akaList>",
         "unknown_alias_type", "x.k.a."),
        ("<akaList><aka><type>a.k.a.</type><category>so so</category><lastName>B</lastName></aka></akaList>",
         "unknown_alias_type", "so so"),
        ("<idList><id><idType>Star Map</idType><idNumber>47</idNumber></id></idList>", "unknown_remark_label",
         "Star Map"),
    ],
)  # fmt: skip
def test_what_the_format_does_not_have_is_told(inner: str, code: str, subject: str) -> None:
    """Each by its place or its word."""
    assert [(note.code, note.subject) for note in _read(inner).notes] == [(code, subject)]


def test_names_read_as_in_the_other_format() -> None:
    """Family name first; kinds and qualities are the publisher's own."""
    name = "<lastName>B</lastName><firstName>A</firstName>"
    aka = f"<aka><uid>1</uid><type>f.k.a. </type><category>weak</category>{name}</aka>"
    assert _read(f"<firstName>F</firstName><akaList>{aka}</akaList>").listing.names == (
        Name("NAME, F"),
        Name("B, A", NameKind.FKA, Quality.WEAK),
    )


def test_comments_and_empty_elements_say_nothing() -> None:
    """They raise no doubt either."""
    read = _read("<!-- x --><remarks/><addressList/><title>  </title>")
    assert read.notes == ()
    assert read.listing.facts == ()


def test_an_entry_without_a_name_is_told() -> None:
    """It can only be found by its number."""
    entry = etree.fromstring(f"<sdnEntry><uid>7</uid><sdnType>Entity</sdnType>{TAGS}</sdnEntry>")
    read = read_entry(entry, CONS)
    assert read.listing.caption == "ofac:7"
    assert [note.code for note in read.notes] == ["no_name"]


def test_a_value_prints_as_in_the_other_format() -> None:
    """Country and dates of an identifier; a further statement behind a semicolon."""
    idents = (
        "<id><idType>Passport</idType><idNumber>LX1</idNumber><idCountry>Malta</idCountry>"
        "<issueDate>01 Oct 2001</issueDate></id>"
        "<id><idType>Registration ID</idType><idNumber>4711 (Russia)</idNumber></id>"
        "<id><idType>Additional Sanctions Information -</idType><idNumber>Subject to A; Gender Male</idNumber></id>"
    )
    listing = _read(f"<idList>{idents}</idList>").listing
    assert [(one.scheme, one.value, one.issuer) for one in listing.identifiers] == [
        ("passport", "LX1", "Malta"),
        ("registration_id", "4711", "Russia"),
    ]
    assert [fact.what for fact in listing.facts] == ["gender", "secondary_sanctions", "validity"]


def test_no_field_is_both_used_and_ignored() -> None:
    """The two tables say one thing."""
    assert set(USED) & set(CONS.ignored["xml"]) == set()
