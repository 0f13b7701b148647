"""Cutting by tags gives what parsing the whole gives, or gives way to it."""

import pytest
from lxml import etree

from fasti.model.errors import RefusedError
from fasti.sources.drafting import Memo, RawMember
from fasti.sources.reading import read
from fasti.sources.records.slicing import Cut, cut_xml
from tests.golden.sources.editions import FOLDER

PLAIN = b'<list day="2026-01-02"><one id="1">a</one>\n<one id="2"/> <one id="3"><n>b</n></one><rest/></list>'
GOLDENS = {
    "ca_sema": ("sema-lmes.xml", b"</record>"),
    "ch_seco": ("swiss-sanctions-list.xml", b"</target>"),
    "eu_fsf": ("xmlfullsanctionslist_1_1.xml", b"</sanctionEntity>"),
    "gb_uksl": ("uk-sanctions-list.xml", b"</Designation>"),
    "un_sc": ("consolidated.xml", b"</INDIVIDUAL>"),
    "us_ofac_sdn": ("sdn.xml", b"</sdnEntry>"),
}


def _cut(data: bytes, depth: int = 1) -> Cut:
    return cut_xml(RawMember("entries", "x.xml", data), "list", "the list", ("one",), depth)


def _ids(cut: Cut) -> list[str]:
    return [one.element().get("id", "") for one in cut.records]


def test_records_and_rest_are_parted() -> None:
    cut = _cut(PLAIN)
    assert _ids(cut) == ["1", "2", "3"]
    assert [one.raw() for one in cut.records][1] == b'<one id="2"/>'
    assert [str(one.tag) for one in cut.root] == ["one", "rest"]
    assert [one.line for one in cut.records] == [1, 2, 2]


def test_equal_records_have_equal_marks() -> None:
    twice = PLAIN.replace(b"<rest/>", b'<rest/><one id="1">a</one>')
    marks = [one.mark() for one in _cut(twice).records]
    assert marks[0] == marks[3]
    assert len(set(marks)) == 3


@pytest.mark.parametrize(
    "record",
    [
        b'<!-- <one id="9"/> --><one id="4"/>',
        b'<one id="4"><![CDATA[</one><one id="9">]]></one>',
        b'<one id="4"><!-- </one><one id="9"> --></one>',
        b'<other><one id="9"/></other><one id="4"/>',
        b'<one id="4"><one id="9"/></one>',
        b'<one note="a > b" id="4"/>',
        b"<one note='</one>' id='4'/>".replace(b"</one>", b"&lt;/one>"),
        b'<onerous id="9"/><one id="4"  ></one >',
    ],
)
def test_what_hides_or_stands_elsewhere_is_no_record(record: bytes) -> None:
    assert _ids(_cut(PLAIN.replace(b"<rest/>", record))) == ["1", "2", "3", "4"]


def test_prefixes_are_known_to_each_record() -> None:
    data = (
        b'<?xml version="1.0" encoding="ISO-8859-1"?><p:list xmlns:p="urn:p" xmlns:x="urn:x">'
        b'<p:one id="1" x:nil="1">\xe9</p:one><p:one id="2"><p:n/></p:one></p:list>'
    )
    first, second = _cut(data).records
    assert first.element().text == "é"
    assert first.element().get("{urn:x}nil") == "1"
    assert second.element()[0].tag == "{urn:p}n"


def test_records_stand_at_their_depth() -> None:
    data = b'<list><group><one id="1"/><one id="2"/></group><group><one id="3"/></group></list>'
    assert _ids(_cut(data, depth=2)) == ["1", "2", "3"]
    assert _ids(_cut(data)) == []


def test_other_encodings_are_parsed_whole() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><list><one id="1"/></list>'
    assert _ids(_cut(text.encode("utf-16"))) == ["1"]


@pytest.mark.parametrize(
    "data",
    [
        PLAIN[:-20],
        PLAIN.replace(b"</n>", b"</m>"),
        PLAIN.replace(b"<rest/>", b"<rest>"),
        PLAIN.replace(b"a</one>", b"a&amp</one>"),
        b"<!DOCTYPE list [<!ENTITY e 'x'>]>" + PLAIN,
    ],
)
def test_what_is_malformed_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedError):
        _ids(_cut(data))


def test_another_list_is_refused() -> None:
    with pytest.raises(RefusedError, match="another list"):
        cut_xml(RawMember("entries", "x.xml", PLAIN), "export", "the list", ("one",))


@pytest.mark.parametrize("source", sorted(GOLDENS))
def test_both_ways_give_the_same_edition(source: str) -> None:
    name, end = GOLDENS[source]
    data = (FOLDER / source / name).read_bytes()
    commented = data.replace(end, end + b"<!-- a remark -->")
    etree.fromstring(commented)
    drafts = [read(source, [RawMember("entries", name, one)], Memo()) for one in (data, commented)]
    assert drafts[0].parts == drafts[1].parts
    assert [one.message for one in drafts[0].problems] == [one.message for one in drafts[1].problems]


@pytest.mark.parametrize("source", sorted(GOLDENS))
def test_records_seen_before_give_the_same_listings(source: str) -> None:
    name, _ = GOLDENS[source]
    member, memo = RawMember("entries", name, (FOLDER / source / name).read_bytes()), Memo()
    first, again = read(source, [member], memo), read(source, [member], memo)
    assert again == first
    assert all(again.parts["entries"][key] is one for key, one in first.parts["entries"].items())
