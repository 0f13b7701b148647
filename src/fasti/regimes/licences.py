"""Licences and exemptions: what lifts an effect, whole or in part, from when until when.

A licence is the chain of acts that grant, amend and end it under one name; its interval is stretched by
each extension. One that covers a whole act makes it `licensed`; a narrower one is an exception.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from fasti.model.act import Act, ActKind
from fasti.model.history import PartyHistory
from fasti.model.moment import Moment
from fasti.model.standing import EffectStatus, ExceptionView
from fasti.regimes.clock import resolve
from fasti.regimes.formula import Formula
from fasti.regimes.line_state import Interval
from fasti.regimes.lines import Line
from fasti.regimes.question import Law
from fasti.regimes.rule import Exemption

_GRANTS = frozenset({ActKind.LICENSED, ActKind.LICENCE_AMENDED})


@dataclass(frozen=True, slots=True)
class Grant:
    """One act of a licence's chain, from its effect until its own end, an end by act, or the next grant."""

    act: Act
    begin: datetime
    stop: datetime | None
    ends: Moment | None

    def covers(self, at: datetime) -> bool:
        """Say whether it is in force at an instant."""
        return self.begin <= at and (self.stop is None or at < self.stop)

    @property
    def whole(self) -> bool:
        """Whether it covers the whole act."""
        return self.act.licence is not None and self.act.licence.whole


@dataclass(frozen=True, slots=True)
class Licence:
    """One licence as it stands at a vantage: its grants in order, at least one."""

    grants: tuple[Grant, ...]

    def shown(self, at: datetime) -> int:
        """Return the place of the grant that speaks at an instant: in force, else next to come, else the last."""
        speaking = (place for place, one in enumerate(self.grants) if one.covers(at) or one.begin > at)
        return next(speaking, len(self.grants) - 1)

    def chain(self, place: int) -> tuple[Grant, Grant]:
        """Return the first and the last of the grants that follow each other without a gap around one."""
        first = last = place
        while first > 0 and self.grants[first - 1].stop == self.grants[first].begin:
            first -= 1
        while last + 1 < len(self.grants) and self.grants[last].stop == self.grants[last + 1].begin:
            last += 1
        return self.grants[first], self.grants[last]


def licences_for(line: Line, party: PartyHistory, law: Law) -> tuple[Licence, ...]:
    """Return the licences that touch an effect line, by name; one given for another list does not."""
    chains: dict[str, list[Act]] = {}
    for act, scope in law.licensing.get(line.regime.regime_id, ()):
        if line.rule.act.value not in scope.conducts:
            continue
        elsewhere = act.list is not None and act.list != line.spell.list
        if not elsewhere and (not act.parties or _names(act, party)):
            chains.setdefault(scope.licence_id, []).append(act)
    found = (_licence(acts, law) for _, acts in sorted(chains.items()))
    return tuple(one for one in found if one is not None)


def licences_of(regime_id: str, list_id: str, law: Law, at: datetime) -> tuple[ExceptionView, ...]:
    """Return every licence under a regime that touches a list, for all its entries or for some, by name."""
    chains: dict[str, list[Act]] = {}
    for act, scope in law.licensing.get(regime_id, ()):
        if act.list in {None, list_id}:
            chains.setdefault(scope.licence_id, []).append(act)
    found = (_licence(acts, law) for _, acts in sorted(chains.items()))
    return tuple(_licence_view(one, at, over=False) for one in found if one is not None)


def whole(licences: Iterable[Licence]) -> tuple[Interval, ...]:
    """Return the intervals in which a licence covers the whole act."""
    return tuple((grant.begin, grant.stop) for one in licences for grant in one.grants if grant.whole)


def exceptions(line: Line, licences: Sequence[Licence], law: Law, at: datetime) -> tuple[ExceptionView, ...]:
    """Return what stays open under a line: licences first, then the rule's own exemptions that are visible."""
    over = line.status(at) in {EffectStatus.MOOT, EffectStatus.ENDED}
    views = [_licence_view(one, at, over=over) for one in licences if not one.grants[one.shown(at)].whole]
    own = (*line.case.exemptions, *line.version.exemptions, *line.rule.exemptions)
    shown = (one for one in own if _is_for(one, line) and (not one.made_by or one.made_by in law.acts))
    return (*views, *(_exemption_view(one, line, law, at, over=over) for one in shown))


def _is_for(exemption: Exemption, line: Line) -> bool:
    return not exemption.basis or line.spell.legal_basis in exemption.basis


def _names(act: Act, party: PartyHistory) -> bool:
    return any(act.list == entry.list and act.concerns(entry.key) for entry in party.entries)


def _licence(acts: Sequence[Act], law: Law) -> Licence | None:
    """Join the chain of one licence; `None` if nothing visible grants it."""
    granting = [act for act in acts if act.kind in _GRANTS]
    ends = [_dated(act, act.takes_effect, law) for act in acts if act.kind is ActKind.LICENCE_ENDED]
    starts = [_dated(act, act.takes_effect, law) for act in granting]
    grants = []
    for place, act in enumerate(granting):
        begin = starts[place][0]
        said = [_dated(act, act.ended_at, law)] if act.ended_at else []
        after = (*said, *(end for end in ends if end[0] >= begin), *starts[place + 1 : place + 2])
        stop, ended = min(after, key=lambda one: one[0], default=(None, None))
        grants.append(Grant(act, begin, stop, ended))
    return Licence(tuple(grants)) if grants else None


def _dated(act: Act, moment: Moment, law: Law) -> tuple[datetime, Moment]:
    return moment.starts(law.view.act_zone(act)), moment


def _licence_view(licence: Licence, at: datetime, *, over: bool) -> ExceptionView:
    place = licence.shown(at)
    grant, (first, last) = licence.grants[place], licence.chain(place)
    scope = grant.act.licence
    return ExceptionView(
        "licence",
        scope.licence_id if scope else grant.act.act_id,
        scope.scope if scope else grant.act.title,
        str(first.act.takes_effect),
        str(last.ends) if last.ends else None,
        "ended" if over else _status(grant.begin, grant.stop, at),
        grant.act.citation,
        grant.act.confidence.value,
    )


def _exemption_view(exemption: Exemption, line: Line, law: Law, at: datetime, *, over: bool) -> ExceptionView:
    begin = _moment(exemption.start, line) or _opening(exemption, line, law)
    stop = _moment(exemption.end, line)
    if stop is not None and exemption.through and stop.at is None:
        stop = Moment(stop.on + timedelta(days=1))
    status = _status(begin.starts(line.zone), stop.starts(line.zone) if stop else None, at)
    return ExceptionView(
        "exemption",
        exemption.name,
        exemption.scope,
        str(begin),
        str(stop) if stop else None,
        "ended" if over else status,
        exemption.citation,
        line.version.confidence.value,
    )


def _opening(exemption: Exemption, line: Line, law: Law) -> Moment:
    """Return when an exemption begins of itself: with the effect, or with the act that opened it later."""
    act = law.acts.get(exemption.made_by)
    later = act is not None and act.takes_effect.starts(law.view.act_zone(act)) > line.starts
    return act.takes_effect if act is not None and later else line.from_


def _moment(formula: Formula | None, line: Line) -> Moment | None:
    return None if formula is None else resolve(formula, line.listing, line.zone, line.reading)


def _status(begin: datetime, stop: datetime | None, at: datetime) -> str:
    if at < begin:
        return "pending"
    return "ended" if stop is not None and stop <= at else "in_force"
