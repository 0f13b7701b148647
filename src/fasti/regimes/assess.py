"""The one composer: a party's history, the law and a question -> its standing on each list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from fasti.model.history import EntryHistory, PartyHistory
from fasti.model.moment import Moment
from fasti.model.problem import Problem
from fasti.model.standing import Effect, EffectStatus, ListingStatus, SpellView, Standing, WithoutEffect
from fasti.regimes.conflicts import conflicts
from fasti.regimes.deadlines import deadlines_of
from fasti.regimes.effects import STRICTEST, effect_of, not_modelled, split_by_actor
from fasti.regimes.events import events_of
from fasti.regimes.lines import Line, attempts_of
from fasti.regimes.narrative import stated_reason, why
from fasti.regimes.outlook import outlook_of
from fasti.regimes.proofs import evidence_of
from fasti.regimes.question import Law, Question
from fasti.regimes.selecting import Placed, Selection, earliest, select
from fasti.regimes.tracing import unlisted, without_effect

_SILENT = frozenset({ListingStatus.NOT_FOUND, ListingStatus.NOT_COVERED})


@dataclass(frozen=True, slots=True)
class _Dates:
    """Top-level dates of a standing."""

    listed_on: str | None = None
    listed_after: str | None = None
    listed_by: str | None = None
    ended_on: str | None = None
    ended_after: str | None = None
    ended_by: str | None = None
    stated_on: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """Standings of one party, one per list, and the defects met on the way."""

    standings: tuple[Standing, ...]
    problems: tuple[Problem, ...]


def assess(party: PartyHistory, question: Question, law: Law, covered: Mapping[str, bool]) -> Assessment:
    """Say what each list means for a party at the vantage.

    Args:
        party: Its folded history.
        question: Who asks about which act.
        law: The rulebook and the visible acts.
        covered: For each list, whether a complete edition supports a statement of absence.
    """
    standings: list[Standing] = []
    problems: set[Problem] = set()
    for list_id in sorted({entry.list for entry in party.entries}):
        entries = tuple(entry for entry in party.entries if entry.list == list_id)
        standing, found = _standing(party, entries, question, law, covered=covered.get(list_id, False))
        standings.append(standing)
        problems |= {*found, *(problem for entry in entries for problem in entry.problems)}
    return Assessment(tuple(standings), tuple(sorted(problems)))


def _standing(
    party: PartyHistory, entries: Sequence[EntryHistory], question: Question, law: Law, *, covered: bool
) -> tuple[Standing, tuple[Problem, ...]]:
    list_id, zone_name = entries[0].list, entries[0].zone
    at = law.view.vantage.at(zone_name)
    opens = law.view.vantage.opens(zone_name)
    selection = select(entries, at, covered=covered)
    pairs, failed = _effects(party, selection.current, law, (opens, at), question)
    gone = [one for one in selection.past if one not in selection.current and _ends_within(one, opens, at)]
    earlier = _stricter(_effects(party, gone, law, (opens, at), question)[0], pairs)
    asked, others, rest = split_by_actor(_in_order([*earlier, *pairs]), question)
    failed += rest or (() if selection.current else unlisted(list_id, selection.status, why(selection), law))
    due = {one for pair in asked if pair in pairs for one in deadlines_of(pair[0], law, question, at)}
    deadlines = tuple(sorted(due, key=lambda one: (one.last_day, one.due, one.what, one.rule, one.event or "")))
    effects = tuple(effect for _, effect in asked)
    if not law.rulebook.reaching(list_id) and selection.status not in _SILENT:
        effects = (not_modelled(list_id),)
    dates = _dates(selection, zone_name)
    standing = Standing(
        list=list_id,
        status=selection.status.value,
        stayed_by=selection.stay.act_id if selection.stay else None,
        others_bound=others,
        listed_on=dates.listed_on,
        listed_after=dates.listed_after,
        listed_by=dates.listed_by,
        ended_on=dates.ended_on,
        ended_after=dates.ended_after,
        ended_by=dates.ended_by,
        stated_on=dates.stated_on,
        basis=dates.basis,
        spells=_spells(selection),
        between=selection.between,
        confirmed_to=_confirmed_to(entries, selection),
        why=why(selection),
        stated_reason=stated_reason(selection, law.view.catalog.lists[list_id].reason),
        effects=effects,
        not_forbidden=_not_forbidden(list_id, selection, law),
        deadlines=deadlines,
        outlook=outlook_of(entries, selection.status, asked, deadlines, law, at),
        events=events_of(entries, selection.past),
        evidence=evidence_of(entries, law.view),
        without_effect=tuple(sorted(set(failed), key=lambda one: (one.rule, one.steps[-1].name))),
    )
    return standing, conflicts((line for line, _ in pairs), party)


Pair = tuple[Line, Effect]
RuleKey = tuple[str, str, tuple[str, ...]]


def _effects(
    party: PartyHistory, spells: Iterable[Placed], law: Law, span: tuple[datetime, datetime], question: Question
) -> tuple[list[Pair], tuple[WithoutEffect, ...]]:
    """Return one effect per rule and instrument, and the rules that no spell gives one.

    Of an effect that several spells give, the strictest is told, then the earliest.
    """
    best: dict[RuleKey, Pair] = {}
    failed: dict[tuple[str, str], WithoutEffect] = {}
    for entry, spell in spells:
        for tried in attempts_of(party, entry, spell, law, span[1], question.clock):
            if tried.line is None:
                failed.setdefault((tried.regime.regime_id, tried.rule.rule_id), without_effect(tried, law, span[1]))
                continue
            pair = (tried.line, effect_of(tried.line, party, law, span, question))
            if _rule(pair) not in best or _strictness(pair) < _strictness(best[_rule(pair)]):
                best[_rule(pair)] = pair
    held = {rule[:2] for rule in best}
    return [best[rule] for rule in sorted(best)], tuple(one for rule, one in failed.items() if rule not in held)


def _stricter(earlier: Iterable[Pair], now: Iterable[Pair]) -> list[Pair]:
    """Return what bound more strictly earlier in the day, under a spell that has ended, than what speaks now."""
    known = {_rule(pair): _strictness(pair)[0] for pair in now}
    return [pair for pair in earlier if _strictness(pair)[0] < known.get(_rule(pair), len(STRICTEST))]


def _in_order(pairs: Iterable[Pair]) -> list[Pair]:
    return sorted(pairs, key=lambda pair: (_rule(pair), pair[0].starts))


def _rule(pair: Pair) -> RuleKey:
    """Return what tells effects apart: a rule, and its instrument where each programme has one of its own."""
    return pair[0].regime.regime_id, pair[0].rule.rule_id, pair[0].version.basis


def _strictness(pair: Pair) -> tuple[int, datetime]:
    line, effect = pair
    return STRICTEST.index(EffectStatus(effect.status)), line.starts


def _ends_within(placed: Placed, opens: datetime, at: datetime) -> bool:
    entry, spell = placed
    return spell.end is not None and opens < spell.end.moment.starts(entry.zone) <= at


def _dates(selection: Selection, zone_name: str) -> _Dates:
    """Return the top-level dates: those of the spell at the vantage, or of the last before it."""
    if not selection.current:
        return _Dates()
    start = earliest(selection.current)[1].start
    ends = [spell.end for _, spell in selection.current if spell.end is not None]
    end = ends[0] if len(ends) == len(selection.current) else None
    stated = [spell.stated_on for _, spell in selection.current if spell.stated_on]
    return _Dates(
        listed_on=start.moment.on.isoformat(),
        listed_after=_on(start.after, zone_name),
        listed_by=_on(start.by, zone_name),
        ended_on=end.moment.on.isoformat() if end else None,
        ended_after=_on(end.after, zone_name) if end else None,
        ended_by=_on(end.by, zone_name) if end else None,
        stated_on=min(stated) if stated else None,
        basis=start.basis,
    )


def _on(instant: datetime | None, zone_name: str) -> str | None:
    return Moment.of(instant, zone_name).on.isoformat() if instant is not None else None


def _spells(selection: Selection) -> tuple[SpellView, ...]:
    views = {
        SpellView(
            spell.start.moment.on.isoformat(),
            spell.end.moment.on.isoformat() if spell.end else None,
            spell.start.basis,
            spell.legal_basis,
            entry.key,
        )
        for entry, spell in selection.past
    }
    return tuple(sorted(views, key=lambda one: (one.listed_on, one.ended_on or "9999", one.legal_basis, one.key)))


def _confirmed_to(entries: Sequence[EntryHistory], selection: Selection) -> str | None:
    """Return how far the state is confirmed, where that lies before the vantage; an end needs no confirming."""
    if selection.status in {ListingStatus.ENDED, ListingStatus.WITHDRAWN}:
        return None
    dates = [entry.confirmed_to for entry in entries]
    known = [one for one in dates if one is not None]
    return max(known) if known and len(known) == len(dates) else None


def _not_forbidden(list_id: str, selection: Selection, law: Law) -> tuple[str, ...]:
    if selection.status in _SILENT:
        return ()
    return tuple(
        f"{one.text} ({one.citation})"
        for regime in law.rulebook.reaching(list_id)
        for one in regime.not_forbidden
        if (not one.lists or list_id in one.lists) and (not one.made_by or one.made_by in law.acts)
    )
