"""The compiled list of ways to pair each token of a batch: near tokens, shared keys, and cuts into listed tokens."""

from typing import NamedTuple

import numpy as np

from fasti.index.kernel_data import BatchData, LimitsData, Numbers, ShelfData
from fasti.index.kernel_spelling import bits_of, find_token, integer, kernel, near_tokens


class NearData(NamedTuple):
    """Listed tokens by token of the batch.

    Attributes:
        start: First of each token's, and the end.
        token: Listed token; the rarest, if several run together are the batch's.
        likeness: The most.
        parts: Shape (n, 3): the listed tokens that run together, -1 where there is none.
        place: Place of `token` among them.
    """

    start: Numbers
    token: Numbers
    likeness: Numbers
    parts: Numbers
    place: Numbers


@kernel
def grown(near: NearData, held: int, more: int) -> NearData:
    """Return the lists with room for some more behind those held."""
    if held + more <= len(near.token):
        return near
    size = 2 * (held + more)
    token, likeness = np.empty(size, np.int32), np.empty(size, np.float64)
    parts, place = np.full((size, 3), -1, np.int32), np.zeros(size, np.int8)
    token[:held], likeness[:held] = near.token[:held], near.likeness[:held]
    parts[:held], place[:held] = near.parts[:held], near.place[:held]
    return NearData(near.start, token, likeness, parts, place)


@kernel
def list_near(shelf: ShelfData, limits: LimitsData, batch: BatchData, seen: Numbers) -> NearData:
    """Return what each token of a batch may pair with."""
    tokens = len(batch.start) - 1
    room = max(64, 64 * tokens)
    near = NearData(
        np.zeros(tokens + 1, np.int64),
        np.empty(room, np.int32),
        np.empty(room, np.float64),
        np.full((room, 3), -1, np.int32),
        np.zeros(room, np.int8),
    )
    places = np.zeros(256, np.uint64)
    found, likeness = np.empty(len(shelf.token_head) + 1, np.int32), np.empty(len(shelf.token_head) + 1, np.float64)
    slot = np.full(len(shelf.token_head), -1, np.int32)
    held = 0
    for which in range(tokens):
        kept = near_tokens(shelf, limits, batch, which, seen, found, likeness, places)
        near = grown(near, held, kept)
        for at in range(kept):
            near.token[held + at], near.likeness[held + at] = found[at], likeness[at]
            near.parts[held + at, 0] = -1
            slot[found[at]] = held + at
        near, held = add_keyed(shelf, batch, which, near, held + kept, slot)
        for at in range(near.start[which], held):
            slot[near.token[at]] = -1
        near, held = add_cuts(shelf, limits, batch, which, near, held)
        near.start[which + 1] = held
    return near


@kernel
def add_keyed(
    shelf: ShelfData, batch: BatchData, which: int, near: NearData, held: int, slot: Numbers
) -> tuple[NearData, int]:
    """Add the tokens that share a key, or raise the likeness of those that are there."""
    for at in range(batch.key_start[which], batch.key_start[which + 1]):
        key, mine = batch.key_hash[at], batch.key_likeness[at]
        low, high = 0, len(shelf.key_hash)
        while low < high:
            middle = (low + high) >> 1
            if shelf.key_hash[middle] < key:
                low = middle + 1
            else:
                high = middle
        while low < len(shelf.key_hash) and shelf.key_hash[low] == key:
            token = integer(shelf.key_token[low])
            most = min(mine, np.float64(shelf.key_likeness[low]))
            if slot[token] >= 0:
                near.likeness[slot[token]] = max(near.likeness[slot[token]], most)
            else:
                near = grown(near, held, 1)
                near.token[held], near.likeness[held], near.parts[held, 0] = token, most, -1
                slot[token] = held
                held += 1
            low += 1
    return near, held


@kernel
def add_cuts(
    shelf: ShelfData, limits: LimitsData, batch: BatchData, which: int, near: NearData, held: int
) -> tuple[NearData, int]:
    """Add the ways to cut a token into two or three listed ones."""
    bits = np.uint64(bits_of(shelf))
    first, end = batch.start[which], batch.start[which + 1]
    if limits.most_joined < 2:  # two are the fewest that can be joined
        return near, held
    for cut in range(first + 1, end):
        one = find_token(shelf, bits, batch.text, first, cut - first)
        if one < 0:
            continue
        two = find_token(shelf, bits, batch.text, cut, end - cut)
        if two >= 0:
            near, held = add_cut(shelf, limits, near, held, (one, two, -1))
        for again in range(cut + 1, end if limits.most_joined > 2 else 0):  # a third
            two = find_token(shelf, bits, batch.text, cut, again - cut)
            if two >= 0:
                three = find_token(shelf, bits, batch.text, again, end - again)
                if three >= 0:
                    near, held = add_cut(shelf, limits, near, held, (one, two, three))
    return near, held


@kernel
def add_cut(
    shelf: ShelfData, limits: LimitsData, near: NearData, held: int, parts: tuple[int, int, int]
) -> tuple[NearData, int]:
    """Add one way to cut a token, under the rarest of its parts."""
    near = grown(near, held, 1)
    best, least = 0, integer(-1)
    for place in range(3):
        part = parts[place]
        near.parts[held, place] = part
        if part < 0:
            continue
        units = shelf.token_units
        count = integer(shelf.unit_forms[units[part + 1]]) - integer(shelf.unit_forms[units[part]])
        if least < 0 or count < least or (count == least and part < parts[best]):
            best, least = place, count
    near.token[held], near.likeness[held], near.place[held] = parts[best], limits.joined, best
    return near, held + 1
