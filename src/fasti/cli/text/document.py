"""What an answer says, laid out but not yet drawn: sections of paragraphs, bullets and tables.

The text form and the page are two drawings of the same document.
"""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How words are meant; each surface decides how that looks."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    ALERT = "alert"
    BINDING = "binding"
    HALTED = "halted"
    COMING = "coming"
    OVER = "over"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words in one tone, with a link where there is one."""

    text: str
    tone: Tone = Tone.PLAIN
    url: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Bullet:
    """One item of a list, with quieter lines below it."""

    words: tuple[Words, ...]
    details: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of items."""

    items: tuple[Bullet, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; one that is `narrow` is never broken over lines."""

    title: str
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, as many as there are columns; `caption` stands above."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    caption: str = ""


Block = Paragraph | Bullets | Table


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What is said of one party: a heading, the sentences that sum it up, and its sections."""

    title: str
    subtitle: str
    lead: tuple[Paragraph, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole answer.

    Attributes:
        banner: What must be read before anything else; empty if nothing.
        title: The question said back, or what this is.
        lead: The answer in a sentence or two.
        groups: One a party.
        sections: What holds for the whole answer.
        notice: What the answer is not.
    """

    banner: str
    title: str
    lead: tuple[Paragraph, ...]
    groups: tuple[Group, ...]
    sections: tuple[Section, ...]
    notice: str


def para(text: str, tone: Tone = Tone.PLAIN) -> Paragraph:
    """Return a paragraph in one tone."""
    return Paragraph((Words(text, tone),))


def cells(*values: str | Words | None) -> tuple[Words, ...]:
    """Return a table row; `None` and an empty text show as a dash.

    >>> cells("a", None)[1].text
    '-'
    """
    return tuple(one if isinstance(one, Words) else Words(one or "-") for one in values)


def section(title: str, *blocks: Block | None) -> tuple[Section, ...]:
    """Return a section of the blocks that hold something, or none if none does."""
    kept = tuple(block for block in blocks if block is not None and _holds(block))
    return (Section(title, kept),) if kept else ()


def _holds(block: Block) -> bool:
    match block:
        case Paragraph(words):
            return bool(words)
        case Bullets(items):
            return bool(items)
        case Table(rows=rows):
            return bool(rows)
