"""Says how an asset is reached: the way from a listed owner, and every sum on it, in words and units."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from fasti.model.ownership import Adding, Kind, Voting
from fasti.model.share import WHOLE, percent, said_share
from fasti.ownership.apart import Group
from fasti.ownership.graph import Graph
from fasti.ownership.reaching import Reach
from fasti.ownership.stakes import NO_CONTROL, STATED, StakeBook

RANKED = ("high", "med", "low")


@dataclass(frozen=True, slots=True)
class Told:
    """What counts towards one asset.

    Attributes:
        low: Units that count at least.
        high: Units that may count.
        path: Parties from a listed owner down to the asset.
        owners: Listed owners from whom the sums come.
        sums: One sentence a sum, those that others build on first.
        places: Places in the book of the stakes that count.
        inexact: Whether the share of one of them is not known exactly.
    """

    low: int = 0
    high: int = 0
    path: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    inexact: bool = False


@dataclass(slots=True)
class Teller:
    """Tells of the assets of one reach.

    Attributes:
        book: The stakes.
        reach: What was found.
    """

    book: StakeBook
    reach: Reach
    _counts: dict[int, list[int]] = field(default_factory=dict)

    def name(self, node: int) -> str:
        """Return the name of a party or joint holding."""
        known = len(self.book.names)
        return self.book.names[node] if node < known else self.reach.graph.names[node - known]

    def of(self, asset: int, group: Group) -> Told:
        """Return what counts towards an asset by what a group of parties holds."""
        counted, root = self._counted(asset, group)
        if not counted:
            return Told()
        lines: dict[int, str] = {}
        sources: dict[int, None] = {}
        counting: list[int] = []
        stack = [(asset, False)]
        while stack:
            node, done = stack.pop()
            stakes = self._counted(node, group, root)[0] if node != asset else counted
            if done:
                lines[node] = self._sum(node, stakes)
                continue
            if node in self._counts:
                continue
            self._counts[node] = stakes
            counting += stakes
            stack.append((node, True))
            for stake in stakes:
                owner = int(self.reach.graph.owners[stake])
                if group.rank[owner] == 0:
                    sources[owner] = None
                elif owner not in self._counts:
                    stack.append((owner, False))
        self._counts.clear()
        low, high = self.total(asset, counted)
        return Told(
            low,
            high,
            self._path(asset, counted, group, root),
            tuple(self.name(one) for one in sources),
            tuple(lines.values()),
            tuple(one for one in (int(self.reach.graph.places[stake]) for stake in counting) if one >= 0),
            any(self.reach.graph.low[stake] < self.reach.graph.high[stake] for stake in counting),
        )

    def total(self, asset: int, stakes: Iterable[int]) -> tuple[int, int]:
        """Return the units that some stakes in an asset come to, at least and at most."""
        graph, chosen = self.reach.graph, np.array(list(stakes), dtype=np.int64)
        low = int(graph.low[chosen].sum())
        spare = graph.high[chosen] - graph.low[chosen]
        direct = int(spare[~graph.link[chosen]].sum())
        held = int(graph.held[asset])
        free = WHOLE if held > WHOLE else WHOLE - held
        return min(low, WHOLE), min(low + min(direct, free) + int(spare[graph.link[chosen]].sum()), WHOLE)

    def _counted(self, asset: int, group: Group, root: int | None = None) -> tuple[list[int], int | None]:
        """Return the stakes in an asset that count together, and the source alone whose they are.

        Where stakes of several are not added, those of the source that holds most count.
        """
        graph = self.reach.graph
        held = [int(one) for one in graph.stakes_in(asset) if group.rank[graph.owners[one]] >= 0]
        held = [one for one in held if graph.high[one] or graph.votes_high[one] or graph.control[one]]
        if self.reach.version.adding is not Adding.SINGLE:
            return held, None
        by_root: dict[int, list[int]] = {}
        for one in held:
            owner = int(graph.owners[one])
            by_root.setdefault(int(group.root[owner]) if group.root[owner] >= 0 else owner, []).append(one)
        if root is not None:
            return by_root.get(root, held), root
        own = int(group.root[asset])
        best = max(by_root, key=lambda one: (one == own, self.total(asset, by_root[one])), default=None)
        return (by_root[best], best) if best is not None else ([], None)

    def _path(self, asset: int, counted: list[int], group: Group, root: int | None) -> tuple[str, ...]:
        graph, path, node, stakes = self.reach.graph, [asset], asset, counted
        while stakes:
            nearer = [one for one in stakes if int(graph.owners[one]) not in path]
            if not nearer:
                break
            best = min(nearer, key=lambda one: (int(group.rank[graph.owners[one]]), -int(graph.high[one])))
            node = int(graph.owners[best])
            path.append(node)
            if group.rank[node] == 0:
                break
            stakes = self._counted(node, group, root)[0]
        return tuple(self.name(one) for one in reversed(path))

    def _sum(self, node: int, stakes: list[int]) -> str:
        """Return one sum: what each owner holds, what that comes to, and what the rule needs."""
        graph = self.reach.graph
        parts = [f"{self.name(int(graph.owners[one]))} {_held(graph, one)}" for one in stakes]
        low, high = self.total(node, stakes)
        total = said_share(low, high)
        come = f" = {total}" if len(parts) > 1 else ""
        if high < sum(int(graph.high[one]) for one in stakes):
            come = f" = {total}, as the rest is held by others"
        return f"{self.name(node)}: {' + '.join(parts)}{come}{self._against(low, high)}"

    def _against(self, low: int, high: int) -> str:
        version, need = self.reach.version, self.reach.tests.need
        if version.kind is not Kind.SHARE or need is None:
            return "; the law sets no share"
        wanted = f"at least {percent(need)}" if version.at_least is not None else f"more than {percent(need - 1)}"
        if low >= need:
            return f"; the rule needs {wanted}: met"
        return f"; the rule needs {wanted}: {'may be met' if high >= need else 'not met'}"


def _held(graph: Graph, stake: int) -> str:
    share = said_share(int(graph.low[stake]), int(graph.high[stake]))
    told = "a link without a share" if graph.link[stake] and share == "unknown" else share
    told = "an unknown share" if told == "unknown" else told
    if graph.votes_high[stake] and (graph.votes_low[stake], graph.votes_high[stake]) != (WHOLE, WHOLE):
        told += f" (votes {said_share(int(graph.votes_low[stake]), int(graph.votes_high[stake]))})"
    return told + (" with control" if graph.control[stake] == STATED else "")


def signs_of(book: StakeBook, reach: Reach, asset: int, owners: Group) -> tuple[str, ...]:
    """Return what in the stakes of a group speaks of control over an asset."""
    graph, found = reach.graph, list[str]()
    for stake in graph.stakes_in(asset):
        owner = int(graph.owners[stake])
        if owners.rank[owner] < 0:
            continue
        who = book.names[owner] if owner < len(book.names) else graph.names[owner - len(book.names)]
        given = book.rare.get(int(graph.places[stake]))
        if graph.control[stake] != NO_CONTROL:
            found.append(f"{who}: {given.hint if given and given.hint else 'control is stated'}")
        if reach.version.voting is Voting.SIGN and graph.votes_high[stake] * 2 > WHOLE:
            votes = said_share(int(graph.votes_low[stake]), int(graph.votes_high[stake]))
            found.append(f"{who}: votes {votes}")
        if reach.version.majority_is_sign and graph.high[stake] * 2 > WHOLE:
            found.append(f"{who}: shares {said_share(int(graph.low[stake]), int(graph.high[stake]))}")
    return tuple(dict.fromkeys(found))


def weakest(confidences: Iterable[str]) -> str:
    """Return the lowest of some grades of confidence.

    >>> weakest(["high", "low"])
    'low'
    """
    ranks: Mapping[str, int] = {name: place for place, name in enumerate(RANKED)}
    return RANKED[max((ranks[one] for one in confidences if one in ranks), default=0)]
