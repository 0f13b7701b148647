"""The fold: visible evidence of one list entry -> its history. Pure; the reference for every other way.

Acts win on law, files win on presence that no act speaks of, and a contradiction between them is a
`Problem` that travels with the answer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from fasti.ledger.runs import EditionSequence, Run
from fasti.ledger.turns import (
    DatedAct,
    Turn,
    act_turn,
    closers,
    dated,
    end_of_run,
    openers,
    start_of_run,
)
from fasti.model.act import CLOSING, Act, ActKind
from fasti.model.history import Boundary, Spell, Stay
from fasti.model.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Folded:
    """Spells and stays of one entry, with the contradictions met on the way."""

    spells: tuple[Spell, ...]
    stays: tuple[Stay, ...]
    problems: tuple[Problem, ...]


def fold_entry(
    list_id: str,
    key: str,
    zone_name: str,
    runs: Sequence[Run],
    sequence: EditionSequence,
    acts: Sequence[Act],
) -> Folded:
    """Fold the evidence of one entry on one list.

    Args:
        list_id: The list.
        key: The entry.
        zone_name: Zone of the list.
        runs: What the admitted editions show.
        sequence: Those editions.
        acts: Visible acts on this list that concern the entry, and the acts that withdraw or lift those.
    """
    ordered = dated(acts, zone_name)
    machines = _machines(list_id, runs, sequence, ordered, zone_name)
    spells: list[Spell] = []
    problems: list[Problem] = []
    for basis, turns in machines.items():
        machine = _Machine(list_id, key, basis)
        for turn in sorted(turns, key=lambda one: (one.at, one.opens)):
            machine.take(turn)
        spells += machine.finished()
        problems += machine.problems
        own = [run for run in runs if run.basis == basis]
        problems += _contradictions(key, machine.finished(), own, sequence, ordered)
    spells.sort(key=lambda spell: (spell.start.moment.starts(zone_name), spell.legal_basis))
    return Folded(tuple(spells), _stays(ordered), tuple(sorted(set(problems))))


def _machines(
    list_id: str, runs: Sequence[Run], sequence: EditionSequence, acts: Sequence[DatedAct], zone_name: str
) -> Mapping[str, list[Turn]]:
    """Deal out the turning points to the legal bases they belong to."""
    machines: dict[str, list[Turn]] = {run.basis: [] for run in runs}
    fixed: set[str | None] = set()
    for run in runs:
        turns = [start_of_run(run, sequence, acts, list_id, zone_name)]
        end = end_of_run(run, sequence, acts, zone_name)
        machines[run.basis] += [*turns, end] if end else turns
        fixed |= {turn.boundary.act_id for turn in turns}
    for one in openers(acts):
        if one.act.act_id not in fixed:
            machines.setdefault(_basis_of(one, runs, sequence), []).append(act_turn(one, opens=True))
    for turns in machines.values():
        known = {turn.boundary.act_id for turn in turns}
        turns += [act_turn(one, opens=False) for one in closers(acts) if one.act.act_id not in known]
    return machines


def _basis_of(one: DatedAct, runs: Sequence[Run], sequence: EditionSequence) -> str:
    """Return the legal basis that an act without a bracket speaks of: of the run it falls in, or of the next."""
    for run in sorted(runs, key=lambda run: run.first):
        stop = sequence.editions[run.stop].listed_at if run.stop < len(sequence.editions) else None
        if stop is None or one.starts < stop:
            return run.basis
    return ""


@dataclass(slots=True)
class _Machine:
    """Walks the turning points of one legal basis and keeps the spell that is open."""

    list_id: str
    key: str
    basis: str
    spells: list[Spell] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    opened: Turn | None = None

    def take(self, turn: Turn) -> None:
        """Apply the next turning point."""
        if turn.opens and self.opened is None:
            self.opened = turn
        elif turn.opens and turn.in_file and self.opened is not None and not self.opened.in_file:
            self._confirm(turn, self.opened)
        elif not turn.opens and self.opened is not None and not self._older(turn, self.opened):
            self.spells.append(self._spell(self.opened, turn.boundary))
            self.opened = None

    def finished(self) -> list[Spell]:
        """Return the spells so far, the open one included."""
        return self.spells + ([self._spell(self.opened, None)] if self.opened else [])

    def _confirm(self, shown: Turn, opened: Turn) -> None:
        """Take note that an edition shows at last what an act had opened before."""
        start = shown.boundary
        if start.after is not None and opened.at < start.after:
            message = (
                f"{self.key} was put on {self.list_id} by {opened.boundary.act_id}, "
                f"and the edition of {start.after:%Y-%m-%d} does not have it yet"
            )
            self.problems.append(Problem("late_in_file", message, self.key, Severity.INFO))
        boundary = Boundary(opened.boundary.moment, "act", None, start.by, opened.boundary.act_id, start.edition_id)
        self.opened = Turn(opened.at, opens=True, boundary=boundary, in_file=True, stated_on=shown.stated_on)

    @staticmethod
    def _older(turn: Turn, opened: Turn) -> bool:
        """Say whether an edition's silence dates from before the act that opened the spell."""
        return turn.in_file and not opened.in_file and turn.boundary.basis == "observed" and _before(turn, opened)

    def _spell(self, opened: Turn, end: Boundary | None) -> Spell:
        return Spell(self.list_id, self.key, self.basis, opened.boundary, end, opened.stated_on)


def _before(turn: Turn, opened: Turn) -> bool:
    return turn.boundary.after is not None and turn.boundary.after < opened.at


def _contradictions(
    key: str, spells: Sequence[Spell], runs: Sequence[Run], sequence: EditionSequence, acts: Sequence[DatedAct]
) -> list[Problem]:
    """Name each act that ended a spell while later editions go on showing the entry."""
    problems = []
    ends = {spell.end.act_id for spell in spells if spell.end is not None and spell.end.act_id}
    for one in acts:
        if one.act.act_id not in ends:
            continue
        for run in runs:
            still = _still_shown(run, sequence, one.ends)
            if still is not None and sequence.editions[run.first].listed_at <= one.ends:
                message = (
                    f"{one.act.act_id} took {key} off the list, and edition {still} still has it; the act is followed"
                )
                problems.append(Problem("file_contradicts_act", message, key))
    return problems


def _still_shown(run: Run, sequence: EditionSequence, instant: datetime) -> str | None:
    """Return the first edition of a run after an instant."""
    for edition in sequence.editions[run.first : run.stop]:
        if edition.listed_at > instant:
            return edition.edition_id
    return None


def _stays(acts: Sequence[DatedAct]) -> tuple[Stay, ...]:
    """Return the intervals that injunctions cover: each ends when lifted, or with the listing it protects from."""
    stays = []
    for one in acts:
        if one.act.kind is not ActKind.ENJOINED:
            continue
        enders = [
            other
            for other in acts
            if other.starts >= one.starts
            and (
                other.act.kind in CLOSING
                or (other.act.kind is ActKind.STAY_LIFTED and one.act.act_id in other.act.acts)
            )
        ]
        end = enders[0] if enders else None
        stated_end = one.act.ended_at
        stays.append(
            Stay(
                one.act,
                one.act.takes_effect,
                end.act.takes_effect if end else stated_end,
                end.act.act_id if end else None,
            )
        )
    return tuple(stays)
