"""Parse a web page that is a publication, and take its text apart into headings, paragraphs and rows of tables."""

import html
import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from fasti.sources.drafting import RawMember
from fasti.sources.gates import refuse
from fasti.sources.notices.blocks import Block, BlockKind, refuse_other
from fasti.sources.records.wording import one_line

_END = b"</html>"
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption"})
_PARAGRAPHS = frozenset({"p", "li", "dt", "dd", "blockquote"}) | _HEADS
_APART = _PARAGRAPHS | {"br", "div", "tr", "td", "th", "table"}
_SILENT = frozenset({"head", "noscript", "script", "style", "svg", "template"})
_PRE = re.compile(r"<pre\b[^>]*>(.*)</pre\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def parse_page(member: RawMember) -> _Element:
    """Return the root element of a page.

    Raises:
        RefusedError: It is cut short, no UTF-8, or nested beyond what libxml2 reads.
    """
    page_text(member)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(member.data, parser)
    except etree.XMLSyntaxError as error:
        refuse(member.name, f"is a malformed web page ({error.msg})")
    if root is None or any(one.level_name == "FATAL" for one in parser.error_log):
        refuse(member.name, "is a web page that cannot be read to its end")
    return root


def page_text(member: RawMember) -> str:
    """Return the source of a page; it must be UTF-8 and whole.

    Raises:
        RefusedError: It is neither.
    """
    if not member.data.rstrip().lower().endswith(_END):
        refuse(member.name, "does not end as a web page does, so it was cut short")
    try:
        text = member.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        refuse(member.name, f"is no text in UTF-8 ({error.reason} at byte {error.start})")
    if "\0" in text:
        refuse(member.name, "is no text: it holds zero bytes")
    return text


def preformatted(member: RawMember) -> str:
    """Return the text that a page shows as it was typed, with its line ends.

    Raises:
        RefusedError: The page is cut short or holds no such text.
    """
    found = _PRE.search(page_text(member))
    if found is None:
        refuse_other(member.name, "it is a web page without the text of a document of the Government Publishing Office")
    return html.unescape(_TAG.sub("", found[1])).replace("\r\n", "\n")


def page_blocks(root: _Element) -> tuple[Block, ...]:
    """Return the headings, paragraphs and table rows of a page in order; blank ones are left out."""
    return tuple(block for block in _blocks(root) if block.text)


def _blocks(element: _Element) -> Iterator[Block]:
    name = str(element.tag)
    if name in _SILENT:
        return
    if name == "table":
        yield from _table(element)
    elif name in _PARAGRAPHS and element.find(".//table") is None:
        yield Block(BlockKind.HEAD if name in _HEADS else BlockKind.TEXT, _words(element), int(name == "li"))
    else:
        yield Block(BlockKind.TEXT, one_line(element.text))
        for child in element.iterchildren("*"):
            yield from _blocks(child)
            yield Block(BlockKind.TEXT, one_line(child.tail))


def _table(element: _Element) -> Iterator[Block]:
    """Yield a table's caption and rows; a row of heading cells alone gives the columns."""
    for child in element.iterchildren("*"):
        if child.tag == "tr":
            yield _row(child)
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from _table(child)
        else:
            yield from _blocks(child)


def _row(element: _Element) -> Block:
    cells = list(element.iterchildren("td", "th"))
    kind = BlockKind.ROW if any(one.tag == "td" for one in cells) else BlockKind.COLUMNS
    words = tuple(_words(one) for one in cells)
    marked = tuple(text for one in element.iter("strong", "b") if (text := _words(one)))
    return Block(kind, one_line(" ".join(words)), cells=words, marked=marked)


def _words(element: _Element) -> str:
    return one_line("".join(_pieces(element)))


def _pieces(element: _Element) -> Iterator[str]:
    """Yield the words in an element; what stands on lines of its own is kept apart."""
    gap = " " if element.tag in _APART else ""
    yield f"{gap}{element.text or ''}"
    for child in element.iterchildren("*"):
        if str(child.tag) not in _SILENT:
            yield from _pieces(child)
        yield child.tail or ""
    yield gap
