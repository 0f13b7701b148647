"""Judges a structured claim against a standing: each slot it fills is held against the record at its own time."""

from collections.abc import Sequence
from datetime import date

from fasti.model.act import PROCEDURAL
from fasti.model.claim import Claim, ClaimVerdict, Judged
from fasti.model.conduct import Conduct, with_containers
from fasti.model.standing import Deadline, DeadlineStatus, Effect, EffectStatus, Event, Standing

_OVER = frozenset({EffectStatus.ENDED, EffectStatus.MOOT})
_FORCE = (
    EffectStatus.UNCONFIRMED,
    EffectStatus.LICENSED,
    EffectStatus.SUSPENDED,
    EffectStatus.PENDING,
    EffectStatus.ENDED,
    EffectStatus.MOOT,
)
"""Statuses of an effect that does not plainly forbid at the moment, strictest first."""

WORSE = {
    ClaimVerdict.SUPPORTED: 0,
    ClaimVerdict.PARTLY_SUPPORTED: 1,
    ClaimVerdict.NOT_SUPPORTED: 2,
    ClaimVerdict.REFUTED: 3,
}


def judge(claim: Claim, standing: Standing | None) -> Judged:
    """Return the worst verdict over the slots that a claim fills.

    Args:
        claim: What is said.
        standing: The party on the claim's list at the claim's time; `None` if the record has none.
    """
    if standing is None:
        return Judged(ClaimVerdict.NOT_SUPPORTED, "The record has no such listing.", "No such listing on record.", "")
    found = []
    if claim.deadline is not None:
        found.append(_deadline(claim.deadline, standing))
    if claim.forbids:
        found.append(_scope(claim, standing))
    if claim.happened:
        found.append(_happened(claim, standing))
    if not found:
        return Judged(ClaimVerdict.NOT_SUPPORTED, standing.why, "The claim names nothing that can be checked.", "")
    return max(found, key=lambda one: WORSE[one.verdict])


def _deadline(said: date, standing: Standing) -> Judged:
    if not standing.deadlines:
        return Judged(ClaimVerdict.REFUTED, "No rule sets a deadline.", "No rule sets a deadline for this party.", "")
    named = [one for one in standing.deadlines if one.last_day == said.isoformat()]
    nearest = named[0] if named else min(standing.deadlines, key=lambda one: _days_apart(one, said))
    record = f"{nearest.what}: {nearest.last_day}{_fate(nearest, standing)}"
    if named and nearest.status != DeadlineStatus.MOOT:
        return Judged(ClaimVerdict.SUPPORTED, record, "", nearest.citation)
    difference = f"said {said}; the rule gives {nearest.last_day}{_fate(nearest, standing)}"
    return Judged(ClaimVerdict.REFUTED, record, difference, nearest.citation)


def _days_apart(deadline: Deadline, said: date) -> int:
    return abs((date.fromisoformat(deadline.last_day) - said).days)


def _fate(deadline: Deadline, standing: Standing) -> str:
    if deadline.status == DeadlineStatus.MOOT and standing.ended_on:
        return f", moot since {standing.ended_on}"
    return f", {deadline.status}" if deadline.status != DeadlineStatus.PENDING else ""


def _scope(claim: Claim, standing: Standing) -> Judged:
    """Hold what is said to be forbidden against the rules that reach it, and against their status then."""
    record = f"This list reaches {_acts(standing.effects)}."
    citation = standing.effects[0].citation if standing.effects else ""
    if any(effect.act is None for effect in standing.effects):
        return Judged(ClaimVerdict.NOT_SUPPORTED, record, "The law of this list is not in the rulebook.", citation)
    reached = {conduct.value: _reaching(conduct, standing) for conduct in claim.forbids}
    beyond = sorted(act for act, statuses in reached.items() if not statuses)
    if beyond:
        said = ", ".join(sorted(reached))
        difference = f"said {said}; no rule on this list reaches {', '.join(beyond)}"
        return Judged(ClaimVerdict.REFUTED, record, difference, citation)
    idle = {
        act: min(statuses, key=_FORCE.index)
        for act, statuses in reached.items()
        if EffectStatus.IN_FORCE not in statuses
    }
    if idle:
        told = "; ".join(f"said {act} is forbidden; that is {status}" for act, status in sorted(idle.items()))
        over = any(status in _OVER for status in idle.values())
        verdict = ClaimVerdict.REFUTED if over else ClaimVerdict.PARTLY_SUPPORTED
        return Judged(verdict, record, told.replace("_", " "), citation)
    return Judged(ClaimVerdict.SUPPORTED, record, "", citation)


def _reaching(conduct: Conduct, standing: Standing) -> frozenset[EffectStatus]:
    """Return the statuses of the effects on an act, or on an act that contains it."""
    acts = {one.value for one in with_containers(conduct)}
    return frozenset(EffectStatus(effect.status) for effect in standing.effects if effect.act in acts)


def _acts(effects: Sequence[Effect]) -> str:
    words = [f"{effect.act} of {effect.object} ({effect.status.replace('_', ' ')})" for effect in effects if effect.act]
    objects = {effect.object for effect in effects if effect.act}
    if len(objects) == 1:
        acts = ", ".join(f"{effect.act} ({effect.status.replace('_', ' ')})" for effect in effects if effect.act)
        return f"{acts}: {objects.pop()}"
    return "; ".join(words) or "nothing"


def _happened(claim: Claim, standing: Standing) -> Judged:
    kinds = {kind.value for kind in claim.happened}
    steps = [event for event in standing.events if event.kind in kinds]
    if not steps:
        said = ", ".join(sorted(kinds)).replace("_", " ")
        procedure = [event for event in standing.events if event.kind in PROCEDURAL]
        record = "; ".join(_told(event) for event in procedure[-2:]) or standing.why
        citation = procedure[-1].citation if procedure else ""
        return Judged(ClaimVerdict.NOT_SUPPORTED, record, f"said {said}; no such act is on record", citation)
    newest = steps[-1]
    if not claim.actor:
        return Judged(ClaimVerdict.SUPPORTED, _told(newest), "", newest.citation)
    own = [event for event in steps if _same_actor(claim.actor, event)]
    if own:
        return Judged(ClaimVerdict.SUPPORTED, _told(own[-1]), "", own[-1].citation)
    who = f"it was {newest.authority}" if newest.authority else "the record does not say who did it"
    return Judged(ClaimVerdict.PARTLY_SUPPORTED, _told(newest), f"said {claim.actor}; {who}", newest.citation)


def _told(event: Event) -> str:
    return f"{event.summary.rstrip('.')} ({event.on})"


def _same_actor(said: str, event: Event) -> bool:
    """Say whether an actor named in words is the authority of an act: every word of one is in the other."""
    one, other = (set(text.casefold().replace(".", "").split()) for text in (said, event.authority))
    return bool(other) and (one <= other or other <= one)
