"""A published text as a row of blocks, whatever markup it came in."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Never

from fasti.sources.gates import refuse


class BlockKind(StrEnum):
    """What a block is."""

    HEAD = "head"
    TEXT = "text"
    COLUMNS = "columns"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or row of a table, white space collapsed.

    Attributes:
        kind: What it is; `COLUMNS` is the heading of a table.
        text: Its words; for a row those of all cells.
        depth: How far it is set in: 0 for the text itself, 1 for a bullet or an indented line.
        cells: For a row and for columns: the words of each cell.
        marked: Words set in bold, which some publishers use to mark names.
    """

    kind: BlockKind
    text: str
    depth: int = 0
    cells: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """One document of the Federal Register.

    Attributes:
        subject: Its title.
        action: What its ACTION line says.
        filed_on: Day on which it was filed for public inspection, when anybody could first read it.
        blocks: Its text from SUPPLEMENTARY INFORMATION on.
        unknown: Elements that are neither read nor named as ignored.
    """

    subject: str
    action: str
    filed_on: date | None
    blocks: tuple[Block, ...]
    unknown: tuple[str, ...] = ()


def refuse_other(name: str, why: str) -> Never:
    """Refuse a file that is of another publication; `why` says by what it shows.

    Raises:
        RefusedError: Always.
    """
    refuse(name, f"holds another list or none: {why}", "Offer it as the source it belongs to.")
