"""Documents of the Federal Register, in XML and as typed text, come to the same blocks."""

import pytest

from fasti.model.errors import RefusedError
from fasti.sources.description import describe
from fasti.sources.drafting import RawMember
from fasti.sources.notices.blocks import Notice
from fasti.sources.notices.register_text import read_register_text
from fasti.sources.notices.register_xml import read_register_xml

SOURCE = describe("us_dod_1260h")


def _xml(body: str, tail: str = "<FRDOC>[FR Doc. 2030-1 Filed 1-4-30; 8:45 am]</FRDOC>") -> Notice:
    text = (
        f"<NOTICE><PREAMB><SUBJECT>A\n <E T='03'>title</E></SUBJECT></PREAMB><SUPLINF>{body}</SUPLINF>{tail}</NOTICE>"
    )
    return read_register_xml(RawMember("entries", "notice.xml", text.encode()), SOURCE)


def _text(body: str) -> Notice:
    page = (
        "<html><body><pre>\nFrom the Federal Register Online via the Government Publishing Office\n\nOFFICE\n\n"
        "A long \ntitle\n\nAGENCY: X.\n\nACTION: A \nnotice.\n\nSUPPLEMENTARY INFORMATION: "
        f"{body}\n[FR Doc. 2030-1 Filed 1-4-30; 8:45 am]\nBILLING CODE 1-P\n</pre></body></html>"
    )
    return read_register_text(RawMember("entries", "notice.html", page.encode()))


def _blocks(notice: Notice) -> list[tuple[int, str]]:
    return [(block.depth, block.text) for block in notice.blocks]


def test_xml_paragraphs() -> None:
    """Set in by the digit of FP or by a bullet; numbers of footnotes and pages are no words."""
    body = (
        "<HD SOURCE='HD1'>Head</HD><P>One<SU>1</SU><FTREF/> word<PRTPAGE P='2'/>.</P><FTNT><P>Note.</P></FTNT>"
        "<FP SOURCE='FP-1'>Name</FP><FP SOURCE='FP1-2'>Set in</FP><P>\u2022 Bullet</P>"
    )
    assert _blocks(_xml(body)) == [(0, "Head"), (0, "One word."), (0, "Name"), (1, "Set in"), (1, "Bullet")]


def test_xml_says_what_it_does_not_know() -> None:
    """Once for each element."""
    notice = _xml("<NEWTAG>a</NEWTAG><NEWTAG>b</NEWTAG><P>c</P>")
    assert (notice.unknown, _blocks(notice)) == (("NEWTAG",), [(0, "c")])
    assert (notice.subject, str(notice.filed_on)) == ("A title", "2030-01-04")


def test_text_lines() -> None:
    """A blank, hyphen or slash at the end of a line means that it goes on; marks of pages are no words."""
    body = (
        "First \nsentence.\n    Second military-\ncivil one \n\n[[Page 7]]\n\ngoes on.\n\n"
        "Name One (A) \nand B\nName Two\n     Bullet"
    )
    notice = _text(body)
    assert _blocks(notice) == [
        (0, "First sentence."),
        (0, "Second military-civil one goes on."),
        (0, "Name One (A) and B"),
        (0, "Name Two"),
        (1, "Bullet"),
    ]
    assert (notice.subject, notice.action, str(notice.filed_on)) == ("A long title", "A notice.", "2030-01-04")


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (b"From the Federal Register Online", b"From nowhere", "another list"),
        (b"[FR Doc. ", b"[", "cut short"),
        (b" \n", b"\n", "lost the blanks"),
    ],
)
def test_text_that_cannot_be_trusted_is_refused(before: bytes, after: bytes, why: str) -> None:
    """Another document, one without its end, one saved by an editor that cleans up."""
    page = (
        b"<html><pre>\nFrom the Federal Register Online\n\nT \nitle\n\nAGENCY: X.\n\n"
        b"SUPPLEMENTARY INFORMATION: Y.\n[FR Doc. 1 Filed 1-4-30; 8:45 am]\n</pre></html>"
    )
    assert before in page
    with pytest.raises(RefusedError, match=why):
        read_register_text(RawMember("entries", "notice.html", page.replace(before, after)))
