"""The answers of bulk screening: what became of each row of a table, and what the whole run was made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fasti.model.answer import Contribution, Run


@dataclass(frozen=True, slots=True)
class ListedAs:
    """How a party stands on one list at the vantage; dates are ISO text."""

    list: str
    status: str
    listed_on: str | None
    ended_on: str | None


@dataclass(frozen=True, slots=True)
class ScreenHit:
    """One party that a row hits.

    Attributes:
        party_id: The party.
        keys: Every key of it.
        caption: Name to show.
        kind: What sort of party.
        score: From 0 to 1.
        band: `match` or `possible`.
        matched_name: The listed name that matched best.
        explanation: Lines that add up to the score.
        lists: Where it stands, sorted by list.
        live: Whether it is announced, listed or suspended on one of them; otherwise it is history.
    """

    party_id: str
    keys: tuple[str, ...]
    caption: str
    kind: str
    score: float
    band: str
    matched_name: str
    explanation: tuple[Contribution, ...]
    lists: tuple[ListedAs, ...]
    live: bool


@dataclass(frozen=True, slots=True)
class ScreenedRow:
    """What became of one row.

    Attributes:
        row: Its number, from 1; a header is no row.
        id: The row's own key; `None` if the table has none.
        name: The name asked for.
        verdict: `match`, `possible`, `no_match`, `incomplete`, or `error` for a row that could not be asked.
        reason: Why it could not be asked; `None` if it was.
        notes: What of the row was not used, and why.
        hits: Parties with a live listing, best first.
        history: Parties found whose listings have ended, best first.
    """

    row: int
    id: str | None
    name: str
    verdict: str
    reason: str | None
    notes: tuple[str, ...]
    hits: tuple[ScreenHit, ...]
    history: tuple[ScreenHit, ...]


@dataclass(frozen=True, slots=True)
class ScreenCounts:
    """Rows by verdict, and the hits; `rows` is the sum of the five verdicts."""

    rows: int = 0
    match: int = 0
    possible: int = 0
    no_match: int = 0
    incomplete: int = 0
    error: int = 0
    hits: int = 0
    history: int = 0


@dataclass(frozen=True, slots=True)
class ScreenQuery:
    """The question, said back; `history` says whether ended parties have rows of their own."""

    as_of: str
    known_at: str
    projected: bool
    threshold: float
    lists: tuple[str, ...]
    require: tuple[str, ...]
    history: bool


@dataclass(frozen=True, slots=True)
class ScreenInput:
    """The table that was read: which of its columns were used for what, and which were not."""

    path: str
    sha256: str
    size: int
    format: str
    columns: Mapping[str, tuple[str, ...]]
    not_used: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScreenOutput:
    """The table that was written."""

    path: str
    format: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why rows could not be asked, or what of them was not used, and in how many."""

    message: str
    rows: int
    first_row: int


@dataclass(frozen=True, slots=True)
class ScreenAnswer:
    """Answer of `fasti screen`: everything about a run but its rows."""

    schema: str
    notice: str
    query: ScreenQuery
    input: ScreenInput
    output: ScreenOutput
    counts: ScreenCounts
    errors: tuple[Reason, ...]
    notes: tuple[Reason, ...]
    run: Run


@dataclass(frozen=True, slots=True)
class Screening:
    """Answer of `fasti.screen`: the rows in their order, and what they were made from."""

    query: ScreenQuery
    counts: ScreenCounts
    rows: tuple[ScreenedRow, ...]
    run: Run

    def to_table(self) -> Any:  # noqa: ANN401 - pyarrow is imported by who asks for a table
        """Return the rows as a `pyarrow.Table`, one row a hit, with the columns of `fasti screen`."""
        from importlib import import_module

        return import_module("fasti.workflows.bulk.tables").to_table(self)
