"""The compiled bound of single forms; `fasti.index.bounding.Bound` says the same in plain Python."""

import numpy as np

from fasti.index.bounding import SPARE
from fasti.index.kernel_data import LimitsData, Numbers, ShelfData
from fasti.index.kernel_spelling import integer, kernel
from fasti.index.kernel_ways import Rows, Ways

MISSED = -1e9
"""What units gain that are not paired."""


@kernel
def keep_passing(  # noqa: C901, PLR0912 - one loop, so that arrays are named once
    shelf: ShelfData,
    limits: LimitsData,
    parts: Numbers,
    ways: Ways,
    chain: Numbers,
    rows: Rows,
    best: Numbers,
    size: int,
    threshold: float,
    asked: float,
    found: Numbers,
    some: int,
    own_weights: Numbers,
    joins: int,
) -> int:
    """Keep of the forms found those that could reach the threshold; return how many.

    The ways from `joins` on are those by which units of the query are run together.
    """
    # Arrays are named once here: to take one out of a tuple counts its uses, which costs more than the sums below.
    form_units, form_least, form_unit, unit_token = (
        shelf.form_units,
        shelf.form_least,
        shelf.form_unit,
        shelf.unit_token,
    )
    weights, leasts, heads, letters = shelf.unit_weight, shelf.unit_least, shelf.token_head, shelf.token_letters
    way_row, way_likeness, way_base, way_near, way_next = ways.row, ways.likeness, ways.base, ways.near, ways.next
    firsts, singles, own, initial = rows.first, rows.single, rows.own, limits.initial
    kept, alone = 0, limits.alone
    for place in range(some):
        form = integer(found[place])
        for row in range(size):
            best[row] = MISSED
        columns, paired, joined, mine, theirs = 0.0, False, False, 0.0, 0.0
        first, end = integer(form_units[form]), integer(form_units[form + 1])
        for at in range(first, end):
            unit = integer(form_unit[at])
            token = integer(unit_token[unit])
            weight, least = np.float64(weights[unit]), np.float64(leasts[unit])
            column, way = MISSED, integer(chain[token])
            while way >= 0:
                over = way_likeness[way] - threshold
                gain, near = over * weight + threshold * least, integer(way_near[way])
                if near >= 0:
                    gain = run_gain(
                        form_unit, unit_token, weights, leasts, parts, near, at, (first, end), over, threshold
                    )
                if gain > MISSED:
                    gain += way_base[way]
                    row = way_row[way]
                    column, joined = max(column, gain), joined or near >= 0 or way >= joins
                    best[row] = max(best[row], gain)
                way = integer(way_next[way])
            head = heads[token]
            if initial > 0.0 and head & np.uint64(1 << 16):
                letter, single = letters[3 * token] & np.uint64(255), head & np.uint64(0xFFFF) == np.uint64(1)
                gain = (initial - threshold) * weight + threshold * least
                most = add_initials(firsts, singles, own, best, size, letter, single, gain)
                column = max(column, most)
            if column > MISSED:
                paired, columns = True, columns + max(0.0, column)
            else:
                theirs = max(theirs, weight)
        total = 0.0
        for row in range(size):
            if best[row] > MISSED:
                total += max(0.0, best[row])
            else:
                mine = max(mine, own_weights[row])
        if not joined and held_down(alone, mine, theirs, threshold):
            continue
        if paired and min(total, columns) >= asked + threshold * np.float64(form_least[form]) - SPARE:
            found[kept] = form
            kept += 1
    return kept


@kernel
def held_down(alone: Numbers, mine: float, theirs: float, threshold: float) -> bool:
    """Say whether units without a partner, the heaviest of either side weighing so much, keep from the threshold."""
    for rule in range(len(alone)):
        above, least = alone[rule, 0], threshold - SPARE
        if max(mine, theirs) > above and alone[rule, 1] < least:
            return True
        if min(mine, theirs) > above and alone[rule, 2] < least:
            return True
    return False


@kernel
def run_gain(
    form_unit: Numbers,
    unit_token: Numbers,
    weights: Numbers,
    leasts: Numbers,
    parts: Numbers,
    near: int,
    at: int,
    span: tuple[int, int],
    over: float,
    threshold: float,
) -> float:
    """Return what the parts of a cut token add that stand around a unit of a form; `MISSED` if they do not."""
    gain, begin = 0.0, at - parts[near, 3]
    for part in range(3):
        token = parts[near, part]
        if token < 0:
            continue
        if begin < span[0] or begin + part >= span[1] or unit_token[form_unit[begin + part]] != token:
            return MISSED
        unit = form_unit[begin + part]
        gain += over * np.float64(weights[unit]) + threshold * np.float64(leasts[unit])
    return gain


@kernel
def add_initials(
    firsts: Numbers,
    singles: Numbers,
    own: Numbers,
    best: Numbers,
    size: int,
    letter: np.uint64,
    single: bool,
    listed: float,
) -> float:
    """Pair a listed unit as an initial, or with one; return the most it gains, `MISSED` if it is not paired."""
    most = MISSED
    for row in range(size):
        if np.uint64(firsts[row]) == letter and singles[row] != single:
            gain = own[row] + listed
            most = max(most, gain)
            best[row] = max(best[row], gain)
    return most
