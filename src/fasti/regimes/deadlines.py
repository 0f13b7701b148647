"""Deadlines: dated ends and starts that a rule sets, counted from the listing or from an event that the user dates."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from fasti.model.moment import Moment, end_of_day
from fasti.model.standing import Deadline, DeadlineStatus, EffectStatus
from fasti.regimes.clock import resolve
from fasti.regimes.effects import citation_of, confidence_of
from fasti.regimes.lines import Line
from fasti.regimes.question import Law, Question
from fasti.regimes.rule import DeadlineRule, Rulebook

FIRST_MINUTE = timedelta(minutes=1, seconds=1)
"""Orders say "prior to 12:01 a.m." and mean that the day before is the last."""

BINDING = frozenset({EffectStatus.IN_FORCE, EffectStatus.UNCONFIRMED, EffectStatus.NOT_MODELLED})
"""Statuses of a duty under which an event starts a period."""


def deadlines_of(line: Line, law: Law, question: Question, at: datetime) -> tuple[Deadline, ...]:
    """Return the deadlines of a line at an instant: those of the listing, then those of the events given."""
    own = tuple(_deadline(one, line, law, at) for one in line.case.deadlines if not one.due.event)
    return (*own, *_after_events(line, law, question, at))


def due_moment(deadline: DeadlineRule, line: Line) -> Moment:
    """Return when a deadline that is counted from the listing falls for a line."""
    return resolve(deadline.due, line.listing, line.zone, line.reading)


def event_kinds(rulebook: Rulebook) -> tuple[str, ...]:
    """Return the kinds of events from which any rule counts, sorted."""
    cases = (
        case
        for regime in rulebook.regimes
        for rule in regime.rules
        for version in rule.versions
        for case in version.cases
    )
    return tuple(sorted({one.due.event for case in cases for one in case.deadlines if one.due.event}))


def _after_events(line: Line, law: Law, question: Question, at: datetime) -> Iterable[Deadline]:
    """Yield what falls due after each event at which the duty bound; it stays due when the listing ends later."""
    for kind, on in question.events:
        if line.status(end_of_day(on, line.zone)) not in BINDING:
            continue
        for one in line.case.deadlines:
            if one.due.event == kind:
                for due in _recurring(one, Moment(on), line, at):
                    yield _of_event(one, f"{kind}={on}", due, line, law, at)


def _recurring(deadline: DeadlineRule, event: Moment, line: Line, at: datetime) -> tuple[Moment, ...]:
    """Return when a deadline falls after an event; of a yearly one the first day, and the next that is not past."""
    first = due = resolve(deadline.due, event, line.zone, line.reading)
    today = Moment.of(at, line.zone).on
    while deadline.due.yearly and due.on < today:
        held_on = deadline.due.held_on or deadline.due.yearly
        after = date.fromisoformat(f"{due.on.year:04}-{held_on}") + timedelta(days=1)
        due = resolve(deadline.due, Moment(after), line.zone, line.reading)
    return tuple(dict.fromkeys((first, due)))


def _of_event(deadline: DeadlineRule, event: str, due: Moment, line: Line, law: Law, at: datetime) -> Deadline:
    last_day = _last_day(deadline, due)
    past = Moment.of(at, line.zone).on > last_day
    status = DeadlineStatus.PASSED if past else DeadlineStatus.PENDING
    return _view(deadline, due, status, line, law, event)


def _deadline(deadline: DeadlineRule, line: Line, law: Law, at: datetime) -> Deadline:
    due = due_moment(deadline, line)
    return _view(deadline, due, _status(line, due, _last_day(deadline, due), at), line, law, None)


def _view(
    deadline: DeadlineRule, due: Moment, status: DeadlineStatus, line: Line, law: Law, event: str | None
) -> Deadline:
    return Deadline(
        what=deadline.what,
        due=str(due),
        last_day=_last_day(deadline, due).isoformat(),
        time_text=deadline.due.words,
        status=status.value,
        rule=f"{line.regime.regime_id}.{line.rule.rule_id}/{line.version.version}",
        citation=citation_of(line),
        confidence=confidence_of(line, law).value,
        event=event,
    )


def _last_day(deadline: DeadlineRule, due: Moment) -> date:
    return due.on if deadline.inclusive else _day_before(due)


def _day_before(due: Moment) -> date:
    """Return the last day before a moment; a day of which only the first minute is left does not count."""
    return due.on - timedelta(days=1) if due.at is None else (due.at - FIRST_MINUTE).date()


def _status(line: Line, due: Moment, last_day: date, at: datetime) -> DeadlineStatus:
    if line.ends is not None and line.ends <= at and line.ends <= due.published(line.zone):
        return DeadlineStatus.MOOT
    if Moment.of(at, line.zone).on > last_day:
        return DeadlineStatus.PASSED
    return DeadlineStatus.SUSPENDED if line.status(at) is EffectStatus.SUSPENDED else DeadlineStatus.PENDING
