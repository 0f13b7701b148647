"""The compiled bound of single forms; `fasti.index.bounding.Bound` says the same in plain Python."""

from typing import NamedTuple

import numpy as np

from fasti.index.bounding import SPARE
from fasti.index.kernel_choosing import Asked
from fasti.index.kernel_data import LETTER, LETTERED, TOLD, BatchData, LimitsData, Numbers, RoomData, ShelfData
from fasti.index.kernel_spelling import integer, kernel
from fasti.index.kernel_ways import Rows, Ways, alike

_ONE = np.int64(1)

MISSED = -1e9
"""What units gain that are not paired."""


class Partners(NamedTuple):
    """Which units of a query and of a form may have a partner, one bit each; as `fasti.index.bounding.Partners`.

    Attributes:
        gain: What the units of the form add.
        mine: Units of the query that may have one.
        theirs: Units of the form.
        firm: Units of the query that may have one otherwise than as an initial.
        their_firm: Units of the form.
    """

    gain: float
    mine: int
    theirs: int
    firm: int
    their_firm: int


@kernel
def keep_passing(
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
    kept, found, form_units, form_least, form_unit = 0, room.found, shelf.form_units, shelf.form_least, shelf.form_unit
    units, chain, own, threshold = shelf.units, room.chain, batch.units, asked.threshold
    for place in range(some):
        form = integer(found[place])
        first, end = integer(form_units[form]), integer(form_units[form + 1])
        if not (asked.meets >> integer(units[form_unit[first]].style)) & 1:
            continue
        partners = pair_units(form_unit, units, chain, limits, parts, ways, rows, best, asked, first, end)
        if not partners.mine:
            continue
        total = 0.0
        for row in range(asked.size):
            total += best[row]
        more = left_over(form_unit, units, own, rows, limits.more, asked, partners, first, end, held_down)
        if more >= 0.0 and min(total, partners.gain) >= (
            asked.least + threshold * (np.float64(form_least[form]) + more) - SPARE
        ):
            found[kept] = form
            kept += 1
    return kept


@kernel
def pair_units(
    form_unit: Numbers,
    units: Numbers,
    chain: Numbers,
    limits: LimitsData,
    parts: Numbers,
    ways: Ways,
    rows: Rows,
    best: Numbers,
    asked: Asked,
    first: int,
    end: int,
) -> Partners:
    """Pair the units of a form in every way; fill in the most that each unit of the query adds."""
    # Arrays are named once here: to take one out of a tuple counts its uses, which costs more than the sums below.
    way_row, way_sure, way_loose, way_near, way_next = ways.row, ways.sure, ways.loose, ways.near, ways.next
    way_weight, way_least, row_flags, firsts, own = ways.weight, ways.least, rows.flags, rows.first, rows.own
    size, threshold, initial, known = asked.size, asked.threshold, limits.initial, limits.known
    for row in range(size):
        best[row] = 0.0
    columns, mine, theirs, firm, their_firm = 0.0, integer(0), integer(0), integer(0), integer(0)
    for at in range(first, end):
        unit = units[form_unit[at]]
        flag, weight, least = integer(unit.flags), np.float64(unit.weight), np.float64(unit.least)
        column, way = 0.0, integer(chain[unit.token])
        while way >= 0:
            near, row = integer(way_near[way]), integer(way_row[way])
            likeness = alike(way_sure[way], way_loose[way], integer(row_flags[row]), flag, known)
            over, begin, length = likeness - threshold, at - first, 1
            gain = over * weight + threshold * least if likeness > 0.0 else MISSED
            if near >= 0:
                gain = run_gain(form_unit, units, parts, near, at, (first, end), over, threshold)
                begin, length = at - first - integer(parts[near, 3]), 3 if parts[near, 2] >= 0 else 2
            if gain > MISSED:
                gain += over * way_weight[way] + threshold * way_least[way]
                column, best[row] = max(column, gain), max(best[row], gain)
                firm |= ((_ONE << max(-near, 1)) - 1) << row
                their_firm |= ((_ONE << length) - 1) << begin
            way = integer(way_next[way])
        wanted = LETTERED if flag & LETTER else LETTER
        for row in range(size if initial > 0.0 and flag & (LETTER | LETTERED) else 0):
            if integer(row_flags[row]) & wanted and firsts[row] == unit.letter:
                gain = own[row] + (initial - threshold) * weight + threshold * least
                column, best[row] = max(column, gain), max(best[row], gain)
                mine |= _ONE << row
                theirs |= _ONE << (at - first)
        columns += column
    return Partners(columns, mine | firm, theirs | their_firm, firm, their_firm)


@kernel
def left_over(
    form_unit: Numbers,
    units: Numbers,
    own: Numbers,
    rows: Rows,
    share: float,
    asked: Asked,
    partners: Partners,
    first: int,
    end: int,
    held_down: Numbers,
) -> float:
    """Return what units without a partner count besides their least weights, -1 if they hold the score down."""
    flags, rules = rows.flags, rows.rules
    left, told, mine, pairs, ruled = 0.0, 0, integer(0), 0, 0
    for row in range(asked.size):
        rule, paired = integer(rules[row]), (partners.mine >> row) & 1
        ruled += (rule & 1) & (partners.firm >> row)
        pairs += paired
        if not paired:
            mine |= rule
            if integer(flags[row]) & TOLD:
                left, told = left + own[asked.first + row].weight, told + 1
    theirs, their_pairs, their_ruled = integer(0), 0, 0
    for at in range(end - first):
        unit = units[form_unit[first + at]]
        rule, paired = integer(unit.rules), (partners.theirs >> at) & 1
        their_ruled += (rule & 1) & (partners.their_firm >> at)
        their_pairs += paired
        if not paired:
            theirs |= rule
            if integer(unit.flags) & TOLD:
                left, told = left + np.float64(unit.weight), told + 1
    few = 1 if min(pairs, their_pairs) <= 1 < asked.size else 0
    if held_down[few, mine, theirs]:
        return -1.0
    return share * left if told >= min(ruled, their_ruled) else 0.0


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
