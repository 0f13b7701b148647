"""What is offered to a reader, and what a reader returns."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from fasti.model.listing import Listing
from fasti.model.problem import Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RawMember:
    """One file offered to a reader.

    Attributes:
        role: Which member file of the publication it is, e.g. `entries` or `aliases`.
        name: File name as given.
        data: The publisher's bytes, uncompressed.
    """

    role: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class FieldUse:
    """What became of the publication's fields.

    Attributes:
        used: Fields that went into listings.
        ignored: Fields that did not, each with the reason.
    """

    used: tuple[str, ...]
    ignored: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """One edition as read, before the ledger gives it its times.

    Attributes:
        source: Source id.
        series: `source/format`.
        reader: Reader and version that normalised it.
        stated_on: The day the file itself says it speaks for, if it does.
        zone: IANA zone of the publisher.
        parts: Part name to entry key to listing; `entries` says which entries the edition has.
        lists: Lists for which the edition is complete, sorted.
        doubts: Reasons why the edition must be held until somebody frees it.
        problems: Defects found, sorted.
        fields: What became of the publication's fields.
    """

    source: str
    series: str
    reader: str
    stated_on: date | None
    zone: str
    parts: dict[str, dict[str, Listing]]
    lists: tuple[str, ...]
    doubts: tuple[str, ...]
    problems: tuple[Problem, ...]
    fields: FieldUse


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """A doubt about one row, to be told once per edition for all rows that share it.

    Attributes:
        code: Code of the problem it becomes.
        subject: What it is about, e.g. the unknown label or tag; rows with the same subject make one problem.
        message: One sentence for a person.
    """

    code: str
    subject: str
    message: str


@dataclass(frozen=True, slots=True)
class RowRead:
    """What was made of one raw row: the listing and the doubts about it."""

    listing: Listing
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Memo:
    """The rows already read in one ingest run and series.

    A raw row that was seen before gives the *same* `Listing` object again, so that a series of editions costs what
    is new in it; later stages may rely on the identity.
    """

    _known: dict[tuple[str, Hashable], Any] = field(default_factory=dict)

    def read(self, part: str, raw: Hashable, make: Callable[[], T]) -> T:
        """Return what was made of a raw row of a part, making it if the row is new."""
        known: T | None = self._known.get((part, raw))
        if known is None:
            known = self._known[part, raw] = make()
        return known
