"""How a document is drawn on a terminal or in a pipe: set to a width, without control characters of others."""

from collections.abc import Iterable, Iterator, Sequence

from fasti.cli.text.document import Block, Bullet, Bullets, Document, Group, Paragraph, Section, Table, Tone, Words
from fasti.cli.text.printable import printable
from fasti.cli.text.setting import Runs, cells, cropped, drawn, lines, shared

BOLD, DIM, HEADING = "1", "2", "1;4"
STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: BOLD,
    Tone.QUIET: DIM,
    Tone.ALERT: "1;33",
    Tone.BINDING: "1;31",
    Tone.HALTED: "33",
    Tone.COMING: "36",
    Tone.OVER: DIM,
    Tone.COMMAND: "36",
}
"""The codes by which a terminal shows a tone."""

INDENT = 2
GAP = 2
"""Blanks between two columns."""

MANY_ROWS, MOST_PADDED = 200, 60

Line = list[tuple[str, str]]


def render(document: Document, *, width: int, colour: bool) -> str:
    """Return the text of a document; no line ends in blanks.

    Args:
        document: What to draw.
        width: Columns to set it in.
        colour: Whether to use terminal codes.
    """
    return "".join(f"{drawn(line, colour=colour).rstrip()}\n" for line in _document(document, width))


def _document(document: Document, width: int) -> Iterator[Line]:
    if document.banner:
        yield from lines(_runs([Words(document.banner, Tone.ALERT)]), width)
    yield from lines([(printable(document.title), BOLD)], width)
    yield from _lead(document.lead, width)
    for group in document.groups:
        yield from _group(group, width)
    for one in document.sections:
        yield from _section(one, width)
    if document.notice:
        yield []
        yield from lines(_runs([Words(document.notice, Tone.QUIET)]), width)


def _group(group: Group, width: int) -> Iterator[Line]:
    yield []
    yield from lines([(printable(group.title), HEADING)], width)
    if group.subtitle:
        yield from lines(_runs([Words(group.subtitle, Tone.QUIET)]), width)
    yield from _lead(group.lead, width)
    for one in group.sections:
        yield from _section(one, width)


def _lead(paragraphs: Iterable[Paragraph], width: int) -> Iterator[Line]:
    for one in paragraphs:
        if len(one.words) == 1 and one.words[0].url:
            yield _runs(one.words)  # a link cut in two leads nowhere
        else:
            yield from lines(_runs(one.words), width)


def _section(section: Section, width: int) -> Iterator[Line]:
    yield []
    yield from lines([(section.title.upper(), BOLD)], width)
    for block in section.blocks:
        yield from _block(block, width)


def _block(block: Block, width: int) -> Iterator[Line]:
    match block:
        case Paragraph():
            yield from _indented(_runs(block.words), INDENT, width)
        case Bullets(items) if len(items) > MANY_ROWS:
            yield from _many(block)
        case Bullets(items):
            for item in items:
                yield from _bullet(item, width)
        case Table():
            if block.caption:
                yield from _indented([(printable(block.caption), BOLD)], INDENT, width)
            yield from _long(block) if len(block.rows) > MANY_ROWS else _grid(block, width - INDENT)


def _indented(text: Runs, indent: int, width: int) -> Iterator[Line]:
    for line in lines(text, width - indent):
        yield [(" " * indent, ""), *line]


def _bullet(item: Bullet, width: int) -> Iterator[Line]:
    deep = INDENT + 2
    for place, line in enumerate(lines(_runs(item.words), width - deep)):
        yield [(" " * deep if place else f"{' ' * INDENT}- ", ""), *line]
    for detail in item.details:
        text = _runs([detail])
        if detail.url:
            yield [(" " * deep, ""), *text]  # a link cut in two leads nowhere
        else:
            yield from _indented(text, deep, width)


def _grid(table: Table, room: int) -> Iterator[Line]:
    """Yield the lines of a table, its columns as wide as their cells or as the room allows."""
    header = [[(column.title, DIM)] for column in table.columns]
    rows = [[_runs([cell]) for cell in row] for row in table.rows]
    gaps = [GAP] * (len(table.columns) - 1) + [0]
    longest = [max(cells(_plain(row[place])) for row in (header, *rows)) for place in range(len(gaps))]
    full = [min(room, cell + gap) or 1 for cell, gap in zip(longest, gaps, strict=True)]
    widths = shared(full, [not one.narrow for one in table.columns], room)
    for row in (header, *rows):
        columns = [
            [cropped(text, width - gap)] if column.narrow else lines(text, width - gap)
            for column, text, width, gap in zip(table.columns, row, widths, gaps, strict=True)
        ]
        for line in _row(columns, widths, at_bottom=row is header):
            yield [(" " * INDENT, ""), *cropped(line, room)]


def _row(columns: Sequence[list[Line]], widths: Sequence[int], *, at_bottom: bool) -> Iterator[Line]:
    """Yield the lines of a row; shorter cells of a heading stand at its bottom, others at the top."""
    height = max(map(len, columns))
    for place in range(height):
        line: Line = []
        for column, width in zip(columns, widths, strict=True):
            at = place - (height - len(column)) * at_bottom
            cell = column[at] if 0 <= at < len(column) else []
            line += [*cell, (" " * (width - cells(_plain(cell))), "")]
        yield line


def _many(bullets: Bullets) -> Iterator[Line]:
    """Yield the lines of many bullets, each uncut."""
    for item in bullets.items:
        yield [(f"{' ' * INDENT}- {''.join(printable(one.text) for one in item.words)}", "")]
        for line in item.details:
            yield [(f"{' ' * INDENT}  {printable(line.text)}", "")]


def _long(table: Table) -> Iterator[Line]:
    """Yield the rows of a long table, one a line and uncut: quicker to draw, and fit for searching."""
    rows = [tuple(column.title for column in table.columns)]
    rows += [tuple(printable(cell.text) for cell in row) for row in table.rows]
    widths = [min(max(cells(row[place]) for row in rows), MOST_PADDED) for place in range(len(rows[0]))]
    for row in rows:
        padded = (cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True))
        yield [(f"{' ' * INDENT}{'  '.join(padded).rstrip()}", "")]


def _runs(words: Iterable[Words]) -> Line:
    return [(printable(one.text), STYLES[one.tone]) for one in words]


def _plain(text: Runs) -> str:
    return "".join(piece for piece, _ in text)
