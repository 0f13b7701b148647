"""The stakes in force on a day as a graph: who holds how much of whom, as far as it is known."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from fasti.model.problem import Problem, Severity
from fasti.model.share import WHOLE, said_share
from fasti.ownership.repeats import settle_repeats
from fasti.ownership.stakes import STATED, Flags, Ints, StakeBook

DENSE = 16
"""Parties for each stake up to which marking all is quicker than sorting."""


@dataclass(frozen=True, slots=True)
class Graph:
    """Stakes in force on one day, sorted by owner; nodes beyond the book's parties are joint holdings.

    Attributes:
        size: Number of nodes.
        owners: Owner of each stake.
        assets: Its asset.
        low: Units that the owner holds at least.
        high: Units at most.
        link: Whether the stake is a mere link, which takes nothing from what others may hold.
        control: `NO_CONTROL`, `STATED` or `SIGN`.
        votes_low: Units of the votes at least; 0 where none are given.
        votes_high: At most; 0 where none are given.
        places: Place in the book of each stake; the first of those that were settled into one, -1 for joint holdings.
        first: Where the stakes of each owner begin; one more than there are nodes.
        into: Stakes ordered by asset.
        first_into: Where the stakes into each asset begin in `into`.
        held: Units of each asset whose holders are known, links apart.
        names: What the nodes beyond the book's parties are called.
        problems: Defects met.
    """

    size: int
    owners: Ints
    assets: Ints
    low: Ints
    high: Ints
    link: Flags
    control: Ints
    votes_low: Ints
    votes_high: Ints
    places: Ints
    first: Ints
    into: Ints
    first_into: Ints
    held: Ints
    names: tuple[str, ...]
    problems: tuple[Problem, ...]

    def stakes_of(self, node: int) -> range:
        """Return the stakes that a node holds."""
        return range(int(self.first[node]), int(self.first[node + 1]))

    def stakes_in(self, node: int) -> Ints:
        """Return the stakes held in a node."""
        return self.into[int(self.first_into[node]) : int(self.first_into[node + 1])]

    def assets_of(self, stakes: Ints) -> Ints:
        """Return the assets of some stakes, each once, sorted."""
        assets = self.assets[stakes]
        if len(assets) * DENSE > self.size:
            met = np.zeros(self.size, dtype=np.bool_)
            met[assets] = True
            return np.flatnonzero(met)
        assets = np.sort(assets)
        return assets[np.concatenate([[True], assets[1:] != assets[:-1]])] if len(assets) else assets

    def leaving(self, nodes: Ints) -> Ints:
        """Return every stake that some nodes hold."""
        counts = self.first[nodes + 1] - self.first[nodes]
        begins = np.repeat(self.first[nodes] - (np.cumsum(counts) - counts), counts)
        return begins + np.arange(len(begins), dtype=np.int64)


@dataclass(slots=True)
class _Columns:
    """Columns of a graph while it is being made."""

    owners: Ints
    assets: Ints
    low: Ints
    high: Ints
    link: Flags
    control: Ints
    votes_low: Ints
    votes_high: Ints
    places: Ints

    def taken(self, chosen: Ints | Flags) -> "_Columns":
        """Return some of the rows, in the order given."""
        return _Columns(*(getattr(self, name)[chosen] for name in _Columns.__dataclass_fields__))


def graph_on(book: StakeBook, day: int, *, joint: bool) -> Graph:
    """Return the graph of the stakes in force on a day.

    A stake of which it is not sure that it was held that day counts as possible: nothing at least, its share at most.

    Args:
        book: All stakes.
        day: Ordinal of the day.
        joint: Whether stakes held jointly are taken as one, held by each of their holders.
    """
    columns, problems = settle_repeats(book, day)
    made = _Columns(*columns)
    size, names = len(book.names), list[str]()
    if joint:
        made, names = _joined(book, made, size)
        size += len(names)
    made = made.taken(np.lexsort((made.assets, made.owners)))
    direct = ~made.link
    held = np.bincount(made.assets[direct], weights=None, minlength=size) * 0
    np.add.at(held, made.assets[direct], made.low[direct])
    into = np.argsort(made.assets, kind="stable")
    nodes = np.arange(size + 1)
    return Graph(
        size,
        made.owners,
        made.assets,
        made.low,
        made.high,
        made.link,
        made.control,
        made.votes_low,
        made.votes_high,
        made.places,
        np.searchsorted(made.owners, nodes),
        into,
        np.searchsorted(made.assets[into], nodes),
        held,
        tuple(names),
        (*problems, *_overfull(book, held)),
    )


def _overfull(book: StakeBook, held: Ints) -> Iterator[Problem]:
    """Say of which assets more than the whole is held; nothing is then concluded from what is left."""
    for node in np.flatnonzero(held[: len(book.names)] > WHOLE):
        told = said_share(int(held[node]), int(held[node]))
        message = (
            f"The stakes in {book.names[node]} add up to {told}, more than the whole: check for stakes told twice."
        )
        yield Problem("more_than_the_whole", message, book.names[node], Severity.WARNING)


def _joined(book: StakeBook, made: _Columns, size: int) -> tuple[_Columns, list[str]]:
    """Put a node between the holders of a joint holding and its asset, so that each holds the whole of it."""
    groups: dict[tuple[int, str], list[int]] = {}
    for row, place in enumerate(made.places.tolist()):
        stake = book.rare.get(place)
        if stake is not None and stake.joint:
            groups.setdefault((int(made.assets[row]), stake.joint), []).append(row)
    groups = {key: rows for key, rows in groups.items() if len(rows) > 1}
    if not groups:
        return made, []
    names = []
    extra: list[tuple[int, ...]] = []
    for number, ((asset, name), rows) in enumerate(groups.items()):
        node = size + number
        holders = [int(made.owners[row]) for row in rows]
        names.append(f"joint holding {name} ({', '.join(book.names[one] for one in holders)})")
        extra += [
            (one, node, WHOLE, WHOLE, 0, 0, WHOLE, WHOLE, int(made.places[row])) for one, row in _pairs(holders, rows)
        ]
        low, high, votes_low, votes_high = (
            min(WHOLE, int(column[rows].sum())) for column in (made.low, made.high, made.votes_low, made.votes_high)
        )
        stated = STATED if (made.control[rows] == STATED).any() else int(made.control[rows].max())
        extra.append((node, asset, low, high, 0, stated, votes_low, votes_high, -1))
    kept = np.ones(len(made.owners), dtype=np.bool_)
    kept[[row for rows in groups.values() for row in rows]] = False
    rest = made.taken(kept)
    table = np.array(extra, dtype=np.int64)
    columns = {name: table[:, place] for place, name in enumerate(_Columns.__dataclass_fields__)}
    columns["link"] = columns["link"].astype(np.bool_)
    return _Columns(*(np.concatenate([getattr(rest, name), column]) for name, column in columns.items())), names


def _pairs(holders: list[int], rows: list[int]) -> Iterator[tuple[int, int]]:
    yield from zip(holders, rows, strict=True)
