"""Several rows about one stake: decides what is known of it when they are taken together.

Rows of different sources may tell the same stake: it lies anywhere in what they say. Rows of one source may be parts of
a holding or the same row twice: it is at least the largest and at most their sum.
"""

import numpy as np

from fasti.model.problem import Problem, Severity
from fasti.model.share import WHOLE, said_share
from fasti.ownership.stakes import SIGN, STATED, Flags, Ints, StakeBook

Columns = tuple[Ints, Ints, Ints, Ints, Flags, Ints, Ints, Ints, Ints]
"""Owners, assets, low, high, link, control, low and high of the votes, places in the book."""


def settle_repeats(book: StakeBook, day: int) -> tuple[Columns, list[Problem]]:
    """Return the stakes that may be in force on a day, one for each owner, asset and joint arrangement."""
    if not len(book):
        none = np.zeros(0, dtype=np.int64)
        return (none, none, none, none, none.astype(np.bool_), none, none, none, none), []
    begins, began, leaves, gone = book.days.T
    places = np.flatnonzero((begins <= day) & (day < gone))
    sure = (began[places] <= day) & (day < leaves[places])
    low = np.where(sure, book.low[places], 0)
    high = book.high[places].copy()
    votes_low, votes_high = _votes(book, places, sure)
    keys = book.owners[places] * len(book.names) + book.assets[places]
    order = np.argsort(keys, kind="stable")
    doubled = np.flatnonzero(keys[order][1:] == keys[order][:-1])
    dropped, problems = np.zeros(len(places), dtype=np.bool_), list[Problem]()
    control = book.control[places].copy()
    for rows in _groups(book, places, keys, order, doubled):
        told, problem = _settled(book, places, rows, low, high)
        problems += [problem] if problem else []
        first = rows[0]
        low[first], high[first] = told
        votes_low[first] = max(int(votes_low[row]) for row in rows)
        votes_high[first] = min(WHOLE, sum(int(votes_high[row]) for row in rows))
        given = {int(control[row]) for row in rows}
        control[first] = STATED if STATED in given else SIGN if SIGN in given else control[first]
        dropped[rows[1:]] = True
    kept = ~dropped
    where = places[kept]
    shares = (low[kept], high[kept], book.link[where], control[kept])
    return (book.owners[where], book.assets[where], *shares, votes_low[kept], votes_high[kept], where), problems


def _votes(book: StakeBook, places: Ints, sure: Flags) -> tuple[Ints, Ints]:
    low, high = np.zeros(len(places), dtype=np.int64), np.zeros(len(places), dtype=np.int64)
    for place, stake in book.rare.items():
        if stake.voting is not None:
            row = int(np.searchsorted(places, place))
            if row < len(places) and places[row] == place:
                low[row] = stake.voting.low if sure[row] else 0
                high[row] = stake.voting.high
    return low, high


def _groups(book: StakeBook, places: Ints, keys: Ints, order: Ints, doubled: Ints) -> list[list[int]]:
    """Return the rows that speak of one stake, where several do; those of different joint arrangements are apart."""
    found: dict[tuple[int, str, bool], list[int]] = {}
    rows = {int(order[place + step]) for place in doubled for step in (0, 1)}
    for row in sorted(rows):
        stake = book.rare.get(int(places[row]))
        key = (int(keys[row]), stake.joint if stake else "", bool(book.link[places[row]]))
        found.setdefault(key, []).append(row)
    return [group for group in found.values() if len(group) > 1]


def _settled(
    book: StakeBook, places: Ints, rows: list[int], low: Ints, high: Ints
) -> tuple[tuple[int, int], Problem | None]:
    stakes = [book.stake(int(places[row])) for row in rows]
    bounds = [(int(low[row]), int(high[row])) for row in rows]
    sources = {one.source for one in stakes}
    if len(sources) == len(stakes):
        told = (min(least for least, _ in bounds), max(most for _, most in bounds))
        why, code = "its sources differ", "sources_differ"
    else:
        told = (max(least for least, _ in bounds), min(WHOLE, sum(most for _, most in bounds)))
        why, code = "its rows may be parts of one holding or the same one told twice", "repeated_stake"
    if len(set(bounds)) == 1 and (len(sources) == len(stakes) or stakes[0].link):
        return bounds[0], None
    lines = ", ".join(str(one.line) for one in stakes)
    message = (
        f"{stakes[0].owner}'s stake in {stakes[0].asset} is told {len(stakes)} times (lines {lines}): {why}; "
        f"taken as {said_share(*told)}."
    )
    return told, Problem(code, message, f"line {stakes[0].line}", Severity.WARNING)
