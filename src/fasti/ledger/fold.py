"""The fold: visible evidence of one list entry -> its history. Pure; the reference for every other way.

Acts win on law, files win on presence that no act speaks of, and a contradiction between them is a
`Problem` that travels with the answer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from fasti.ledger.contradicting import Folding, contradictions
from fasti.ledger.runs import EditionSequence, Run
from fasti.ledger.turns import (
    DatedAct,
    Turn,
    act_turn,
    closers,
    dated,
    end_of_run,
    in_order,
    openers,
    start_of_run,
)
from fasti.model.act import CLOSING, OPENING, Act, ActKind
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
    if not acts:
        return Folded(_spells_of_editions(list_id, key, zone_name, runs, sequence), (), ())
    ordered = dated(
        (act for act in acts if act.kind not in OPENING | CLOSING or act.list in {None, list_id}), zone_name
    )
    spells: list[Spell] = []
    problems: list[Problem] = []
    for basis, turns in _turns(list_id, runs, sequence, ordered, zone_name).items():
        machine = _Machine(list_id, key, basis)
        for turn in turns:
            machine.take(turn)
        spells += machine.finished()
        problems += machine.problems
    spells.sort(key=lambda spell: (spell.start.moment.starts(zone_name), spell.legal_basis))
    problems += contradictions(Folding(list_id, key, zone_name, spells, runs, sequence), ordered)
    return Folded(tuple(spells), _stays(ordered, zone_name), tuple(sorted(set(problems))))


def _spells_of_editions(
    list_id: str, key: str, zone_name: str, runs: Sequence[Run], sequence: EditionSequence
) -> tuple[Spell, ...]:
    """Return the spells where no act speaks: each run is one."""
    spells = []
    for run in runs:
        start = start_of_run(run, sequence, (), list_id, zone_name)
        end = end_of_run(run, sequence, (), list_id, zone_name)
        boundary = end.boundary if end else None
        spells.append((start.at, run.basis, Spell(list_id, key, run.basis, start.boundary, boundary, start.stated_on)))
    return tuple(spell for _, _, spell in sorted(spells, key=lambda one: one[:2]))


def _turns(
    list_id: str, runs: Sequence[Run], sequence: EditionSequence, acts: Sequence[DatedAct], zone_name: str
) -> Mapping[str, list[Turn]]:
    """Deal out the turning points to the legal bases they belong to, in order."""
    shown: dict[str, list[Turn]] = {run.basis: [] for run in runs}
    alone: dict[str, list[Turn]] = {run.basis: [] for run in runs}
    fixed: set[str | None] = set()
    for run in runs:
        start = start_of_run(run, sequence, acts, list_id, zone_name)
        end = end_of_run(run, sequence, acts, list_id, zone_name)
        shown[run.basis] += [start, end] if end else [start]
        fixed.add(start.boundary.act_id)
    for one in openers(acts):
        if one.act.act_id not in fixed:
            alone.setdefault(_basis_of(one, runs, sequence), []).append(act_turn(one, opens=True))
    for basis, turns in alone.items():
        known = {turn.boundary.act_id for turn in shown.get(basis, ())}
        turns += [act_turn(one, opens=False) for one in closers(acts) if one.act.act_id not in known]
    return {basis: in_order(shown.get(basis, ()), turns) for basis, turns in alone.items()}


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
    listed: Turn | None = None

    def take(self, turn: Turn) -> None:
        """Apply the next turning point."""
        if turn.opens:
            self.listed = turn if turn.boundary.act_id else self.listed
            self._open(turn)
        elif self.opened is not None and self.listed is not None and _silent_since(turn, self.listed):
            self._contradict(turn, self.listed)
        elif self.opened is not None:
            self.spells.append(self._spell(self.opened, turn.boundary))
            self.opened = None

    def _open(self, turn: Turn) -> None:
        if self.opened is None:
            self.opened = turn
        elif turn.in_file and not self.opened.in_file:
            self._confirm(turn, self.opened)

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

    def _contradict(self, silent: Turn, listed: Turn) -> None:
        """Take note that an edition lacks what an act put on the list after the last edition that had it."""
        message = (
            f"{listed.boundary.act_id} put {self.key} on {self.list_id}, and edition {silent.boundary.edition_id} "
            "does not have it; the act is followed"
        )
        self.problems.append(Problem("not_in_file", message, self.key))

    def _spell(self, opened: Turn, end: Boundary | None) -> Spell:
        return Spell(self.list_id, self.key, self.basis, opened.boundary, end, opened.stated_on)


def _silent_since(turn: Turn, listed: Turn) -> bool:
    """Say whether an end is no more than an edition's silence, and an act listed the entry since one had it."""
    after = turn.boundary.after
    return turn.boundary.basis == "observed" and after is not None and after < listed.at


def _stays(acts: Sequence[DatedAct], zone_name: str) -> tuple[Stay, ...]:
    """Return the intervals that injunctions cover: each ends when it says or is lifted, or with the listing."""
    stays = []
    ending = {one.act.act_id for one in closers(acts)}
    for stay in acts:
        if stay.act.kind is not ActKind.ENJOINED:
            continue
        enders = [
            (one.starts, one.act.takes_effect, one.act.act_id)
            for one in acts
            if one.starts >= stay.starts and (one.act.act_id in ending or _lifts(one.act, stay.act))
        ]
        said = stay.act.ended_at
        stated = [(said.starts(stay.act.zone or zone_name), said, None)] if said else []
        _, ends, ended_by = min((*enders, *stated), key=lambda one: one[0], default=(None, None, None))
        stays.append(Stay(stay.act, stay.act.takes_effect, ends, ended_by))
    return tuple(stays)


def _lifts(act: Act, stay: Act) -> bool:
    return act.kind is ActKind.STAY_LIFTED and stay.act_id in act.acts
