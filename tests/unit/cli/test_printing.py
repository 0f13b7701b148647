"""Documents are drawn as rich would draw them, with less to import and a tenth of the work."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from fasti.cli.text import printing
from fasti.cli.text.document import (
    Block,
    Bullet,
    Bullets,
    Column,
    Document,
    Group,
    Paragraph,
    Section,
    Table,
    Tone,
    Words,
)
from fasti.cli.text.setting import cells, lines, shared
from tests.unit.cli import drawn_by_rich

LETTERS = ("a", "bank", "Gazprombank", "of", "the", "2014-03-01", "é", "x" * 50, "-", "(us.eo)", "Общество")
IDEOGRAPHS = ("中国", "石油天然气")
TITLES = ("Status", "Listed on", "T", "What is written")


def _words(known: tuple[str, ...]) -> some.SearchStrategy[Words]:
    text = some.lists(some.sampled_from(known), max_size=12).map(" ".join)
    return some.builds(
        Words, text, some.sampled_from(Tone), some.sampled_from(["", "", "https://example.org/a/long/way"])
    )


text = some.lists(some.sampled_from(LETTERS + IDEOGRAPHS), max_size=12).map(" ".join)
words = _words(LETTERS + IDEOGRAPHS)
in_cells = _words(LETTERS)
"""In a column one cell wide, which only many columns make, rich leaves ideographs out: see the test for them below."""

paragraphs = some.builds(lambda ones: Paragraph(tuple(ones)), some.lists(words, min_size=1, max_size=3))
bullets = some.builds(
    lambda ones, more: Bullet(tuple(ones), tuple(more)), some.lists(words, max_size=3), some.lists(words, max_size=2)
)
columns = some.builds(Column, some.sampled_from(TITLES), some.booleans())


@some.composite
def tables(draw: some.DrawFn) -> Table:
    """Return a table of up to four columns."""
    heads = draw(some.lists(columns, min_size=1, max_size=4))
    rows = some.tuples(*([in_cells] * len(heads)))
    return Table(tuple(heads), tuple(draw(some.lists(rows, max_size=4))), draw(text))


blocks: some.SearchStrategy[Block] = some.one_of(
    paragraphs, some.builds(lambda ones: Bullets(tuple(ones)), some.lists(bullets, max_size=3)), tables()
)
sections = some.builds(lambda ones: Section("what is held", tuple(ones)), some.lists(blocks, max_size=3))


@some.composite
def documents(draw: some.DrawFn) -> Document:
    """Return a document with everything that one may have."""
    lead = tuple(draw(some.lists(paragraphs, max_size=2)))
    group = Group(draw(text), draw(text), lead, (draw(sections),))
    return Document(draw(text), draw(text), lead, (group,), (draw(sections),), draw(text))


@settings(max_examples=50, deadline=None)
@given(documents(), some.integers(60, 140))
def test_a_document_is_drawn_as_rich_draws_it(document: Document, width: int) -> None:
    drawn = printing.render(document, width=width, colour=False)
    assert drawn == drawn_by_rich.render(document, width=width, colour=False)


@settings(max_examples=30, deadline=None)
@given(documents(), some.integers(60, 140))
def test_colour_changes_no_letter(document: Document, width: int) -> None:
    """Terminal codes stand around words; without them the lines are those of a pipe."""
    coloured = re.sub(r"\x1b\[[\d;]*m", "", printing.render(document, width=width, colour=True))
    assert [line.rstrip() for line in coloured.splitlines()] == [
        line.rstrip() for line in printing.render(document, width=width, colour=False).splitlines()
    ]


@pytest.mark.parametrize("width", [60, 75, 100])
def test_ideographs_in_a_table_are_drawn_as_rich_draws_them(width: int) -> None:
    row = tuple(Words(one) for one in ("中国石油天然气集团公司 " * 3, "бank", "2014-03-01"))
    table = Table((Column("Name"), Column("Kind"), Column("On", narrow=True)), (row,))
    document = Document("", "t", (), (), (Section("s", (table,)),), "")
    drawn = printing.render(document, width=width, colour=False)
    assert drawn == drawn_by_rich.render(document, width=width, colour=False)
    assert drawn.count("石油") == 3


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_has_the_codes_that_rich_gives_it(tone: Tone) -> None:
    document = Document("", "t", (Paragraph((Words("alike", tone),)),), (), (), "")
    (line,) = (one for one in printing.render(document, width=60, colour=True).splitlines() if "alike" in one)
    (wanted,) = (one for one in drawn_by_rich.render(document, width=60, colour=True).splitlines() if "alike" in one)
    assert line == wanted.rstrip()


def test_a_word_longer_than_a_line_is_cut_and_nothing_is_lost() -> None:
    broken = lines([("ab " + "x" * 25, "")], 10)
    assert ["".join(piece for piece, _ in line) for line in broken] == ["ab", "x" * 10, "x" * 10, "x" * 5]


def test_an_ideograph_takes_two_cells() -> None:
    assert cells("中国") == 4
    assert [len(line[0][0]) for line in lines([("中" * 7, "")], 6)] == [3, 3, 1]


def test_columns_that_may_not_shrink_give_last() -> None:
    assert shared([10, 30], [False, True], 25) == [10, 15]
    assert shared([30, 30], [False, False], 40) == [20, 20]
