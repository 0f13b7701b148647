"""From a rule version to what is measured: which sums reach for certain, may reach, or are a sign of control."""

from dataclasses import dataclass

import numpy as np

from fasti.model.ownership import Kind, OwnershipVersion, Voting
from fasti.model.share import WHOLE
from fasti.ownership.graph import Graph
from fasti.ownership.stakes import NO_CONTROL, STATED
from fasti.ownership.walking import Measure, flag_measure, share_measure, votes_measure

MAJORITY = WHOLE // 2 + 1


@dataclass(frozen=True, slots=True)
class Tests:
    """What a version measures.

    Attributes:
        certain: Sums that reach, by what is known at least.
        possible: Sums that may reach.
        control: Sums that may reach, or are a sign of control.
        need: Units that reach; `None` where the rule sets no share.
    """

    certain: tuple[Measure, ...]
    possible: tuple[Measure, ...]
    control: tuple[Measure, ...]
    need: int | None


def need_of(version: OwnershipVersion) -> int | None:
    """Return the least units that reach under a version; `None` if it sets no share.

    >>> from fasti.model.ownership import Kind, OwnershipVersion
    >>> need_of(OwnershipVersion("v1", Kind.SHARE, "c", "s", more_than=50)) == WHOLE // 2 + 1
    True
    """
    if version.at_least is not None:
        return round(version.at_least * WHOLE / 100)
    if version.more_than is not None:
        return round(version.more_than * WHOLE / 100) + 1
    return None


def tests_of(graph: Graph, version: OwnershipVersion, *, established: bool) -> Tests:
    """Return what a version measures on a graph.

    Args:
        graph: The stakes in force.
        version: The rule.
        established: Whether control that the stakes state counts as established.
    """
    need = need_of(version)
    certain, possible = _reaching(graph, version, need)
    stated = flag_measure(graph, graph.control == STATED)
    if version.control and established and np.any(graph.control == STATED):
        certain, possible = [*certain, stated], [*possible, stated]
    signs = list(possible)
    if version.control:
        signs.append(flag_measure(graph, graph.control != NO_CONTROL))
    if version.voting is Voting.SIGN:
        signs.append(votes_measure(graph, MAJORITY, upper=True))
    if version.majority_is_sign:
        signs.append(share_measure(graph, MAJORITY, upper=True))
    return Tests(tuple(certain), tuple(possible), tuple(signs), need)


def _reaching(graph: Graph, version: OwnershipVersion, need: int | None) -> tuple[list[Measure], list[Measure]]:
    if version.kind is not Kind.SHARE or need is None:
        return [], []
    certain = [share_measure(graph, need, upper=False)]
    possible = [share_measure(graph, need, upper=True)]
    if version.voting is Voting.OWNERSHIP:
        certain.append(votes_measure(graph, need, upper=False))
        possible.append(votes_measure(graph, need, upper=True))
    if version.open_above is not None:
        possible.append(share_measure(graph, round(version.open_above * WHOLE / 100) + 1, upper=True))
    return certain, possible
