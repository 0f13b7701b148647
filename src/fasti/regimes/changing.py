"""How the law changed: the versions of every rule, and the acts that made, ended or suspended them or gave licences."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from fasti.model.act import Act, ActKind
from fasti.model.moment import Moment
from fasti.model.rules import LawChange, RuleEntry
from fasti.regimes.explaining import state_of
from fasti.regimes.question import Law
from fasti.regimes.rule import Regime, Rule, RuleVersion

OF_LAW = frozenset(
    {
        *(ActKind.RULE_MADE, ActKind.RULE_AMENDED, ActKind.RULE_SUSPENDED, ActKind.GUIDANCE_CHANGED),
        *(ActKind.LICENSED, ActKind.LICENCE_AMENDED, ActKind.LICENCE_ENDED),
    }
)
"""Kinds of acts that change the law for everybody; listings and judgments change it for those they name."""

Placed = tuple[Regime, Rule, RuleVersion]


def rule_entries(law: Law, at: datetime) -> tuple[RuleEntry, ...]:
    """Return every version whose act is visible, in the order of the rulebook, with its state at an instant."""
    return tuple(_entry(*placed, law, at) for placed in _versions(law) if placed[2].made_by in law.acts)


def law_changes(law: Law, since: date | None) -> tuple[LawChange, ...]:
    """Return the visible acts that changed the law and take effect on or after a day, by date; `None` means all."""
    naming = {act_id for _, _, version in _versions(law) for act_id in _acts_of(version)}
    acts = [act for act in law.acts.values() if act.kind in OF_LAW or act.act_id in naming]
    wanted = [act for act in acts if since is None or act.takes_effect.on >= since]
    ordered = sorted(wanted, key=lambda act: (act.takes_effect.on, act.act_id))
    versions = tuple(_versions(law))
    return tuple(_change(act, versions, law) for act in ordered)


def _versions(law: Law) -> Iterator[Placed]:
    for regime in law.rulebook.regimes:
        for rule in regime.rules:
            for version in rule.versions:
                yield regime, rule, version


def _acts_of(version: RuleVersion) -> Iterator[str]:
    yield version.made_by
    if version.ended_by:
        yield version.ended_by
    for one in version.suspensions:
        yield one.by
        if one.lifted_by:
            yield one.lifted_by


def _entry(regime: Regime, rule: Rule, version: RuleVersion, law: Law, at: datetime) -> RuleEntry:
    ended = law.ended(version)
    return RuleEntry(
        regime=regime.regime_id,
        title=regime.title,
        rule=rule.rule_id,
        act=rule.act.value,
        bound=tuple(sorted(role.value for role in rule.bound)),
        reach=rule.reach.value,
        lists=tuple(sorted(version.lists)),
        version=version.version,
        state=state_of(version, law, at).value,
        from_=str(law.acts[version.made_by].takes_effect),
        until=str(ended.takes_effect) if ended else None,
        made_by=version.made_by,
        citation=version.citation,
        confidence=version.confidence.value,
        primary_read=version.primary_read,
        confirmed_to=version.confirmed_to,
    )


def _change(act: Act, versions: Iterable[Placed], law: Law) -> LawChange:
    told = [(_name(placed), placed[2]) for placed in versions]
    zone_name = law.view.act_zone(act)
    return LawChange(
        on=str(act.takes_effect),
        made_on=str(act.made_at),
        public_at=str(Moment.of(act.publication.published(zone_name), zone_name)),
        kind=act.kind.value,
        act_id=act.act_id,
        summary=act.title,
        made=_once(name for name, version in told if version.made_by == act.act_id),
        ended=_once(name for name, version in told if version.ended_by == act.act_id),
        suspended=_once(name for name, version in told if any(one.by == act.act_id for one in version.suspensions)),
        licence=act.licence.licence_id if act.licence else None,
        citation=act.citation,
        url=act.url,
        confidence=act.confidence.value,
    )


def _name(placed: Placed) -> str:
    regime, rule, version = placed
    return f"{regime.regime_id}.{rule.rule_id}/{version.version}"


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))
