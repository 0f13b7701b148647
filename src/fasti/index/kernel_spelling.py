"""The compiled search for listed tokens that one token may pair with; `fasti.index.pairing` says the same plainly."""

from typing import Any

import numpy as np
from numba import njit

from fasti.index.kernel_data import BatchData, LimitsData, Numbers, ShelfData
from fasti.index.kernel_memory import prefetch
from fasti.index.spelling import FINISH, PREFIX, SEED, STEP

kernel = njit(nogil=True, cache=True, boundscheck=False, error_model="numpy")
"""Compiles a function on its first call, and keeps it for later processes; threads run it side by side."""

integer: Any = np.int64
"""Numba makes of `int` what fits; sums and shifts need one type."""

_SEED, _STEP, _FINISH = np.uint64(SEED), np.uint64(STEP), np.uint64(FINISH)
_ONE, _ZERO, _ALL = np.uint64(1), np.uint64(0), np.uint64(0xFFFFFFFFFFFFFFFF)
_BYTE, _WORD_BITS = np.uint64(255), 64
_LETTERS = np.uint64(17)
_ALPHA = np.uint64(1 << 16)
_LENGTH = np.uint64(0xFFFF)


@kernel
def bits_in(word: np.uint64) -> int:
    """Count the ones of a word."""
    word -= (word >> _ONE) & np.uint64(0x5555555555555555)
    word = (word & np.uint64(0x3333333333333333)) + ((word >> np.uint64(2)) & np.uint64(0x3333333333333333))
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return int((word * np.uint64(0x0101010101010101)) >> np.uint64(56))


@kernel
def hash_left(text: Numbers, first: int, length: int, mask: int) -> np.uint64:
    """Return the hash of the beginning of a token with the places of a mask left out."""
    value = _SEED
    for place in range(min(length, PREFIX)):
        if not (mask >> place) & 1:
            value = (value ^ np.uint64(text[first + place])) * _STEP
    value ^= value >> np.uint64(32)
    value *= _FINISH
    return value ^ (value >> np.uint64(29))


@kernel
def find_token(shelf: ShelfData, bits: np.uint64, text: Numbers, first: int, length: int) -> int:
    """Return the place of a token, or -1."""
    value = hash_left(text, first, length, 0)
    bucket, mark = value >> (np.uint64(64) - bits), (value >> (np.uint64(56) - bits)) & _BYTE
    for at in range(shelf.spelled_start[bucket], shelf.spelled_start[bucket + _ONE]):
        if np.uint64(shelf.spelled_mark[at]) != mark:
            continue
        token = int(shelf.spelled_token[at])
        begin = int(shelf.token_start[token])
        if int(shelf.token_start[token + 1]) - begin != length:
            continue
        place = 0
        while place < length and shelf.token_text[begin + place] == text[first + place]:
            place += 1
        if place == length:
            return token
    return -1


@kernel
def edits_between(places: Numbers, size: int, shelf: ShelfData, token: int, length: int) -> int:
    """Return the optimal string alignment distance of a pattern of 64 letters at most and a listed token.

    Bit-parallel: H. Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit distances (2003).
    """
    plus, minus, diagonal, before = _ALL, _ZERO, _ZERO, _ZERO
    distance, last = size, np.uint64(size - 1)
    begin = int(shelf.token_start[token])
    letters = _ZERO
    for at in range(length):
        if at < 24:  # the letters that a record holds
            if at & 7 == 0:
                letters = shelf.token_letters[3 * token + (at >> 3)]
            letter = letters & _BYTE
            letters >>= np.uint64(8)
        else:
            letter = np.uint64(shelf.token_text[begin + at])
        match = places[letter]
        swapped = (((~diagonal) & match) << _ONE) & before
        diagonal = (((match & plus) + plus) ^ plus) | match | minus | swapped
        up, down = minus | ~(diagonal | plus), diagonal & plus
        distance += int((up >> last) & _ONE) - int((down >> last) & _ONE)
        up = (up << _ONE) | _ONE
        down <<= _ONE
        plus, minus, before = down | ~(diagonal | up), up & diagonal, match
    return distance


@kernel
def edits_of_long(text: Numbers, first: int, size: int, shelf: ShelfData, token: int, length: int) -> int:
    """Return the same distance for a pattern of any length, by rows."""
    begin = int(shelf.token_start[token])
    older, old, new = np.zeros(size + 1, np.int64), np.arange(size + 1), np.zeros(size + 1, np.int64)
    for row in range(1, length + 1):
        letter = shelf.token_text[begin + row - 1]
        new[0] = row
        for at in range(1, size + 1):
            mine = text[first + at - 1]
            best = min(old[at] + 1, new[at - 1] + 1, old[at - 1] + (0 if mine == letter else 1))
            swapped = (
                row > 1 and at > 1 and mine == shelf.token_text[begin + row - 2] and text[first + at - 2] == letter
            )
            new[at] = min(best, older[at - 2] + 1) if swapped else best
        older, old, new = old, new, older
    return int(old[size])


@kernel
def gather(
    shelf: ShelfData,
    limits: LimitsData,
    text: Numbers,
    first: int,
    size: int,
    edits: int,
    seen: Numbers,
    found: Numbers,
) -> int:
    """Collect the listed tokens filed under a hash of a token; return how many."""
    bits = np.uint64(bits_of(shelf))
    count = limits.mask_start[min(size, PREFIX), edits]
    begin = limits.mask_start[min(size, PREFIX), 0] - 1
    hashes = np.empty(count - begin, np.uint64)
    for at in range(begin, count):
        value = hash_left(text, first, size, limits.masks[at])
        hashes[at - begin] = value
        prefetch(shelf.spelled_start, integer(value >> (np.uint64(64) - bits)))
    for value in hashes:
        at = integer(shelf.spelled_start[value >> (np.uint64(64) - bits)])
        prefetch(shelf.spelled_mark, at)
        prefetch(shelf.spelled_token, at)
    held = 0
    for value in hashes:
        bucket, mark = value >> (np.uint64(64) - bits), (value >> (np.uint64(56) - bits)) & _BYTE
        for at in range(shelf.spelled_start[bucket], shelf.spelled_start[bucket + _ONE]):
            if np.uint64(shelf.spelled_mark[at]) != mark:
                continue
            token = integer(shelf.spelled_token[at])
            bit = _ONE << np.uint64(token & 63)
            if not seen[token >> 6] & bit:
                seen[token >> 6] |= bit
                found[held] = token
                held += 1
                prefetch(shelf.token_head, token)
                prefetch(shelf.token_letters, 3 * token)
    return held


@kernel
def bits_of(shelf: ShelfData) -> int:
    """Return how many bits of a hash choose the bucket."""
    bits, size = 0, len(shelf.spelled_start) - 1
    while size > 1:
        size >>= 1
        bits += 1
    return bits


@kernel
def describe(text: Numbers, first: int, size: int, places: Numbers) -> tuple[bool, np.uint64]:
    """Fill in where each character of a token stands; return whether all are letters, and which there are."""
    alpha: bool = True
    seen = _ZERO
    for at in range(size):
        letter = integer(text[first + at])
        places[letter] |= _ONE << np.uint64(at & 63)
        lower = letter >= 97  # the code of `a`
        if not lower:
            alpha = False
        seen |= _ONE << np.uint64(letter - 87 if lower else letter - 48)
    return alpha, seen


@kernel
def near_tokens(
    shelf: ShelfData,
    limits: LimitsData,
    batch: BatchData,
    which: int,
    seen: Numbers,
    found: Numbers,
    likeness: Numbers,
    places: Numbers,
) -> int:
    """Write the listed tokens that a token of a batch may pair with, with their likeness; return how many."""
    first = batch.start[which]
    size = batch.start[which + 1] - first
    alpha, letters = describe(batch.text, first, size, places)
    last = len(limits.edits) - 1
    edits = limits.edits[min(size, last)] if alpha else 0
    held, kept = gather(shelf, limits, batch.text, first, size, edits, seen, found), 0
    for at in range(held):
        token = integer(found[at])
        seen[token >> 6] &= ~(_ONE << np.uint64(token & 63))
        head = shelf.token_head[token]
        length = integer(head & _LENGTH)
        most = limits.edits[min(size, length, last)] if alpha and head & _ALPHA else 0
        theirs = head >> _LETTERS
        if abs(size - length) > most or bits_in(letters & ~theirs) > most or bits_in(theirs & ~letters) > most:
            continue
        if size <= _WORD_BITS:
            distance = edits_between(places, size, shelf, token, length)
        else:
            distance = edits_of_long(batch.text, first, size, shelf, token, length)
        if distance <= most:
            found[kept] = token
            row = min(max(size, length), limits.likeness.shape[1] - 1)
            likeness[kept] = 1.0 if distance == 0 else limits.likeness[distance, row]
            kept += 1
    for at in range(size):
        places[batch.text[first + at]] = _ZERO
    return kept
