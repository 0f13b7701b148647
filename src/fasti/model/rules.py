"""Release notes of law: the answer of `fasti rules`; what the law changed is kept apart from what we corrected."""

from dataclasses import dataclass

from fasti.model.answer import Run


@dataclass(frozen=True, slots=True)
class RulesQuery:
    """The question, said back."""

    since: str | None
    as_of: str
    known_at: str
    projected: bool


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """One version of one rule, with its state at the vantage."""

    regime: str
    title: str
    rule: str
    act: str
    bound: tuple[str, ...]
    reach: str
    lists: tuple[str, ...]
    version: str
    state: str
    from_: str
    until: str | None
    made_by: str
    citation: str
    confidence: str
    primary_read: bool
    confirmed_to: str | None


@dataclass(frozen=True, slots=True)
class LawChange:
    """An act by which the law changed, and the versions of rules that it made, ended or suspended, or the licence."""

    on: str
    made_on: str
    public_at: str
    kind: str
    act_id: str
    summary: str
    made: tuple[str, ...]
    ended: tuple[str, ...]
    suspended: tuple[str, ...]
    licence: str | None
    citation: str
    url: str
    confidence: str


@dataclass(frozen=True, slots=True)
class RecordFix:
    """Something of ours that was wrong: an act, an edition or a rule; the law did not change."""

    on: str
    what: str
    subject: str
    was: str
    stands: str
    because: str
    citation: str


@dataclass(frozen=True, slots=True)
class PolicyChoice:
    """One way to choose, with what it means."""

    value: str
    means: str


@dataclass(frozen=True, slots=True)
class PolicyView:
    """A choice that the law or its guidance leaves."""

    name: str
    asks: str
    default: str
    why: str
    values: tuple[PolicyChoice, ...]


@dataclass(frozen=True, slots=True)
class RulesAnswer:
    """Answer of `fasti rules`."""

    schema: str
    notice: str
    query: RulesQuery
    rules: tuple[RuleEntry, ...]
    law_changed: tuple[LawChange, ...]
    record_corrected: tuple[RecordFix, ...]
    policies: tuple[PolicyView, ...]
    run: Run
