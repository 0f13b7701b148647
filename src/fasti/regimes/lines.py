"""Effect lines: one rule applied to one spell, as an interval with its interruptions.

A line runs from max(case start, listing, first version) to the earliest of case end, end of the spell and
end of the last version; its status at any instant follows from that alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from fasti.model.act import Act
from fasti.model.history import EntryHistory, PartyHistory, Spell
from fasti.model.moment import Moment, end_of_day
from fasti.model.standing import EffectStatus, Term
from fasti.regimes.clock import resolve
from fasti.regimes.fitting import case_for
from fasti.regimes.line_state import Hold, Interval, LineState, ever_in_force
from fasti.regimes.question import Law
from fasti.regimes.rule import Case, Reach, Regime, Rule, RuleVersion


@dataclass(frozen=True, slots=True)
class Line:
    """One rule version applied to one spell.

    Attributes:
        regime: Its regime.
        rule: The rule.
        version: The version that stands at the vantage.
        case: The class the entry falls in.
        spell: The spell that triggers it.
        listing: When the listing takes effect, as the formulas count it.
        from_: When the effect begins, as said.
        until: When it ends, as said; `None` while open.
        starts: The instant it begins.
        ends: The instant it ends.
        stays: Times in which an order suspends it, or an act the rule.
        licensed: Intervals in which a licence covers the whole act.
        reading: How clock times were read.
        terms: What the entry itself says of the effect.
    """

    regime: Regime
    rule: Rule
    version: RuleVersion
    case: Case
    spell: Spell
    zone: str
    listing: Moment
    from_: Moment
    until: Moment | None
    starts: datetime
    ends: datetime | None
    stays: tuple[Hold, ...]
    licensed: tuple[Interval, ...]
    reading: str
    terms: tuple[Term, ...] = ()

    def status(self, at: datetime) -> EffectStatus:
        """Return the status at an instant: the first that holds, in the order of `EffectStatus`."""
        return self.state(at).status

    def state(self, at: datetime) -> LineState:
        """Return what holds of it at an instant."""
        confirmed_to = self.version.confirmed_to
        return LineState(
            over=self.ends is not None and self.ends <= at,
            ever=self.ends is None or ever_in_force(self.starts, self.ends, self.stays),
            stayed=any(one.covers(at) for one in self.stays),
            begun=self.starts <= at,
            confirmed=confirmed_to is None or at <= end_of_day(Moment.parse(confirmed_to).on, self.zone),
            licensed=any(begin <= at and (stop is None or at < stop) for begin, stop in self.licensed),
            modelled=self.case.modelled,
        )

    def turning_points(self) -> tuple[datetime, ...]:
        """Return every instant at which the status can change, sorted."""
        intervals = (*((one.begin, one.stop) for one in self.stays), *self.licensed)
        points = {self.starts, *(point for pair in intervals for point in pair if point)}
        return tuple(sorted(points | ({self.ends} if self.ends else set())))

    def covers(self, instant: datetime) -> bool:
        """Say whether an instant lies in it, suspended or not."""
        return self.starts <= instant and (self.ends is None or instant < self.ends)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One rule tried on one spell: how far it came, and the line it gives if it came all the way.

    Attributes:
        regime: Its regime.
        rule: The rule.
        entry: The entry whose spell it is.
        spell: The spell.
        versions: Versions that speak of the spell's list and whose act is visible.
        version: The one that stands, if any does.
        line: The effect line; `None` if no version stands or its classes do not have the entry.
    """

    regime: Regime
    rule: Rule
    entry: EntryHistory
    spell: Spell
    versions: tuple[RuleVersion, ...]
    version: RuleVersion | None
    line: Line | None


def attempts_of(
    party: PartyHistory, entry: EntryHistory, spell: Spell, law: Law, at: datetime, reading: str
) -> tuple[Attempt, ...]:
    """Try every rule that reaches a listed party itself on a spell.

    Args:
        party: The party, for conditions on its other lists.
        entry: The entry whose spell it is.
        spell: The spell.
        law: Law visible at the vantage.
        at: Instant of the vantage in the list's zone.
        reading: How clock times are read.
    """
    found = []
    for regime in law.rulebook.reaching(spell.list):
        for rule in (one for one in regime.rules if one.reach is Reach.LISTED):
            if not any(_speaks_of(version, spell) for version in rule.versions):
                continue
            versions = [version for version in rule.versions if _speaks_of(version, spell) and law.made(version)]
            version = _standing_version(versions, spell, law, at, entry.zone)
            case = case_for(version.cases, party, entry, spell, law, at) if version else None
            line = None
            if version is not None and case is not None:
                placed = Placement(regime, rule, tuple(versions), version, case)
                stays = (*_stayed(party, spell.list), *suspended(versions, law))
                line = replace(_line(placed, entry, spell, law, reading), stays=stays, terms=_terms(rule, entry))
            found.append(Attempt(regime, rule, entry, spell, tuple(versions), version, line))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where in the rulebook a spell falls: rule, its versions visible, the one that stands, and the case that fits."""

    regime: Regime
    rule: Rule
    versions: tuple[RuleVersion, ...]
    version: RuleVersion
    case: Case


def _line(placed: Placement, entry: EntryHistory, spell: Spell, law: Law, reading: str) -> Line:
    case, versions = placed.case, placed.versions
    listing = listing_moment(spell)
    from_, starts = _beginning(case, versions, spell, law, entry.zone, reading)
    until, ends = _ending(case, versions, spell, law, entry.zone, reading)
    return Line(
        regime=placed.regime,
        rule=placed.rule,
        version=placed.version,
        case=case,
        spell=spell,
        zone=entry.zone,
        listing=listing,
        from_=from_,
        until=until,
        starts=starts,
        ends=ends,
        stays=(),
        licensed=(),
        reading=reading,
    )


def _stayed(party: PartyHistory, list_id: str) -> tuple[Hold, ...]:
    """Return when orders suspend a party's listing or its effects, whichever of its entries they name."""
    return tuple(
        Hold(stay.starts.starts(entry.zone), stay.ends.starts(entry.zone) if stay.ends else None, stay.act)
        for entry in party.entries
        if entry.list == list_id
        for stay in entry.stays
    )


def suspended(versions: Iterable[RuleVersion], law: Law) -> tuple[Hold, ...]:
    """Return when acts suspended the rule: each from its effect to its stated end, or to the act that lifts it."""
    found: list[Hold] = []
    for suspension in (one for version in versions for one in version.suspensions):
        act, lifting = law.acts.get(suspension.by), law.acts.get(suspension.lifted_by or "")
        begins = _instant(act, law)
        if act is not None and begins is not None:
            zone_name = law.view.act_zone(act)
            ends = [act.ended_at.starts(zone_name)] if act.ended_at else []
            lifted = _instant(lifting, law)
            found.append(Hold(begins, min([*ends, *([lifted] if lifted else [])], default=None), act))
    return tuple(found)


def _terms(rule: Rule, entry: EntryHistory) -> tuple[Term, ...]:
    """Return the words of the entry that a rule takes over, in the rule's order; each wording once."""
    facts = entry.listing.facts if entry.listing else ()
    found: list[Term] = []
    for quote in rule.quotes:
        said = dict.fromkeys(fact.text for fact in facts if fact.what == quote.what)
        found += [Term(quote.what, quote.label, text) for text in said]
        if not said and quote.else_says:
            found.append(Term(quote.what, quote.label, quote.else_says, quoted=False))
    return tuple(found)


def listing_moment(spell: Spell) -> Moment:
    """Return the listing as formulas count from it: with a clock time only if an act gives one."""
    return spell.start.moment if spell.start.basis == "act" else Moment(spell.start.moment.on)


def _speaks_of(version: RuleVersion, spell: Spell) -> bool:
    """Say whether a version reaches a spell's list and legal basis."""
    return spell.list in version.lists and (not version.basis or spell.legal_basis in version.basis)


def _standing_version(
    versions: Sequence[RuleVersion], spell: Spell, law: Law, at: datetime, zone_name: str
) -> RuleVersion | None:
    """Return the version that stands at the vantage, or the last that stood while the spell lasted.

    Before any stands, it is the first that has been made and is still to take effect.
    """
    start = spell.start.moment.starts(zone_name)
    end = spell.end.moment.starts(zone_name) if spell.end else None
    over = end is not None and end <= at
    standing = None
    for version in versions:
        made = law.made(version)
        ended = law.ended(version)
        begins = _instant(made, law)
        gone = _instant(ended, law)
        begun = begins is not None and (begins < end if over and end is not None else begins <= at)
        if begun and (gone is None or gone > start):
            standing = version
    if standing is None and not over:
        return next((one for one in versions if _takes_effect_after(one, law, at)), None)
    return standing


def _takes_effect_after(version: RuleVersion, law: Law, at: datetime) -> bool:
    begins = _instant(law.made(version), law)
    return begins is not None and begins > at


def _instant(act: Act | None, law: Law) -> datetime | None:
    """Return the instant from which an act works, in its own zone."""
    return act.takes_effect.starts(law.view.act_zone(act)) if act is not None else None


def _beginning(
    case: Case, versions: Sequence[RuleVersion], spell: Spell, law: Law, zone_name: str, reading: str
) -> tuple[Moment, datetime]:
    """Return the latest of case start, listing and the effect of the first version, as said and as an instant."""
    start = resolve(case.start, listing_moment(spell), zone_name, reading)
    choices = [(start.starts(zone_name), start), (spell.start.moment.starts(zone_name), listing_moment(spell))]
    made = [act for version in versions if (act := law.made(version)) is not None]
    first = min((act.takes_effect.starts(law.view.act_zone(act)), index) for index, act in enumerate(made))
    choices.append((first[0], made[first[1]].takes_effect))
    latest = max(instant for instant, _ in choices)
    return next(moment for instant, moment in choices if instant == latest), latest


def _ending(
    case: Case, versions: Sequence[RuleVersion], spell: Spell, law: Law, zone_name: str, reading: str
) -> tuple[Moment | None, datetime | None]:
    """Return the earliest of case end, spell end and the end of the rule's last version."""
    choices: list[tuple[datetime, Moment]] = []
    if case.end is not None:
        end = resolve(case.end, listing_moment(spell), zone_name, reading)
        choices.append((end.starts(zone_name), end))
    if spell.end is not None:
        said = spell.end.moment if spell.end.basis == "act" else Moment(spell.end.moment.on)
        choices.append((spell.end.moment.starts(zone_name), said))
    over = law.ended(versions[-1])
    if over is not None:
        choices.append((over.takes_effect.starts(law.view.act_zone(over)), over.takes_effect))
    if not choices:
        return None, None
    instant, moment = min(choices, key=lambda one: one[0])
    return moment, instant
