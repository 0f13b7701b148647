"""The compiled bound of single forms; `fasti.index.bounding.Bound` says the same in plain Python."""

import numpy as np

from fasti.index.bounding import SPARE
from fasti.index.kernel_choosing import Asked
from fasti.index.kernel_data import LETTER, LETTERED, TOLD, BatchData, LimitsData, Numbers, RoomData, ShelfData
from fasti.index.kernel_spelling import integer, kernel
from fasti.index.kernel_ways import Rows, Ways, alike

_ONE = np.int64(1)

MISSED = -1e9
"""What units gain that are not paired."""


@kernel
def keep_passing(  # noqa: C901, PLR0912, PLR0915 - one loop, so that arrays are named once
    shelf: ShelfData,
    limits: LimitsData,
    batch: BatchData,
    parts: Numbers,
    ways: Ways,
    room: RoomData,
    rows: Rows,
    best: Numbers,
    asked: Asked,
    some: int,
    held_down: Numbers,
) -> int:
    """Keep of the forms found those that could reach the threshold; return how many."""
    # Arrays are named once here: to take one out of a tuple counts its uses, which costs more than the sums below.
    form_units, form_least, form_unit, units = shelf.form_units, shelf.form_least, shelf.form_unit, shelf.units
    way_row, way_sure, way_loose, way_near, way_next = ways.row, ways.sure, ways.loose, ways.near, ways.next
    way_weight, way_least, row_flags, row_rules = ways.weight, ways.least, rows.flags, rows.rules
    firsts, own, size, threshold, meets = rows.first, rows.own, asked.size, asked.threshold, asked.meets
    own_weights, first_unit = batch.form_weight, asked.first
    kept, found, chain, initial, known = 0, room.found, room.chain, limits.initial, limits.known
    for place in range(some):
        form = integer(found[place])
        first, end = integer(form_units[form]), integer(form_units[form + 1])
        if not (meets >> integer(units[form_unit[first]].style)) & 1:
            continue
        for row in range(size):
            best[row] = 0.0
        # Units that may have a partner, and those that may have one otherwise than as an initial, one bit each.
        columns, mine, theirs, firm, firm_columns = 0.0, integer(0), integer(0), integer(0), integer(0)
        for at in range(first, end):
            unit = units[form_unit[at]]
            flag, weight, least = integer(unit.flags), np.float64(unit.weight), np.float64(unit.least)
            column, way = 0.0, integer(chain[unit.token])
            while way >= 0:
                near, row = integer(way_near[way]), integer(way_row[way])
                likeness = alike(way_sure[way], way_loose[way], integer(row_flags[row]), flag, known)
                over = likeness - threshold
                gain = over * weight + threshold * least if likeness > 0.0 else MISSED
                begin, length = at - first, 1
                if near >= 0:
                    gain = run_gain(form_unit, units, parts, near, at, (first, end), over, threshold)
                    begin, length = at - first - integer(parts[near, 3]), 3 if parts[near, 2] >= 0 else 2
                if gain > MISSED:
                    gain += over * way_weight[way] + threshold * way_least[way]
                    column, best[row] = max(column, gain), max(best[row], gain)
                    firm |= ((_ONE << max(-near, 1)) - 1) << row
                    firm_columns |= ((_ONE << length) - 1) << begin
                way = integer(way_next[way])
            if initial > 0.0 and flag & (LETTER | LETTERED):
                gain = (initial - threshold) * weight + threshold * least
                for row in range(size):
                    wanted = LETTERED if flag & LETTER else LETTER
                    if integer(row_flags[row]) & wanted and firsts[row] == unit.letter:
                        more = own[row] + gain
                        column, best[row] = max(column, more), max(best[row], more)
                        mine |= _ONE << row
                        theirs |= _ONE << (at - first)
            columns += column
        mine, theirs = mine | firm, theirs | firm_columns
        if not mine:
            continue
        total, left, left_rules, pairs, ruled, told = 0.0, 0.0, integer(0), 0, 0, 0
        for row in range(size):
            total += best[row]
            rule, bit = integer(row_rules[row]), (mine >> row) & 1
            ruled += (rule & 1) & (firm >> row)
            pairs += bit
            if not bit:
                left_rules |= rule
                if integer(row_flags[row]) & TOLD:
                    left, told = left + own_weights[first_unit + row], told + 1
        their_rules, their_pairs, their_ruled = integer(0), 0, 0
        for at in range(end - first):
            unit = units[form_unit[first + at]]
            rule, bit = integer(unit.rules), (theirs >> at) & 1
            their_ruled += (rule & 1) & (firm_columns >> at)
            their_pairs += bit
            if not bit:
                their_rules |= rule
                if integer(unit.flags) & TOLD:
                    left, told = left + np.float64(unit.weight), told + 1
        few = 1 if min(pairs, their_pairs) <= 1 < size else 0
        if held_down[few, left_rules, their_rules]:
            continue
        more = limits.more * left if told >= min(ruled, their_ruled) else 0.0
        if min(total, columns) >= asked.least + threshold * (np.float64(form_least[form]) + more) - SPARE:
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
