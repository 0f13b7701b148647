"""The compiled sums of postings: which forms gain enough, and which of these no unit without a partner holds down."""

import math

import numpy as np

from fasti.index.figures import SPARE
from fasti.index.kernel_choosing import Asked, Choice, FirstRule, fewest_pairs
from fasti.index.kernel_compiling import bare, built_in, integer
from fasti.index.kernel_data import (
    CHARACTER_AT,
    IS_LETTER,
    LAST_ROW,
    LETTER,
    LETTERED,
    ROWS,
    RULES_AT,
    LimitsData,
    Numbers,
    RoomData,
    ShelfData,
)
from fasti.index.kernel_memory import prefetch
from fasti.index.kernel_ways import Rows


@built_in
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


@built_in
def drop_held_down(  # noqa: C901, PLR0912 - one loop, so that arrays are named once
    shelf: ShelfData, limits: LimitsData, room: RoomData, rows: Rows, asked: Asked, some: int, held_down: Numbers
) -> int:
    """Keep of the forms found those that no unit without a partner holds down by its rules; return how many.

    A unit has a partner if its mark says so, though it may be one by way of parts that do not stand side by side:
    what is kept has its bound computed, and its rules looked at again.
    """
    found, marks, form_units, form_unit = room.found, room.marks, shelf.form_units, shelf.form_unit
    rules, size, kept = rows.rules, asked.size, 0
    for at in range(min(some, 8)):
        prefetch(form_unit, integer(form_units[integer(found[at])]))
    for at in range(some):
        if at + 16 < some:
            prefetch(form_units, integer(found[at + 16]))
        if at + 8 < some:
            prefetch(form_unit, integer(form_units[integer(found[at + 8])]))
        form = integer(found[at])
        mine, theirs, pairs = 0, 0, 0
        for place in range(integer(form_units[form]), integer(form_units[form + 1])):
            mark = integer(marks[form_unit[place]])
            bits = mark & ROWS
            if limits.initial > 0.0 and mark >> CHARACTER_AT and (mark & IS_LETTER or asked.letters):
                bits |= rows_by_letter(rows, size, LETTERED if mark & IS_LETTER else LETTER, mark >> CHARACTER_AT)
            if bits:
                mine |= bits
                pairs += 1
            else:
                theirs |= (mark >> RULES_AT) & 255
        if not mine:
            continue
        alone, paired = 0, 0
        for row in range(size):
            if (mine >> min(row, LAST_ROW)) & 1:
                paired += 1
            else:
                alone |= integer(rules[row])
        if not held_down[1 if min(paired, pairs) <= 1 < size else 0, alone, theirs]:
            found[kept] = form
            kept += 1
    return kept


@bare
def rows_by_letter(rows: Rows, size: int, wanted: int, letter: int) -> int:
    """Return the bits of the units of a query that are initials of a listed word, or words of a listed initial."""
    flags, firsts, bits = rows.flags, rows.first, 0
    for row in range(size):
        if integer(flags[row]) & wanted and integer(firsts[row]) == letter:
            bits |= 1 << min(row, LAST_ROW)
    return bits
