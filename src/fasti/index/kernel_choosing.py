"""The compiled choice of the postings to read; `fasti.index.bounding` says the same in plain Python."""

from typing import NamedTuple

import numpy as np

from fasti.index.figures import SPARE
from fasti.index.kernel_compiling import bare, built_in, integer, kernel
from fasti.index.kernel_data import LETTER, BatchData, LimitsData, Numbers
from fasti.index.kernel_ways import Rows

FULL = 250.0
"""What the greatest sum of gains becomes in 8 bits of a form's sum; 255 stands for that and more."""


class Asked(NamedTuple):
    """What is asked by one form.

    Attributes:
        first: Its first unit in the batch.
        size: Its units.
        threshold: Least score of interest.
        least: Least weight of its units, times the threshold.
        meets: Styles that it meets, one bit each.
        ruled: Its units that the first rule is about.
        letters: Its units that may stand for a word.
    """

    first: int
    size: int
    threshold: float
    least: float
    meets: int
    ruled: int
    letters: int


@built_in
def describe_form(limits: LimitsData, batch: BatchData, form: int, threshold: float) -> Asked:
    """Return what is asked by one form of a batch."""
    first, end = batch.form_start[form], batch.form_start[form + 1]
    least, ruled, letters = 0.0, 0, 0
    for at in range(first, end):
        least += batch.units[at].least
        ruled += integer(batch.units[at].rules) & 1
        letters += 1 if batch.units[at].flags & LETTER else 0
    meets = limits.meets[batch.form_style[form]]
    return Asked(first, end - first, threshold, least * threshold, meets, ruled, letters)


@built_in
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


@built_in
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


class FirstRule(NamedTuple):
    """What the first rule asks at a threshold.

    Attributes:
        both: Whether a unit without a partner on both sides keeps from it.
        few: Whether such a unit on either side does where a single pair is possible.
    """

    both: bool
    few: bool


class Choice(NamedTuple):
    """What is read for one form, and what is looked at; the first of two is for forms without a single letter.

    Attributes:
        left_out: Rows whose postings are not read.
        every: Whether every form must be looked at.
        rest: Most that rows add whose pairs postings do not show.
        unseen: Rows that may pair though their postings are not read.
        besides: Rows that the first rule is not about whose postings are read.
    """

    left_out: Numbers
    every: Numbers
    rest: Numbers
    unseen: Numbers
    besides: Numbers


@kernel
def make_choice(size: int) -> Choice:
    """Return room for a form of so many units."""
    two = np.zeros(2, np.int64)
    return Choice(np.zeros((2, size), np.bool_), np.zeros(2, np.bool_), np.zeros(2), two, two.copy())


DEARER = 4
"""To look at a form takes so many times as long as to read a posting."""


@built_in
def leave_dearest(rows: Rows, size: int, left_out: Numbers) -> None:
    """Leave out one row more where two pairs are asked for: one of them is among the others.

    It is worth it if its postings are so many more than the others' that the forms these show are looked at sooner.
    """
    whole, dearest = 0, 0
    for row in range(size):
        if left_out[row]:
            return
        whole += rows.cost[row]
        if rows.cost[row] > rows.cost[dearest]:
            dearest = row
    if rows.cost[dearest] > DEARER * (whole - rows.cost[dearest]):
        left_out[dearest] = True


@built_in
def decide(limits: LimitsData, rows: Rows, asked: Asked, held_down: Numbers, rule: FirstRule, choice: Choice) -> float:
    """Fill in what is read for a form; return how many units of a sum a gain of 1 is."""
    needed = cheapest_needed(limits, rows, asked.size, held_down)
    whole = 0.0
    for row in range(asked.size):
        whole += max(rows.gain[row], rows.letter[row], rows.initial[row])
    for lettered in range(2):
        left_out = choice.left_out[lettered]
        choice.every[lettered] = choose(rows, asked.size, asked.least, lettered == 1, left_out)
        if needed >= 0:
            left_out[: asked.size] = True
            left_out[needed] = False
        elif rule.few and asked.ruled > 1 and asked.letters == 0 and not lettered:
            leave_dearest(rows, asked.size, left_out)
        rest, unseen, besides = 0.0, 0, 0
        for row in range(asked.size):
            idle = rows.letter[row] + (rows.initial[row] if lettered else 0.0)
            if left_out[row]:
                rest += max(rows.gain[row], idle)
                unseen += rows.cost[row] > 0
            else:
                rest += idle
                besides += rows.cost[row] > 0 and not rows.rules[row] & 1
        choice.rest[lettered], choice.unseen[lettered], choice.besides[lettered] = rest, unseen, besides
    return FULL / max(whole, 1e-3)


@built_in
def first_rule(held_down: Numbers) -> FirstRule:
    """Return what the first rule asks."""
    if held_down.shape[1] == 1:
        return FirstRule(False, False)
    return FirstRule(held_down[0, 1, 1], held_down[1, 1, 0] and held_down[1, 0, 1])


@bare
def fewest_pairs(asked: Asked, rule: FirstRule, counts: int, unseen: int, besides: int) -> int:
    """Return how many pairs a form must have shown by its postings to pass the first rule.

    Nothing is asked of forms by way of units run together.

    Args:
        asked: The query.
        rule: The first rule.
        counts: What `fasti.index.kernel_inputs.counted_forms` counts of the form.
        unseen: Rows that may pair though their postings are not read.
        besides: Rows that the rule is not about whose postings are read.
    """
    letters, theirs, least = asked.letters + (counts >> 4), counts & 15, 0
    if rule.both:
        least = min(asked.ruled, theirs) - unseen - letters
    if rule.few and asked.size > 1 and max(asked.ruled, theirs) > 1:
        least = max(least, 2 - unseen - besides - letters)
    return least
