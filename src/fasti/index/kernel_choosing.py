"""The compiled choice of the postings to read; `fasti.index.bounding` says the same in plain Python."""

import math
from typing import NamedTuple

from fasti.index.bounding import SPARE
from fasti.index.kernel_data import LETTER, BatchData, LimitsData, Numbers
from fasti.index.kernel_spelling import integer, kernel
from fasti.index.kernel_ways import Rows

FULL = 250.0
"""What the greatest sum of gains becomes in 8 bits of a form's sum; 255 stands for that and more."""


class Asked(NamedTuple):
    """What is asked by one form.

    Attributes:
        size: Its units.
        threshold: Least score of interest.
        least: Least weight of its units, times the threshold.
        meets: Styles that it meets, one bit each.
        ruled: Its units that the first rule is about.
        letters: Its units that may stand for a word.
    """

    size: int
    threshold: float
    least: float
    meets: int
    ruled: int
    letters: int


@kernel
def describe_form(limits: LimitsData, batch: BatchData, form: int, threshold: float) -> Asked:
    """Return what is asked by one form of a batch."""
    first, end = batch.form_start[form], batch.form_start[form + 1]
    least, ruled, letters = 0.0, 0, 0
    for at in range(first, end):
        least += batch.form_least[at]
        ruled += integer(batch.form_rules[at]) & 1
        letters += 1 if batch.form_flags[at] & LETTER else 0
    meets = limits.meets[batch.form_style[form]]
    return Asked(end - first, threshold, least * threshold, meets, ruled, letters)


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
def cheapest_needed(limits: LimitsData, rows: Rows, size: int, held_down: Numbers) -> int:
    """Return the unit of fewest postings without a partner for which no form passes, -1 if there is none.

    Forms of which units run together are partners pass without it.
    """
    found = -1
    if limits.initial > 0.0:
        return found
    for row in range(size):
        if held_down[0, rows.rules[row], 0] and (found < 0 or rows.cost[row] < rows.cost[found]):
            found = row
    return found


@kernel
def fewest_pairs(rows: Rows, asked: Asked, left_out: Numbers, held_down: Numbers, pairs: Numbers) -> None:
    """Work out how many pairs a form must have shown by its postings to pass the first rule.

    Nothing is asked of forms by way of units run together.

    Args:
        rows: What each unit of the query can add.
        asked: The query.
        left_out: Rows whose postings are not read.
        held_down: As `fasti.index.kernel_inputs.held_down` gives it.
        pairs: Filled in, by what `fasti.index.kernel_inputs.counted_forms` counts.
    """
    unseen, besides = 0, 0
    for row in range(asked.size):
        if left_out[row]:
            unseen += rows.cost[row] > 0
        elif not rows.rules[row] & 1:
            besides += rows.cost[row] > 0
    both = held_down.shape[1] > 1 and held_down[0, 1, 1]
    few = held_down.shape[1] > 1 and held_down[1, 1, 0] and held_down[1, 0, 1] and asked.size > 1
    for counts in range(len(pairs)):
        letters, theirs, least = asked.letters + (counts >> 4), counts & 15, 0
        if both:
            least = min(asked.ruled, theirs) - unseen - letters
        if few and max(asked.ruled, theirs) > 1:
            least = max(least, 2 - unseen - besides - letters)
        pairs[counts] = max(0, least)


@kernel
def fill_floors(limits: LimitsData, rows: Rows, asked: Asked, left_out: Numbers, floors: Numbers) -> float:
    """Work out the least sum with which a form of each code may pass; return how many units a gain of 1 is."""
    whole = 0.0
    for row in range(asked.size):
        whole += max(rows.gain[row], rows.letter[row], rows.initial[row])
    scale = FULL / max(whole, 1e-3)
    for lettered in range(2):
        rest = 0.0
        for row in range(asked.size):
            idle = rows.letter[row] + (rows.initial[row] if lettered else 0.0)
            rest += max(rows.gain[row], idle) if left_out[lettered, row] else idle
        for code in range(len(limits.floors)):
            least = asked.least + asked.threshold * limits.floors[code] - SPARE - rest
            floors[2 * code + lettered] = min(255, max(0, integer(math.floor(least * scale - 1e-6))))
    return scale
