"""The compiled list of ways to pair each token of a batch: near tokens, shared keys, and cuts into listed tokens."""

from typing import NamedTuple

import numpy as np

from fasti.index.figures import FIRST, MARK, PREFIX, SECOND
from fasti.index.kernel_compiling import bare, built_in, integer, kernel
from fasti.index.kernel_data import BatchData, LimitsData, Numbers, RoomData, ShelfData
from fasti.index.kernel_finding import find_hashed, find_token, hash_left, token_at
from fasti.index.kernel_memory import prefetch
from fasti.index.kernel_spelling import near_tokens

_FIRST, _SECOND = np.uint64(FIRST), np.uint64(SECOND)


class NearData(NamedTuple):
    """Listed tokens by token of the batch.

    Attributes:
        start: First of each token's, and the end.
        token: Listed token; the rarest, if several run together are the batch's.
        sure: Most likeness, whatever the listed unit is.
        loose: Most likeness, unless the sorts of both units forbid it; `JOINED` if tokens are run together.
        parts: Shape (n, 4): the listed tokens that run together, -1 where there is none, and the place of `token`.
    """

    start: Numbers
    token: Numbers
    sure: Numbers
    loose: Numbers
    parts: Numbers


JOINED = -1.0
"""In place of a likeness: tokens of either side are run together, whatever their sorts."""


@kernel
def make_near(size: int, tokens: int) -> NearData:
    """Return room for so many listed tokens of so many tokens of a batch."""
    return NearData(
        np.zeros(tokens + 1, np.int64),
        np.empty(size, np.int32),
        np.empty(size, np.float64),
        np.empty(size, np.float64),
        np.empty((size, 4), np.int32),
    )


@kernel
def grown(near: NearData, held: int, size: int) -> NearData:
    """Return the same with more room."""
    more = make_near(size, len(near.start) - 1)
    more.start[:] = near.start
    more.token[:held] = near.token[:held]
    more.sure[:held] = near.sure[:held]
    more.loose[:held] = near.loose[:held]
    more.parts[:held] = near.parts[:held]
    return more


@kernel
def list_near(shelf: ShelfData, limits: LimitsData, batch: BatchData, room: RoomData) -> NearData:
    """Return what each token of a batch may pair with."""
    tokens, text, held = len(batch.tokens), batch.text, 0
    near = make_near(max(64, 32 * tokens), tokens)
    found, sure, loose, parts = room.near, room.sure, room.loose, room.parts
    for which in range(tokens):
        first, size = batch.tokens[which].first, integer(batch.tokens[which].size)
        kept = near_tokens(shelf, limits, text, first, size, integer(batch.tokens[which].edits), room)
        kept = add_keyed(shelf, limits.key_shift, batch, which, room, kept)
        cuts = list_cuts(shelf, limits, text, first, first + size, room.hashes, parts)
        if held + kept + cuts > len(near.token):
            near = grown(near, held, 2 * (held + kept + cuts))
        for at in range(kept):
            near.token[held], near.sure[held], near.loose[held] = found[at], sure[at], loose[at]
            near.parts[held, 0] = -1
            held += 1
        for at in range(cuts):
            near.token[held], near.sure[held], near.loose[held] = parts[at, parts[at, 3]], limits.joined, JOINED
            for place in range(4):
                near.parts[held, place] = parts[at, place]
            held += 1
        near.start[which + 1] = held
    return near


@built_in
def add_keyed(shelf: ShelfData, spare: np.uint64, batch: BatchData, which: int, room: RoomData, kept: int) -> int:
    """Add the tokens that share a key, or raise the likeness of those that are there; return how many there are."""
    starts, marks, tokens = shelf.key_start, shelf.key_mark, shelf.key_token
    codes, theirs, width = shelf.key_code, shelf.key_likeness, len(tokens) // max(1, len(marks))
    found, sure, loose, slot = room.near, room.sure, room.loose, room.slot
    begin = integer(batch.tokens[which].key)
    end = begin + integer(batch.tokens[which].keys)
    if begin == end:
        return kept
    for at in range(kept):
        slot[found[at]] = at
    for at in range(begin, end):
        key, mine = batch.keys[at].hash, batch.keys[at].likeness
        bucket, mark = integer(key >> spare), np.uint32(key & np.uint64(MARK))
        for place in range(integer(starts[bucket]), integer(starts[bucket + 1])):
            if marks[place] != mark:
                continue
            token, code = token_at(tokens, width, place), integer(codes[place])
            most = min(mine, np.float64(theirs[code >> 1]))
            if slot[token] < 0:
                slot[token], found[kept], sure[kept], loose[kept] = kept, token, 0.0, 0.0
                kept += 1
            here = slot[token]
            if batch.keys[at].sure and code & 1:
                sure[here] = max(sure[here], most)
            else:
                loose[here] = max(loose[here], most)
    for at in range(kept):
        slot[found[at]] = -1
    return kept


@built_in
def list_cuts(
    shelf: ShelfData, limits: LimitsData, text: Numbers, first: int, end: int, hashes: Numbers, parts: Numbers
) -> int:
    """List the ways to cut a token into two or three listed ones, each with the place of the rarest part."""
    longest, most, held = limits.longest, limits.most_joined, 0
    starts, units = shelf.token_units, shelf.units
    for cut in range(first + 1, hash_beginnings(shelf, limits, text, first, end, hashes) if most > 1 else 0):
        one = find_hashed(shelf, limits, hashes[min(cut - first, PREFIX)], text, first, cut - first)
        if one < 0:
            continue
        if end - cut <= longest:
            two = find_token(shelf, limits, text, cut, end - cut)
            if two >= 0 and together(shelf.neighbours, limits.neighbour_shift, one, two):
                parts[held, 0], parts[held, 1], parts[held, 2] = one, two, -1
                parts[held, 3] = rarest(starts, units, parts, held)
                held += 1
        for again in range(cut + 1, min(end, cut + longest + 1) if most > 2 else 0):
            if end - again > longest:
                continue
            two = find_token(shelf, limits, text, cut, again - cut)
            if two >= 0 and together(shelf.neighbours, limits.neighbour_shift, one, two):
                three = find_token(shelf, limits, text, again, end - again)
                if three >= 0 and together(shelf.neighbours, limits.neighbour_shift, two, three):
                    parts[held, 0], parts[held, 1], parts[held, 2] = one, two, three
                    parts[held, 3] = rarest(starts, units, parts, held)
                    held += 1
    return held


@built_in
def hash_beginnings(shelf: ShelfData, limits: LimitsData, text: Numbers, first: int, end: int, hashes: Numbers) -> int:
    """Write the hash of each beginning of a token, and ask for what is filed under it; return where the last ends."""
    last, shift = min(end, first + limits.longest + 1), np.uint64(64) - limits.bits
    for size in range(1, min(last - first, PREFIX + 1)):
        hashes[size] = hash_left(text, first, size, 0)
        prefetch(shelf.spelled_start, integer(hashes[size] >> shift))
    for size in range(1, min(last - first, PREFIX + 1)):
        at = integer(shelf.spelled_start[hashes[size] >> shift])
        prefetch(shelf.spelled_mark, at)
    return last


@bare
def together(table: Numbers, spare: np.uint64, first: int, second: int) -> bool:
    """Say whether the second token may follow the first in a form; as `fasti.index.neighbours.may_stand_together`."""
    value = np.uint64(first + 1) * _FIRST
    value = (value ^ (value >> np.uint64(29))) + np.uint64(second + 1)
    value *= _SECOND
    value = (value ^ (value >> np.uint64(32))) * _FIRST
    place = value >> spare
    return bool((table[place >> np.uint64(6)] >> (place & np.uint64(63))) & np.uint64(1))


@bare
def rarest(starts: Numbers, units: Numbers, parts: Numbers, row: int) -> int:
    """Return the place of the part with fewest postings; of equal ones the first token, then the first place."""
    best, least = 0, integer(-1)
    for place in range(3):
        part = parts[row, place]
        if part < 0:
            continue
        count = integer(0)
        for unit in range(starts[part], starts[part + 1]):
            count += integer(units[unit].count)
        if least < 0 or count < least or (count == least and part < parts[row, best]):
            best, least = place, count
    return best
