"""What each unit of a query can add at most, in compiled code, and the listed units by way of which it does."""

import numpy as np

from fasti.index.kernel_compiling import bare, built_in, integer, kernel
from fasti.index.kernel_data import (
    LAST_ROW,
    LETTER,
    LETTERED,
    ROWS,
    BatchData,
    LimitsData,
    Numbers,
    RoomData,
    ShelfData,
)
from fasti.index.kernel_memory import prefetch
from fasti.index.kernel_pairing import NearData
from fasti.index.kernel_ways import Rows, Ways, alike

REACHED = np.dtype(
    [("gain", "f8"), ("first", "u4"), ("count", "u4"), ("unit", "i4"), ("row", "i4"), ("pairs", "i8")], align=True
)
"""A listed unit that a unit of a query may be paired with: most gain, postings, unit, row, pairs it counts for."""

RUNS = 255
"""What units run together count for as pairs: enough."""

UNMARKED = 0xFFFFFFFF ^ ROWS


@kernel
def make_reached(size: int) -> Numbers:
    """Return room for so many listed units that may be reached."""
    return np.empty(size, REACHED)


@built_in
def count_reached(shelf: ShelfData, ways: Ways, held: int) -> int:
    """Return how many listed units the tokens of some ways have: as many may be reached."""
    token_units, tokens, count = shelf.token_units, ways.token, 0
    for way in range(held):
        token = integer(tokens[way])
        count += integer(token_units[token + 1]) - integer(token_units[token])
    return count


@built_in
def fill_rows(
    shelf: ShelfData,
    limits: LimitsData,
    batch: BatchData,
    near: NearData,
    form: int,
    threshold: float,
    ways: Ways,
    held: int,
    rows: Rows,
    meets: int,
    reached: Numbers,
    marks: Numbers,
) -> int:
    """Work out what each unit of a form can add; mark the listed units by way of which, and return how many."""
    first = batch.form_start[form]
    for row in range(batch.form_start[form + 1] - first):
        fill_letters(limits, batch, first, row, threshold, rows)
    token_units, units, posting = shelf.token_units, shelf.units, shelf.posting
    way_row, way_token, sure, loose = ways.row, ways.token, ways.sure, ways.loose
    way_weight, way_least, way_rest, way_near = ways.weight, ways.least, ways.rest, ways.near
    gains, nets, costs, mine, rules, known = rows.gain, rows.net, rows.cost, rows.flags, rows.rules, limits.known
    count = 0
    for way in range(held):
        row, token, place = integer(way_row[way]), integer(way_token[way]), integer(way_near[way])
        rest_net, bits, run = 0.0, bits_of_rows(row, max(1, -place)), loose[way] < 0.0
        if place >= 0:
            rest_net = fill_rest(shelf, near, threshold, ways, way)
            mark_parts(shelf, near, place, bits, marks)
        for at in range(token_units[token], token_units[token + 1]):
            unit = units[at]
            if not (meets >> integer(unit.style)) & 1:
                continue
            likeness = alike(sure[way], loose[way], integer(mine[row]), integer(unit.flags), known)
            if likeness == 0.0:
                continue
            over = likeness - threshold
            base = over * way_weight[way] + threshold * way_least[way]
            more = over * np.float64(unit.weight)
            gain = base + way_rest[way] + more + threshold * np.float64(unit.least)
            gains[row] = max(gains[row], gain)
            nets[row] = max(nets[row], base + rest_net + more)
            costs[row] += integer(unit.count)
            prefetch(posting, integer(unit.first))
            marks[at] |= np.uint32(bits)
            one = reached[count]
            one.gain, one.first, one.count, one.unit, one.row = gain, unit.first, unit.count, at, row
            one.pairs = RUNS if run else (integer(rules[row]) | integer(unit.rules)) & 1
            count += 1
    return count


@bare
def bits_of_rows(row: int, length: int) -> int:
    """Return the bits that stand for some neighbouring units of a query in the mark of a listed one."""
    bits = 0
    for one in range(row, row + length):
        bits |= 1 << min(one, LAST_ROW)
    return bits


@built_in
def mark_parts(shelf: ShelfData, near: NearData, place: int, bits: int, marks: Numbers) -> None:
    """Mark all units of the listed tokens that run together are a token of the query."""
    for at in range(3):
        part = near.parts[place, at]
        if part >= 0:
            for unit in range(shelf.token_units[part], shelf.token_units[part + 1]):
                marks[unit] |= np.uint32(bits)


@built_in
def wipe(shelf: ShelfData, near: NearData, ways: Ways, held: int, reached: Numbers, count: int, room: RoomData) -> None:
    """Take back what a form left in the room: its ways by token, and the marks of units."""
    chain, marks, tokens, places = room.chain, room.marks, ways.token, ways.near
    for at in range(count):
        marks[reached[at].unit] &= np.uint32(UNMARKED)
    for way in range(held):
        chain[tokens[way]] = -1
        if places[way] >= 0:
            for at in range(3):
                part = near.parts[places[way], at]
                if part >= 0:
                    for unit in range(shelf.token_units[part], shelf.token_units[part + 1]):
                        marks[unit] &= np.uint32(UNMARKED)


@built_in
def fill_letters(limits: LimitsData, batch: BatchData, first: int, row: int, threshold: float, rows: Rows) -> None:
    """Work out what a unit adds as an initial, or by way of one; see `fasti.index.bounding`."""
    flags, likeness = integer(batch.units[first + row].flags), limits.initial
    rows.flags[row], rows.rules[row], rows.first[row] = (
        flags,
        batch.units[first + row].rules,
        batch.units[first + row].letter,
    )
    rows.gain[row] = rows.net[row] = 0.0
    rows.letter[row] = rows.letter_net[row] = rows.initial[row] = rows.initial_net[row] = 0.0
    rows.cost[row] = 0
    if likeness == 0.0 or not flags & (LETTER | LETTERED):
        return
    own = (likeness - threshold) * batch.units[first + row].weight + threshold * batch.units[first + row].least
    rows.own[row] = own
    gross = max(0.0, own + likeness * limits.greatest)
    net = max(0.0, own + max(0.0, likeness - threshold) * limits.greatest)
    if flags & LETTER:
        rows.letter[row], rows.letter_net[row] = gross, net
    else:
        rows.initial[row], rows.initial_net[row] = gross, net


@bare
def fill_rest(shelf: ShelfData, near: NearData, threshold: float, ways: Ways, way: int) -> float:
    """Work out what the other parts of a cut token add at most; return the same net."""
    gross, net, place = 0.0, 0.0, ways.near[way]
    for at in range(3):
        part = near.parts[place, at]
        if part < 0 or at == near.parts[place, 3]:
            continue
        most, most_net = -1e9, -1e9
        for unit in range(shelf.token_units[part], shelf.token_units[part + 1]):
            more = (ways.sure[way] - threshold) * np.float64(shelf.units[unit].weight)
            most, most_net = max(most, more + threshold * np.float64(shelf.units[unit].least)), max(most_net, more)
        gross, net = gross + most, net + most_net
    ways.rest[way] = gross
    return net
