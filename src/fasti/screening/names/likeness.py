"""Decide how alike two words of two names are, and by which keys such words are found."""

import re
from collections.abc import Iterator
from functools import lru_cache

from fasti.index.wording import NO_KEYS, Key, Keys, Limits, Shelf
from fasti.screening.names.korean_syllables import meant as korean_meant
from fasti.screening.names.name_tables import known_names, known_spellings, made_names, one_name
from fasti.screening.names.spelling import skeleton
from fasti.screening.names.syllables import in_pinyin, meant
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
"""One edit, by the length of the longer word: a vowel changed, or neighbours swapped."""
_ONE_HARD = (0.0, 0.0, 0.0, 0.50, 0.62, 0.74, 0.79, 0.83, 0.85, 0.87, 0.88)
"""The same where a consonant comes, goes or changes."""
_TWO = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.62, 0.68, 0.72, 0.75, 0.78, 0.80)
_TWO_HARD = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.42, 0.52, 0.58, 0.64, 0.70, 0.73)
_WITHOUT_THREE = (0.0, 0.0, 0.0, 0.0, *_ONE[4:])
"""Words of three letters are told apart by each of them; one of three may come from one of four."""
_WITHOUT_FOUR = (0.0, 0.0, 0.0, 0.0, 0.0, *_ONE[5:])
"""Words of four letters are told apart so in names that are meant to be."""
_HARD = (1.0,), _ONE_HARD, _TWO_HARD
LEAST = 0.44
"""Words less alike than this are different words."""
_VOWELS = "aeiou"


def _limits(edits: tuple[int, ...], likeness: tuple[tuple[float, ...], ...], initial: float, known: float) -> Limits:
    return Limits(
        edits,
        ((1.0,), *likeness),
        initial,
        JOINED,
        MOST_JOINED,
        hard=_HARD,
        vowels=_VOWELS,
        other_first=OTHER_FIRST_LETTER,
        least=LEAST,
        known=known,
    )


LIMITS = {
    Shelf.PERSON: _limits((0, 0, 1, 1, 1, 1, 2), (_ONE, _TWO), INITIAL, NEAR_NAME),
    Shelf.ORGANIZATION: _limits((0, 0, 0, 1, 1, 1, 2), (_WITHOUT_THREE, _TWO), 0.0, 1.0),
    Shelf.THING: _limits((0, 0, 0, 0, 1), (_WITHOUT_FOUR,), 0.0, 1.0),
}


def keys(token: str, shelf: Shelf, *, lossy: bool) -> Keys:
    """Return the keys of a word by its token; words that share one may be alike without being spelt alike.

    Args:
        token: The word's.
        shelf: Where it stands.
        lossy: Whether its script leaves out vowels: such a word finds, and is found by, any of the same consonants.
    """
    if shelf is Shelf.THING or len(token) == 1:
        return NO_KEYS
    if not token.isalpha():
        meanings = sorted(meant(token) or korean_meant(token)) if shelf is Shelf.PERSON else ()
        return Keys.both(*(Key(f"c:{one}", SAME_NAME, sure=True) for one in meanings))
    shared = [*_of_tables(token)] if shelf is Shelf.PERSON else []
    if token[0] in "ij" and token[1] in "aeiou":
        shared.append(Key(f"j:i{token[1:]}", PLAIN_SPELLING))
    bones = skeleton(token)
    if not lossy and len(bones) >= _LEAST_SKELETON:
        shared.append(Key(f"x:{token[0]}{bones}", SKELETON))
    filed, sought = list(shared), list(shared)
    if shelf is Shelf.PERSON and len(bones) >= _LEAST_LOSSY:
        most = LOSSY if len(bones) > _LEAST_LOSSY else SKELETON
        whole, sparse = Key(f"v:{bones}", most), Key(f"w:{bones}", most)
        filed.append(sparse if lossy else whole)
        sought += [sparse, whole] if lossy else [sparse]
    return Keys(tuple(filed), tuple(sought))


def _of_tables(token: str) -> Iterator[Key]:
    known = known_names().get(token)
    names = made_names(token) | known.names if known else made_names(token)
    yield from (Key(f"n:{name}", SAME_NAME, sure=True) for name in sorted(names))
    if known:
        yield from (Key(f"s:{name}", NICKNAME, sure=True) for name in sorted(known.shorts))
    served = token.removeprefix("abd")
    if len(served) >= LEAST_SERVED:
        yield Key(f"a:{served}", SERVANT, sure=True)


UNALTERED = frozenset({Role.PARTICLE, Role.KIN, Role.INITIAL, Role.GENERIC, Role.PLACE, Role.NUMBER})
"""Two words of these roles are one only if they are equal."""
UNLETTERED = frozenset({Role.INITIAL, Role.PARTICLE, Role.KIN})
"""No letter stands for words of these roles."""
MOST_LOSSY = 1
"""Edits between two words of which one may lack vowels."""


@lru_cache(maxsize=1 << 15)
def likeness(one: Word, other: Word, shelf: Shelf) -> tuple[float, str]:
    """Return how alike two words are, in [0, 1], and by what; symmetric; 0 if they are different words."""
    if one.token == other.token:
        return _of_equal(one, other)
    if one.role is Role.INITIAL or other.role is Role.INITIAL:
        return _of_initial(one, other)
    if _unlike(one, other) or _set_apart(one, other, shelf):
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


def _set_apart(one: Word, other: Word, shelf: Shelf) -> bool:
    """Say whether two unequal words are two by what is known of them."""
    if one.role in UNALTERED and other.role in UNALTERED:
        return True
    return shelf is not Shelf.PERSON and _two_names(one.raw, other.raw)


def _two_names(one: str, other: str) -> bool:
    """Say whether two words are two names of the tables of persons: what bears a name is told apart by it.

    `Hansen Shipping` is not `Jansen Shipping`, `Lady Maria` is not `Lady Marina`.
    """
    known = known_spellings()
    least = min(len(one), len(other))
    return least >= LEAST_TOLD and one in known and other in known and not one_name(one, other)


LEAST_TOLD = 5
"""Letters of a name of the tables that is told from another in the name of a company or ship."""


def _of_known(one: Word, other: Word, best: tuple[float, str]) -> tuple[float, str]:
    """Return what the tables say of two names: one name, a short form, two names; else the best found without them."""
    if one.names & other.names:
        return SAME_NAME, "same_name"
    if one.shorts & other.shorts:
        return NICKNAME, "nickname"
    if _servants(one.token, other.token):
        return SERVANT, "servant_name"
    if (one.known and other.known) or _of_other_sex(one, other):
        return (min(best[0], NEAR_NAME), "near_name") if best[0] >= NEAR_NAME else DIFFERENT
    return best


def _of_other_sex(one: Word, other: Word) -> bool:
    """Say whether one is a known man's name and the other the woman's name made from it: `Samir`, `Samira`.

    A family name is not: a woman's may be written either way.
    """
    man, woman = (one, other) if len(one.token) < len(other.token) else (other, one)
    return man.known and woman.token == f"{man.token}a" and _MANS_NAME.search(man.token) is not None


_MANS_NAME = re.compile("[^aeiou]$(?<![oe]v)(?<!in)")


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
    return (SAME_NAME, "same_word") if one.role in UNALTERED else (PLAIN_SPELLING, "same_name")


def _of_initial(one: Word, other: Word) -> tuple[float, str]:
    letter, word = (one, other) if one.role is Role.INITIAL else (other, one)
    if word.role in UNLETTERED or not word.token.isalpha():
        return 0.0, ""
    return (INITIAL, "initial") if word.token[0] == letter.token else (0.0, "")


def _by_edits(one: Word, other: Word, limits: Limits) -> float:
    mine, theirs = one.token, other.token
    shorter, longer = (len(mine), len(theirs)) if len(mine) <= len(theirs) else (len(theirs), len(mine))
    most = min(limits.edits_for(shorter), MOST_LOSSY) if one.lossy or other.lossy else limits.edits_for(shorter)
    if longer - shorter > most or not most or (one.letters ^ other.letters).bit_count() > 2 * most:
        return 0.0  # an edit changes which letters there are by two at most
    if not (mine.isalpha() and theirs.isalpha()):
        return 0.0
    from rapidfuzz.distance import OSA

    edits = OSA.distance(mine, theirs, score_cutoff=most)
    if edits > most or (edits > 1 and (_other_fathers(one, other, limits) or _other_syllables(one.raw, other.raw))):
        return 0.0
    return limits.spelt(mine, theirs, edits)


def _other_fathers(one: Word, other: Word, limits: Limits) -> bool:
    """Say whether two patronymics are more than a slip apart in the father's name: the ending is alike in all.

    A family name of the South Slavs (`Petrovic`) is none, though it ends so.
    """
    if not one.role is other.role is Role.PATRONYMIC or "c" in (one.raw[-1], other.raw[-1]):
        return False
    return limits.edits_for(min(len(one.token), len(other.token)) - _PATRONYMIC_ENDING) < _TWO_EDITS


def _other_syllables(one: str, other: str) -> bool:
    """Say whether two words are syllables of Mandarin: with another syllable `Jianguo` and `Jianjun` are two names."""
    return in_pinyin(one) and in_pinyin(other)


_PATRONYMIC_ENDING = len("ovich")
_TWO_EDITS = 2


def _of_lossy(one: Word, other: Word, bones: str) -> float:
    """Return how alike two words of the same consonants are if one may lack vowels; those it has must be there."""
    if len(bones) < _LEAST_LOSSY:
        return 0.0
    sparse, full = (one, other) if one.lossy else (other, one)
    if not full.lossy and sparse.token[-1] == _OF_ONE and full.token[-1] not in _VOWELS:
        return 0.0
    if (one.lossy and other.lossy) or _has_vowels(sparse.token, full.token):
        return LOSSY if len(bones) > _LEAST_LOSSY else SKELETON
    return LEAST if len(bones) > _LEAST_LOSSY else 0.0


def _has_vowels(sparse: str, full: str) -> bool:
    """Say whether the vowels written in one word are in the other in their order; `e` may stand for any."""
    rest = iter([letter for letter in full if letter in "aeiou"])
    return all(any(other in _VOWELS_FOR[vowel] for other in rest) for vowel in sparse if vowel in "aiu")


_OF_ONE = "i"
"""Ends a name that is made of another, and is written where other vowels are not: `Mohammadi`."""
_VOWELS_FOR = {"a": "ae", "i": "ie", "u": "uoe"}


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
