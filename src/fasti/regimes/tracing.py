"""The steps of the fold: each question that decided an effect, its answer, why, and where that is written.

They are read off the values that decided it: the spell, the version, the case, the state of the line.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from fasti.model.act import Act
from fasti.model.history import Boundary, Spell
from fasti.model.moment import Moment
from fasti.model.standing import EffectStatus, ExceptionView, ListingStatus, Step, WithoutEffect
from fasti.regimes.licences import Licence
from fasti.regimes.line_state import LineState
from fasti.regimes.lines import Attempt, Line
from fasti.regimes.question import Law, Question
from fasti.regimes.rule import Reach, Regime, Rule

YES, NO, UNKNOWN = "yes", "no", "unknown"
BASES = {"act": "by an act", "stated": "as the entry itself states", "observed": "by the first edition that shows it"}


def steps_of(
    line: Line,
    at: datetime,
    law: Law,
    question: Question,
    licences: Sequence[Licence],
    open_: Sequence[ExceptionView],
) -> tuple[Step, ...]:
    """Return the steps by which a line has its status at an instant.

    Args:
        line: The line, with its licences.
        at: The instant.
        law: Law visible at the vantage.
        question: Who asks about which act.
        licences: Licences that touch the line.
        open_: Licences and exemptions that leave part of it open, as shown.
    """
    state = line.state(at)
    return (
        _listing(line.spell, line.zone, law, at),
        _version(line, law),
        Step("class", "Does the entry fall in a class of it?", YES, line.case.name, _where(line)),
        _actor(line.rule, question, _where(line)),
        _act(line.rule, question, _where(line)),
        *_running(line, law, state),
        _stay(line, at, state),
        _start(line, at, state),
        _confirmed(line, state),
        _licence(at, licences, state),
        _modelled(line, state),
        _exception(open_),
    )


def without_effect(attempt: Attempt, law: Law, at: datetime) -> WithoutEffect:
    """Return how far a rule came that gives no effect for a spell: the last step is the one that failed."""
    version = attempt.version
    listing = _listing(attempt.spell, attempt.entry.zone, law, at)
    if listing.answer != YES:
        return _failed(attempt.regime, attempt.rule, (listing,))
    if version is None:
        waiting = ", ".join(dict.fromkeys(one.made_by for one in attempt.rule.versions if one not in attempt.versions))
        because = (
            f"none had been made and published by then ({waiting})" if waiting else "none stood while it was listed"
        )
        missing = Step("version", "Does a version of the rule stand?", NO, because, "")
        return _failed(attempt.regime, attempt.rule, (listing, missing))
    made = law.acts[version.made_by]
    stands = Step("version", "Does a version of the rule stand?", YES, _made(version.version, made), version.citation)
    classes = "; ".join(dict.fromkeys(case.name for case in version.cases))
    unfit = Step("class", "Does the entry fall in a class of it?", NO, f"it is in none of: {classes}", version.citation)
    return _failed(attempt.regime, attempt.rule, (listing, stands, unfit))


def not_asked(line: Line, steps: Sequence[Step]) -> WithoutEffect:
    """Return a rule that does not answer the question: its steps up to the first that fails."""
    failing = next(place for place, one in enumerate(steps) if one.name in {"actor", "act"} and one.answer != YES)
    return _failed(line.regime, line.rule, tuple(steps[: failing + 1]))


def unlisted(list_id: str, status: ListingStatus, why: str, law: Law) -> tuple[WithoutEffect, ...]:
    """Return every rule of a list on which no spell speaks: the listing is not in force, or nothing is held of it."""
    answer = UNKNOWN if status is ListingStatus.NOT_COVERED else NO
    step = Step("listing", "Is the listing in force?", answer, why, "")
    return tuple(
        _failed(regime, rule, (step,))
        for regime in law.rulebook.reaching(list_id)
        for rule in regime.rules
        if rule.reach is Reach.LISTED and any(list_id in version.lists for version in rule.versions)
    )


def _failed(regime: Regime, rule: Rule, steps: tuple[Step, ...]) -> WithoutEffect:
    bound = tuple(sorted(role.value for role in rule.bound))
    rule_id = f"{regime.regime_id}.{rule.rule_id}"
    return WithoutEffect(regime.regime_id, rule.act.value, bound, rule_id, rule.phrase, steps)


def _where(line: Line) -> str:
    return line.case.citation or line.version.citation


def _listing(spell: Spell, zone_name: str, law: Law, at: datetime) -> Step:
    question = "Is the listing in force?"
    if at < spell.start.moment.starts(zone_name):
        because = f"it takes effect on {spell.start.moment}"
        return Step("listing", question, NO, because, _cited(spell.start, law))
    if spell.end is not None and spell.end.moment.starts(zone_name) <= at:
        because = f"it ended on {spell.end.moment}{_titled(spell.end, law)}"
        return Step("listing", question, NO, because, _cited(spell.end, law))
    because = f"since {spell.start.moment}{_titled(spell.start, law)}"
    return Step("listing", question, YES, because, _cited(spell.start, law))


def _titled(boundary: Boundary, law: Law) -> str:
    act = law.acts.get(boundary.act_id or "")
    return f": {act.title}" if act else f", {BASES[boundary.basis]}"


def _cited(boundary: Boundary, law: Law) -> str:
    act = law.acts.get(boundary.act_id or "")
    return act.citation if act else f"edition {boundary.edition_id}" if boundary.edition_id else ""


def _version(line: Line, law: Law) -> Step:
    because = _made(line.version.version, law.acts[line.version.made_by])
    return Step("version", "Does a version of the rule stand?", YES, because, line.version.citation)


def _made(version: str, act: Act) -> str:
    return f"{version}, from {act.takes_effect}: {act.title}"


def _actor(rule: Rule, question: Question, citation: str) -> Step:
    bound = ", ".join(sorted(role.value for role in rule.bound))
    if not question.actor:
        return Step("actor", "Is whoever asks bound by it?", YES, f"nobody is named; it binds {bound}", citation)
    answer = YES if question.actor & set(rule.bound) else NO
    return Step("actor", "Is whoever asks bound by it?", answer, f"it binds {bound}", citation)


def _act(rule: Rule, question: Question, citation: str) -> Step:
    asked = "Is the act asked about within it?"
    if question.conduct is None:
        return Step("act", asked, YES, f"no act is named; it reaches {rule.act.value}", citation)
    answer = YES if question.asks(rule.act) else NO
    return Step("act", asked, answer, f"it reaches {rule.act.value}", citation)


def _running(line: Line, law: Law, state: LineState) -> tuple[Step, ...]:
    asked = "Is it still running?"
    if not state.over:
        ends = f"it ends on {line.until}" if line.until else "no end is set"
        return (Step("running", asked, YES, ends, _where(line)),)
    ended = Step("running", asked, NO, f"it ended on {line.until}", _end_cited(line, law))
    because = f"its start was {line.from_}"
    return ended, Step("ever", "Was it ever in force before that?", YES if state.ever else NO, because, _where(line))


def _end_cited(line: Line, law: Law) -> str:
    spell = line.spell
    if spell.end is not None and spell.end.moment.starts(line.zone) == line.ends:
        return _cited(spell.end, law)
    over = law.ended(line.version)
    return over.citation if over else _where(line)


def _stay(line: Line, at: datetime, state: LineState) -> Step:
    asked = "Does an order or act suspend it?"
    if not state.stayed:
        return Step("stay", asked, NO, "none does at that moment", "")
    acts = [one.act for one in line.stays if one.covers(at)]
    return Step("stay", asked, YES, "; ".join(act.title for act in acts), "; ".join(act.citation for act in acts))


def _start(line: Line, at: datetime, state: LineState) -> Step:
    wording = f' ("{line.case.start.words}")' if line.case.start.words else ""
    because = f"it is {line.from_}{wording}; the moment asked about is {Moment.of(at, line.zone)}"
    return Step("start", "Has its start been reached?", YES if state.begun else NO, because, _where(line))


def _confirmed(line: Line, state: LineState) -> Step:
    to = line.version.confirmed_to
    because = f"known to stand up to {to}" if to else "no doubt is recorded"
    asked = "Is the rule known to stand on that day?"
    return Step("confirmed", asked, YES if state.confirmed else NO, because, line.version.citation)


def _licence(at: datetime, licences: Iterable[Licence], state: LineState) -> Step:
    asked = "Does a licence cover the whole act?"
    if not state.licensed:
        return Step("licence", asked, NO, "none does at that moment", "")
    acts = [one.act for each in licences for one in each.grants if one.whole and one.covers(at)]
    return Step("licence", asked, YES, "; ".join(act.title for act in acts), "; ".join(act.citation for act in acts))


def _modelled(line: Line, state: LineState) -> Step:
    because = "the rule tells it" if state.modelled else f"not for the class: {line.case.name}"
    asked = "Can the rule tell what follows for this class?"
    return Step("modelled", asked, YES if state.modelled else NO, because, _where(line))


def _exception(open_: Sequence[ExceptionView]) -> Step:
    asked = "Is part of it open by a licence or exemption?"
    live = [one for one in open_ if one.status == EffectStatus.IN_FORCE]
    if not live:
        return Step("exception", asked, NO, "none is in force at that moment", "")
    because = "; ".join(f"{one.kind} {one.name}" for one in live)
    return Step("exception", asked, YES, because, "; ".join(dict.fromkeys(one.citation for one in live)))
