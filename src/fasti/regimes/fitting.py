"""Says whether an entry's stay on a list falls under a case of a rule, and fills in the dates the entry states."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache

from fasti.model.history import EntryHistory, PartyHistory, Spell
from fasti.model.listing import Fact
from fasti.regimes.condition import Condition, Says
from fasti.regimes.formula import Formula
from fasti.regimes.question import Law
from fasti.regimes.rule import Case

REMARKS = "remarks"
"""The kind under which a condition asks for the publisher's free text."""


def case_for(
    cases: Sequence[Case], party: PartyHistory, entry: EntryHistory, spell: Spell, law: Law, at: datetime
) -> Case | None:
    """Return the first case that fits a spell by what had begun at an instant, its stated dates filled in."""
    for case in cases:
        if fits(case.when, party, entry, spell, law, at):
            settled = _settled(case, entry, spell)
            if settled is not None:
                return settled
    return None


def fits(condition: Condition, party: PartyHistory, entry: EntryHistory, spell: Spell, law: Law, at: datetime) -> bool:
    """Say whether a spell falls under a condition, by what had begun at an instant."""
    effect = spell.start.moment.on.isoformat()
    elsewhere, also = condition.unless_listed_on, condition.if_listed_on
    return (
        (condition.named_in is None or _named(condition.named_in, party, law))
        and (not condition.basis or any(_matches(one, spell.legal_basis) for one in condition.basis))
        and (not condition.kinds or _kind(party, entry) in condition.kinds)
        and (condition.listed_from is None or effect >= condition.listed_from)
        and (condition.listed_before is None or effect < condition.listed_before)
        and all(says(one, entry) for one in condition.says)
        and not any(says(one, entry) for one in condition.silent)
        and (elsewhere is None or not _overlaps(elsewhere, party, spell, entry.zone, at))
        and (also is None or _overlaps(also, party, spell, entry.zone, at))
    )


def says(wanted: Says, entry: EntryHistory) -> bool:
    """Say whether an entry says something; one of which only acts speak says nothing."""
    return any(_is_meant(wanted, fact) for fact in _facts(entry))


def wordings(entry: EntryHistory, what: str) -> tuple[str, ...]:
    """Return the words of an entry's facts of a kind; `remarks` asks for its free text."""
    return tuple(fact.text for fact in _facts(entry) if fact.what == what)


def _facts(entry: EntryHistory) -> tuple[Fact, ...]:
    """Return what an entry says, its free text as one more fact; nothing if only acts speak of it."""
    if entry.listing is None:
        return ()
    remarks = (Fact(REMARKS, entry.listing.remarks),) if entry.listing.remarks else ()
    return (*entry.listing.facts, *remarks)


def _is_meant(wanted: Says, fact: Fact) -> bool:
    return (
        fact.what == wanted.what
        and (not wanted.texts or any(_matches(one, fact.text) for one in wanted.texts))
        and (not wanted.values or fact.value in wanted.values)
    )


def _matches(pattern: str, text: str) -> bool:
    return _compiled(pattern).fullmatch(text) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    words = ".*".join(re.escape(part) for part in pattern.split("*"))
    return re.compile(words, re.IGNORECASE | re.DOTALL)


def _kind(party: PartyHistory, entry: EntryHistory) -> str:
    return entry.listing.kind.value if entry.listing else party.kind


def _named(act_id: str, party: PartyHistory, law: Law) -> bool:
    """Say whether an act names any entry of the party."""
    act = law.acts.get(act_id)
    return act is not None and any(act.list == one.list and act.concerns(one.key) for one in party.entries)


def _overlaps(list_id: str, party: PartyHistory, spell: Spell, zone_name: str, at: datetime) -> bool:
    """Say whether the party was on another list at any time of the spell up to an instant."""
    begin = spell.start.moment.starts(zone_name)
    stop = spell.end.moment.starts(zone_name) if spell.end else None
    for entry in party.entries:
        for other in entry.spells if entry.list == list_id else ():
            starts = other.start.moment.starts(entry.zone)
            ends = other.end.moment.starts(entry.zone) if other.end else None
            if starts <= at and (stop is None or starts < stop) and (ends is None or begin < ends):
                return True
    return False


def _settled(case: Case, entry: EntryHistory, spell: Spell) -> Case | None:
    """Return a case with the dates that the entry states in place of the formulas that ask for them.

    A case that begins on a date which the entry does not state does not fit it; an end, a deadline or an
    exemption that it does not date stays out.
    """
    if not any(formula.stated for formula in case.formulas()):
        return case
    start = _dated(case.start, entry, spell)
    if start is None:
        return None
    deadlines = ((one, _dated(one.due, entry, spell)) for one in case.deadlines)
    return replace(
        case,
        start=start,
        end=_dated(case.end, entry, spell) if case.end else None,
        deadlines=tuple(replace(one, due=due) for one, due in deadlines if due is not None),
    )


def _dated(formula: Formula, entry: EntryHistory, spell: Spell) -> Formula | None:
    if not formula.stated:
        return formula
    stated = entry.listing.stated if entry.listing else ()
    on = [
        one.on
        for one in stated
        if one.what == formula.stated and one.list == spell.list and one.basis in {"", spell.legal_basis}
    ]
    return replace(formula, stated="", on=max(on)) if on else None
