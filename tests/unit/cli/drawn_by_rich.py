"""The same drawing by rich, against which `test_printing.py` holds ours."""

import io
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from fasti.cli.text.document import Block, Bullet, Bullets, Document, Group, Paragraph, Section, Table, Tone, Words
from fasti.cli.text.printable import printable

STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.QUIET: "dim",
    Tone.ALERT: "bold yellow",
    Tone.BINDING: "bold red",
    Tone.HALTED: "yellow",
    Tone.COMING: "cyan",
    Tone.OVER: "dim",
    Tone.COMMAND: "cyan",
}
HEADING = "bold underline"
INDENT = 2
MANY_ROWS, MOST_PADDED = 200, 60


def render(document: Document, *, width: int, colour: bool) -> str:
    """Return the text of a document.

    Args:
        document: What to draw.
        width: Columns to set it in.
        colour: Whether to use terminal codes; without them no line ends in blanks.
    """
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        markup=False,
        highlight=False,
        emoji=False,
    )
    _document(console, document)
    text = stream.getvalue()
    return text if colour else "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def _document(console: Console, document: Document) -> None:
    if document.banner:
        console.print(_text(Words(document.banner, Tone.ALERT)))
    console.print(Text(printable(document.title), "bold"))
    for line in document.lead:
        console.print(_paragraph(line), soft_wrap=_is_link(line))
    for group in document.groups:
        _group(console, group)
    for one in document.sections:
        _section(console, one)
    if document.notice:
        console.print()
        console.print(_text(Words(document.notice, Tone.QUIET)))


def _group(console: Console, group: Group) -> None:
    console.print()
    console.print(Text(printable(group.title), HEADING))
    if group.subtitle:
        console.print(_text(Words(group.subtitle, Tone.QUIET)))
    for line in group.lead:
        console.print(_paragraph(line), soft_wrap=_is_link(line))
    for one in group.sections:
        _section(console, one)


def _section(console: Console, section: Section) -> None:
    console.print()
    console.print(Text(section.title.upper(), "bold"))
    for block in section.blocks:
        _block(console, block)


def _block(console: Console, block: Block) -> None:
    match block:
        case Paragraph():
            console.print(Padding(_paragraph(block), (0, 0, 0, INDENT)))
        case Bullets(items) if len(items) > MANY_ROWS:
            console.file.writelines(_many(block))
        case Bullets(items):
            for item in items:
                _bullet(console, item)
        case Table():
            if block.caption:
                console.print(Padding(Text(printable(block.caption), "bold"), (0, 0, 0, INDENT)))
            if len(block.rows) > MANY_ROWS:
                console.file.writelines(_long(block))
            else:
                console.print(Padding(_grid(block), (0, 0, 0, INDENT)))


def _bullet(console: Console, item: Bullet) -> None:
    row = Grid.grid(padding=(0, 1, 0, 0))
    row.add_column(width=1)
    row.add_column(overflow="fold")
    row.add_row(Text("-"), _joined(item.words))
    console.print(Padding(row, (0, 0, 0, INDENT)))
    for line in item.details:
        if line.url:
            console.print(Text(" " * (INDENT + 2)) + _text(line), soft_wrap=True)  # a link cut in two leads nowhere
        else:
            console.print(Padding(_text(line), (0, 0, 0, INDENT + 2)))


def _grid(table: Table) -> Grid:
    grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", show_edge=False)
    for column in table.columns:
        grid.add_column(Text(column.title), no_wrap=column.narrow, overflow="fold")
    for row in table.rows:
        grid.add_row(*(_text(cell) for cell in row))
    return grid


def _many(bullets: Bullets) -> Iterator[str]:
    """Yield the lines of many bullets, each uncut."""
    for item in bullets.items:
        yield f"{' ' * INDENT}- {''.join(printable(one.text) for one in item.words)}\n"
        for line in item.details:
            yield f"{' ' * INDENT}  {printable(line.text)}\n"


def _long(table: Table) -> Iterator[str]:
    """Yield the rows of a long table, one a line and uncut: quicker to draw, and fit for searching."""
    rows = [tuple(column.title for column in table.columns)]
    rows += [tuple(printable(cell.text) for cell in row) for row in table.rows]
    widths = [min(max(cell_len(row[place]) for row in rows), MOST_PADDED) for place in range(len(rows[0]))]
    for row in rows:
        padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        yield f"{' ' * INDENT}{'  '.join(padded).rstrip()}\n"


def _is_link(paragraph: Paragraph) -> bool:
    """Say whether it is an address and nothing else: cut in two, it leads nowhere."""
    return len(paragraph.words) == 1 and bool(paragraph.words[0].url)


def _paragraph(paragraph: Paragraph) -> Text:
    return _joined(paragraph.words)


def _joined(words: tuple[Words, ...]) -> Text:
    text = Text(overflow="fold")
    for one in words:
        text.append(printable(one.text), STYLES[one.tone])
    return text


def _text(words: Words) -> Text:
    return Text(printable(words.text), STYLES[words.tone], overflow="fold")
