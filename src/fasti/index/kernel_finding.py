"""The compiled look into the table of spellings: hashes of a token, and the listed token that it is."""

import numpy as np

from fasti.index.figures import FINISH, PREFIX, SEED, STEP
from fasti.index.kernel_compiling import bare, built_in, integer
from fasti.index.kernel_data import LimitsData, Numbers, ShelfData
from fasti.index.kernel_memory import AT_ONCE, equal_bytes, lowest_bit

_SEED, _STEP, _FINISH = np.uint64(SEED), np.uint64(STEP), np.uint64(FINISH)
_ONE, _ZERO, _BYTE = np.uint64(1), np.uint64(0), np.uint64(255)
_LENGTH, _LONGEST = np.uint64(0xFFFF), 0xFFFF


@bare
def hash_left(text: Numbers, first: int, length: int, mask: int) -> np.uint64:
    """Return the hash of the beginning of a token with the places of a mask left out."""
    value = _SEED
    for place in range(min(length, PREFIX)):
        if not (mask >> place) & 1:
            value = (value ^ np.uint64(text[first + place])) * _STEP
    value ^= value >> np.uint64(32)
    value *= _FINISH
    return value ^ (value >> np.uint64(29))


@bare
def token_at(tokens: Numbers, width: int, at: int) -> int:
    """Return the token of an entry of the table of spellings, which holds so many bytes of each."""
    token: int = integer(0)
    for byte in range(width):
        token |= integer(tokens[width * at + byte]) << (8 * byte)
    return token


@bare
def marked(marks: Numbers, begin: int, end: int, mark: np.uint64) -> np.uint64:
    """Return one bit for each entry of a bucket from a place on that has a mark, `AT_ONCE` entries at most."""
    if begin + AT_ONCE <= len(marks):
        bits: np.uint64 = equal_bytes(marks, begin, mark)
        return bits if end - begin >= AT_ONCE else bits & ((_ONE << np.uint64(end - begin)) - _ONE)
    bits = _ZERO
    for at in range(begin, min(end, begin + AT_ONCE)):
        if np.uint64(marks[at]) == mark:
            bits |= _ONE << np.uint64(at - begin)
    return bits


@built_in
def find_token(shelf: ShelfData, limits: LimitsData, text: Numbers, first: int, length: int) -> int:
    """Return the place of a token, or -1."""
    return find_hashed(shelf, limits, hash_left(text, first, length, 0), text, first, length)


@built_in
def find_hashed(shelf: ShelfData, limits: LimitsData, value: np.uint64, text: Numbers, first: int, length: int) -> int:
    """Return the place of a token whose beginning has a hash, or -1."""
    starts, tokens, marks = shelf.spelled_start, shelf.spelled_token, shelf.spelled_mark
    bucket, mark = value >> (np.uint64(64) - limits.bits), (value >> (np.uint64(56) - limits.bits)) & _BYTE
    begin, end = integer(starts[bucket]), integer(starts[bucket + _ONE])
    return find_marked(
        tokens, marks, shelf.token_head, shelf.token_start, shelf.token_text, begin, end, mark, text, first, length
    )


@bare
def find_marked(
    tokens: Numbers,
    marks: Numbers,
    heads: Numbers,
    token_start: Numbers,
    token_text: Numbers,
    low: int,
    end: int,
    mark: np.uint64,
    text: Numbers,
    first: int,
    length: int,
) -> int:
    """Return the place of a token among the entries of a bucket that have a mark, or -1."""
    width = len(tokens) // max(1, len(marks))
    for at in range(low, end, AT_ONCE):
        same = marked(marks, at, end, mark)
        while same:
            token = token_at(tokens, width, at + lowest_bit(same))
            same &= same - _ONE
            if integer(heads[token] & _LENGTH) != min(length, _LONGEST):
                continue
            begin, place = integer(token_start[token]), 0
            if integer(token_start[token + 1]) - begin != length:
                continue
            while place < length and token_text[begin + place] == text[first + place]:
                place += 1
            if place == length:
                return int(token)
    return -1
