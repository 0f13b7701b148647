"""Licences and exemptions: what lifts an effect, whole or in part, from when until when.

A licence is the chain of acts that grant, amend and end it under one name; its interval is stretched by
each extension. One that covers a whole act makes it `licensed`; a narrower one is an exception.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from fasti.model.act import Act, ActKind, LicenceScope
from fasti.model.history import PartyHistory
from fasti.model.moment import Moment
from fasti.model.standing import EffectStatus, ExceptionView
from fasti.regimes.clock import resolve
from fasti.regimes.lines import Interval, Line
from fasti.regimes.question import Law
from fasti.regimes.rule import Exemption, Formula

_GRANTS = frozenset({ActKind.LICENSED, ActKind.LICENCE_AMENDED})


@dataclass(frozen=True, slots=True)
class Licence:
    """One licence as it stands at a vantage, with the newest act of its chain."""

    newest: Act
    starts: Moment
    ends: Moment | None
    zone: str

    def interval(self) -> Interval:
        """Return the instants it covers, closed-open."""
        return self.starts.starts(self.zone), self.ends.starts(self.zone) if self.ends else None

    def status(self, at: datetime) -> str:
        """Return `pending`, `in_force` or `ended`."""
        begin, stop = self.interval()
        return _status(begin, stop, at)


def licences_for(line: Line, party: PartyHistory, law: Law) -> tuple[Licence, ...]:
    """Return the licences that touch an effect line, by name; one given for another list does not."""
    chains: dict[str, list[Act]] = {}
    for act in law.acts.values():
        scope = _scope(act, law)
        if scope is None or scope.regime != line.regime.regime_id or line.rule.act.value not in scope.conducts:
            continue
        elsewhere = act.list is not None and act.list != line.spell.list
        if not elsewhere and (not act.parties or _names(act, party)):
            chains.setdefault(scope.licence_id, []).append(act)
    found = (_licence(acts, law) for _, acts in sorted(chains.items()))
    return tuple(one for one in found if one is not None)


def _scope(act: Act, law: Law) -> LicenceScope | None:
    """Return what an act licenses, or what the licence that it ends did."""
    if act.kind is not ActKind.LICENCE_ENDED or act.licence is not None:
        return act.licence
    return next((one.licence for gone in act.acts if (one := law.acts.get(gone)) and one.licence), None)


def whole(licences: Iterable[Licence]) -> tuple[Interval, ...]:
    """Return the intervals in which a licence covers the whole act."""
    return tuple(one.interval() for one in licences if one.newest.licence is not None and one.newest.licence.whole)


def exceptions(line: Line, licences: Sequence[Licence], at: datetime) -> tuple[ExceptionView, ...]:
    """Return what stays open under a line: licences first, then the rule's own exemptions."""
    over = line.status(at) in {EffectStatus.MOOT, EffectStatus.ENDED}
    views = [_licence_view(one, at, over=over) for one in licences if not _whole(one)]
    own = (*line.case.exemptions, *line.version.exemptions)
    return (*views, *(_exemption_view(one, line, at, over=over) for one in own))


def _whole(licence: Licence) -> bool:
    return licence.newest.licence is not None and licence.newest.licence.whole


def _names(act: Act, party: PartyHistory) -> bool:
    return any(act.list == entry.list and act.concerns(entry.key) for entry in party.entries)


def _licence(acts: Sequence[Act], law: Law) -> Licence | None:
    """Join the chain of one licence; `None` if nothing visible grants it."""
    grants = [act for act in acts if act.kind in _GRANTS]
    if not grants:
        return None
    zone_name = law.view.act_zone(grants[-1])
    ends = [act.takes_effect for act in acts if act.kind is ActKind.LICENCE_ENDED]
    ends += [grants[-1].ended_at] if grants[-1].ended_at else []
    over = min(ends, key=lambda end: end.starts(zone_name), default=None)
    return Licence(grants[-1], grants[0].takes_effect, over, zone_name)


def _licence_view(licence: Licence, at: datetime, *, over: bool) -> ExceptionView:
    act = licence.newest
    scope = act.licence
    return ExceptionView(
        "licence",
        scope.licence_id if scope else act.act_id,
        scope.scope if scope else act.title,
        str(licence.starts),
        str(licence.ends) if licence.ends else None,
        "ended" if over else licence.status(at),
        act.citation,
        act.confidence.value,
    )


def _exemption_view(exemption: Exemption, line: Line, at: datetime, *, over: bool) -> ExceptionView:
    begin = _moment(exemption.start, line) or line.from_
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


def _moment(formula: Formula | None, line: Line) -> Moment | None:
    return None if formula is None else resolve(formula, line.listing, line.zone, line.reading)


def _status(begin: datetime, stop: datetime | None, at: datetime) -> str:
    if at < begin:
        return "pending"
    return "ended" if stop is not None and stop <= at else "in_force"
