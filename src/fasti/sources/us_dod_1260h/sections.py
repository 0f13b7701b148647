"""Tell the names on the list from the prose around them, and from names that a notice says are removed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from fasti.model.problem import Problem
from fasti.sources.notices.blocks import Block, BlockKind
from fasti.sources.notices.names import Printed, take_apart


class Section(StrEnum):
    """Where in a notice a block stands."""

    PROSE = "prose"
    LISTED = "listed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class NamedRow:
    """One name on the list.

    Attributes:
        printed: The name, taken apart.
        depth: How far it is set in.
        under: Name of the entry below which it is set in; empty if it stands for itself.
        reasons: What the notice says of it.
    """

    printed: Printed
    depth: int
    under: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class Sections:
    """What a notice holds, as far as it is read.

    Attributes:
        listed: Names on the list, in order.
        removed: Names that the notice says are removed.
        problems: What could not be placed.
        section: Where reading is.
    """

    listed: list[NamedRow] = field(default_factory=list)
    removed: list[Printed] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    section: Section = Section.PROSE


def read_sections(
    blocks: Iterable[Block], text: Mapping[str, re.Pattern[str]], part_of_name: frozenset[str], where: str
) -> Sections:
    """Return the names of a notice.

    Args:
        blocks: Its text from SUPPLEMENTARY INFORMATION to the signature.
        text: The patterns of `source.toml`.
        part_of_name: Words in parentheses that are no alias.
        where: Name of the file, for problems.
    """
    found = Sections()
    for block in blocks:
        if text["end"].search(block.text):
            break
        if text["removed"].search(block.text):
            found.section = Section.REMOVED
        elif text["listed"].search(block.text):
            found.section = Section.LISTED
        elif block.kind is BlockKind.HEAD:
            _take_heading(found, block, where)
        elif text["prose"].search(block.text):
            _take_prose(found, block.text, text["reason"])
        else:
            _take_name(found, block, part_of_name, where)
    return found


def _take_heading(found: Sections, block: Block, where: str) -> None:
    """Read on over a heading; within the list it may say something that is not understood."""
    if found.section is not Section.PROSE:
        message = f'the heading "{block.text}" within the list has no known meaning; names below it are read as before'
        found.problems.append(Problem("unknown_heading", message, where))


def _take_prose(found: Sections, text: str, reason: re.Pattern[str]) -> None:
    """Give a reason to the name above it; any other prose behind names ends their section."""
    if found.section is Section.LISTED and found.listed:
        last = found.listed[-1]
        if reason.search(text) or text.startswith(_names(last.printed)):
            found.listed[-1] = replace(last, reasons=(*last.reasons, text))
        else:
            found.section = Section.PROSE
    elif found.section is Section.REMOVED and found.removed:
        found.section = Section.PROSE


def _take_name(found: Sections, block: Block, part_of_name: frozenset[str], where: str) -> None:
    printed = take_apart(block.text, part_of_name)
    if found.section is Section.LISTED:
        found.listed.append(NamedRow(printed, block.depth, _under(found.listed, block.depth)))
    elif found.section is Section.REMOVED:
        found.removed.append(printed)
    else:
        message = f'"{block.text}" is no sentence, and stands outside the list: it may be a name that was not read'
        found.problems.append(Problem("unplaced_text", message, where))


def _under(listed: list[NamedRow], depth: int) -> str:
    """Return the name of the last entry that is set in less; empty if there is none."""
    return next((row.printed.name for row in reversed(listed) if row.depth < depth), "")


def _names(printed: Printed) -> tuple[str, ...]:
    return (printed.name, *(one.text for one in printed.aliases))
