"""Read a document of the Federal Register in XML, as federalregister.gov and GPO serve it.

Source: GPO, Federal Register XML Rendition User Guide (github.com/usgpo/bulk-data), section 2.
"""

import re
from collections.abc import Iterator

from lxml.etree import QName, _Element

from fasti.sources.description import Description
from fasti.sources.drafting import RawMember
from fasti.sources.notices.blocks import Block, BlockKind, Notice, refuse_other
from fasti.sources.notices.dates import filed_on
from fasti.sources.records.wording import one_line
from fasti.sources.xml_parsing import parse_xml

USED = (
    "PREAMB/SUBJECT", "PREAMB/ACT/P", "SUPLINF/HD", "SUPLINF/P", "SUPLINF/FP", "SUPLINF/FP/@SOURCE",
    "GPOTABLE/TTITLE", "GPOTABLE/BOXHD/CHED", "GPOTABLE/ROW/ENT", "SIG/DATED", "FRDOC",
)  # fmt: skip
"""What is read of a document."""

_PARAGRAPHS = {
    "HD": BlockKind.HEAD, "TTITLE": BlockKind.HEAD, "P": BlockKind.TEXT, "FP": BlockKind.TEXT, "DATED": BlockKind.TEXT,
}  # fmt: skip
_HOLDERS = frozenset({"SUPLINF", "APPENDIX", "EXTRACT", "SIG", "GPOTABLE"})
_NO_WORDS = frozenset({"SU", "FTREF", "PRTPAGE", "FTNT"})
_BULLET = "\u2022"
_SET_IN = re.compile(r"FP(\d)")


def read_register_xml(member: RawMember, source: Description) -> Notice:
    """Return one notice.

    Args:
        member: The file.
        source: Names the elements that are ignored, by the last part of their path.

    Raises:
        RefusedError: It is cut short, malformed, or no notice.
    """
    root = parse_xml(member)
    if _name(root) != "NOTICE":
        refuse_other(
            member.name, f"its root is {_name(root)}, and that of one notice of the Federal Register is NOTICE"
        )
    ignored = frozenset(path.rpartition("/")[2] for path in source.ignored["xml"])
    preamble = _first(root, "PREAMB")
    subject, action = (_first(preamble, one) if preamble is not None else None for one in ("SUBJECT", "ACT"))
    return Notice(
        subject=_words(subject),
        action=_words(_first(action, "P") if action is not None else None),
        filed_on=filed_on(_words(_first(root, "FRDOC"))),
        blocks=tuple(block for block in _blocks(root, ignored) if block.text),
        unknown=tuple(dict.fromkeys(_unknown(root, ignored))),
    )


def _blocks(holder: _Element, ignored: frozenset[str]) -> Iterator[Block]:
    for element in holder.iterchildren("*"):
        name = _name(element)
        if name in ignored:
            continue
        if name in _PARAGRAPHS:
            yield _paragraph(element, _PARAGRAPHS[name])
        elif name == "BOXHD":
            yield _row(element, "CHED", BlockKind.COLUMNS)
        elif name == "ROW":
            yield _row(element, "ENT", BlockKind.ROW)
        elif name in _HOLDERS:
            yield from _blocks(element, ignored)


def _paragraph(element: _Element, kind: BlockKind) -> Block:
    text = _words(element)
    bullet = text.startswith(_BULLET)
    set_in = _SET_IN.match(element.get("SOURCE") or "")
    depth = (int(set_in[1]) if set_in else 0) + bullet
    return Block(kind, text.removeprefix(_BULLET).strip() if bullet else text, depth)


def _row(element: _Element, name: str, kind: BlockKind) -> Block:
    cells = tuple(_words(one) for one in element.iterchildren("*") if _name(one) == name)
    return Block(kind, " ".join(cells), cells=cells)


def _unknown(root: _Element, ignored: frozenset[str]) -> Iterator[str]:
    """Yield the elements, outside paragraphs and rows, that are neither read nor ignored."""
    read = _HOLDERS | set(_PARAGRAPHS) | {"PREAMB", "SUBJECT", "ACT", "FRDOC", "BOXHD", "ROW"}
    waiting = [root]
    while waiting:
        for element in waiting.pop().iterchildren("*"):
            name = _name(element)
            if name not in read and name not in ignored:
                yield name
            elif name in _HOLDERS or name == "PREAMB":
                waiting.append(element)


def _words(element: _Element | None) -> str:
    """Return the words in an element, without the numbers of footnotes and pages."""
    if element is None:
        return ""
    return one_line("".join(_pieces(element)))


def _pieces(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element.iterchildren("*"):
        if _name(child) not in _NO_WORDS:
            yield from _pieces(child)
        yield child.tail or ""


def _first(element: _Element, name: str) -> _Element | None:
    return next((one for one in element.iterchildren("*") if _name(one) == name), None)


def _name(element: _Element) -> str:
    return QName(element).localname
