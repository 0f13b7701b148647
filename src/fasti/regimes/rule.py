"""The shape of a rule: a dated version says who is bound, to what, from when until when, and what stays open.

A version that an act replaced stays for the days it governed; one that an act suspended comes back by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from fasti.model.act import Confidence
from fasti.model.actor import Role
from fasti.model.conduct import Conduct
from fasti.regimes.condition import Condition
from fasti.regimes.formula import Formula

EVERY_ENTRY = Condition()


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
        object: What the act is done to, where this class differs from the rule.
        citation: Where this class is written, where that is another place than the version's.
        confidence: How sure the reading of this class is; the weaker of this and the
            version's counts.
        phrase: Noun phrase for a sentence where the version's does not fit this class.
        modelled: False where the law says something of this class that the rule cannot tell; the effect says so then.
    """

    name: str
    start: Formula
    when: Condition = EVERY_ENTRY
    end: Formula | None = None
    deadlines: tuple[DeadlineRule, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    object: str = ""
    citation: str = ""
    confidence: Confidence | None = None
    phrase: str = ""
    modelled: bool = True

    def formulas(self) -> Iterator[Formula]:
        """Yield every formula of the case."""
        yield self.start
        if self.end is not None:
            yield self.end
        for deadline in self.deadlines:
            yield deadline.due
        for exemption in self.exemptions:
            yield from (one for one in (exemption.start, exemption.end) if one is not None)


@dataclass(frozen=True, slots=True)
class Suspension:
    """A time in which a version stands still, from the effect of one act to its stated end.

    Attributes:
        by: Id of the act that suspended it; the end that this act states revives the version.
        lifted_by: Id of an act that revived it earlier, or that ends a suspension without a stated end.
    """

    by: str
    lifted_by: str | None = None


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
        suspensions: Times in which acts suspended it, in order; an extension is one more.
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
    suspensions: tuple[Suspension, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A kind of fact of the entry whose words become part of the effect.

    Attributes:
        what: Kind of fact, e.g. `license_requirement`.
        label: What to call it, e.g. "licence requirement".
        else_says: What to say where the entry has no such fact; empty says nothing.
    """

    what: str
    label: str
    else_says: str = ""


class Reach(StrEnum):
    """Whom a rule reaches by an entry: the party itself, or what it owns."""

    LISTED = "listed"
    OWNED = "owned"


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
        quotes: What the effect quotes from the entry.
        reach: Whether it reaches the party itself or what it owns; the latter is assessed with stakes only.
    """

    rule_id: str
    act: Conduct
    object: str
    bound: tuple[Role, ...]
    phrase: str
    versions: tuple[RuleVersion, ...]
    stated_as: str = ""
    exemptions: tuple[Exemption, ...] = ()
    quotes: tuple[Quote, ...] = ()
    reach: Reach = Reach.LISTED


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
    _reaching: dict[str, tuple[Regime, ...]] = field(default_factory=dict, init=False, compare=False, repr=False)

    def reaching(self, list_id: str) -> tuple[Regime, ...]:
        """Return the regimes with a rule that reaches a list in any version."""
        if list_id not in self._reaching:
            self._reaching[list_id] = tuple(regime for regime in self.regimes if list_id in regime.lists())
        return self._reaching[list_id]
