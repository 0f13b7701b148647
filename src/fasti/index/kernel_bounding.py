"""The compiled bound of single forms; `fasti.index.bounding.Bound` says the same in plain Python."""

import numpy as np

from fasti.index.bounding import SPARE
from fasti.index.kernel_choosing import Asked
from fasti.index.kernel_data import LETTER, LETTERED, LimitsData, Numbers, RoomData, ShelfData
from fasti.index.kernel_spelling import integer, kernel
from fasti.index.kernel_ways import Rows, Ways, alike

MISSED = -1e9
"""What units gain that are not paired."""


@kernel
def keep_passing(  # noqa: C901, PLR0912 - one loop, so that arrays are named once
    shelf: ShelfData,
    limits: LimitsData,
    parts: Numbers,
    ways: Ways,
    room: RoomData,
    rows: Rows,
    best: Numbers,
    asked: Asked,
    some: int,
    joins: int,
    held_down: Numbers,
) -> int:
    """Keep of the forms found those that could reach the threshold; return how many.

    The ways from `joins` on are those by which units of the query are run together.
    """
    # Arrays are named once here: to take one out of a tuple counts its uses, which costs more than the sums below.
    form_units, form_least, form_unit, units = shelf.form_units, shelf.form_least, shelf.form_unit, shelf.units
    way_row, way_sure, way_loose, way_near, way_next = ways.row, ways.sure, ways.loose, ways.near, ways.next
    way_weight, way_least, row_flags, row_rules = ways.weight, ways.least, rows.flags, rows.rules
    firsts, own, size, threshold, meets = rows.first, rows.own, asked.size, asked.threshold, asked.meets
    kept, found, chain, initial, known = 0, room.found, room.chain, limits.initial, limits.known
    for place in range(some):
        form = integer(found[place])
        first, end = integer(form_units[form]), integer(form_units[form + 1])
        if not (meets >> integer(units[form_unit[first]].style)) & 1:
            continue
        for row in range(size):
            best[row] = MISSED
        columns, partners, joined, mine, theirs = 0.0, 0, False, integer(0), integer(0)
        for at in range(first, end):
            unit = units[form_unit[at]]
            flag, weight, least = integer(unit.flags), np.float64(unit.weight), np.float64(unit.least)
            column, way = MISSED, integer(chain[unit.token])
            while way >= 0:
                near, row = integer(way_near[way]), way_row[way]
                likeness = alike(way_sure[way], way_loose[way], integer(row_flags[row]), flag, known)
                over = likeness - threshold
                gain = over * weight + threshold * least if likeness > 0.0 else MISSED
                if near >= 0:
                    gain = run_gain(form_unit, units, parts, near, at, (first, end), over, threshold)
                if gain > MISSED:
                    gain += over * way_weight[way] + threshold * way_least[way]
                    column, joined = max(column, gain), joined or near >= 0 or way >= joins
                    best[row] = max(best[row], gain)
                way = integer(way_next[way])
            if initial > 0.0 and flag & (LETTER | LETTERED):
                gain = (initial - threshold) * weight + threshold * least
                column = max(column, add_initials(firsts, row_flags, own, best, size, integer(unit.letter), flag, gain))
            if column > MISSED:
                partners, columns = partners + 1, columns + max(0.0, column)
            else:
                theirs |= integer(unit.rules)
        total, found_rows = 0.0, 0
        for row in range(size):
            if best[row] > MISSED:
                total, found_rows = total + max(0.0, best[row]), found_rows + 1
            else:
                mine |= integer(row_rules[row])
        few = 1 if min(partners, found_rows) <= 1 < size else 0
        if not joined and held_down[few, mine, theirs]:
            continue
        if partners and min(total, columns) >= asked.least + threshold * np.float64(form_least[form]) - SPARE:
            found[kept] = form
            kept += 1
    return kept


@kernel
def run_gain(
    form_unit: Numbers,
    units: Numbers,
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
        if begin < span[0] or begin + part >= span[1]:
            return MISSED
        unit = units[form_unit[begin + part]]
        if integer(unit.token) != token:
            return MISSED
        gain += over * np.float64(unit.weight) + threshold * np.float64(unit.least)
    return gain


@kernel
def add_initials(
    firsts: Numbers, flags: Numbers, own: Numbers, best: Numbers, size: int, letter: int, theirs: int, listed: float
) -> float:
    """Pair a listed unit as an initial, or with one; return the most it gains, `MISSED` if it is not paired."""
    most = MISSED
    wanted = LETTERED if theirs & LETTER else LETTER
    for row in range(size):
        if integer(flags[row]) & wanted and integer(firsts[row]) == letter:
            gain = own[row] + listed
            most = max(most, gain)
            best[row] = max(best[row], gain)
    return most
