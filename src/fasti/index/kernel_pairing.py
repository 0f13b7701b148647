"""The compiled list of ways to pair each token of a batch: near tokens, shared keys, and cuts into listed tokens."""

from typing import NamedTuple

import numpy as np

from fasti.index.kernel_data import BatchData, LimitsData, Numbers, ShelfData
from fasti.index.kernel_spelling import find_token, integer, kernel, near_tokens


class NearData(NamedTuple):
    """Listed tokens by token of the batch.

    Attributes:
        start: First of each token's, and the end.
        token: Listed token; the rarest, if several run together are the batch's.
        likeness: The most.
        parts: Shape (n, 4): the listed tokens that run together, -1 where there is none, and the place of `token`.
    """

    start: Numbers
    token: Numbers
    likeness: Numbers
    parts: Numbers


@kernel
def list_near(shelf: ShelfData, limits: LimitsData, batch: BatchData, seen: Numbers) -> NearData:
    """Return what each token of a batch may pair with."""
    tokens, listed = len(batch.start) - 1, len(shelf.token_head)
    room = max(64, 64 * tokens)
    start, out = np.zeros(tokens + 1, np.int64), np.empty(room, np.int32)
    out_likeness, out_parts = np.empty(room, np.float64), np.empty((room, 4), np.int32)
    places, slot = np.zeros(256, np.uint64), np.empty(listed, np.int32)
    for at in range(listed):
        slot[at] = -1
    found, likeness = np.empty(listed + 1, np.int32), np.empty(listed + 1, np.float64)
    parts = np.empty((limits.longest * limits.longest + 1, 4), np.int32)
    text, held = batch.text, 0
    for which in range(tokens):
        first = batch.start[which]
        size = batch.start[which + 1] - first
        kept = near_tokens(shelf, limits, text, first, size, seen, found, likeness, places)
        kept = add_keyed(shelf, batch, which, found, likeness, slot, kept)
        cuts = list_cuts(shelf, limits, text, first, first + size, parts)
        if held + kept + cuts > room:
            grown = 2 * (held + kept + cuts)
            more, more_likeness, more_parts = np.empty(grown, np.int32), np.empty(grown), np.empty((grown, 4), np.int32)
            for at in range(held):
                more[at], more_likeness[at] = out[at], out_likeness[at]
                for place in range(4):
                    more_parts[at, place] = out_parts[at, place]
            out, out_likeness, out_parts, room = more, more_likeness, more_parts, grown
        for at in range(kept):
            out[held], out_likeness[held], out_parts[held, 0] = found[at], likeness[at], -1
            held += 1
        for at in range(cuts):
            out[held], out_likeness[held] = parts[at, parts[at, 3]], limits.joined
            for place in range(4):
                out_parts[held, place] = parts[at, place]
            held += 1
        start[which + 1] = held
    return NearData(start, out, out_likeness, out_parts)


@kernel
def add_keyed(
    shelf: ShelfData, batch: BatchData, which: int, found: Numbers, likeness: Numbers, slot: Numbers, kept: int
) -> int:
    """Add the tokens that share a key, or raise the likeness of those that are there; return how many there are."""
    hashes, tokens, theirs = shelf.key_hash, shelf.key_token, shelf.key_likeness
    begin, end = batch.key_start[which], batch.key_start[which + 1]
    if begin == end:
        return kept
    for at in range(kept):
        slot[found[at]] = at
    for at in range(begin, end):
        key, mine = batch.key_hash[at], batch.key_likeness[at]
        low, high = 0, len(hashes)
        while low < high:
            middle = (low + high) >> 1
            if hashes[middle] < key:
                low = middle + 1
            else:
                high = middle
        while low < len(hashes) and hashes[low] == key:
            token = integer(tokens[low])
            most = min(mine, np.float64(theirs[low]))
            if slot[token] < 0:
                slot[token], found[kept], likeness[kept] = kept, token, 0.0
                kept += 1
            likeness[slot[token]] = max(likeness[slot[token]], most)
            low += 1
    for at in range(kept):
        slot[found[at]] = -1
    return kept


@kernel
def list_cuts(shelf: ShelfData, limits: LimitsData, text: Numbers, first: int, end: int, parts: Numbers) -> int:
    """List the ways to cut a token into two or three listed ones, each with the place of the rarest part."""
    a, b, c = shelf.spelled_start, shelf.spelled_token, shelf.spelled_mark
    d, e, bits, longest = shelf.token_start, shelf.token_text, limits.bits, limits.longest
    units, forms = shelf.token_units, shelf.unit_forms
    held = 0
    for cut in range(first + 1, min(end, first + longest + 1) if limits.most_joined > 1 else 0):
        one = find_token(a, b, c, d, e, bits, text, first, cut - first)
        if one < 0:
            continue
        if end - cut <= longest:
            two = find_token(a, b, c, d, e, bits, text, cut, end - cut)
            if two >= 0:
                parts[held, 0], parts[held, 1], parts[held, 2] = one, two, -1
                parts[held, 3] = rarest(units, forms, parts, held)
                held += 1
        for again in range(cut + 1, min(end, cut + longest + 1) if limits.most_joined > 2 else 0):
            if end - again > longest:
                continue
            two = find_token(a, b, c, d, e, bits, text, cut, again - cut)
            if two >= 0:
                three = find_token(a, b, c, d, e, bits, text, again, end - again)
                if three >= 0:
                    parts[held, 0], parts[held, 1], parts[held, 2] = one, two, three
                    parts[held, 3] = rarest(units, forms, parts, held)
                    held += 1
    return held


@kernel
def rarest(units: Numbers, forms: Numbers, parts: Numbers, row: int) -> int:
    """Return the place of the part with fewest postings; of equal ones the first token, then the first place."""
    best, least = 0, integer(-1)
    for place in range(3):
        part = parts[row, place]
        if part < 0:
            continue
        count = integer(forms[units[part + 1]]) - integer(forms[units[part]])
        if least < 0 or count < least or (count == least and part < parts[row, best]):
            best, least = place, count
    return best
