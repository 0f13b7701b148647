"""The answer of `fasti validate`: how much of what should be found is, and how much else is."""

from dataclasses import dataclass

from fasti.model.answer import Run


@dataclass(frozen=True, slots=True)
class ValidateQuery:
    """What was measured, so that it can be repeated.

    Attributes:
        as_of: Vantage of the ledger.
        known_at: The same.
        lists: Lists whose parties were asked for, and which were consulted; empty means all.
        threshold: Least score of a hit.
        seed: Of every choice.
        parties: Listed parties whose names were changed.
        negatives: Made-up parties asked for.
        evidence: Whether parties were asked for with birth date and country.
        recipes: Recipes by which names were changed; empty means all.
        positives_file: File of positives in place of the ledger's parties; `None` if there was none.
        negatives_file: File of negatives in place of made-up ones; `None` if there was none.
    """

    as_of: str
    known_at: str
    lists: tuple[str, ...]
    threshold: float
    seed: int
    parties: int
    negatives: int
    evidence: bool
    recipes: tuple[str, ...]
    positives_file: str | None
    negatives_file: str | None


@dataclass(frozen=True, slots=True)
class Recall:
    """How many of some changed names found their party; `low` and `high` bound the true share (Wilson, 95 %)."""

    of: str
    about: str
    asked: int
    found: int
    share: float | None
    low: float | None
    high: float | None
    first: int


@dataclass(frozen=True, slots=True)
class Rank:
    """At which place the true party stood; place 0 is that it was not found."""

    place: str
    names: int


@dataclass(frozen=True, slots=True)
class Missed:
    """One changed name that did not find its party, with the score that it reaches by names alone."""

    asked: str
    listed: str
    party: str
    recipe: str
    script: str
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Alert:
    """One negative that hit a listed party."""

    asked: str
    verdict: str
    score: float
    party: str
    caption: str
    matched_name: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One name left out that its party's other names did not find, and why."""

    name: str
    party: str
    nearest: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class LeaveOneOut:
    """How many parties are still found when one of their names is not on the list."""

    parties: int
    found: int
    share: float | None
    reasons: tuple[Rank, ...]
    missed: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class ValidateAnswer:
    """Answer of `fasti validate`."""

    schema: str
    notice: str
    query: ValidateQuery
    positives: Recall
    by_recipe: tuple[Recall, ...]
    by_script: tuple[Recall, ...]
    by_kind: tuple[Recall, ...]
    ranks: tuple[Rank, ...]
    missed: tuple[Missed, ...]
    negatives: Recall
    alerts: tuple[Alert, ...]
    leave_one_out: LeaveOneOut
    run: Run
