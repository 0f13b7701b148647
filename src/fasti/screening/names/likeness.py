"""Decide how alike two words of two names are, and by which keys such words are found."""

from functools import lru_cache

from fasti.index.wording import Limits, Shelf
from fasti.screening.names.name_tables import known_names
from fasti.screening.names.spelling import skeleton
from fasti.screening.names.words import Role, Word

PLAIN_SPELLING = 0.98
"""Two ways to write the same sounds: `Sergey`, `Sergei`."""
SAME_NAME = 0.96
"""Two spellings of one name of the tables, or of one generic word."""
NICKNAME = 0.86
SKELETON = 0.74
"""The same consonants in the same order: `Makhachkala`, `Mohachkola`."""
LOSSY = 0.90
"""The same, where one side's script leaves vowels out."""
OTHER_FIRST_LETTER = 0.90
NEAR_NAME = 0.55
"""Two known names a slip of the pen apart: `Ahmed`, `Hamed`; counts only where other names agree."""
SHORT = 2
"""A word of so many letters that is one edit from another counts only where other names agree, too."""
SERVANT = 0.80
LEAST_SERVED = 4
INITIAL = 0.62
JOINED = 0.97
MOST_JOINED = 3

_LEAST_SKELETON = 4
_LEAST_LOSSY = 2

_ONE = (0.0, 0.0, 0.0, 0.52, 0.70, 0.80, 0.84, 0.87, 0.89, 0.90, 0.91)
"""One edit, by the length of the longer word, at most: a vowel changed, or neighbours swapped."""
_ONE_HARD = (0.0, 0.0, 0.0, 0.50, 0.62, 0.74, 0.79, 0.83, 0.85, 0.87, 0.88)
"""The same where a consonant comes, goes or changes."""
_TWO = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.62, 0.68, 0.72, 0.75, 0.78, 0.80)
_TWO_HARD = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.42, 0.52, 0.58, 0.64, 0.70, 0.73)
_WITHOUT_THREE = (0.0, 0.0, 0.0, 0.0, *_ONE[4:])
"""Words of three letters are told apart by each of them; one of three may come from one of four."""

LIMITS = {
    Shelf.PERSON: Limits((0, 0, 1, 1, 1, 1, 2), ((1.0,), _ONE, _TWO), INITIAL, JOINED, MOST_JOINED),
    Shelf.ORGANIZATION: Limits((0, 0, 0, 1, 1, 1, 2), ((1.0,), _WITHOUT_THREE, _TWO), 0.0, JOINED, MOST_JOINED),
    Shelf.THING: Limits((0, 0, 0, 0, 1), ((1.0,), _ONE), 0.0, JOINED, MOST_JOINED),
}


def keys(token: str, shelf: Shelf) -> tuple[tuple[str, float], ...]:
    """Return the keys of a word by its token; words that share one may be alike without being spelt alike."""
    if shelf is Shelf.THING or len(token) == 1 or not token.isalpha():
        return ()
    known = known_names().get(token) if shelf is Shelf.PERSON else None
    found = [(f"n:{name}", SAME_NAME) for name in known.names] if known else []
    found += [(f"s:{name}", NICKNAME) for name in known.shorts] if known else []
    if shelf is Shelf.PERSON and len(token) >= LEAST_SERVED:
        served = token.removeprefix("abd")
        found += [(f"a:{served}", SERVANT)] if len(served) >= LEAST_SERVED else []
    if token[0] in "ij" and token[1] in "aeiou":
        found.append((f"j:i{token[1:]}", PLAIN_SPELLING))
    bones = skeleton(token)
    if len(bones) >= _LEAST_LOSSY:
        found.append((f"x:{bones}", LOSSY))
    return tuple(sorted(found))


_UNALTERED = frozenset({Role.PARTICLE, Role.KIN, Role.INITIAL, Role.GENERIC, Role.PLACE, Role.NUMBER})


@lru_cache(maxsize=1 << 18)
def likeness(one: Word, other: Word, shelf: Shelf) -> tuple[float, str]:
    """Return how alike two words are, in [0, 1], and by what; symmetric; 0 if they are different words."""
    if one.token == other.token:
        return _of_equal(one, other)
    if one.role is Role.INITIAL or other.role is Role.INITIAL:
        return _of_initial(one, other)
    if _unlike(one, other) or (one.role in _UNALTERED and other.role in _UNALTERED):
        return DIFFERENT
    short = min(len(one.token), len(other.token)) <= SHORT
    spelt = _by_edits(one, other, LIMITS[shelf]), "near_name" if short else "spelling"
    if shelf is Shelf.THING:
        return spelt
    best = max(spelt, (_by_sound(one, other), "sound"))
    if shelf is Shelf.PERSON:
        return _of_known(one, other, best)
    return best


def _unlike(one: Word, other: Word) -> bool:
    """Say at a glance that two words are further apart than any rule allows; if not, they may be so, too.

    So many letters in one alone are more than two edits, and more than `i` for `j` or a servant's `abd`.
    """
    return (
        (one.letters ^ other.letters).bit_count() > _MOST_OTHER_LETTERS
        and one.bones != other.bones
        and one.names.isdisjoint(other.names)
        and one.shorts.isdisjoint(other.shorts)
    )


_MOST_OTHER_LETTERS = 2 * max(most for limits in LIMITS.values() for most in limits.edits)


def _of_known(one: Word, other: Word, best: tuple[float, str]) -> tuple[float, str]:
    """Return what the tables say of two names: one name, a short form, two names; else the best found without them."""
    if one.names & other.names:
        return SAME_NAME, "same_name"
    if one.shorts & other.shorts:
        return NICKNAME, "nickname"
    if _servants(one.token, other.token):
        return SERVANT, "servant_name"
    if one.known and other.known:
        return (min(best[0], NEAR_NAME), "near_name") if best[0] >= NEAR_NAME else DIFFERENT
    return best


def _servants(one: str, other: str) -> bool:
    """Say whether one is the servant name made from the other: `Abd al-Aziz` is called `Aziz` as well."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= LEAST_SERVED and longer == f"abd{shorter}"


DIFFERENT = 0.0, ""


def _of_equal(one: Word, other: Word) -> tuple[float, str]:
    if one.raw == other.raw:
        return 1.0, "word"
    if one.role in (Role.PARTICLE, Role.KIN, Role.NUMBER):
        return 1.0, "same_word"
    return (SAME_NAME, "same_word") if one.role in _UNALTERED else (PLAIN_SPELLING, "same_name")


def _of_initial(one: Word, other: Word) -> tuple[float, str]:
    letter, word = (one, other) if one.role is Role.INITIAL else (other, one)
    if word.role in (Role.INITIAL, Role.PARTICLE, Role.KIN) or not word.token.isalpha():
        return 0.0, ""
    return (INITIAL, "initial") if word.token[0] == letter.token else (0.0, "")


def _by_edits(one: Word, other: Word, limits: Limits) -> float:
    mine, theirs = one.token, other.token
    shorter, longer = (len(mine), len(theirs)) if len(mine) <= len(theirs) else (len(theirs), len(mine))
    most = min(limits.edits_for(shorter), 1) if one.lossy or other.lossy else limits.edits_for(shorter)
    if longer - shorter > most or not most or (one.letters ^ other.letters).bit_count() > 2 * most:
        return 0.0  # an edit changes which letters there are by two at most
    if not (mine.isalpha() and theirs.isalpha()):
        return 0.0
    from rapidfuzz.distance import OSA

    edits = OSA.distance(mine, theirs, score_cutoff=most)
    if edits > most:
        return 0.0
    found = limits.likeness_of(edits, longer)
    if not _soft(mine, theirs):
        hard = (_ONE_HARD, _TWO_HARD)[edits - 1]
        found = min(found, hard[min(longer, len(hard) - 1)])
    found = found if mine[0] == theirs[0] else found * OTHER_FIRST_LETTER
    return found if found >= LEAST else 0.0


def _of_lossy(one: Word, other: Word, bones: str) -> float:
    """Return how alike two words of the same consonants are if one may lack vowels; those it has must be there."""
    if len(bones) < _LEAST_LOSSY:
        return 0.0
    sparse, full = (one, other) if one.lossy else (other, one)
    if (one.lossy and other.lossy) or _has_vowels(sparse.token, full.token):
        return LOSSY if len(bones) > _LEAST_LOSSY else SKELETON
    return LEAST if len(bones) > _LEAST_LOSSY else 0.0


def _has_vowels(sparse: str, full: str) -> bool:
    """Say whether the vowels written in one word are in the other in their order; `e` may stand for any."""
    rest = iter([letter for letter in full if letter in "aeiou"])
    return all(any(other in _VOWELS_FOR[vowel] for other in rest) for vowel in sparse if vowel in "aiu")


_VOWELS_FOR = {"a": "ae", "i": "ie", "u": "uoe"}

LEAST = 0.44
"""Words less alike than this are different words."""


def _soft(one: str, other: str) -> bool:
    """Say whether two words differ in the choice of vowels only, or have the same letters in another order."""
    return one.translate(_ANY_VOWEL) == other.translate(_ANY_VOWEL) or sorted(one) == sorted(other)


_ANY_VOWEL = str.maketrans("eiou", "aaaa")


def _by_sound(one: Word, other: Word) -> float:
    mine, theirs = one.token, other.token
    if not (mine.isalpha() and theirs.isalpha()):
        return 0.0
    if mine[0] in "ij" and theirs[0] in "ij" and mine[1:] == theirs[1:] and mine[1] in "aeiou":
        return PLAIN_SPELLING
    bones = one.bones
    if bones != other.bones:
        return 0.0
    if one.lossy or other.lossy:
        return _of_lossy(one, other, bones)
    return SKELETON if len(bones) >= _LEAST_SKELETON and mine[0] == theirs[0] else 0.0
