"""The answer of `fasti ownership`: for each asset and list, whether it is reached, by whom and by which sum."""

from dataclasses import dataclass
from enum import StrEnum

from fasti.model.answer import Run


class ReachedStatus(StrEnum):
    """What an ownership rule makes of an asset."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    CANNOT_EXCLUDE = "cannot_exclude"
    POSSIBLE_CONTROL = "possible_control"
    NOT_MODELLED = "not_modelled"


@dataclass(frozen=True, slots=True)
class OwnershipQuery:
    """The question, said back.

    Attributes:
        stakes: The files read.
        assume: `PARTY:LIST`, as assumed.
        as_of: Date or instant asked about.
        known_at: Only what was public by then counts.
        actor: Roles asked about; empty is everyone.
        lists: Lists asked about; empty is every list that an owner is on.
        projected: Whether `known_at` lies before the day asked about.
    """

    stakes: tuple[str, ...]
    assume: tuple[str, ...]
    as_of: str
    known_at: str
    actor: tuple[str, ...]
    lists: tuple[str, ...]
    projected: bool


@dataclass(frozen=True, slots=True)
class OwnerView:
    """A party of the stakes that is on a list, and how that is known.

    Attributes:
        party: As the stakes name it.
        list: List id.
        status: Listing status at the vantage; `assumed` if the user assumed it.
        party_id: The party of the record; `None` if only assumed.
        caption: The name under which the record shows it.
        matched_name: The listed name that matched.
        score: How well, from 0 to 1.
        listed_on: ISO date; `None` if not known.
        ended_on: ISO date of the end, if it ended.
        counts: `yes`, `may` (one of several parties that fit, or doubtful) or `no` (it is not in force).
    """

    party: str
    list: str
    status: str
    party_id: str | None
    caption: str | None
    matched_name: str | None
    score: float | None
    listed_on: str | None
    ended_on: str | None
    counts: str


@dataclass(frozen=True, slots=True)
class ReachedView:
    """What one list means for one asset through its owners.

    Attributes:
        asset: As the stakes name it.
        list: List id.
        status: See `ReachedStatus`.
        effect_status: Effect status of the rule version; `None` where the law has no ownership rule.
        control: `assessed` if the stakes say something of control over it, else `not_assessed`.
        aggregate_share: Share that counts, from 0 to 1; `None` if it is not known exactly.
        aggregate_low: Least that it is.
        aggregate_high: Most that it may be.
        path: Parties from a listed owner down to the asset; empty if no listed owner's stake counts.
        owners: Listed owners whose stakes count.
        arithmetic: The sums, spelled out, in the order in which they build on each other.
        control_signs: What in the stakes speaks of control.
        why: The result in a sentence.
        rule: The rule version.
        citation: Where it is written.
        from_: ISO date from which the status of the rule holds, where known.
        until: ISO date on which it ends by what is known, exclusive.
        confidence: The weakest of the rule and the stakes that count.
        note: Doubts of the rule; empty if none.
    """

    asset: str
    list: str
    status: str
    effect_status: str | None
    control: str
    aggregate_share: float | None
    aggregate_low: float
    aggregate_high: float
    path: tuple[str, ...]
    owners: tuple[str, ...]
    arithmetic: tuple[str, ...]
    control_signs: tuple[str, ...]
    why: str
    rule: str
    citation: str
    from_: str | None
    until: str | None
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class OwnershipAnswer:
    """Answer of `fasti ownership`."""

    schema: str
    notice: str
    query: OwnershipQuery
    run: Run
    owners: tuple[OwnerView, ...]
    reached: tuple[ReachedView, ...]
