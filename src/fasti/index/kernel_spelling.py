"""The compiled search for listed tokens that one token may pair with; `fasti.index.pairing` says the same plainly."""

import numpy as np

from fasti.index.figures import PREFIX, RECORD_LETTERS, RECORD_WORDS
from fasti.index.kernel_compiling import bare, built_in, integer, kernel
from fasti.index.kernel_data import LimitsData, Numbers, RoomData, ShelfData
from fasti.index.kernel_finding import hash_left, marked, token_at
from fasti.index.kernel_memory import AT_ONCE, lowest_bit, prefetch

_ONE, _ZERO, _ALL = np.uint64(1), np.uint64(0), np.uint64(0xFFFFFFFFFFFFFFFF)
_BYTE, _WORD_BITS = np.uint64(255), 64
_LETTERS = np.uint64(17)
_ALPHA = np.uint64(1 << 16)
_LENGTH = np.uint64(0xFFFF)


@bare
def bits_in(word: np.uint64) -> int:
    """Count the ones of a word."""
    word -= (word >> _ONE) & np.uint64(0x5555555555555555)
    word = (word & np.uint64(0x3333333333333333)) + ((word >> np.uint64(2)) & np.uint64(0x3333333333333333))
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return int((word * np.uint64(0x0101010101010101)) >> np.uint64(56))


@bare
def edits_between(
    places: Numbers,
    own: np.uint64,
    size: int,
    token_letters: Numbers,
    token_text: Numbers,
    token: int,
    begin: int,
    length: int,
    most: int,
) -> int:
    """Return the optimal string alignment distance of a pattern of 64 letters at most and a listed token.

    Letters that both begin with are no edits. Once more edits than `most` are certain, any greater number is returned.

    Bit-parallel: H. Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit distances (2003).
    `places` says where each character stands in the pattern, `own` has its first eight letters in a word.
    """
    letters = token_letters[RECORD_WORDS * token]
    common: int = min(lowest_bit(own ^ letters) >> 3, size, length)
    if common == size:
        return length - common
    plus, minus, diagonal, before, skipped = _ALL, _ZERO, _ZERO, _ZERO, np.uint64(common)
    distance: int = size - common
    last = np.uint64(distance - 1)
    if common < 8:
        letters >>= np.uint64(8 * common)
    for at in range(common, length):
        if at < RECORD_LETTERS:
            if at & 7 == 0:
                letters = token_letters[RECORD_WORDS * token + (at >> 3)]
            letter = letters & _BYTE
            letters >>= np.uint64(8)
        else:
            letter = np.uint64(token_text[begin + at])
        match = places[letter] >> skipped
        swapped = (((~diagonal) & match) << _ONE) & before
        diagonal = (((match & plus) + plus) ^ plus) | match | minus | swapped
        up, down = minus | ~(diagonal | plus), diagonal & plus
        distance += int((up >> last) & _ONE) - int((down >> last) & _ONE)
        if distance - (length - 1 - at) > most:
            return most + 1
        up = (up << _ONE) | _ONE
        down <<= _ONE
        plus, minus, before = down | ~(diagonal | up), up & diagonal, match
    return distance


@kernel
def edits_of_long(text: Numbers, first: int, size: int, token_text: Numbers, begin: int, length: int) -> int:
    """Return the same distance for a pattern of any length, by rows."""
    older, old, new = np.zeros(size + 1, np.int64), np.zeros(size + 1, np.int64), np.zeros(size + 1, np.int64)
    for at in range(size + 1):
        old[at] = at
    for row in range(1, length + 1):
        letter = token_text[begin + row - 1]
        new[0] = row
        for at in range(1, size + 1):
            mine = text[first + at - 1]
            best = min(old[at] + 1, new[at - 1] + 1, old[at - 1] + (0 if mine == letter else 1))
            swapped = row > 1 and at > 1 and mine == token_text[begin + row - 2]
            swapped = swapped and text[first + at - 2] == letter
            new[at] = min(best, older[at - 2] + 1) if swapped else best
        older, old, new = old, new, older
    return int(old[size])


@built_in
def gather(shelf: ShelfData, limits: LimitsData, hashes: Numbers, seen: Numbers, found: Numbers) -> int:
    """Collect the listed tokens filed under some hashes; return how many."""
    starts, tokens, marks = shelf.spelled_start, shelf.spelled_token, shelf.spelled_mark
    heads, letters, bits, width = shelf.token_head, shelf.token_letters, limits.bits, len(tokens) // max(1, len(marks))
    for value in hashes:
        prefetch(starts, integer(value >> (np.uint64(64) - bits)))
    for value in hashes:
        at = integer(starts[value >> (np.uint64(64) - bits)])
        prefetch(marks, at)
        prefetch(tokens, width * at)
    held = 0
    for value in hashes:
        bucket, mark = value >> (np.uint64(64) - bits), (value >> (np.uint64(56) - bits)) & _BYTE
        end = integer(starts[bucket + _ONE])
        for at in range(integer(starts[bucket]), end, AT_ONCE):
            same = marked(marks, at, end, mark)
            while same:
                token = token_at(tokens, width, at + lowest_bit(same))
                same &= same - _ONE
                bit = _ONE << np.uint64(token & 63)
                if not seen[token >> 6] & bit:
                    seen[token >> 6] |= bit
                    found[held] = token
                    held += 1
                    prefetch(heads, token)
                    prefetch(letters, RECORD_WORDS * token)
    return held


@bare
def describe(text: Numbers, first: int, size: int, places: Numbers) -> tuple[bool, np.uint64, np.uint64]:
    """Fill in where each character of a token stands; return whether all are letters, which, and the first eight."""
    alpha: bool = True
    seen, own = _ZERO, _ZERO
    for at in range(size):
        letter = integer(text[first + at])
        if at < 8:
            own |= np.uint64(letter) << np.uint64(8 * at)
        places[letter] |= _ONE << np.uint64(at & 63)
        lower = letter >= 97  # the code of `a`
        if not lower:
            alpha = False
        seen |= _ONE << np.uint64(letter - 87 if lower else letter - 48)
    return alpha, seen, own


@bare
def soft(
    text: Numbers, first: int, token_text: Numbers, begin: int, size: int, vowels: np.uint64, tally: Numbers
) -> bool:
    """Say whether two tokens of one length differ in the choice of vowels only, or in the order of their letters."""
    same = True
    for at in range(size):
        mine, theirs = integer(text[first + at]), integer(token_text[begin + at])
        both = (vowels >> np.uint64(mine - 97)) & (vowels >> np.uint64(theirs - 97)) & _ONE  # 97 is `a`
        if mine != theirs and not both:
            same = False
        tally[mine] += 1
        tally[theirs] -= 1
    level = True
    for at in range(size):
        mine, theirs = integer(text[first + at]), integer(token_text[begin + at])
        level = level and tally[mine] == 0 and tally[theirs] == 0
    for at in range(size):
        tally[integer(text[first + at])] = 0
        tally[integer(token_text[begin + at])] = 0
    return same or level


@bare
def spelt(
    limits: LimitsData,
    text: Numbers,
    first: int,
    size: int,
    token_text: Numbers,
    begin: int,
    length: int,
    edits: int,
    tally: Numbers,
) -> float:
    """Return how alike two tokens are that are so many edits apart; as `fasti.index.wording.Limits.spelt`."""
    longer = min(max(size, length), limits.likeness.shape[1] - 1)
    found = limits.likeness[edits, longer]
    if size != length or not soft(text, first, token_text, begin, size, limits.vowels, tally):
        found = min(found, limits.hard[edits, longer])
    if text[first] != token_text[begin]:
        found *= limits.other_first
    return found if found >= limits.least else 0.0


@kernel
def near_tokens(
    shelf: ShelfData, limits: LimitsData, text: Numbers, first: int, size: int, allowed_edits: int, room: RoomData
) -> int:
    """Write the listed tokens that a token may pair with by its letters, with their likeness; return how many."""
    found, sure, loose, places, seen = room.near, room.sure, room.loose, room.places, room.seen
    alpha, letters, own = describe(text, first, size, places)
    allowed, last = limits.edits, len(limits.edits) - 1
    edits = min(allowed[min(size, last)], allowed_edits) if alpha else 0
    begin, end = limits.mask_start[min(size, PREFIX), 0] - 1, limits.mask_start[min(size, PREFIX), edits]
    hashes = room.hashes[: end - begin]
    for at in range(begin, end):
        hashes[at - begin] = hash_left(text, first, size, limits.masks[at])
    held, kept = gather(shelf, limits, hashes, seen, found), 0
    heads, records, token_text, token_start = shelf.token_head, shelf.token_letters, shelf.token_text, shelf.token_start
    for at in range(held):
        token = integer(found[at])
        seen[token >> 6] &= ~(_ONE << np.uint64(token & 63))
        head = heads[token]
        length = integer(head & _LENGTH)
        most = min(allowed[min(size, length, last)], allowed_edits) if alpha and head & _ALPHA else 0
        theirs = head >> _LETTERS
        if abs(size - length) > most or bits_in(letters & ~theirs) > most or bits_in(theirs & ~letters) > most:
            continue
        start = integer(token_start[token])
        if size <= _WORD_BITS:
            distance = edits_between(places, own, size, records, token_text, token, start, length, most)
        else:
            distance = edits_of_long(text, first, size, token_text, start, length)
        if distance > most:
            continue
        likeness = 1.0
        if distance:
            likeness = spelt(limits, text, first, size, token_text, start, length, distance, room.tally)
        if likeness > 0.0:
            found[kept], loose[kept] = token, likeness
            sure[kept] = 0.0 if distance else 1.0
            kept += 1
    for at in range(size):
        places[text[first + at]] = _ZERO
    return kept
