"""Who is reached under one version of a rule: three sets, each with the owner that it goes back to.

Where stakes are added, one walk from all listed owners; where they are not, one from each, so that no two help each
other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fasti.model.ownership import Adding, OwnershipVersion
from fasti.ownership.graph import Graph
from fasti.ownership.stakes import Flags, Ints
from fasti.ownership.testing import Tests, tests_of
from fasti.ownership.walking import Measure, Walk, joined_to


@dataclass(frozen=True, slots=True)
class Group:
    """A set of parties reached together.

    Attributes:
        rank: Steps from a source; 0 for a source, -1 for a party that is not in the set.
        root: The source alone whose stakes count, where stakes of several are not added; else -1.
    """

    rank: Ints
    root: Ints

    @property
    def inside(self) -> Flags:
        """Which parties are in the set."""
        return self.rank >= 0


@dataclass(frozen=True, slots=True)
class Reach:
    """What a rule version does with the owners on some lists.

    Attributes:
        graph: The stakes in force.
        version: The rule.
        tests: What was measured.
        certain: Parties that are reached.
        possible: Those that may be, with the certain ones.
        control: Those that may be or show signs of control, with all the others.
    """

    graph: Graph
    version: OwnershipVersion
    tests: Tests
    certain: Group
    possible: Group
    control: Group


def reach(
    graph: Graph, version: OwnershipVersion, sure: Sequence[int], maybe: Sequence[int], *, established: bool = False
) -> Reach:
    """Return who is reached.

    Args:
        graph: The stakes in force on the day.
        version: The rule of the day.
        sure: Owners that are on the lists.
        maybe: Owners that may be, such as those whose name fits several parties.
        established: Whether control that the stakes state counts as established.
    """
    tests = tests_of(graph, version, established=established)
    certainly, perhaps = np.array(sorted(set(sure)), dtype=np.int64), np.array(sorted({*sure, *maybe}), dtype=np.int64)
    alone = version.adding is not Adding.ALL
    certain = _least(graph, tests.certain, certainly, alone=alone)
    apart = version.adding is Adding.SINGLE
    possible = _greatest(graph, tests.possible, perhaps, alone=apart)
    same = len(tests.control) == len(tests.possible)
    control = possible if same else _greatest(graph, tests.control, perhaps, alone=apart)
    return Reach(graph, version, tests, certain, possible, control)


def _least(graph: Graph, measures: Sequence[Measure], sources: Ints, *, alone: bool) -> Group:
    walk, root = Walk(graph, measures), np.full(graph.size, -1, dtype=np.int64)
    if not alone:
        walk.grow(sources)
        return Group(walk.rank, root)
    rank = np.full(graph.size, -1, dtype=np.int64)
    for source in sources.tolist():
        if root[source] >= 0:
            continue
        members = walk.grow(np.array([source], dtype=np.int64))
        new = members[rank[members] < 0]
        rank[new], root[new] = walk.rank[new], source
        walk.clear()
    rank[sources] = 0
    return Group(rank, root)


def _greatest(graph: Graph, measures: Sequence[Measure], sources: Ints, *, alone: bool) -> Group:
    """Return the greatest set that upholds itself; of each source apart, within what all together could uphold."""
    root = np.full(graph.size, -1, dtype=np.int64)
    everywhere = np.ones(graph.size, dtype=np.bool_)
    region = joined_to(graph, sources, everywhere) >= 0
    upheld = Walk(graph, measures).shrink(sources, region)
    if not alone:
        return Group(joined_to(graph, sources, upheld), root)
    rank = np.full(graph.size, -1, dtype=np.int64)
    walk = _Local(graph, measures, upheld)
    for source in sources.tolist():
        if root[source] >= 0:
            continue
        nodes, steps = walk.of(source)
        new = rank[nodes] < 0
        rank[nodes[new]], root[nodes[new]] = steps[new], source
    rank[sources] = 0
    return Group(rank, root)


class _Local:
    """The greatest set of one source after the other, at the cost of the part of the graph that it can touch."""

    def __init__(self, graph: Graph, measures: Sequence[Measure], upheld: Flags) -> None:
        self.graph, self.measures, self.upheld = graph, tuple(measures), upheld

    def of(self, source: int) -> tuple[Ints, Ints]:
        """Return the members and how many stakes lead to each."""
        near = self._near(source)
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

    def _near(self, source: int, inside: dict[int, None] | None = None) -> dict[int, int]:
        graph, found, queue = self.graph, {source: 0}, [source]
        for owner in queue:
            for stake in graph.stakes_of(owner):
                asset = int(graph.assets[stake])
                leads = graph.high[stake] > 0 or graph.control[stake] or graph.votes_high[stake] > 0
                fits = asset in inside if inside is not None else bool(self.upheld[asset])
                if leads and fits and asset not in found:
                    found[asset] = found[owner] + 1
                    queue.append(asset)
        return found

    def _add(self, owner: int, sums: dict[int, list[list[int]]], sign: int) -> list[int]:
        touched = []
        for stake in self.graph.stakes_of(owner):
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
