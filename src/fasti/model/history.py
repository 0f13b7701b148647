"""The history of one list entry, as folded from evidence: spells, stays, and what fixed their dates."""

from dataclasses import dataclass
from datetime import datetime

from fasti.model.act import Act
from fasti.model.entry import Edition
from fasti.model.listing import Listing
from fasti.model.moment import Moment
from fasti.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Boundary:
    """One end of a spell.

    Attributes:
        moment: When it lies, in the list's zone.
        basis: `act`, `stated` (by the entry itself) or `observed` (first edition that shows it).
        after: `listed_at` of the last edition before the change; `None` if open.
        by: `listed_at` of the first edition after the change; `None` if no edition shows it.
        act_id: The act that fixed it.
        edition_id: The edition that shows it.
    """

    moment: Moment
    basis: str
    after: datetime | None = None
    by: datetime | None = None
    act_id: str | None = None
    edition_id: str | None = None


@dataclass(frozen=True, slots=True)
class Spell:
    """One continuous stay on one list under one legal basis; closed-open."""

    list: str
    key: str
    legal_basis: str
    start: Boundary
    end: Boundary | None
    stated_on: str | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """An interval during which an order suspends the listing or only its effects; closed-open."""

    act: Act
    starts: Moment
    ends: Moment | None
    ended_by: str | None


@dataclass(frozen=True, slots=True)
class EntryHistory:
    """Everything the visible evidence says of one entry on one list.

    Attributes:
        list: List id.
        key: Entry key.
        zone: IANA zone of the list.
        spells: Sorted by start.
        stays: Sorted by start.
        acts: Visible acts that concern the entry, by date; withdrawn and withdrawing ones included.
        listing: What the list says of the party at the vantage, or said last; `None` if only acts speak.
        editions: Visible editions that evidence it: the newest that has it, and those at its boundaries.
        confirmed_to: ISO date up to which the present state is confirmed, if that lies before the vantage.
        problems: Contradictions and doubts.
        shown: The edition that `listing` is from; `None` if only acts speak.
    """

    list: str
    key: str
    zone: str
    spells: tuple[Spell, ...]
    stays: tuple[Stay, ...]
    acts: tuple[Act, ...]
    listing: Listing | None
    editions: tuple[Edition, ...]
    confirmed_to: str | None
    problems: tuple[Problem, ...]
    shown: Edition | None = None


@dataclass(frozen=True, slots=True)
class PartyHistory:
    """All entries of one party.

    Attributes:
        party_id: The chronicle's slug if any, else the smallest key.
        keys: Every key that resolves to the party, sorted.
        caption: Name to show.
        kind: Value of `PartyKind`.
        entries: One history per (list, key), sorted.
    """

    party_id: str
    keys: tuple[str, ...]
    caption: str
    kind: str
    entries: tuple[EntryHistory, ...]
