"""Find the tables of the UFLPA Entity List in a text, each with the sub-list that the text in front of it names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fasti.sources.gates import refuse
from fasti.sources.notices.blocks import Block, BlockKind
from fasti.sources.notices.names import Printed, take_apart


@dataclass(frozen=True, slots=True)
class Stay:
    """One name under one sub-list.

    Attributes:
        tag: The sub-list, e.g. `2(d)(2)(B)(ii)`.
        printed: The name, taken apart.
        date_text: Its effective date, as printed.
        under: Name of the entry that names it as a subsidiary; empty if it has a row of its own.
    """

    tag: str
    printed: Printed
    date_text: str
    under: str = ""


@dataclass(slots=True)
class _Place:
    """Where reading is: the sub-list just named and whether with its title, that of the table at hand, its columns."""

    named: str = ""
    titled: bool = False
    tag: str = ""
    columns: tuple[int, int] | None = None
    stays: list[Stay] = field(default_factory=list)


def read_sublists(blocks: Iterable[Block], text: Mapping[str, re.Pattern[str]], name: str) -> list[Stay]:
    """Return every name of every sub-list, in order; a subsidiary that a row names follows it.

    Args:
        blocks: Of the whole document.
        text: The patterns of `source.toml`.
        name: Of the file.

    Raises:
        RefusedError: A table is not told to be of any sub-list, or a row lacks a cell.
    """
    place = _Place()
    for block in blocks:
        columns = _columns(block, text)
        if block.kind in {BlockKind.TEXT, BlockKind.HEAD}:
            place.columns = None
            _take_text(place, block.text, text)
        elif columns is not None:
            if not place.named:
                refuse(name, "has a table of entities without the sub-list that it belongs to, so its form has changed")
            place.columns, place.tag, place.named = columns, place.named, ""
        elif block.kind is BlockKind.COLUMNS:
            place.columns = None
        elif place.columns is not None:
            place.stays += _stays(block, place.columns, place.tag, name)
    return place.stays


def _take_text(place: _Place, words: str, text: Mapping[str, re.Pattern[str]]) -> None:
    """Remember the sub-list that a heading names; its title may follow, and anything else ends its reach."""
    named, title = text["sublist"].findall(words), text["title"].search(words) is not None
    if named:
        place.named, place.titled = named[-1], title
    elif title and not place.titled:
        place.titled = True
    else:
        place.named = ""


def _columns(block: Block, text: Mapping[str, re.Pattern[str]]) -> tuple[int, int] | None:
    """Return where the names and the dates stand, if a row says so."""
    names = [place for place, cell in enumerate(block.cells) if text["name"].search(cell)]
    dates = [place for place, cell in enumerate(block.cells) if text["date"].search(cell)]
    return (names[0], dates[0]) if len(names) == len(dates) == 1 else None


def _stays(block: Block, columns: tuple[int, int], tag: str, name: str) -> list[Stay]:
    """Return what one row gives: the entry and the subsidiaries that it names."""
    if len(block.cells) <= max(columns) or not block.cells[columns[0]]:
        refuse(name, f'is malformed: the row "{block.text}" lacks a cell')
    printed, date_text = take_apart(block.cells[columns[0]]), block.cells[columns[1]]
    others = [Stay(tag, Printed(one, one), date_text, printed.name) for one in printed.named]
    return [Stay(tag, printed, date_text), *others]
