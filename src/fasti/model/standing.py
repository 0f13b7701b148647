"""The answer about one party on one list: status, effects, deadlines, reasons and evidence.

Field names ending in `_` stand for JSON keys that are Python keywords (`from_` is `from`). Dates are ISO text;
instants carry the offset of the list's own zone.
"""

from dataclasses import dataclass
from enum import StrEnum


class ListingStatus(StrEnum):
    """Whether the party is on the list at the vantage."""

    ANNOUNCED = "announced"
    LISTED = "listed"
    SUSPENDED = "suspended"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    NOT_FOUND = "not_found"
    NOT_COVERED = "not_covered"


LIVE = frozenset({ListingStatus.ANNOUNCED, ListingStatus.LISTED, ListingStatus.SUSPENDED})


class EffectStatus(StrEnum):
    """What an effect is at the vantage; the first that holds, in this order."""

    MOOT = "moot"
    ENDED = "ended"
    SUSPENDED = "suspended"
    PENDING = "pending"
    UNCONFIRMED = "unconfirmed"
    LICENSED = "licensed"
    IN_FORCE = "in_force"
    NOT_MODELLED = "not_modelled"


class DeadlineStatus(StrEnum):
    """What has become of a deadline."""

    PENDING = "pending"
    PASSED = "passed"
    SUSPENDED = "suspended"
    MOOT = "moot"


@dataclass(frozen=True, slots=True)
class SpellView:
    """A spell, for the answer."""

    listed_on: str
    ended_on: str | None
    basis: str
    legal_basis: str
    key: str


@dataclass(frozen=True, slots=True)
class Between:
    """The vantage lies between two editions that differ about this entry."""

    after: str | None
    before: str | None
    says: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change of an effect's status within the day asked about."""

    at: str
    status: str


@dataclass(frozen=True, slots=True)
class ExceptionView:
    """A licence or exemption that leaves part of an act open."""

    kind: str
    name: str
    scope: str
    from_: str | None
    until: str | None
    status: str
    citation: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """What another reading of the same wording gives."""

    policy: str
    from_: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Term:
    """What the entry itself says of an effect, e.g. its licence requirement; verbatim if `quoted`."""

    what: str
    label: str
    text: str
    quoted: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One question of the fold that decides an effect: `answer` is `yes`, `no` or `unknown`."""

    name: str
    question: str
    answer: str
    because: str
    citation: str


@dataclass(frozen=True, slots=True)
class WithoutEffect:
    """A rule of the list that gives no effect here; its last step is the one that failed."""

    regime: str
    act: str
    bound: tuple[str, ...]
    rule: str
    phrase: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What follows from the listing for a class of actors."""

    regime: str
    act: str | None
    object: str
    bound: tuple[str, ...]
    status: str
    from_: str | None
    until: str | None
    time_text: str
    changes: tuple[Change, ...]
    exceptions: tuple[ExceptionView, ...]
    alternatives: tuple[Alternative, ...]
    via: str | None
    rule: str | None
    phrase: str
    citation: str
    confidence: str
    terms: tuple[Term, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """A dated end or start that a rule computes; `event` is the user's event it is counted from, as `kind=date`."""

    what: str
    due: str
    last_day: str
    time_text: str
    status: str
    rule: str
    citation: str
    confidence: str
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """Something scheduled or pending at the vantage."""

    what: str
    on: str | None
    kind: str
    citation: str


@dataclass(frozen=True, slots=True)
class Event:
    """A boundary of a spell, a change of an entry's content, or an act."""

    event_id: str
    kind: str
    authority: str
    on: str
    made_on: str | None
    effective_on: str | None
    public_at: str | None
    summary: str
    citation: str
    url: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that a reader can check."""

    source: str
    rank: str
    citation: str
    url: str
    sha256: str | None
    locator: str | None
    quote: str | None


@dataclass(frozen=True, slots=True)
class OtherBound:
    """An effect on a class of actors that the question did not ask about."""

    actor: str
    act: str | None
    status: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One party on one list at one vantage."""

    list: str
    status: str
    stayed_by: str | None
    others_bound: tuple[OtherBound, ...]
    listed_on: str | None
    listed_after: str | None
    listed_by: str | None
    ended_on: str | None
    ended_after: str | None
    ended_by: str | None
    stated_on: str | None
    basis: str | None
    spells: tuple[SpellView, ...]
    between: Between | None
    confirmed_to: str | None
    why: str
    stated_reason: str | None
    effects: tuple[Effect, ...]
    not_forbidden: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    outlook: tuple[Outlook, ...]
    events: tuple[Event, ...]
    evidence: tuple[Evidence, ...]
    without_effect: tuple[WithoutEffect, ...] = ()
