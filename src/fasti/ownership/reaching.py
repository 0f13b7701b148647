"""Who is reached under one version of a rule: three sets, each with the owner that it goes back to.

Where stakes are added, one walk from all listed owners; where they are not, one from each, so that no two help each
other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fasti.model.ownership import Adding, OwnershipVersion
from fasti.ownership.apart import Group, apart
from fasti.ownership.graph import Graph
from fasti.ownership.stakes import Ints
from fasti.ownership.testing import Tests, tests_of
from fasti.ownership.walking import Measure, Walk, joined_to


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
    region = joined_to(graph, sources, np.ones(graph.size, dtype=np.bool_)) >= 0
    upheld = Walk(graph, measures).shrink(sources, region)
    if not alone:
        return Group(joined_to(graph, sources, upheld), root)
    return apart(graph, measures, sources, upheld)
