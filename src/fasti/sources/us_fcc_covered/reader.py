"""Read the FCC's Covered List: the web page on which it is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from fasti.model.problem import Problem, Severity
from fasti.sources.description import describe
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.gates import refuse
from fasti.sources.notices.blocks import Block, BlockKind, refuse_other
from fasti.sources.notices.keys import name_key
from fasti.sources.notices.pages import page_blocks, parse_page
from fasti.sources.notices.rules import patterns
from fasti.sources.records.editions import Format, entries_of, make_draft, only_member, tell
from fasti.sources.us_fcc_covered.rows import CoveredRow, Patterns, read_rows, subjects

SOURCE_ID = "us_fcc_covered"
USED = ("Covered Equipment or Services", "names in bold", "Date of Inclusion on Covered List", "notes")
HTML = Format("html", "1", USED)


@dataclass(slots=True)
class _Page:
    """The parts of the page: rows of the list, signs in its headings, notes by sign, headings of other tables."""

    rows: list[Block] = field(default_factory=list)
    signs: set[str] = field(default_factory=set)
    notes: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)


def read_html(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of the page; it speaks for the day on which it was seen.

    Raises:
        RefusedError: It is cut short, malformed, or another page.
    """
    source, member, text = describe(SOURCE_ID), only_member(members), patterns(SOURCE_ID)
    page = _parts(page_blocks(parse_page(member)), text)
    if not page.rows:
        refuse_other(member.name, "it holds no table of covered equipment or services with dates of inclusion")
    by_key: dict[str, tuple[str, list[CoveredRow]]] = {}
    for row in (_covered(block, page, text, member.name) for block in page.rows):
        for subject in subjects(row, text):
            by_key.setdefault(name_key(SOURCE_ID, subject), (subject, []))[1].append(row)
    reads = {
        key: memo.read("entries", (subject, *rows), partial(read_rows, key, subject, rows, source, text))
        for key, (subject, rows) in by_key.items()
    }
    problems = [*tell(member.name, reads.values()), *_other_tables(page, member.name)]
    return make_draft(source, HTML, entries_of(member.name, reads), problems)


def _parts(blocks: Sequence[Block], text: Patterns) -> _Page:
    """Return the parts of the page; the list is the table whose two columns have its headings."""
    page, inside = _Page(), False
    for block in blocks:
        if block.kind in {BlockKind.TEXT, BlockKind.HEAD}:
            inside = False
            _take_text(page, block.text, text)
        elif _is_heading(block, text):
            inside = True
            page.signs |= _signs(block.text, text)
        elif block.kind is BlockKind.COLUMNS:
            inside = False
            page.others.append(block.text)
        elif inside:
            page.rows.append(block)
    return page


def _take_text(page: _Page, words: str, text: Patterns) -> None:
    """Keep the signs behind a line in front of the list, and the notes below it."""
    note = text["note"].match(words)
    if page.rows and note:
        page.notes.setdefault(note[1], words)
    elif not page.rows and text["signed"].search(words):
        page.signs |= _signs(words, text)


def _signs(words: str, text: Patterns) -> set[str]:
    return {one[0] for one in text["sign"].finditer(words)}


def _is_heading(block: Block, text: Patterns) -> bool:
    cells = block.cells
    return len(cells) == len(("what", "date")) and bool(text["what"].search(cells[0]) and text["date"].search(cells[1]))


def _covered(block: Block, page: _Page, text: Patterns, name: str) -> CoveredRow:
    if len(block.cells) != len(("what", "date")) or not block.cells[0]:
        refuse(name, f'is malformed: the row "{block.text}" has not the two cells of the list')
    signs = page.signs | _signs(block.text, text)
    notes = tuple(note for sign, note in page.notes.items() if sign in signs)
    return CoveredRow(block.cells[0], block.marked, block.cells[1], notes)


def _other_tables(page: _Page, name: str) -> Iterator[Problem]:
    """Tell of tables on the page that are neither the list nor its approvals."""
    approvals = patterns(SOURCE_ID)["approvals"]
    for heading in page.others:
        if not approvals.search(heading):
            message = f'the page has a table "{heading}" that is not read'
            yield Problem("other_table", message, name, Severity.INFO)
