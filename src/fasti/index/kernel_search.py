"""The compiled search: postings that matter are added up, and the forms that could pass have their bound computed.

`fasti.index.bounding` says the same in plain Python, and the two return the same forms.
"""

import math

import numpy as np

from fasti.index.kernel_bounding import keep_passing, make_partners
from fasti.index.kernel_choosing import (
    Asked,
    Choice,
    FirstRule,
    decide,
    describe_form,
    first_rule,
    make_choice,
)
from fasti.index.kernel_compiling import built_in, integer, kernel
from fasti.index.kernel_data import BatchData, LimitsData, Numbers, RoomData, ShelfData
from fasti.index.kernel_pairing import list_near
from fasti.index.kernel_reaching import RUNS, count_reached, fill_rows, make_reached, wipe
from fasti.index.kernel_sifting import add_up, border, drop_held_down, sift
from fasti.index.kernel_ways import list_ways, make_rows, make_ways


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
    rows, ways, reached = make_rows(longest), make_ways(1024), make_reached(4096)
    choice, rule, partners = make_choice(longest), first_rule(held_down), make_partners()
    best, start, out = np.zeros(longest), np.zeros(forms + 1, np.int64), np.empty(max(64, 4 * forms), np.uint32)
    counters, held = np.zeros(4, np.int64), 0
    for form in range(forms):
        asked = describe_form(limits, batch, form, threshold)
        ways, count = list_ways(shelf, limits, batch, near, form, ways, room)
        most = count_reached(shelf, ways, count)
        if most > len(reached):
            reached = make_reached(2 * most)
        units = fill_rows(
            shelf, limits, batch, near, form, threshold, ways, count, rows, asked.meets, reached, room.marks
        )
        scale = decide(limits, rows, asked, held_down, rule, choice)
        some = collect(shelf, limits, room, reached, units, asked, lettered, choice, scale, rule, counters)
        some = drop_held_down(shelf, limits, room, rows, asked, some, held_down)
        kept = keep_passing(shelf, limits, batch, near.parts, ways, room, rows, best, asked, some, partners, held_down)
        found = room.found
        if held + kept > len(out):
            more = np.empty(2 * (held + kept), np.uint32)
            more[:held] = out[:held]
            out = more
        for at in range(kept):
            out[held] = found[at]
            held += 1
        wipe(shelf, near, ways, count, reached, units, room)
        start[form + 1] = held
        counters[0] += count
        counters[2] += some
    counters[3] = held
    return start, out[:held], counters


@built_in
def collect(
    shelf: ShelfData,
    limits: LimitsData,
    room: RoomData,
    reached: Numbers,
    count: int,
    asked: Asked,
    lettered: int,
    choice: Choice,
    scale: float,
    rule: FirstRule,
    counters: Numbers,
) -> int:
    """Write the forms whose gains could suffice to the room; return how many."""
    found, sums, posting, touched = room.found, room.sums, shelf.posting, 0
    every, every_lettered, left_out, read = choice.every[0], choice.every[1], choice.left_out, 0
    for at in range(count):
        one = reached[at]
        row, pairs = one.row, one.pairs
        # Units run together are always read: they keep the rules of units alone from holding.
        first = not every and (pairs == RUNS or not left_out[0, row])
        last = not every_lettered and (pairs == RUNS or not left_out[1, row])
        if not (first or last):
            continue
        part = max(1, min(255, integer(math.ceil(one.gain * scale))))
        begin = integer(one.first)
        end = begin + integer(one.count)
        if not first:
            begin = border(posting, begin, end, lettered)
        if not last:
            end = border(posting, begin, end, lettered)
        touched = add_up(posting, begin, end, part, pairs, sums, found, touched)
        read += end - begin
    counters[1] += read
    return sift(shelf, limits, room, asked, choice, scale, rule, touched, lettered)
