"""Parties side by side under the law: the answer of `fasti contrast`."""

from dataclasses import dataclass

from fasti.model.answer import Run


@dataclass(frozen=True, slots=True)
class ContrastQuery:
    """The question, said back."""

    names: tuple[str, ...]
    as_of: str
    known_at: str
    actor: tuple[str, ...]
    acts: tuple[str, ...]
    projected: bool


@dataclass(frozen=True, slots=True)
class ContrastParty:
    """One party compared: how it was found, and how many others its name found."""

    name: str
    party_id: str
    keys: tuple[str, ...]
    caption: str
    score: float
    others: int


@dataclass(frozen=True, slots=True)
class ContrastColumn:
    """One party on one list: `listing` is its listing status there."""

    party_id: str
    list: str
    listing: str
    listed_on: str | None
    why: str


@dataclass(frozen=True, slots=True)
class ContrastCell:
    """What a list means for one act with one party.

    `status` is `forbidden`, `required`, `licensed_in_part`, `unconfirmed`, `licensed`, `suspended`, `pending`, `ended`,
    `moot`, `not_forbidden` (by this list), `not_listed`, `not_modelled` or `not_covered`; of several rules the
    strictest counts.
    """

    party_id: str
    list: str
    status: str
    bound: tuple[str, ...]
    from_: str | None
    until: str | None
    rule: str | None
    phrase: str
    exceptions: tuple[str, ...]
    citation: str
    confidence: str | None


@dataclass(frozen=True, slots=True)
class ContrastRow:
    """One act for one class of persons bound, with a cell for each column, in their order.

    `actor` is empty where no rule on any of the lists reaches the act.
    """

    act: str
    actor: str
    cells: tuple[ContrastCell, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One act and bound class on which two parties differ, with the strictest cell of each; `None` if unknown."""

    act: str
    actor: str
    stricter: ContrastCell
    other: ContrastCell | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two parties compared over every act and bound class.

    `relation` says what the first is by what is known: `stricter`, `less_strict`, `equal` or `incomparable`; `certain`,
    that no list that is not held or not modelled could overturn it.
    """

    party: str
    than: str
    relation: str
    certain: bool
    more: tuple[Difference, ...]
    less: tuple[Difference, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class ContrastAnswer:
    """Answer of `fasti contrast`."""

    schema: str
    notice: str
    query: ContrastQuery
    parties: tuple[ContrastParty, ...]
    columns: tuple[ContrastColumn, ...]
    rows: tuple[ContrastRow, ...]
    comparisons: tuple[Comparison, ...]
    run: Run
