"""The compiled search: postings that matter are added up, and the forms that could pass have their bound computed.

`fasti.index.bounding` says the same in plain Python, and the two return the same forms.
"""

import math

import numpy as np

from fasti.index.bounding import SPARE
from fasti.index.kernel_bounding import keep_passing
from fasti.index.kernel_data import BatchData, LimitsData, Numbers, RoomData, ShelfData
from fasti.index.kernel_memory import prefetch
from fasti.index.kernel_pairing import list_near
from fasti.index.kernel_spelling import integer, kernel
from fasti.index.kernel_ways import Rows, Ways, alike, fill_rows, list_ways, make_rows, make_ways

FULL = 250.0
"""What the greatest sum of gains becomes in the upper 8 bits of a form's sum; 255 stands for that and more."""


@kernel
def search(
    shelf: ShelfData,
    limits: LimitsData,
    batch: BatchData,
    room: RoomData,
    threshold: float,
    held_down: Numbers,
    lettered: int,
) -> tuple[Numbers, Numbers, Numbers]:
    """Return the forms that could reach the threshold for each form of a batch, and counters of the work.

    `held_down` says for each set of rules that units of either side break alone whether they hold the score down.

    Returns:
        First of each form's, and the end; the listed forms; ways, postings, forms looked at, forms that passed.
    """
    near = list_near(shelf, limits, batch, room)
    forms = len(batch.form_start) - 1
    longest = 1
    for form in range(forms):
        longest = max(longest, batch.form_start[form + 1] - batch.form_start[form])
    rows, ways = make_rows(longest), make_ways(1024)
    left_out, best = np.zeros((2, longest), np.bool_), np.zeros(longest)
    start, out = np.zeros(forms + 1, np.int64), np.empty(max(64, 4 * forms), np.uint32)
    counters, held = np.zeros(4, np.int64), 0
    for form in range(forms):
        ways, count = list_ways(shelf, limits, batch, near, form, ways, room.chain)
        fill_rows(shelf, limits, batch, near, form, threshold, ways, count, rows)
        size = batch.form_start[form + 1] - batch.form_start[form]
        asked = 0.0
        for at in range(batch.form_start[form], batch.form_start[form + 1]):
            asked += batch.form_least[at]
        asked *= threshold
        every = (
            choose(rows, size, asked, False, left_out[0]),
            choose(rows, size, asked, True, left_out[1]),
        )
        some = collect(
            shelf, limits, room, ways, count, rows, size, asked, threshold, lettered, left_out, every, counters
        )
        first, singles = batch.form_start[form], 0
        for at in range(first, first + size):
            singles += near.start[batch.form_token[at] + 1] - near.start[batch.form_token[at]]
        meets = limits.meets[batch.form_style[form]]
        kept = keep_passing(
            shelf, limits, near.parts, ways, room, rows, best, size, threshold, asked, some, singles, meets, held_down
        )
        found = room.found
        if held + kept > len(out):
            more = np.empty(2 * (held + kept), np.uint32)
            for at in range(held):
                more[at] = out[at]
            out = more
        for at in range(kept):
            out[held] = found[at]
            held += 1
        chain, tokens = room.chain, ways.token
        for way in range(count):
            chain[tokens[way]] = -1
        start[form + 1] = held
        counters[0] += count
        counters[2] += some
    counters[3] = held
    return start, out[:held], counters


@kernel
def choose(rows: Rows, size: int, asked: float, lettered: bool, left_out: Numbers) -> bool:
    """Choose the rows whose postings need not be read; say whether every form must be looked at instead."""
    total = 0.0
    for row in range(size):
        left_out[row] = False
        total += rows.letter_net[row] + (rows.initial_net[row] if lettered else 0.0)
    if total > 0.0 and total >= asked - SPARE:
        return True
    for _ in range(size):
        dearest = -1
        for row in range(size):
            if rows.cost[row] >= 0 and (dearest < 0 or rows.cost[row] > rows.cost[dearest]):
                dearest = row
        idle = rows.letter_net[dearest] + (rows.initial_net[dearest] if lettered else 0.0)
        more = max(rows.net[dearest], idle) - idle
        if total + more < asked - SPARE:
            left_out[dearest] = True
            total += more
        rows.cost[dearest] = -1 - rows.cost[dearest]
    for row in range(size):
        rows.cost[row] = -1 - rows.cost[row]
    return False


@kernel
def fill_floors(
    limits: LimitsData, rows: Rows, size: int, asked: float, threshold: float, left_out: Numbers, floors: Numbers
) -> float:
    """Work out the least sum with which a form of each code may pass; return how many units a gain of 1 is."""
    whole = 0.0
    for row in range(size):
        whole += max(rows.gain[row], rows.letter[row], rows.initial[row])
    scale = FULL / max(whole, 1e-3)
    for lettered in range(2):
        rest = 0.0
        for row in range(size):
            idle = rows.letter[row] + (rows.initial[row] if lettered else 0.0)
            rest += max(rows.gain[row], idle) if left_out[lettered, row] else idle
        for code in range(len(limits.floors)):
            least = asked + threshold * limits.floors[code] - SPARE - rest
            floors[2 * code + lettered] = min(255, max(0, integer(math.floor(least * scale - 1e-6))))
    return scale


@kernel
def collect(
    shelf: ShelfData,
    limits: LimitsData,
    room: RoomData,
    ways: Ways,
    count: int,
    rows: Rows,
    size: int,
    asked: float,
    threshold: float,
    lettered: int,
    left_out: Numbers,
    every: tuple[bool, bool],
    counters: Numbers,
) -> int:
    """Write the forms whose bound must be computed to the room; return how many."""
    floors = np.zeros(256, np.int64)
    scale = fill_floors(limits, rows, size, asked, threshold, left_out, floors)
    found, sums, total, touched = room.found, room.sums, len(shelf.form_least), 0
    token_units, unit_forms, posting = shelf.token_units, shelf.unit_forms, shelf.posting
    weights, leasts, form_units = shelf.unit_weight, shelf.unit_least, shelf.form_units
    way_row, way_token, way_rest, flags, mine = ways.row, ways.token, ways.rest, shelf.unit_flags, rows.flags
    sure, loose, way_weight, way_least, known = ways.sure, ways.loose, ways.weight, ways.least, limits.known
    for way in range(count):
        row, token = way_row[way], way_token[way]
        first, last = not (every[0] or left_out[0, row]), not (every[1] or left_out[1, row])
        if not (first or last):
            continue
        for unit in range(token_units[token], token_units[token + 1]):
            likeness = alike(sure[way], loose[way], integer(mine[row]), integer(flags[unit]), known)
            if likeness == 0.0:
                continue
            gain = way_rest[way] + (likeness - threshold) * (way_weight[way] + weights[unit])
            gain += threshold * (way_least[way] + leasts[unit])
            part = max(1, min(255, integer(math.ceil(gain * scale))))
            begin, end = integer(unit_forms[unit]), integer(unit_forms[unit + 1])
            if not first:
                begin = border(posting, begin, end, lettered)
            if not last:
                end = border(posting, begin, end, lettered)
            touched = add_up(posting, begin, end, part, sums, found, touched)
            counters[1] += end - begin
    kept = 0
    for at in range(touched):
        form = integer(found[at])
        packed = integer(sums[form])
        sums[form] = np.uint16(packed & 255)
        if packed >> 8 >= floors[packed & 255]:
            found[kept] = form
            kept += 1
            prefetch(form_units, form)
    for lettered_too in range(2):
        low, high = (lettered, total) if lettered_too else (0, lettered)
        for form in range(low, high if every[lettered_too] else low):
            found[kept] = form
            kept += 1
    return kept


@kernel
def add_up(posting: Numbers, begin: int, end: int, part: int, sums: Numbers, found: Numbers, touched: int) -> int:
    """Add a gain to the sum of each form of some postings; return how many forms have been touched."""
    for at in range(begin, min(end, begin + 8)):
        prefetch(sums, integer(posting[at]))
    for at in range(begin, end):
        if at + 8 < end:
            prefetch(sums, integer(posting[at + 8]))
        form = integer(posting[at])
        packed = integer(sums[form])
        before = packed >> 8
        if before == 0:
            found[touched] = form
            touched += 1
        after = min(255, before + part)
        sums[form] = np.uint16((after << 8) | (packed & 255))
    return touched


@kernel
def border(posting: Numbers, begin: int, end: int, lettered: int) -> int:
    """Return the first place from which the forms have a single letter."""
    while begin < end:
        middle = (begin + end) >> 1
        if posting[middle] < lettered:
            begin = middle + 1
        else:
            end = middle
    return begin
