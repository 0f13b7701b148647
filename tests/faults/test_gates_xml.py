"""XML from outside: what it could do to the reader, it cannot; what it lacks, it is refused for."""

import pytest

from fasti.model.errors import RefusedError
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.reading import read
from tests.golden.sources.editions import primary

SDN = primary("us_ofac_sdn", "xml").data.decode()


def _read(text: str) -> Draft:
    return read("us_ofac_sdn", [RawMember("entries", "sdn.xml", text.encode())], Memo())


def _refused(text: str) -> str:
    with pytest.raises(RefusedError) as caught:
        _read(text)
    return str(caught.value)


def _with_doctype(doctype: str, text: str = SDN) -> str:
    head, _, rest = text.partition("?>")
    return f"{head}?>{doctype}{rest}"


def test_entities_are_never_expanded() -> None:
    """A few lines that would grow to gigabytes are refused before they grow."""
    lines = ['<!ENTITY a0 "ha">', *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))]
    bomb = _with_doctype(f"<!DOCTYPE sdnList [{''.join(lines)}]>", SDN.replace("SEA TEST", "&a9;"))
    assert "refused" in _refused(bomb)


def test_no_file_of_this_machine_is_opened() -> None:
    """An external entity stays outside."""
    doctype = '<!DOCTYPE sdnList [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    message = _refused(_with_doctype(doctype, SDN.replace("SEA TEST", "&x;")))
    assert "document type" in message


def test_a_document_type_alone_is_refused() -> None:
    """The publisher's files have none."""
    assert "document type" in _refused(_with_doctype('<!DOCTYPE sdnList SYSTEM "http://example.org/a.dtd">'))


def test_nesting_is_bounded() -> None:
    """A tower of elements is refused, and the reader does not fall over it."""
    tower = "<a>" * 100_000 + "</a>" * 100_000
    assert "malformed" in _refused(SDN.replace("</sdnList>", f"{tower}</sdnList>"))


def test_a_long_text_is_bounded() -> None:
    """Ten million characters in one field are no name."""
    assert "malformed" in _refused(SDN.replace("SEA TEST", "A" * 10_000_001))


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("<Record_Count>4</Record_Count>", "<Record_Count>5</Record_Count>", "says that it has 5 records, and has 4"),
        ("<Record_Count>4</Record_Count>", "<Record_Count>3</Record_Count>", "says that it has 3 records, and has 4"),
        ("<Record_Count>4</Record_Count>", "", "does not say how many"),
        ("<uid>103</uid>", "<uid>102</uid>", "ofac:102 stands in it twice and differs"),
        ("<uid>103</uid>", "<uid>one</uid>", "has no number"),
        ("<uid>103</uid>", "", "has no number"),
        ("sdnList", "otherList", "its root is otherList"),
        ("<lastName>SEA TEST</lastName>", "<lastName>SEA TEST", "malformed XML in line"),
    ],
)
def test_what_a_file_says_of_itself_must_hold(before: str, after: str, why: str) -> None:
    """Its count, its numbers, its root, its tags."""
    assert before in SDN
    assert why in _refused(SDN.replace(before, after))


def test_a_file_without_entries_is_refused() -> None:
    """It says that nobody is listed, which no list of this kind ever did."""
    start, end = SDN.index("  <sdnEntry>"), SDN.index("</sdnList>")
    empty = (SDN[:start] + SDN[end:]).replace("<Record_Count>4<", "<Record_Count>0<")
    assert "holds no entries" in _refused(empty)


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("http://tempuri.org/sdnList.xsd", "https://example.org/new.xsd", "unknown_namespace"),
        ("<Publish_Date>05/06/2022</Publish_Date>", "", "no_publish_date"),
        ("<Publish_Date>05/06/2022<", "<Publish_Date>6 May 2022<", "no_publish_date"),
        ("</publshInformation>", "<Mood>good</Mood></publshInformation>", "unknown_field"),
        ("</sdnList>", "<trailer/></sdnList>", "unknown_field"),
        ("<program>IRAN</program>", "<program>BRAND-NEW</program>", "unknown_tag"),
    ],
)
def test_what_is_new_is_told_and_read(before: str, after: str, code: str) -> None:
    """A new name is no reason to lose a list."""
    assert before in SDN
    draft = _read(SDN.replace(before, after))
    assert [problem.code for problem in draft.problems] == [code]
    assert len(draft.parts["entries"]) == 4


def test_one_problem_for_many_entries() -> None:
    """An unknown word is told once per edition, with a place to look."""
    draft = _read(SDN.replace("<idType>Website</idType>", "<idType>Star Map</idType>").replace("MMSI", "Star Map"))
    assert [problem.code for problem in draft.problems] == ["unknown_remark_label"]
    assert "ofac:101 and 1 more" in draft.problems[0].message
