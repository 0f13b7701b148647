"""Which version of an ownership rule speaks at a vantage: in force, pending, suspended or unconfirmed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from fasti.ledger.view import View
from fasti.model.act import Act
from fasti.model.moment import start_of_day
from fasti.model.ownership import Kind, OwnershipRegime, OwnershipRule, OwnershipRulebook, OwnershipVersion, Ruling
from fasti.model.standing import EffectStatus

NOT_FOUND = OwnershipVersion(
    version="v0",
    kind=Kind.NOT_MODELLED,
    citation="no rule is held for that day",
    says="No ownership rule of that day is held for this list.",
)


def ruling_at(list_id: str, view: View, rulebook: OwnershipRulebook, policies: Mapping[str, str]) -> Ruling | None:
    """Return how the ownership rule of a list stands; `None` if no rule speaks of the list at all.

    A policy that pins a version puts it in the place of any other version that is in force.
    """
    governing = rulebook.of(list_id)
    if governing is None:
        return None
    regime, rule = governing
    acts = {act.act_id: act for act in view.acts}
    at = view.at(list_id)
    begun = [one for one in rule.versions if not one.made_by or one.made_by in acts]
    held = [one for one in begun if not (one.ended_by and _begun(acts.get(one.ended_by), view, at))]
    if not held:
        return Ruling(list_id, regime, rule, NOT_FOUND, EffectStatus.NOT_MODELLED)
    stood = [_standing(Ruling(list_id, regime, rule, one, EffectStatus.IN_FORCE), acts, view, at) for one in held]
    found = next((one for one in reversed(stood) if one.status is not EffectStatus.PENDING), stood[-1])
    version = _pinned(found.version, regime, rule, policies)
    return replace(found, version=version) if version.kind is found.version.kind else found


def _pinned(
    version: OwnershipVersion, regime: OwnershipRegime, rule: OwnershipRule, policies: Mapping[str, str]
) -> OwnershipVersion:
    for one in regime.readings:
        if one.rule_id == rule.rule_id and policies.get(one.policy) == one.value:
            chosen = next(each for each in rule.versions if each.version == one.version)
            return replace(chosen, note=f"Followed on this date by the policy {one.policy}={one.value}. {chosen.note}")
    return version


def _standing(found: Ruling, acts: Mapping[str, Act], view: View, at: datetime) -> Ruling:
    version, zone = found.version, view.zone_of(found.list)
    if version.kind is Kind.NOT_MODELLED:
        return replace(found, status=EffectStatus.NOT_MODELLED)
    made = acts.get(version.made_by)
    starts = version.starts or (made.takes_effect.on.isoformat() if made else None)
    if starts and start_of_day(date.fromisoformat(starts), zone) > at:
        return replace(found, status=EffectStatus.PENDING, from_=starts)
    stay = acts.get(version.suspended_by or "")
    if stay is not None and _begun(stay, view, at) and not _over(stay, view, at):
        until = stay.ended_at.on.isoformat() if stay.ended_at else None
        return replace(found, status=EffectStatus.SUSPENDED, from_=stay.takes_effect.on.isoformat(), until=until)
    last = date.fromisoformat(version.confirmed_to) if version.confirmed_to else None
    if last and stay is not None and at.date() > last:
        return replace(found, status=EffectStatus.UNCONFIRMED, from_=starts)
    return replace(found, from_=starts)


def _begun(act: Act | None, view: View, at: datetime) -> bool:
    return act is not None and act.takes_effect.starts(view.act_zone(act)) <= at


def _over(act: Act, view: View, at: datetime) -> bool:
    return act.ended_at is not None and act.ended_at.starts(view.act_zone(act)) <= at
