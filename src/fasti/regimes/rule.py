"""The shape of a rule: a dated version says who is bound, to what, from when until when, and what stays open.

Dates that the listing starts are formulas, dates that the order prints are literals; both exist in law.
"""

from dataclasses import dataclass

from fasti.model.act import Confidence
from fasti.model.actor import Role
from fasti.model.conduct import Conduct


@dataclass(frozen=True, slots=True)
class Formula:
    """A moment that a rule computes or prints, in exactly one of the ways from `on` to `listing`.

    Attributes:
        on: Literal civil date, ISO.
        days: Days after the listing takes effect, or after the event.
        business_days: Business days of `calendar` after the listing takes effect, or after the event.
        yearly: Day `MM-DD` that returns each year.
        held_on: Day `MM-DD` of the same year whose state the yearly day speaks of; empty if it is the day itself.
        listing: The moment of the listing itself.
        event: Kind of event that the user dates and that is counted from, e.g. `rejected`; empty: the listing.
        calendar: Calendar whose business days are counted, an id of `calendars.toml`.
        clock: Clock time `HH:MM`; empty if the wording gives none.
        zone: Zone as worded: `EST`, `EDT` or `ET`; empty means the list's zone.
        words: The wording, verbatim.
    """

    on: str | None = None
    days: int | None = None
    business_days: int | None = None
    yearly: str = ""
    held_on: str = ""
    listing: bool = False
    event: str = ""
    calendar: str = ""
    clock: str = ""
    zone: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """Which entries a case speaks of; every given key must hold.

    Attributes:
        named_in: Id of an act that names the entry (an Annex, a footnote's list).
        unless_listed_on: A list that must not show the party at the same time.
        basis: Legal bases of the spell, any of them; empty means every basis.
        listed_from: The listing takes effect on or after this ISO date.
        listed_before: The listing takes effect before this ISO date.
    """

    named_in: str | None = None
    unless_listed_on: str | None = None
    basis: tuple[str, ...] = ()
    listed_from: str | None = None
    listed_before: str | None = None


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """A dated end or start to be met.

    Attributes:
        what: What must be done or begins, in a phrase.
        due: The moment in the wording.
        inclusive: True for "through D" (last day D), False for "before D" (last day D-1).
        stated_as: Which stated date of official files speaks of the same deadline (`divestment`); may be empty.
    """

    what: str
    due: Formula
    inclusive: bool
    stated_as: str = ""


@dataclass(frozen=True, slots=True)
class Exemption:
    """What the rule itself leaves open.

    Attributes:
        name: Short name.
        scope: What is allowed, for whom and on which conditions, in a sentence.
        start: From when; `None` means from the start of the effect.
        end: Until when, exclusive unless `through`; `None` means without end.
        through: True if the wording includes the end date ("through D").
        citation: Where it is written.
        made_by: Act that opened it; it is shown only when that act is visible, and begins with it unless `start` says
            otherwise. Empty means with the version.
        basis: Legal bases of the spells it is for; empty means every basis.
    """

    name: str
    scope: str
    citation: str
    start: Formula | None = None
    end: Formula | None = None
    through: bool = False
    made_by: str = ""
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One class of entries under a rule version, with its own dates; the first case that fits is taken.

    Attributes:
        name: Short name of the class.
        when: Which entries.
        start: When the effect begins.
        end: When it ends by its own terms, exclusive; `None` means not.
        deadlines: Deadlines of the class.
        exemptions: What stays open.
    """

    name: str
    start: Formula
    when: Condition = Condition()
    end: Formula | None = None
    deadlines: tuple[DeadlineRule, ...] = ()
    exemptions: tuple[Exemption, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """One dated version of a rule; its own dates come from the acts that made and ended it.

    Attributes:
        version: `v1`, `v2`, ...
        lists: Lists whose entries it reaches.
        made_by: Id of the act that made it.
        ended_by: Id of the act that ended or replaced it; `None` while it stands.
        citation: Where it is written.
        confidence: How sure the reading is; at best `med` unless `primary_read`.
        primary_read: Whether the primary text was read by the curators.
        cases: Classes of entries, in order.
        confirmed_to: ISO date up to which the version is known to stand; `None` without doubt.
        exemptions: What stays open for every case.
        note: Doubts and readings.
        phrase: Noun phrase for a sentence where the rule's own does not fit this version.
        basis: Legal bases of the spells it reaches, where an instrument of its own stands for each programme; empty
            means every basis for which no version of its own stands.
    """

    version: str
    lists: tuple[str, ...]
    made_by: str
    citation: str
    cases: tuple[Case, ...]
    ended_by: str | None = None
    confidence: Confidence = Confidence.MED
    primary_read: bool = False
    confirmed_to: str | None = None
    exemptions: tuple[Exemption, ...] = ()
    note: str = ""
    phrase: str = ""
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing a regime forbids, requires or orders, through its versions.

    Attributes:
        rule_id: Short id, unique in its regime.
        act: What it reaches, in the tree of acts.
        object: What the act is done to, in a phrase.
        bound: Who is bound.
        phrase: Noun phrase for a sentence, e.g. "the ban on US persons' purchase of its publicly traded securities".
        versions: In order of time.
        stated_as: Which stated date of official files speaks of its start (`effective`); may be empty.
        exemptions: What stays open under every version.
    """

    rule_id: str
    act: Conduct
    object: str
    bound: tuple[Role, ...]
    phrase: str
    versions: tuple[RuleVersion, ...]
    stated_as: str = ""
    exemptions: tuple[Exemption, ...] = ()


@dataclass(frozen=True, slots=True)
class ReachText:
    """What a regime says of its lists beside its rules, in a sentence, with where that is written.

    Attributes:
        text: One sentence.
        citation: Where it is written or follows from.
        lists: Lists it speaks of; empty means every list of the regime.
        made_by: Act that made it true; the sentence is shown only when that act is visible. Empty means always.
    """

    text: str
    citation: str
    lists: tuple[str, ...] = ()
    made_by: str = ""


@dataclass(frozen=True, slots=True)
class ScheduledStep:
    """A recurring or dated step that the law itself foresees, for the outlook.

    Attributes:
        what: What is foreseen.
        on: ISO date if one is set.
        kind: `scheduled_law`, `court`, `licence_expiry` or `list_edition`.
        citation: Where.
        made_by: Act that set it; the step is shown only when that act is visible.
        lists: Lists it speaks of.
        until: ISO date after which it is no longer foreseen.
    """

    what: str
    kind: str
    citation: str
    made_by: str
    lists: tuple[str, ...]
    on: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Regime:
    """One body of law.

    Attributes:
        regime_id: Id, e.g. `us.eo13959`.
        title: Full title.
        who_is_bound: Definition of the bound class, in a sentence with its source.
        rules: What it forbids, requires or orders.
        not_forbidden: What it does not reach.
        outlook: Steps that the law itself foresees.
        exit: Ways off its lists, one sentence each.
        ownership: What it says of companies that listed persons own or control, one sentence each.
    """

    regime_id: str
    title: str
    who_is_bound: str
    rules: tuple[Rule, ...]
    not_forbidden: tuple[ReachText, ...] = ()
    outlook: tuple[ScheduledStep, ...] = ()
    exit: tuple[ReachText, ...] = ()
    ownership: tuple[ReachText, ...] = ()

    def lists(self) -> frozenset[str]:
        """Return every list that any version of any rule reaches."""
        return frozenset(name for rule in self.rules for version in rule.versions for name in version.lists)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All regimes, with a name that changes when any of them does.

    Attributes:
        name: `rulebook/` and the first digits of the digest of the rule files.
        regimes: By id, sorted.
    """

    name: str
    regimes: tuple[Regime, ...]

    def reaching(self, list_id: str) -> tuple[Regime, ...]:
        """Return the regimes with a rule that reaches a list in any version."""
        return tuple(regime for regime in self.regimes if list_id in regime.lists())
