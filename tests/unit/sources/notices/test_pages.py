"""Web pages: what is taken of them, and what is not taken at all."""

import pytest

from fasti.model.errors import RefusedError
from fasti.sources.drafting import RawMember
from fasti.sources.notices.blocks import BlockKind
from fasti.sources.notices.pages import page_blocks, parse_page, preformatted


def _page(body: str) -> RawMember:
    return RawMember("entries", "page.html", f"<!DOCTYPE html><html><body>{body}</body></html>".encode())


def _blocks(body: str) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.depth, block.text) for block in page_blocks(parse_page(_page(body)))]


def test_text_is_kept_in_order() -> None:
    """Paragraphs, headings, list items, and words that stand in no paragraph."""
    body = "<h2>A&nbsp;b</h2>loose<p>c <b>d</b>e</p><ul><li>f</li></ul>end<script>var g</script><style>h</style>"
    assert _blocks(body) == [
        ("head", 0, "A b"),
        ("text", 0, "loose"),
        ("text", 0, "c de"),
        ("text", 1, "f"),
        ("text", 0, "end"),
    ]


def test_rows_keep_their_cells_and_what_is_bold() -> None:
    """Lines of a cell are kept apart; a row of heading cells names the columns."""
    body = (
        "<table><caption>T</caption><thead><tr><th>A</th><th>B</th></tr></thead>"
        "<tbody><tr><td>x <strong>Y</strong>z</td><td><p>1</p><p>2:<br/>3</p></td></tr></tbody></table>"
    )
    caption, columns, row = page_blocks(parse_page(_page(body)))
    assert (caption.kind, columns.kind, row.kind) == (BlockKind.HEAD, BlockKind.COLUMNS, BlockKind.ROW)
    assert columns.cells == ("A", "B")
    assert row.cells == ("x Yz", "1 2: 3")
    assert row.marked == ("Y",)


def test_a_table_within_a_list_is_not_lost() -> None:
    """Whatever holds it."""
    assert _blocks("<ul><li>a<table><tr><td>b</td></tr></table>c</li></ul>") == [
        ("text", 0, "a"),
        ("row", 0, "b"),
        ("text", 0, "c"),
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<html><body>", "cut short"),
        (b"<html>\xff</html>", "UTF-8"),
        (b"<html>\x00</html>", "zero bytes"),
        (b"<html>" + b"<div>" * 5000 + b"</html>", "cannot be read to its end"),
    ],
)
def test_what_is_no_whole_page_is_refused(data: bytes, why: str) -> None:
    """Cut, in another encoding, binary, or built to break a parser."""
    with pytest.raises(RefusedError, match=why):
        parse_page(RawMember("entries", "page.html", data))


def test_typed_text_keeps_its_lines() -> None:
    """Entities and links are undone; a page without such text is another."""
    assert preformatted(_page('<pre>a &amp; b\r\n  <a href="x">c</a> &lt;all&gt;</pre>')) == "a & b\n  c <all>"
    with pytest.raises(RefusedError, match="another list"):
        preformatted(_page("<p>a</p>"))
