"""Who is on a whole list at a vantage, told from numbers and sketches where no act speaks of an entry.

It says of such an entry what the fold would say, at a small part of the cost; every other is left to the fold.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from operator import itemgetter
from typing import NamedTuple

from fasti.ledger.evidence import Evidence, prefix_of
from fasti.ledger.runs import EditionSequence, Run, newest_place, runs_of, stretches
from fasti.ledger.sketching import Sketch
from fasti.ledger.store import Roll, Row
from fasti.ledger.turns import end_of_run, start_of_run
from fasti.model.history import Boundary

Placed = tuple[int, int, int]
"""A stretch of editions by place, closed-open, and the number of the content that they show."""

_PLACES = itemgetter(0, 1)
A_DAY = timedelta(days=2)
"""No day is longer. A date that an entry states may begin so long before the edition that does not have it yet."""


class Glance(NamedTuple):
    """An entry that is on a list; a tuple, of which many are made.

    Attributes:
        sketch: What the newest edition up to the vantage says of it, else the first.
        start: Where the earliest of its spells that run began.
    """

    sketch: Sketch
    start: Boundary


@dataclass(frozen=True, slots=True)
class Glances:
    """What a glance at a list found.

    Attributes:
        on_list: Those on it, by key.
        left: Keys of entries that only the fold can tell of.
    """

    on_list: Mapping[str, Glance]
    left: frozenset[str]


def glances(evidence: Evidence, list_id: str, keys: Iterable[str] | None = None) -> Glances:
    """Look at the entries of the files of a list.

    Args:
        evidence: The visible evidence.
        list_id: The list.
        keys: Look at these entries alone; `None` means every one that a file of the list has ever had.
    """
    speaking: dict[str, _Speaking] = {}
    candidates: list[tuple[str, _Speaking, list[Placed]]] = []
    concerned, left = evidence.acts.entries_of(list_id), set()
    for key, number in _numbers(evidence, list_id, keys).items():
        if key in concerned:
            left.add(key)
            continue
        prefix = prefix_of(key)
        speaker = speaking.get(prefix)
        if speaker is None:
            speaker = speaking[prefix] = _Speaking.of(evidence, list_id, key)
        shown = speaker.placed(number)
        if speaker.may_stand(shown):
            candidates.append((key, speaker, shown))
    sketches = evidence.rolls.sketches({content for *_, shown in candidates for *_, content in shown})
    found = {key: one for key, speaker, shown in candidates if (one := speaker.glance(shown, sketches)) is not None}
    nameless = {key for key, glance in found.items() if not glance.sketch.names}
    for key in nameless:
        del found[key]
    return Glances(found, frozenset(left | nameless))


def _numbers(evidence: Evidence, list_id: str, keys: Iterable[str] | None) -> dict[str, int]:
    """Return the entries to look at, by key; those that no file has are left out."""
    rolls = evidence.rolls
    if keys is not None:
        wanted = set(keys)
        known = rolls.numbers(wanted)
        return {key: known[key] for key in wanted if key in known}
    numbers = {number for series in evidence.series_of(list_id) for number in rolls.rows(series)}
    named = rolls.keys(numbers)
    return {named[number]: number for number in numbers}


@dataclass(slots=True)
class _Speaking:
    """The editions that speak of keys with one prefix on a list.

    Attributes:
        list_id: The list.
        zone: Its zone.
        at: Instant of the vantage.
        sequence: The editions.
        files: Of each series its name, its spans, and those of each entry.
        reached: Number of editions up to the vantage.
        soon: Number of editions up to a day after it.
    """

    list_id: str
    zone: str
    at: datetime
    sequence: EditionSequence
    files: Sequence[tuple[str, Roll, Mapping[int, Sequence[Row]]]]
    reached: int
    soon: int
    _placed: dict[int, list[Placed]]
    _starts: dict[int, Boundary] = field(default_factory=dict)
    _places: dict[tuple[str, int, int | None], Sequence[tuple[int, int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, evidence: Evidence, list_id: str, key: str) -> "_Speaking":
        """Return the editions that speak of a key on a list."""
        sequence, at = evidence.sequence(list_id, key), evidence.view.at(list_id)
        rolls = evidence.rolls
        files = [(one, rolls.roll(one), rolls.rows(one)) for one in evidence.series_of(list_id)]
        reached, soon = (bisect_right(sequence.instants, instant) for instant in (at, at + A_DAY))
        editions = tuple((one.series, order) for one, order in zip(sequence.editions, sequence.placed, strict=True))
        placed = rolls.placed.setdefault(editions, {})
        return cls(list_id, evidence.view.zone_of(list_id), at, sequence, files, reached, soon, placed)

    def placed(self, number: int) -> list[Placed]:
        """Return the stretches over which editions show an entry."""
        known = self._placed.get(number)
        if known is not None:
            return known
        found = self._placed[number] = []
        for series, roll, rows in self.files:
            for _, content, start, stop in rows.get(number, ()):
                bounds = (series, start, stop)
                places = self._places.get(bounds)
                if places is None:
                    to_order = None if stop is None else roll.orders[stop]
                    places = self._places[bounds] = stretches(self.sequence, series, roll.orders[start], to_order)
                for first, after in places:
                    found.append((first, after, content))
        return found

    def may_stand(self, shown: Iterable[Placed]) -> bool:
        """Say whether an entry may be on the list: one that begins later, or is gone by then, is not looked at."""
        soon, reached = self.soon, self.reached
        for first, stop, _ in shown:  # noqa: SIM110 - a generator costs more than what it is asked for
            if first <= soon and stop >= reached:
                return True
        return False

    def glance(self, placed: Sequence[Placed], sketches: Mapping[int, Sketch]) -> Glance | None:
        """Return what the fold would say of an entry that no act concerns; `None` if it is not on the list."""
        if len(placed) == 1:
            first, stop, content = placed[0]
            sketch = sketches[content]
            if not sketch.stated:
                if not first < self.reached <= stop or not sketch.stands_on(self.list_id):
                    return None
                return Glance(sketch, self._starts.get(first) or self._start_at(first, sketch))
        shown = [(first, stop, sketches[content]) for first, stop, content in placed]
        if not any([sketch.stated for _, _, sketch in shown]):  # noqa: C419 - as below
            return self._glance_undated(shown)
        runs = runs_of(self.list_id, shown)
        running = [(begun, run.basis, run) for run in runs if (begun := self._begun(run)) and not self._ended(run)]
        if not running:
            return None
        earliest = min(running, key=lambda one: one[:2])[2] if len(running) > 1 else running[0][2]
        place = newest_place(runs, self.reached)
        sketch = next(one for first, stop, one in shown if place is not None and first <= place < stop)
        return Glance(sketch, start_of_run(earliest, self.sequence, (), self.list_id, self.zone).boundary)

    def _glance_undated(self, shown: Sequence[tuple[int, int, Sketch]]) -> Glance | None:
        """Return what the fold would say of an entry without a date of its own, from the places of its runs alone."""
        current = [one for first, stop, one in shown if first < self.reached <= stop]
        if not any([one.stands_on(self.list_id) for one in current]):  # noqa: C419 - a list costs less
            return None
        runs: dict[str, list[tuple[int, int]]] = {}
        for first, stop, sketch in sorted(shown, key=_PLACES):
            for basis in {one.basis for one in sketch.memberships if one.list == self.list_id}:
                known = runs.setdefault(basis, [])
                joins = known and known[-1][1] == first
                known[-1:] = [(known[-1][0], stop)] if joins else [*known[-1:], (first, stop)]
        running = [
            (self.sequence.instants[first], basis, first)
            for basis, some in runs.items()
            for first, stop in some
            if first < self.reached <= stop
        ]
        if not running:
            return None
        return Glance(current[0], self._start_at(min(running)[2], current[0]))

    def _start_at(self, first: int, sketch: Sketch) -> Boundary:
        """Return where a run began that has no date of its own: nothing but its first edition matters."""
        if first not in self._starts:
            run = Run("", first, first + 1, sketch, sketch)
            self._starts[first] = start_of_run(run, self.sequence, (), self.list_id, self.zone).boundary
        return self._starts[first]

    def _begun(self, run: Run) -> datetime | None:
        """Return when a spell began; `None` if it has not by the vantage."""
        if run.listing.stated:
            start = start_of_run(run, self.sequence, (), self.list_id, self.zone).boundary.moment.starts(self.zone)
        else:
            start = self.sequence.instants[run.first]
        return start if start <= self.at else None

    def _ended(self, run: Run) -> bool:
        """Say whether a spell ended by the vantage."""
        if not run.last.stated:
            return run.stop < self.reached
        end = end_of_run(run, self.sequence, (), self.list_id, self.zone)
        return end is not None and end.boundary.moment.starts(self.zone) <= self.at
