"""The compiled ways to pair one form of a query."""

from typing import NamedTuple

import numpy as np

from fasti.index.kernel_compiling import bare, built_in, integer, kernel
from fasti.index.kernel_data import FIXED, KNOWN, BatchData, LimitsData, Numbers, RoomData, ShelfData
from fasti.index.kernel_finding import find_token
from fasti.index.kernel_memory import prefetch
from fasti.index.kernel_pairing import JOINED, NearData


class Ways(NamedTuple):
    """Ways to pair; as `fasti.index.pairing.Way`, `near` telling parts and place, or less how many units run together.

    `next` is the next way by way of the same token, or -1.
    """

    row: Numbers
    token: Numbers
    sure: Numbers
    loose: Numbers
    weight: Numbers
    least: Numbers
    rest: Numbers
    near: Numbers
    next: Numbers


class Rows(NamedTuple):
    """What each unit of a form can add; as `fasti.index.bounding.Reach`, and more of initials.

    Attributes:
        initial: Most that it adds by way of a single letter that the form has.
        first: Its first character.
        flags: What its sort is.
        rules: The rules it breaks alone, one bit each.
        own: What it adds itself when it is paired as an initial, or with one.
    """

    gain: Numbers
    net: Numbers
    letter: Numbers
    letter_net: Numbers
    initial: Numbers
    initial_net: Numbers
    cost: Numbers
    first: Numbers
    flags: Numbers
    rules: Numbers
    own: Numbers


@kernel
def make_ways(size: int) -> Ways:
    """Return room for so many ways."""
    return Ways(
        np.empty(size, np.int32),
        np.empty(size, np.int32),
        np.empty(size, np.float64),
        np.empty(size, np.float64),
        np.empty(size, np.float64),
        np.empty(size, np.float64),
        np.empty(size, np.float64),
        np.empty(size, np.int64),
        np.empty(size, np.int32),
    )


@kernel
def make_rows(size: int) -> Rows:
    """Return room for a form of so many units."""
    z = np.zeros
    return Rows(
        z(size),
        z(size),
        z(size),
        z(size),
        z(size),
        z(size),
        z(size, np.int64),
        z(size, np.uint8),
        z(size, np.uint8),
        z(size, np.uint8),
        z(size),
    )


@bare
def alike(sure: float, loose: float, mine: int, theirs: int, known: float) -> float:
    """Return how alike two units are at most, given their flags and what their tokens allow."""
    if loose < 0.0:  # run together
        return sure
    both = mine & theirs
    if both & FIXED and sure < 1.0:
        return 0.0
    if both & KNOWN:
        loose = known if loose >= known else 0.0
    return max(sure, loose)


@kernel
def list_ways(
    shelf: ShelfData, limits: LimitsData, batch: BatchData, near: NearData, form: int, ways: Ways, room: RoomData
) -> tuple[Ways, int]:
    """List the ways to pair a form, chained by token; return them and how many there are."""
    first, end = batch.form_start[form], batch.form_start[form + 1]
    most = 3 * (end - first)
    for at in range(first, end):
        token = batch.form_token[at]
        most += near.start[token + 1] - near.start[token]
    if most > len(ways.row):
        ways = make_ways(2 * most)
    return ways, write_ways(shelf, limits, batch, near, first, end, ways, room)


@built_in
def write_ways(
    shelf: ShelfData,
    limits: LimitsData,
    batch: BatchData,
    near: NearData,
    first: int,
    end: int,
    ways: Ways,
    room: RoomData,
) -> int:
    """Write the ways to pair a form, chained by token; return how many there are."""
    tokens, starts, near_token, parts, chain = batch.form_token, near.start, near.token, near.parts, room.chain
    row, listed, sure, loose, rest, way_near = ways.row, ways.token, ways.sure, ways.loose, ways.rest, ways.near
    weights, leasts, near_sure, near_loose = ways.weight, ways.least, near.sure, near.loose
    token_units, units, following, own = shelf.token_units, shelf.units, ways.next, batch.units
    held = 0
    for at in range(first, end):
        token, weight, least = tokens[at], own[at].weight, own[at].least
        for place in range(starts[token], starts[token + 1]):
            row[held], listed[held] = at - first, near_token[place]
            sure[held], loose[held] = near_sure[place], near_loose[place]
            weights[held], leasts[held] = weight, least
            rest[held], way_near[held] = 0.0, place if parts[place, 0] >= 0 else -1
            prefetch(token_units, integer(near_token[place]))
            held += 1
    held = add_joins(shelf, limits, batch, first, end, ways, room.run, held)
    for way in range(held):
        following[way] = chain[listed[way]]
        chain[listed[way]] = way
        prefetch(units, integer(token_units[listed[way]]))
    return held


@built_in
def add_joins(
    shelf: ShelfData, limits: LimitsData, batch: BatchData, begin: int, end: int, ways: Ways, run: Numbers, held: int
) -> int:
    """Add the ways in which two or three neighbouring units, run together, are a listed token."""
    known, tokens, text, own = batch.tokens, batch.form_token, batch.text, batch.units
    for at in range(begin, end - 1):
        size, weight, least = 0, 0.0, 0.0
        for other in range(at, min(at + limits.most_joined, end)):
            token = known[tokens[other]]
            length = integer(token.size)
            if size + length > limits.longest:
                break
            for place in range(length):
                run[size + place] = text[token.first + place]
            size += length
            weight += own[other].weight
            least += own[other].least
            found = find_token(shelf, limits, run, 0, size) if other > at else -1
            if found >= 0:
                ways.row[held], ways.token[held] = at - begin, found
                ways.sure[held], ways.loose[held] = limits.joined, JOINED
                ways.weight[held], ways.least[held], ways.rest[held] = weight, least, 0.0
                ways.near[held] = at - other - 1
                held += 1
    return held
