"""Fixed points over stakes: the least set of parties that a rule reaches, and the greatest that upholds itself.

Both go over the stakes of what changed in the last round alone, so that the work grows with the stakes touched.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fasti.model.share import WHOLE
from fasti.ownership.graph import Graph
from fasti.ownership.stakes import Flags, Ints

FEW = 48
"""Nodes up to which a round is quicker one by one than by whole arrays."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One way in which stakes add up to a threshold.

    Attributes:
        need: Units from which the threshold is met.
        low: Units each stake adds for certain.
        slack: Units it may add besides, out of what is left of the whole.
        link: Units it may add whatever is left.
        free: Units of each node that nobody is known to hold.
    """

    need: int
    low: Ints
    slack: Ints
    link: Ints
    free: Ints


def share_measure(graph: Graph, need: int, *, upper: bool) -> Measure:
    """Return the shares of the capital as a measure: what they are at least, or at most if `upper`."""
    nothing = np.zeros(len(graph.low), dtype=np.int64)
    if not upper:
        return Measure(need, graph.low, nothing, nothing, np.zeros(graph.size, dtype=np.int64))
    spare = graph.high - graph.low
    free = np.where(graph.held > WHOLE, WHOLE, WHOLE - graph.held)
    return Measure(need, graph.low, np.where(graph.link, 0, spare), np.where(graph.link, spare, 0), free)


def votes_measure(graph: Graph, need: int, *, upper: bool) -> Measure:
    """Return the shares of the votes as a measure; a stake whose votes are not given adds none."""
    nothing = np.zeros(len(graph.low), dtype=np.int64)
    spare = graph.votes_high - graph.votes_low if upper else nothing
    return Measure(need, graph.votes_low, nothing, spare, np.zeros(graph.size, dtype=np.int64))


def flag_measure(graph: Graph, flags: Flags) -> Measure:
    """Return a measure that any one of the flagged stakes meets alone."""
    nothing = np.zeros(len(graph.low), dtype=np.int64)
    return Measure(WHOLE, np.where(flags, WHOLE, 0), nothing, nothing, np.zeros(graph.size, dtype=np.int64))


class Walk:
    """Sums of what a set of parties holds in each node, kept while the set grows or shrinks."""

    def __init__(self, graph: Graph, measures: Sequence[Measure]) -> None:
        """Begin with the empty set."""
        self.graph, self.measures = graph, tuple(measures)
        self.rank = np.full(graph.size, -1, dtype=np.int64)
        self._sums = [np.zeros((3, graph.size), dtype=np.int64) for _ in self.measures]
        self._touched: list[Ints] = []

    def grow(self, sources: Ints) -> Ints:
        """Return the least set that holds the sources and whatever meets a measure by what the set holds."""
        members, frontier, rank = [sources], sources, 0
        self.rank[sources] = 0
        self._touched.append(sources)
        while len(frontier):
            rank += 1
            frontier = self._step(frontier)
            self.rank[frontier] = rank
            members.append(frontier)
        return np.concatenate(members)

    def shrink(self, sources: Ints, region: Flags) -> Flags:
        """Return the greatest part of a region that meets a measure by what it and the sources hold themselves.

        Every member is also joined to a source by stakes within it.
        """
        inside = region.copy()
        inside[sources] = True
        pinned = np.zeros(self.graph.size, dtype=np.bool_)
        pinned[sources] = True
        members = np.flatnonzero(inside)
        self._touched.append(members)
        self._add(self.graph.leaving(members), 1)
        loose = members[~pinned[members] & ~self._met(members)]
        while True:
            while len(loose):
                inside[loose] = False
                stakes = self.graph.leaving(loose)
                self._add(stakes, -1)
                weakened = self.graph.assets_of(stakes)
                weakened = weakened[inside[weakened] & ~pinned[weakened]]
                loose = weakened[~self._met(weakened)]
            joined = joined_to(self.graph, sources, inside) >= 0
            loose = np.flatnonzero(inside & ~joined)
            if not len(loose):
                return inside

    def clear(self) -> None:
        """Forget the set; costs what the set did."""
        for nodes in self._touched:
            reached = self.graph.assets[self.graph.leaving(nodes)]
            self.rank[nodes] = -1
            for sums in self._sums:
                sums[:, nodes] = 0
                sums[:, reached] = 0
        self._touched.clear()

    def _step(self, frontier: Ints) -> Ints:
        if len(frontier) <= FEW:
            return self._step_by_one(frontier)
        stakes = self.graph.leaving(frontier)
        self._add(stakes, 1)
        near = self.graph.assets_of(stakes)
        near = near[self.rank[near] < 0]
        new = near[self._met(near)]
        self._touched.append(new)
        return new

    def _step_by_one(self, frontier: Ints) -> Ints:
        graph, new = self.graph, dict[int, None]()
        for owner in frontier.tolist():
            for stake in graph.stakes_of(owner):
                asset = int(graph.assets[stake])
                for measure, sums in zip(self.measures, self._sums, strict=True):
                    sums[0, asset] += measure.low[stake]
                    sums[1, asset] += measure.slack[stake]
                    sums[2, asset] += measure.link[stake]
                    total = sums[0, asset] + min(sums[1, asset], measure.free[asset]) + sums[2, asset]
                    if total >= measure.need and self.rank[asset] < 0:
                        new[asset] = None
        found = np.array(list(new), dtype=np.int64)
        self._touched.append(found)
        return found

    def _add(self, stakes: Ints, sign: int) -> None:
        assets = self.graph.assets[stakes]
        for measure, sums in zip(self.measures, self._sums, strict=True):
            np.add.at(sums[0], assets, sign * measure.low[stakes])
            np.add.at(sums[1], assets, sign * measure.slack[stakes])
            np.add.at(sums[2], assets, sign * measure.link[stakes])

    def _met(self, nodes: Ints) -> Flags:
        met = np.zeros(len(nodes), dtype=np.bool_)
        for measure, sums in zip(self.measures, self._sums, strict=True):
            total = sums[0, nodes] + np.minimum(sums[1, nodes], measure.free[nodes]) + sums[2, nodes]
            met |= total >= measure.need
        return met


def joined_to(graph: Graph, sources: Ints, inside: Flags) -> Ints:
    """Return for each node how many stakes within a set lead to it from a source; -1 for none.

    Stakes that are certainly nothing lead nowhere.
    """
    rank = np.full(graph.size, -1, dtype=np.int64)
    rank[sources] = 0
    frontier, far = sources, 0
    leads = (graph.high > 0) | (graph.control != 0) | (graph.votes_high > 0)
    while len(frontier):
        far += 1
        if len(frontier) <= FEW:
            new: dict[int, None] = {}
            for owner in frontier.tolist():
                for stake in graph.stakes_of(owner):
                    asset = int(graph.assets[stake])
                    if leads[stake] and inside[asset] and rank[asset] < 0:
                        new[asset] = None
            near = np.array(list(new), dtype=np.int64)
        else:
            stakes = graph.leaving(frontier)
            near = graph.assets_of(stakes[leads[stakes]])
            near = near[inside[near] & (rank[near] < 0)]
        rank[near] = far
        frontier = near
    return rank
