"""Effects and deadlines as the answer shows them: lines filtered by who asks, with the strictest status of the day."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from fasti.model.act import Confidence
from fasti.model.history import PartyHistory
from fasti.model.moment import Moment, utc_text
from fasti.model.standing import (
    Alternative,
    Change,
    Effect,
    EffectStatus,
    OtherBound,
    WithoutEffect,
)
from fasti.regimes.clock import POLICY, other_reading, resolve
from fasti.regimes.licences import exceptions, licences_for, whole
from fasti.regimes.lines import Line
from fasti.regimes.question import Law, Question
from fasti.regimes.tracing import not_asked, steps_of

STRICTEST = (
    EffectStatus.IN_FORCE,
    EffectStatus.UNCONFIRMED,
    EffectStatus.LICENSED,
    EffectStatus.SUSPENDED,
    EffectStatus.PENDING,
    EffectStatus.ENDED,
    EffectStatus.MOOT,
    EffectStatus.NOT_MODELLED,
)
"""Statuses by how much they bind, strictest first; used where a day holds several."""

_WEAKER = {Confidence.HIGH: 0, Confidence.MED: 1, Confidence.LOW: 2}


def effect_of(line: Line, party: PartyHistory, law: Law, span: tuple[datetime, datetime], question: Question) -> Effect:
    """Return one effect at a vantage.

    Args:
        line: Rule applied to spell.
        party: The party, for licences that name it.
        law: Law visible at the vantage.
        span: First and last instant the question covers.
        question: Who asks about which act, for the steps.
    """
    opens, at = span
    licences = licences_for(line, party, law)
    line = replace(line, licensed=whole(licences))
    statuses = _through(line, opens, at)
    when, strictest = min(statuses, key=lambda one: STRICTEST.index(one[1]))
    return Effect(
        regime=line.regime.regime_id,
        act=line.rule.act.value,
        object=line.case.object or line.rule.object,
        bound=tuple(sorted(role.value for role in line.rule.bound)),
        status=strictest.value,
        from_=str(line.from_),
        until=str(line.until) if line.until else None,
        time_text=line.case.start.words,
        changes=_changes(line, statuses),
        exceptions=exceptions(line, licences, law, at),
        alternatives=_alternatives(line),
        via=None,
        rule=f"{line.regime.regime_id}.{line.rule.rule_id}/{line.version.version}",
        phrase=line.case.phrase or line.version.phrase or line.rule.phrase,
        citation=citation_of(line),
        confidence=confidence_of(line, law).value,
        terms=line.terms,
        steps=steps_of(line, when, law, question, licences, exceptions(line, licences, law, when)),
    )


def not_modelled(regime: str) -> Effect:
    """Return the effect that says the law of a list is not in the rulebook."""
    return Effect(
        regime=regime,
        act=None,
        object="",
        bound=(),
        status=EffectStatus.NOT_MODELLED.value,
        from_=None,
        until=None,
        time_text="",
        changes=(),
        exceptions=(),
        alternatives=(),
        via=None,
        rule=None,
        phrase="what this list forbids",
        citation="",
        confidence=Confidence.LOW.value,
    )


def citation_of(line: Line) -> str:
    """Return where an effect is written: at its case's own place, else at its version's."""
    return line.case.citation or line.version.citation


def split_by_actor(
    lines: Iterable[tuple[Line, Effect]], question: Question
) -> tuple[list[tuple[Line, Effect]], tuple[OtherBound, ...], tuple[WithoutEffect, ...]]:
    """Return the effects that answer the question, who else is bound by the rest, and where each of the rest fails."""
    asked: list[tuple[Line, Effect]] = []
    others: set[OtherBound] = set()
    rest: list[WithoutEffect] = []
    for line, effect in lines:
        wanted = question.asks(line.rule.act)
        if wanted and (not question.actor or question.actor & set(line.rule.bound)):
            asked.append((line, effect))
            continue
        rest.append(not_asked(line, effect.steps))
        if wanted:
            others |= {OtherBound(role.value, effect.act, effect.status) for role in line.rule.bound}
    return asked, tuple(sorted(others, key=lambda one: (one.actor, one.act or "", one.status))), tuple(rest)


def _through(line: Line, opens: datetime, at: datetime) -> list[tuple[datetime, EffectStatus]]:
    """Return the status at the first instant asked about and at each change up to the last."""
    points = [opens, *(point for point in line.turning_points() if opens < point <= at), at]
    return [(point, line.status(point)) for point in points]


def _changes(line: Line, statuses: Sequence[tuple[datetime, EffectStatus]]) -> tuple[Change, ...]:
    """Return the changes after the first instant; none if the status holds throughout."""
    return tuple(
        Change(str(Moment.of(point, line.zone)), after.value)
        for (_, before), (point, after) in pairwise(statuses)
        if before is not after
    )


def _alternatives(line: Line) -> tuple[Alternative, ...]:
    """Return what the other reading of the clock gives, where it differs and the clock decides the start."""
    reading = other_reading(line.reading)
    start = resolve(line.case.start, line.listing, line.zone, reading)
    read = resolve(line.case.start, line.listing, line.zone, line.reading)
    if not line.case.start.clock or read != line.from_ or _same(start, read):
        return ()
    return (Alternative(f"{POLICY}={reading}", str(start), str(line.until) if line.until else None),)


def _same(one: Moment, other: Moment) -> bool:
    return one.at is not None and other.at is not None and utc_text(one.at) == utc_text(other.at)


def confidence_of(line: Line, law: Law) -> Confidence:
    """Return the weakest of the confidence of version, case and the act that listed the party."""
    listed = law.acts.get(line.spell.start.act_id or "")
    choices = [
        line.version.confidence,
        line.case.confidence or line.version.confidence,
        *([listed.confidence] if listed else []),
    ]
    return max(choices, key=lambda one: _WEAKER[one])
