"""Judges a structured claim against a standing: each slot it fills is held against the record at its own time."""

from collections.abc import Sequence
from datetime import date

from fasti.model.act import ActKind
from fasti.model.claim import Claim, ClaimVerdict, Judged
from fasti.model.standing import Deadline, DeadlineStatus, Effect, Event, Standing

PROCEDURE = frozenset(
    kind.value
    for kind in (
        ActKind.SUIT_FILED,
        ActKind.STATUS_REPORTED,
        ActKind.ENJOINED,
        ActKind.STAY_LIFTED,
        ActKind.UPHELD,
        ActKind.APPEALED,
        ActKind.VACATED,
    )
)
"""Steps of a proceeding, told where a claim names one that is not on record."""

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
    nearest = named[0] if named else standing.deadlines[0]
    record = f"{nearest.what}: {nearest.last_day}{_fate(nearest, standing)}"
    if named and nearest.status != DeadlineStatus.MOOT:
        return Judged(ClaimVerdict.SUPPORTED, record, "", nearest.citation)
    difference = f"said {said}; the rule gives {nearest.last_day}{_fate(nearest, standing)}"
    return Judged(ClaimVerdict.REFUTED, record, difference, nearest.citation)


def _fate(deadline: Deadline, standing: Standing) -> str:
    if deadline.status == DeadlineStatus.MOOT and standing.ended_on:
        return f", moot since {standing.ended_on}"
    return f", {deadline.status}" if deadline.status != DeadlineStatus.PENDING else ""


def _scope(claim: Claim, standing: Standing) -> Judged:
    said = {conduct.value for conduct in claim.forbids}
    held = {effect.act for effect in standing.effects if effect.act}
    record = f"This list reaches {_acts(standing.effects)}."
    citation = standing.effects[0].citation if standing.effects else ""
    beyond = sorted(said - held)
    if beyond:
        difference = f"said {', '.join(sorted(said))}; no rule on this list reaches {', '.join(beyond)}"
        return Judged(ClaimVerdict.REFUTED, record, difference, citation)
    return Judged(ClaimVerdict.SUPPORTED, record, "", citation)


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
        procedure = [event for event in standing.events if event.kind in PROCEDURE]
        record = "; ".join(_told(event) for event in procedure[-2:]) or standing.why
        citation = procedure[-1].citation if procedure else ""
        return Judged(ClaimVerdict.NOT_SUPPORTED, record, f"said {said}; no such act is on record", citation)
    newest = steps[-1]
    if claim.actor and not _same_actor(claim.actor, newest):
        difference = f"said {claim.actor}; it was {newest.authority}"
        return Judged(ClaimVerdict.PARTLY_SUPPORTED, _told(newest), difference, newest.citation)
    return Judged(ClaimVerdict.SUPPORTED, _told(newest), "", newest.citation)


def _told(event: Event) -> str:
    return f"{event.summary.rstrip('.')} ({event.on})"


def _same_actor(said: str, event: Event) -> bool:
    """Say whether an actor named in words is the authority of an act: every word of one is in the other."""
    one, other = (set(text.casefold().replace(".", "").split()) for text in (said, event.authority))
    return one <= other or other <= one
