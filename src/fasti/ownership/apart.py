"""The greatest set of each source apart, for rules that do not add the stakes of several owners.

Most of it takes one pass: a stake that may suffice by itself carries whoever holds its owner to its asset. Only assets
that several stakes must uphold together are asked of one source after the other, in the part of the graph above them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from fasti.ownership.graph import Graph
from fasti.ownership.stakes import Flags, Ints
from fasti.ownership.walking import Measure, Walk, joined_to

SPARE, TIMES = 500_000, 1
"""Stakes that may be gone over for what must be asked one source after the other: some, and all of them so often."""


MANY = 500
"""Parties above which whole arrays are quicker than one by one."""


@dataclass(frozen=True, slots=True)
class Group:
    """A set of parties reached together.

    Attributes:
        rank: Steps from a source; 0 for a source, -1 for a party that is not in the set.
        root: The source alone whose stakes count, where stakes of several are not added; else -1.
        blurred: Members of whom it was not told apart whether one source alone upholds them.
    """

    rank: Ints
    root: Ints
    blurred: int = 0

    @property
    def inside(self) -> Flags:
        """Which parties are in the set."""
        return self.rank >= 0


def apart(graph: Graph, measures: Sequence[Measure], sources: Ints, upheld: Flags) -> Group:
    """Return whoever one source alone may reach.

    Where that would take too long to tell apart, an asset that all sources together uphold stays in the set: it is then
    not excluded although it might have been, and counted as blurred.

    Args:
        graph: The stakes.
        measures: What may reach.
        sources: Listed owners.
        upheld: Whoever all of them together may reach.
    """
    rank, root = _carried(graph, sources, _sufficient(graph, measures))
    open_ = np.flatnonzero(upheld & (rank < 0))
    blurred = 0
    if len(open_):
        left = _asked_apart(graph, measures, sources, _above(graph, open_, upheld), (rank, root))
        if left:
            still = np.flatnonzero(upheld & (rank < 0))
            rank[still] = joined_to(graph, sources, upheld)[still]
            blurred = len(still)
    return Group(rank, root, blurred)


def _sufficient(graph: Graph, measures: Sequence[Measure]) -> Flags:
    """Return the stakes that may reach by themselves."""
    found = np.zeros(len(graph.low), dtype=np.bool_)
    for one in measures:
        found |= one.low + np.minimum(one.slack, one.free[graph.assets]) + one.link >= one.need
    return found


def _carried(graph: Graph, sources: Ints, carries: Flags) -> tuple[Ints, Ints]:
    """Return how many sufficient stakes lead to each party, and from which source."""
    rank, root = (np.full(graph.size, -1, dtype=np.int64) for _ in range(2))
    rank[sources], root[sources] = 0, sources
    frontier, far = sources, 0
    while len(frontier):
        far += 1
        stakes = graph.leaving(frontier)
        stakes = stakes[carries[stakes]]
        stakes = stakes[rank[graph.assets[stakes]] < 0]
        frontier, first = np.unique(graph.assets[stakes], return_index=True)
        rank[frontier] = far
        root[frontier] = root[graph.owners[stakes[first]]]
    return rank, root


def _above(graph: Graph, assets: Ints, upheld: Flags) -> Flags:
    """Return some assets and all within a set from whom stakes lead to them."""
    found = np.zeros(graph.size, dtype=np.bool_)
    found[assets] = True
    queue = assets.tolist()
    while queue:
        for stake in graph.stakes_in(queue.pop()).tolist():
            owner = int(graph.owners[stake])
            if upheld[owner] and not found[owner]:
                found[owner] = True
                queue.append(owner)
    return found


def _asked_apart(
    graph: Graph, measures: Sequence[Measure], sources: Ints, part: Flags, found: tuple[Ints, Ints]
) -> bool:
    """Ask one source after the other whom it may reach; return whether the work had to end before all were asked."""
    rank, root = found
    covered = np.zeros(graph.size, dtype=np.bool_)
    budget = SPARE + len(graph.low) * TIMES
    local = _Local(graph, measures, part)
    for source in sources[part[sources]].tolist():
        if covered[source]:
            continue
        if local.work > budget:
            return True
        nodes, steps = local.of(source)
        covered[nodes] = True
        new = rank[nodes] < 0
        rank[nodes[new]], root[nodes[new]] = steps[new], source
    return False


@dataclass(slots=True)
class _Local:
    """The greatest set of one source after the other, at the cost of the part of the graph that it can touch."""

    graph: Graph
    measures: Sequence[Measure]
    part: Flags
    work: int = 0

    def of(self, source: int) -> tuple[Ints, Ints]:
        """Return the members and how many stakes lead to each."""
        near = self._near(source, most=MANY)
        if len(near) > MANY:
            return self._of_many(source)
        inside = dict.fromkeys(near)
        sums: dict[int, list[list[int]]] = {node: [[0, 0, 0] for _ in self.measures] for node in inside}
        for owner in inside:
            self._add(owner, sums, 1)
        loose = [node for node in inside if node != source and not self._met(node, sums[node])]
        while loose:
            for node in loose:
                inside.pop(node, None)
            weakened = {asset for node in loose for asset in self._add(node, sums, -1)}
            loose = [one for one in weakened if one in inside and one != source and not self._met(one, sums[one])]
            if not loose:
                joined = self._near(source, inside)
                loose = [one for one in inside if one not in joined]
        steps = self._near(source, inside)
        return np.array(list(steps), dtype=np.int64), np.array(list(steps.values()), dtype=np.int64)

    def _of_many(self, source: int) -> tuple[Ints, Ints]:
        """Do the same by whole arrays, where the source may touch much of the graph."""
        only = np.array([source], dtype=np.int64)
        region = joined_to(self.graph, only, self.part) >= 0
        self.work += int((self.graph.first[1:] - self.graph.first[:-1])[region].sum())
        upheld = Walk(self.graph, self.measures).shrink(only, region)
        steps = joined_to(self.graph, only, upheld)
        nodes = np.flatnonzero(steps >= 0)
        return nodes, steps[nodes]

    def _near(self, source: int, inside: dict[int, None] | None = None, most: int | None = None) -> dict[int, int]:
        """Return how many stakes lead from the source to whoever they lead to within the part, or within a set.

        Past `most` parties it stops.
        """
        graph, found, queue = self.graph, {source: 0}, [source]
        for owner in queue:
            if most is not None and len(found) > most:
                break
            for stake in self._stakes(owner):
                asset = int(graph.assets[stake])
                leads = graph.high[stake] > 0 or graph.control[stake] or graph.votes_high[stake] > 0
                fits = asset in inside if inside is not None else bool(self.part[asset])
                if leads and fits and asset not in found:
                    found[asset] = found[owner] + 1
                    queue.append(asset)
        return found

    def _stakes(self, owner: int) -> Iterable[int]:
        stakes = self.graph.stakes_of(owner)
        self.work += len(stakes)
        return stakes

    def _add(self, owner: int, sums: dict[int, list[list[int]]], sign: int) -> list[int]:
        touched = []
        for stake in self._stakes(owner):
            asset = int(self.graph.assets[stake])
            if asset in sums:
                touched.append(asset)
                for measure, one in zip(self.measures, sums[asset], strict=True):
                    one[0] += sign * int(measure.low[stake])
                    one[1] += sign * int(measure.slack[stake])
                    one[2] += sign * int(measure.link[stake])
        return touched

    def _met(self, node: int, sums: list[list[int]]) -> bool:
        pairs = zip(self.measures, sums, strict=True)
        return any(one[0] + min(one[1], int(each.free[node])) + one[2] >= each.need for each, one in pairs)
