"""The compiled search: postings that matter are added up, and the forms that could pass have their bound computed.

`fasti.index.bounding` says the same in plain Python, and the two return the same forms.
"""

import math

import numpy as np

from fasti.index.figures import SPARE
from fasti.index.kernel_bounding import keep_passing, make_partners
from fasti.index.kernel_choosing import (
    Asked,
    Choice,
    FirstRule,
    decide,
    describe_form,
    fewest_pairs,
    first_rule,
    make_choice,
)
from fasti.index.kernel_data import BatchData, LimitsData, Numbers, RoomData, ShelfData
from fasti.index.kernel_memory import prefetch
from fasti.index.kernel_pairing import list_near
from fasti.index.kernel_spelling import bare, integer, kernel
from fasti.index.kernel_ways import Rows, Ways, alike, fill_rows, list_ways, make_rows, make_ways

RUNS = 255
"""What units run together count for as pairs: enough."""


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

    `held_down` is as `fasti.index.kernel_inputs.held_down` gives it; the forms from `lettered` on have a single letter.

    Returns:
        First of each form's, and the end; the listed forms; ways, postings, forms looked at, forms that passed.
    """
    near = list_near(shelf, limits, batch, room)
    forms = len(batch.form_start) - 1
    longest = 1
    for form in range(forms):
        longest = max(longest, batch.form_start[form + 1] - batch.form_start[form])
    rows, ways = make_rows(longest), make_ways(1024)
    choice, rule, partners = make_choice(longest), first_rule(held_down), make_partners()
    best, start, out = np.zeros(longest), np.zeros(forms + 1, np.int64), np.empty(max(64, 4 * forms), np.uint32)
    counters, held = np.zeros(4, np.int64), 0
    for form in range(forms):
        asked = describe_form(limits, batch, form, threshold)
        ways, count = list_ways(shelf, limits, batch, near, form, ways, room)
        fill_rows(shelf, limits, batch, near, form, threshold, ways, count, rows, asked.meets)
        scale = decide(limits, rows, asked, held_down, rule, choice)
        some = collect(shelf, limits, room, ways, count, rows, asked, lettered, choice, scale, rule, counters)
        kept = keep_passing(shelf, limits, batch, near.parts, ways, room, rows, best, asked, some, partners, held_down)
        found = room.found
        if held + kept > len(out):
            more = np.empty(2 * (held + kept), np.uint32)
            more[:held] = out[:held]
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


@bare
def collect(
    shelf: ShelfData,
    limits: LimitsData,
    room: RoomData,
    ways: Ways,
    count: int,
    rows: Rows,
    asked: Asked,
    lettered: int,
    choice: Choice,
    scale: float,
    rule: FirstRule,
    counters: Numbers,
) -> int:
    """Write the forms whose bound must be computed to the room; return how many."""
    found, sums, posting, touched, threshold = room.found, room.sums, shelf.posting, 0, asked.threshold
    token_units, units, flags, rules = shelf.token_units, shelf.units, rows.flags, rows.rules
    way_row, way_token, way_rest, way_weight, way_least = ways.row, ways.token, ways.rest, ways.weight, ways.least
    sure, loose, meets, known = ways.sure, ways.loose, asked.meets, limits.known
    every, every_lettered, left_out, read = choice.every[0], choice.every[1], choice.left_out, 0
    for way in range(count):
        row, token = way_row[way], way_token[way]
        # Units run together are always read: they keep the rules of units alone from holding.
        first = not every and (loose[way] < 0.0 or not left_out[0, row])
        last = not every_lettered and (loose[way] < 0.0 or not left_out[1, row])
        if not (first or last):
            continue
        for place in range(token_units[token], token_units[token + 1]):
            unit = units[place]
            if not (meets >> integer(unit.style)) & 1:
                continue
            likeness = alike(sure[way], loose[way], integer(flags[row]), integer(unit.flags), known)
            if likeness == 0.0:
                continue
            gain = way_rest[way] + (likeness - threshold) * (way_weight[way] + np.float64(unit.weight))
            gain += threshold * (way_least[way] + np.float64(unit.least))
            part = max(1, min(255, integer(math.ceil(gain * scale))))
            begin = integer(unit.first)
            end = begin + integer(unit.count)
            if not first:
                begin = border(posting, begin, end, lettered)
            if not last:
                end = border(posting, begin, end, lettered)
            ruled = RUNS if loose[way] < 0.0 else (integer(rules[row]) | integer(unit.rules)) & 1
            touched = add_up(posting, begin, end, part, ruled, sums, found, touched)
            read += end - begin
    counters[1] += read
    return sift(shelf, limits, room, asked, choice, scale, rule, touched, lettered)


@bare
def sift(
    shelf: ShelfData,
    limits: LimitsData,
    room: RoomData,
    asked: Asked,
    choice: Choice,
    scale: float,
    rule: FirstRule,
    touched: int,
    lettered: int,
) -> int:
    """Keep of the forms touched those whose bound must be computed, and add those that must be looked at anyway."""
    found, sums, floors, form_units = room.found, room.sums, limits.floors, shelf.form_units
    rest, unseen, besides, threshold = choice.rest, choice.unseen, choice.besides, asked.threshold
    kept, least = 0, asked.least - SPARE
    for at in range(touched):
        form = integer(found[at])
        packed = integer(sums[form])
        letter, pairs = packed & 1, (packed >> 16) & 255
        sums[form] = np.uint32(packed & 0xFF0000FF)
        floor = (least + threshold * floors[(packed & 255) >> 1] - rest[letter]) * scale
        if (packed >> 8) & 255 >= min(255, math.floor(floor - 1e-6)) and (
            pairs >= fewest_pairs(asked, rule, packed >> 24, unseen[letter], besides[letter])
        ):
            found[kept] = form
            kept += 1
            prefetch(form_units, form)
    for lettered_too in range(2):
        low, high = (lettered, len(shelf.form_least)) if lettered_too else (0, lettered)
        for form in range(low, high if choice.every[lettered_too] else low):
            found[kept] = form
            kept += 1
    return kept


@bare
def add_up(
    posting: Numbers, begin: int, end: int, part: int, ruled: int, sums: Numbers, found: Numbers, touched: int
) -> int:
    """Add a gain to the sum of each form of some postings; return how many forms have been touched."""
    for at in range(begin, min(end, begin + 8)):
        prefetch(sums, integer(posting[at]))
    for at in range(begin, end):
        if at + 8 < end:
            prefetch(sums, integer(posting[at + 8]))
        form = integer(posting[at])
        packed = integer(sums[form])
        before, pairs = (packed >> 8) & 255, (packed >> 16) & 255
        if before == 0:
            found[touched] = form
            touched += 1
        after, pairs = min(255, before + part), min(255, pairs + ruled)
        sums[form] = np.uint32((packed & 0xFF0000FF) | (after << 8) | (pairs << 16))
    return touched


@bare
def border(posting: Numbers, begin: int, end: int, lettered: int) -> int:
    """Return the first place from which the forms have a single letter."""
    while begin < end:
        middle = (begin + end) >> 1
        if posting[middle] < lettered:
            begin = middle + 1
        else:
            end = middle
    return begin
