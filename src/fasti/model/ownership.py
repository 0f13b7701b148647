"""Ownership rules as dated data: when a list's consequences reach a company that is owned, and how stakes count.

What a version does not say it leaves at its default; the files lie in `fasti/regimes/ownership`.
"""

from dataclasses import dataclass
from enum import StrEnum

from fasti.model.act import Confidence
from fasti.model.actor import Role
from fasti.model.standing import EffectStatus


class Kind(StrEnum):
    """What sort of ownership rule a version is."""

    SHARE = "share"
    CONTROL = "control"
    NONE = "none"
    NOT_MODELLED = "not_modelled"


class Adding(StrEnum):
    """Whether the stakes of several listed owners are added together."""

    ALL = "all"
    SINGLE = "single"
    UNSETTLED = "unsettled"


class Voting(StrEnum):
    """What a share of the votes is beside a share of the capital."""

    OWNERSHIP = "ownership"
    SIGN = "sign"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class OwnershipVersion:
    """One dated version of an ownership rule; its dates come from the acts that made, ended and suspended it.

    Attributes:
        version: `v1`, `v2`, ...
        kind: By share, by control alone, none (owned companies are not reached), or not modelled.
        made_by: Id of the act that made it; empty for one that says only what is not modelled.
        citation: Where it is written.
        says: The rule in a sentence.
        at_least: Percentage that reaches, itself included.
        more_than: Percentage above which a share reaches.
        adding: Whether the stakes of several listed owners are added together.
        voting: What a share of the votes is.
        control: Whether control without ownership counts too.
        majority_is_sign: Whether more than half of the shares is a sign of control, where no percentage is set.
        open_above: Percentage above which a share leaves the question open although it does not reach.
        joint: Whether those who hold jointly are each taken to hold the whole of it.
        home: Country whose companies the rule leaves out, two letters, lower case; empty leaves out none.
        pool: Lists whose parties' stakes count together; empty means the list alone.
        pool_unsettled: Lists some of whose parties count as well, which their names alone do not tell.
        starts: ISO date from which it works, where later than the act.
        ended_by: Id of the act that ended or replaced it.
        suspended_by: Id of the act that suspends it between that act's dates.
        confirmed_to: ISO date up to which the version is known to stand.
        confidence: How sure the reading is; at best `med` unless `primary_read`.
        primary_read: Whether the primary text was read by the curators.
        note: Doubts and readings.
    """

    version: str
    kind: Kind
    citation: str
    says: str
    made_by: str = ""
    at_least: float | None = None
    more_than: float | None = None
    adding: Adding = Adding.ALL
    voting: Voting = Voting.IGNORED
    control: bool = False
    majority_is_sign: bool = False
    open_above: float | None = None
    joint: bool = False
    home: str = ""
    pool: tuple[str, ...] = ()
    pool_unsettled: tuple[str, ...] = ()
    starts: str | None = None
    ended_by: str | None = None
    suspended_by: str | None = None
    confirmed_to: str | None = None
    confidence: Confidence = Confidence.MED
    primary_read: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class OwnershipRule:
    """When the consequences of some lists reach owned companies, through its versions.

    Attributes:
        rule_id: Short id, unique in its regime.
        lists: Lists whose parties are the owners.
        bound: Who must heed it.
        versions: In order of time.
    """

    rule_id: str
    lists: tuple[str, ...]
    bound: tuple[Role, ...]
    versions: tuple[OwnershipVersion, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A policy's value that follows one version of a rule on every date; any other value follows the dates.

    Attributes:
        policy: Name of the policy, e.g. `eu.ownership`.
        value: The value that pins the version.
        rule_id: The rule it governs.
        version: The version that is then followed.
    """

    policy: str
    value: str
    rule_id: str
    version: str


@dataclass(frozen=True, slots=True)
class OwnershipRegime:
    """The ownership rules of one body of law.

    Attributes:
        regime_id: As in the rulebook, e.g. `gb.sanctions`; an id of its own if the rules lie across several regimes.
        title: What it is.
        rules: One for each group of lists.
        readings: What the values of policies mean for its rules.
        across: With an id of its own: the regimes of the rulebook whose lists it speaks of.
    """

    regime_id: str
    title: str
    rules: tuple[OwnershipRule, ...]
    readings: tuple[Reading, ...] = ()
    across: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnershipRulebook:
    """All ownership rules, with a name that changes when any of them does."""

    name: str
    regimes: tuple[OwnershipRegime, ...]

    def of(self, list_id: str) -> tuple[OwnershipRegime, OwnershipRule] | None:
        """Return the rule for a list with its regime."""
        return next(((regime, rule) for regime in self.regimes for rule in regime.rules if list_id in rule.lists), None)


@dataclass(frozen=True, slots=True)
class Ruling:
    """An ownership rule at a vantage.

    Attributes:
        list: The list.
        regime: Its regime.
        rule: The rule.
        version: The version that speaks.
        status: Effect status of that version.
        from_: ISO date from which that status holds; `None` if not told.
        until: ISO date on which it ends by what is known, exclusive; `None` if open.
    """

    list: str
    regime: OwnershipRegime
    rule: OwnershipRule
    version: OwnershipVersion
    status: EffectStatus
    from_: str | None = None
    until: str | None = None

    @property
    def name(self) -> str:
        """The version's full name, for answers."""
        return f"{self.regime.regime_id}/{self.rule.rule_id}/{self.version.version}"

    @property
    def pool(self) -> tuple[str, ...]:
        """Lists whose parties' stakes count together."""
        return self.version.pool or (self.list,)
