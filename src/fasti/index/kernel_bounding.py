"""The compiled bound of single forms; `fasti.index.bounding.Bound` says the same in plain Python."""

from typing import NamedTuple

import numpy as np

from fasti.index.figures import SPARE
from fasti.index.kernel_choosing import Asked
from fasti.index.kernel_compiling import bare, built_in, integer, kernel
from fasti.index.kernel_data import LETTER, LETTERED, TOLD, BatchData, LimitsData, Numbers, RoomData, ShelfData
from fasti.index.kernel_ways import Rows, Ways, alike

_ONE = np.int64(1)

MISSED = -1e9
"""What units gain that are not paired."""


class Partners(NamedTuple):
    """Which units of a query and of some forms may have a partner, one bit each; as `fasti.index.bounding.Partners`.

    Attributes:
        total: What the units of the query add at most.
        gain: What the units of each form add at most.
        mine: Units of the query that may have a partner; 0 if the form is of a style that is not met.
        theirs: Units of the form.
        firm: Units of the query that may have one otherwise than as an initial.
        their_firm: Units of the form.
    """

    total: Numbers
    gain: Numbers
    mine: Numbers
    theirs: Numbers
    firm: Numbers
    their_firm: Numbers


AT_ONCE = 64
"""Forms whose units are paired in one go: to hand arrays from function to function takes as long as to pair a form."""


@kernel
def make_partners() -> Partners:
    """Return room for as many forms as are paired in one go."""
    i, f = np.int64, np.float64
    n = AT_ONCE
    return Partners(np.empty(n, f), np.empty(n, f), np.empty(n, i), np.empty(n, i), np.empty(n, i), np.empty(n, i))


@built_in
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
    partners: Partners,
    held_down: Numbers,
) -> int:
    """Keep of the forms found those that could reach the threshold; return how many."""
    kept = 0
    for begin in range(0, some, AT_ONCE):
        end = min(some, begin + AT_ONCE)
        pair_units(shelf, limits, parts, ways, room, rows, best, asked, begin, end, partners)
        kept = weigh(shelf, batch.units, rows, room.found, limits.more, asked, begin, end, kept, partners, held_down)
    return kept


@built_in
def pair_units(  # noqa: C901 - one loop, so that arrays are named once
    shelf: ShelfData,
    limits: LimitsData,
    parts: Numbers,
    ways: Ways,
    room: RoomData,
    rows: Rows,
    best: Numbers,
    asked: Asked,
    begin: int,
    end: int,
    partners: Partners,
) -> None:
    """Pair the units of some of the forms found in every way."""
    form_unit, units, chain, found, form_units = shelf.form_unit, shelf.units, room.chain, room.found, shelf.form_units
    way_row, way_sure, way_loose, way_near, way_next = ways.row, ways.sure, ways.loose, ways.near, ways.next
    way_weight, way_least, row_flags, firsts, own = ways.weight, ways.least, rows.flags, rows.first, rows.own
    size, threshold, initial, known, meets = asked.size, asked.threshold, limits.initial, limits.known, asked.meets
    for place in range(begin, end):
        form, here = integer(found[place]), place - begin
        first, last = integer(form_units[form]), integer(form_units[form + 1])
        partners.mine[here] = 0
        if not (meets >> integer(units[form_unit[first]].style)) & 1:
            continue
        for row in range(size):
            best[row] = 0.0
        columns, mine, theirs, firm, their_firm = 0.0, integer(0), integer(0), integer(0), integer(0)
        for at in range(first, last):
            unit = units[form_unit[at]]
            flag, weight, least = integer(unit.flags), np.float64(unit.weight), np.float64(unit.least)
            column, way = 0.0, integer(chain[unit.token])
            while way >= 0:
                near, row = integer(way_near[way]), integer(way_row[way])
                likeness = alike(way_sure[way], way_loose[way], integer(row_flags[row]), flag, known)
                over, start, length = likeness - threshold, at - first, 1
                gain = over * weight + threshold * least if likeness > 0.0 else MISSED
                if near >= 0:
                    gain = run_gain(form_unit, units, parts, near, at, (first, last), over, threshold)
                    start, length = at - first - integer(parts[near, 3]), 3 if parts[near, 2] >= 0 else 2
                if gain > MISSED:
                    gain += over * way_weight[way] + threshold * way_least[way]
                    column, best[row] = max(column, gain), max(best[row], gain)
                    firm |= ((_ONE << max(-near, 1)) - 1) << row
                    their_firm |= ((_ONE << length) - 1) << start
                way = integer(way_next[way])
            wanted = LETTERED if flag & LETTER else LETTER
            for row in range(size if initial > 0.0 and flag & (LETTER | LETTERED) else 0):
                if integer(row_flags[row]) & wanted and firsts[row] == unit.letter:
                    gain = own[row] + (initial - threshold) * weight + threshold * least
                    column, best[row] = max(column, gain), max(best[row], gain)
                    mine |= _ONE << row
                    theirs |= _ONE << (at - first)
            columns += column
        total = 0.0
        for row in range(size):
            total += best[row]
        partners.total[here], partners.gain[here] = total, columns
        partners.mine[here], partners.theirs[here] = mine | firm, theirs | their_firm
        partners.firm[here], partners.their_firm[here] = firm, their_firm


@built_in
def weigh(  # noqa: C901 - the same
    shelf: ShelfData,
    own: Numbers,
    rows: Rows,
    found: Numbers,
    share: float,
    asked: Asked,
    begin: int,
    end: int,
    kept: int,
    partners: Partners,
    held_down: Numbers,
) -> int:
    """Keep of some of the forms found, behind those that are kept, those that what is left over does not hold down."""
    flags, rules, units, form_unit, form_units = rows.flags, rows.rules, shelf.units, shelf.form_unit, shelf.form_units
    form_least, total, gain, size = shelf.form_least, partners.total, partners.gain, asked.size
    paired_rows, paired_columns, firm, their_firm = partners.mine, partners.theirs, partners.firm, partners.their_firm
    for here in range(end - begin):
        if not paired_rows[here]:
            continue
        form = integer(found[begin + here])
        first, last = integer(form_units[form]), integer(form_units[form + 1])
        left, told, mine, pairs, ruled = 0.0, 0, integer(0), 0, 0
        for row in range(size):
            rule, paired = integer(rules[row]), (paired_rows[here] >> row) & 1
            ruled += (rule & 1) & (firm[here] >> row)
            pairs += paired
            if not paired:
                mine |= rule
                if integer(flags[row]) & TOLD:
                    left, told = left + own[asked.first + row].weight, told + 1
        theirs, their_pairs, their_ruled = integer(0), 0, 0
        for at in range(last - first):
            unit = units[form_unit[first + at]]
            rule, paired = integer(unit.rules), (paired_columns[here] >> at) & 1
            their_ruled += (rule & 1) & (their_firm[here] >> at)
            their_pairs += paired
            if not paired:
                theirs |= rule
                if integer(unit.flags) & TOLD:
                    left, told = left + np.float64(unit.weight), told + 1
        few = 1 if min(pairs, their_pairs) <= 1 < size else 0
        if held_down[few, mine, theirs]:
            continue
        more = share * left if told >= min(ruled, their_ruled) else 0.0
        least = asked.least + asked.threshold * (np.float64(form_least[form]) + more) - SPARE
        if min(total[here], gain[here]) >= least:
            found[kept] = form
            kept += 1
    return kept


@bare
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
