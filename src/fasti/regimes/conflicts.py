"""Compares the dates that rules compute with those that official files state; a conflict is shown, not chosen away."""

from collections.abc import Iterable

from fasti.model.history import PartyHistory
from fasti.model.problem import Problem, Severity
from fasti.regimes.deadlines import due_moment
from fasti.regimes.lines import Line


def conflicts(lines: Iterable[Line], party: PartyHistory) -> tuple[Problem, ...]:
    """Return one problem for each stated date that differs from the rule's, which is followed."""
    found = set()
    for line in lines:
        computed = {line.rule.stated_as: line.from_}
        computed |= {one.stated_as: due_moment(one, line) for one in line.case.deadlines if not one.due.event}
        for list_id, what, on, label in _stated(party, line):
            moment = computed.get(what)
            if what and moment is not None and on != moment.on.isoformat():
                message = (
                    f"The file of {list_id} gives {label} {on} for {party.caption}; "
                    f"{line.version.citation} gives {moment}, which is followed"
                )
                found.add(Problem("stated_date_differs", message, f"{list_id} {label}", Severity.WARNING))
    return tuple(sorted(found))


def _stated(party: PartyHistory, line: Line) -> Iterable[tuple[str, str, str, str]]:
    """Yield the dates that the party's file entries state about lists that the same order reaches."""
    made_by = line.version.made_by
    lists = {one for version in line.rule.versions if version.made_by == made_by for one in version.lists}
    for entry in party.entries:
        for stated in entry.listing.stated if entry.listing else ():
            if stated.list == entry.list and stated.list in lists:
                yield stated.list, stated.what, stated.on, stated.label
