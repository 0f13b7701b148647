"""What the law behind a list says, list by list: the answer of `fasti explain`."""

from dataclasses import dataclass

from fasti.model.answer import Run
from fasti.model.standing import ExceptionView, Outlook


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a regime, with where it is written."""

    text: str
    citation: str


@dataclass(frozen=True, slots=True)
class DueView:
    """A deadline that a rule sets, as the rule counts it."""

    what: str
    due: str
    inclusive: bool
    time_text: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """One class of entries under a rule: when its effect begins and ends, and what must be done by when."""

    name: str
    object: str
    citation: str
    modelled: bool
    start: str
    end: str | None
    time_text: str
    deadlines: tuple[DueView, ...]
    exceptions: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class VersionView:
    """One dated version of a rule; its dates are those of the acts that made and ended it."""

    version: str
    state: str
    from_: str
    until: str | None
    made_by: str
    summary: str
    citation: str
    url: str
    confidence: str
    primary_read: bool
    confirmed_to: str | None
    note: str
    cases: tuple[CaseView, ...]
    exceptions: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """One thing that a regime forbids, requires or orders, through its versions; `version` is the one that stands.

    `reach` is `listed` where the rule binds as to the listed party itself, `owned` as to what it owns.
    """

    rule: str
    act: str
    object: str
    phrase: str
    bound: tuple[str, ...]
    reach: str
    version: str | None
    versions: tuple[VersionView, ...]


@dataclass(frozen=True, slots=True)
class RegimeView:
    """One body of law as it speaks of one list at a vantage."""

    regime: str
    title: str
    who_is_bound: str
    rules: tuple[RuleView, ...]
    not_forbidden: tuple[Said, ...]
    licences: tuple[ExceptionView, ...]
    ownership: tuple[Said, ...]
    exit: tuple[Said, ...]
    outlook: tuple[Outlook, ...]


@dataclass(frozen=True, slots=True)
class LawSource:
    """An act on which the answer rests, and what else was read for it."""

    act_id: str
    on: str
    summary: str
    citation: str
    url: str
    rank: str
    confidence: str
    primary_read: bool
    also: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ExplainQuery:
    """The question, said back."""

    list: str
    as_of: str
    known_at: str
    projected: bool


@dataclass(frozen=True, slots=True)
class ExplainAnswer:
    """Answer of `fasti explain`; `law` is `modelled`, `not_yet` (no version made by then) or `not_modelled`."""

    schema: str
    notice: str
    query: ExplainQuery
    list: str
    title: str
    short: str
    authority: str
    url: str
    note: str
    law: str
    regimes: tuple[RegimeView, ...]
    sources: tuple[LawSource, ...]
    run: Run
