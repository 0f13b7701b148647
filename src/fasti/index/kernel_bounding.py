"""The compiled bound of single forms; `fasti.index.bounding.Bound` says the same in plain Python."""

import numpy as np

from fasti.index.bounding import SPARE
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
    size: int,
    threshold: float,
    asked: float,
    some: int,
    joins: int,
    meets: int,
    held_down: Numbers,
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
    way_row, way_sure, way_loose, way_near, way_next = ways.row, ways.sure, ways.loose, ways.near, ways.next
    way_weight, way_least, flags, rules, styles = (
        ways.weight,
        ways.least,
        shelf.unit_flags,
        shelf.unit_rules,
        shelf.form_style,
    )
    firsts, singles, own, row_flags, row_rules = rows.first, rows.single, rows.own, rows.flags, rows.rules
    kept, found, chain, initial, known = 0, room.found, room.chain, limits.initial, limits.known
    for place in range(some):
        form = integer(found[place])
        if not (meets >> integer(styles[form])) & 1:
            continue
        for row in range(size):
            best[row] = MISSED
        columns, paired, joined, mine, theirs = 0.0, False, False, integer(0), integer(0)
        first, end = integer(form_units[form]), integer(form_units[form + 1])
        for at in range(first, end):
            unit = integer(form_unit[at])
            token, flag = integer(unit_token[unit]), integer(flags[unit])
            weight, least = np.float64(weights[unit]), np.float64(leasts[unit])
            column, way = MISSED, integer(chain[token])
            while way >= 0:
                near, row = integer(way_near[way]), way_row[way]
                likeness = alike(way_sure[way], way_loose[way], integer(row_flags[row]), flag, known)
                over = likeness - threshold
                gain = over * weight + threshold * least if likeness > 0.0 else MISSED
                if near >= 0:
                    gain = run_gain(
                        form_unit, unit_token, weights, leasts, parts, near, at, (first, end), over, threshold
                    )
                if gain > MISSED:
                    gain += over * way_weight[way] + threshold * way_least[way]
                    column, joined = max(column, gain), joined or near >= 0 or way >= joins
                    best[row] = max(best[row], gain)
                way = integer(way_next[way])
            head = heads[token]
            single = head & np.uint64(0xFFFF) == np.uint64(1)
            if initial > 0.0 and head & np.uint64(1 << 16) and flag & (LETTER if single else LETTERED):
                letter = letters[3 * token] & np.uint64(255)
                gain = (initial - threshold) * weight + threshold * least
                most = add_initials(firsts, singles, own, best, size, letter, single, gain)
                column = max(column, most)
            if column > MISSED:
                paired, columns = True, columns + max(0.0, column)
            else:
                theirs |= integer(rules[unit])
        total = 0.0
        for row in range(size):
            if best[row] > MISSED:
                total += max(0.0, best[row])
            else:
                mine |= integer(row_rules[row])
        if not joined and held_down[mine, theirs]:
            continue
        if paired and min(total, columns) >= asked + threshold * np.float64(form_least[form]) - SPARE:
            found[kept] = form
            kept += 1
    return kept


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
