"""What the law behind one list says at a vantage, told from the data of the rulebook alone."""

from collections.abc import Iterable
from datetime import datetime

from fasti.model.act import Act
from fasti.model.explanation import CaseView, DueView, LawSource, RegimeView, RuleView, Said, VersionView
from fasti.model.moment import Moment, end_of_day
from fasti.model.standing import EffectStatus, Outlook
from fasti.regimes.describing import say_due, say_formula
from fasti.regimes.licences import licences_of
from fasti.regimes.lines import suspended
from fasti.regimes.outlook import foreseen
from fasti.regimes.question import Law
from fasti.regimes.rule import Case, Exemption, ReachText, Regime, Rule, RuleVersion

STANDING = frozenset({EffectStatus.IN_FORCE, EffectStatus.UNCONFIRMED, EffectStatus.SUSPENDED})
MODELLED, NOT_YET, NOT_MODELLED = "modelled", "not_yet", "not_modelled"


def explain_list(list_id: str, law: Law, at: datetime) -> tuple[str, tuple[RegimeView, ...]]:
    """Return whether the law of a list is modelled, and each regime that reaches the list.

    A version counts once the act that made it was made and public; before that the law of the list is `not_yet`.

    Args:
        list_id: The list.
        law: Law visible at the vantage.
        at: Instant of the vantage in the list's zone.
    """
    reaching = law.rulebook.reaching(list_id)
    if not reaching:
        return NOT_MODELLED, ()
    views = tuple(_regime(regime, list_id, law, at) for regime in reaching)
    told = tuple(one for one in views if one.rules)
    return (MODELLED if told else NOT_YET), told


def sources_of(regimes: Iterable[RegimeView], law: Law) -> tuple[LawSource, ...]:
    """Return the acts that made the versions told, in order of effect, each once."""
    made = {version.made_by for regime in regimes for rule in regime.rules for version in rule.versions}
    return tuple(_source(act) for act in law.acts.values() if act.act_id in made)


def said_of(texts: Iterable[ReachText], list_id: str, law: Law) -> tuple[Said, ...]:
    """Return the sentences that speak of a list and whose act is visible."""
    return tuple(
        Said(one.text, one.citation)
        for one in texts
        if (not one.lists or list_id in one.lists) and (not one.made_by or one.made_by in law.acts)
    )


def state_of(version: RuleVersion, law: Law, at: datetime) -> EffectStatus:
    """Return whether a version stands at an instant: ended, still to come, suspended, unconfirmed, or in force."""
    made, ended = law.made(version), law.ended(version)
    if ended is not None and _begins(ended, law) <= at:
        return EffectStatus.ENDED
    if made is None or at < _begins(made, law):
        return EffectStatus.PENDING
    zone_name = law.view.act_zone(made)
    if any(hold.covers(at) for hold in suspended([version], law)):
        return EffectStatus.SUSPENDED
    if version.confirmed_to and end_of_day(Moment.parse(version.confirmed_to).on, zone_name) < at:
        return EffectStatus.UNCONFIRMED
    return EffectStatus.IN_FORCE


def _regime(regime: Regime, list_id: str, law: Law, at: datetime) -> RegimeView:
    rules = (_rule(rule, list_id, law, at) for rule in regime.rules)
    return RegimeView(
        regime=regime.regime_id,
        title=regime.title,
        who_is_bound=regime.who_is_bound,
        rules=tuple(one for one in rules if one.versions),
        not_forbidden=said_of(regime.not_forbidden, list_id, law),
        licences=licences_of(regime.regime_id, list_id, law, at),
        ownership=said_of(regime.ownership, list_id, law),
        exit=said_of(regime.exit, list_id, law),
        outlook=_outlook(regime, list_id, law, at),
    )


def _outlook(regime: Regime, list_id: str, law: Law, at: datetime) -> tuple[Outlook, ...]:
    today = Moment.of(at, law.view.zone_of(list_id)).on.isoformat()
    return tuple(foreseen(regime.outlook, list_id, law, today))


def _rule(rule: Rule, list_id: str, law: Law, at: datetime) -> RuleView:
    versions = [one for one in rule.versions if list_id in one.lists and law.made(one)]
    views = tuple(_version(rule, one, law, at) for one in versions)
    general = {one.version for one in versions if not one.basis}
    standing = sorted((one for one in views if one.state in STANDING), key=lambda one: one.version in general)
    return RuleView(
        rule=rule.rule_id,
        act=rule.act.value,
        object=rule.object,
        phrase=(versions[-1].phrase if versions else "") or rule.phrase,
        bound=tuple(sorted(role.value for role in rule.bound)),
        reach=rule.reach.value,
        version=standing[-1].version if standing else None,
        versions=views,
    )


def _version(rule: Rule, version: RuleVersion, law: Law, at: datetime) -> VersionView:
    made, ended = law.acts[version.made_by], law.ended(version)
    return VersionView(
        version=version.version,
        state=state_of(version, law, at).value,
        from_=str(made.takes_effect),
        until=str(ended.takes_effect) if ended else None,
        made_by=version.made_by,
        summary=made.title,
        citation=version.citation,
        url=made.url,
        confidence=version.confidence.value,
        primary_read=version.primary_read,
        confirmed_to=version.confirmed_to,
        note=version.note,
        cases=tuple(_case(case, law) for case in version.cases),
        exceptions=tuple(
            _exemption(one)
            for one in (*version.exemptions, *rule.exemptions)
            if _is_open(one, law) and _shares_basis(one, version)
        ),
    )


def _case(case: Case, law: Law) -> CaseView:
    return CaseView(
        name=case.name,
        object=case.object,
        citation=case.citation,
        modelled=case.modelled,
        start=say_formula(case.start),
        end=say_formula(case.end) if case.end else None,
        time_text=case.start.words,
        deadlines=tuple(DueView(one.what, say_due(one), one.inclusive, one.due.words) for one in case.deadlines),
        exceptions=tuple(_exemption(one) for one in case.exemptions if _is_open(one, law)),
    )


def _exemption(one: Exemption) -> Said:
    """Return an exemption as a sentence, with its end where it has one."""
    begins = f" From {say_formula(one.start)}." if one.start else ""
    ends = f" {'Through' if one.through else 'Until'} {say_formula(one.end)}." if one.end else ""
    only = f" For {', '.join(one.basis)} only." if one.basis else ""
    return Said(f"{one.name}: {one.scope}{begins}{ends}{only}", one.citation)


def _shares_basis(one: Exemption, version: RuleVersion) -> bool:
    """Say whether an exemption is for a programme that a version reaches; a version without any reaches every one."""
    return not one.basis or not version.basis or bool(set(one.basis) & set(version.basis))


def _is_open(one: Exemption, law: Law) -> bool:
    return not one.made_by or one.made_by in law.acts


def _source(act: Act) -> LawSource:
    return LawSource(
        act_id=act.act_id,
        on=str(act.takes_effect),
        summary=act.title,
        citation=act.citation,
        url=act.url,
        rank=act.rank.value,
        confidence=act.confidence.value,
        primary_read=act.primary_read,
        also=tuple(Said(f"{one.citation}{f' ({one.url})' if one.url else ''}", one.rank.value) for one in act.sources),
    )


def _begins(act: Act, law: Law) -> datetime:
    return act.takes_effect.starts(law.view.act_zone(act))
