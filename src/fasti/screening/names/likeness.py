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
INITIAL = 0.62
JOINED = 0.97
MOST_JOINED = 3

_LEAST_SKELETON = 4
_LEAST_LOSSY = 2

_ONE = (0.0, 0.0, 0.0, 0.50, 0.62, 0.72, 0.80, 0.84, 0.87, 0.88, 0.90)
_TWO = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.48, 0.58, 0.64, 0.68, 0.72, 0.75)

LIMITS = {
    Shelf.PERSON: Limits((0, 0, 0, 1, 1, 1, 2), ((1.0,), _ONE, _TWO), INITIAL, JOINED, MOST_JOINED),
    Shelf.ORGANIZATION: Limits((0, 0, 0, 0, 1, 1, 2), ((1.0,), _ONE, _TWO), 0.0, JOINED, MOST_JOINED),
    Shelf.THING: Limits((0, 0, 0, 0, 1), ((1.0,), _ONE), 0.0, JOINED, MOST_JOINED),
}


def keys(token: str, shelf: Shelf) -> tuple[tuple[str, float], ...]:
    """Return the keys of a word by its token; words that share one may be alike without being spelt alike."""
    if shelf is Shelf.THING or len(token) == 1 or not token.isalpha():
        return ()
    known = known_names().get(token) if shelf is Shelf.PERSON else None
    found = [(f"n:{name}", SAME_NAME) for name in known.names] if known else []
    found += [(f"s:{name}", NICKNAME) for name in known.shorts] if known else []
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
    if one.role in _UNALTERED and other.role in _UNALTERED:
        return DIFFERENT
    spelt = _by_edits(one.token, other.token, LIMITS[shelf]), "spelling"
    if shelf is Shelf.THING:
        return spelt
    return _of_known(one, other) or max(spelt, (_by_sound(one, other), "sound"))


def _of_known(one: Word, other: Word) -> tuple[float, str] | None:
    """Return what the tables say of two names: one name, a short form, two names; `None` if they do not know both."""
    if one.names & other.names:
        return SAME_NAME, "same_name"
    if one.shorts & other.shorts:
        return NICKNAME, "nickname"
    return DIFFERENT if one.names and other.names else None


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


def _by_edits(one: str, other: str, limits: Limits) -> float:
    from rapidfuzz.distance import OSA

    shorter, longer = (len(one), len(other)) if len(one) <= len(other) else (len(other), len(one))
    most = limits.edits_for(shorter)
    if longer - shorter > most or not most or not (one.isalpha() and other.isalpha()):
        return 0.0
    edits = OSA.distance(one, other, score_cutoff=most)
    if edits > most:
        return 0.0
    found = limits.likeness_of(edits, longer)
    return found if one[0] == other[0] else found * OTHER_FIRST_LETTER


def _by_sound(one: Word, other: Word) -> float:
    mine, theirs = one.token, other.token
    if not (mine.isalpha() and theirs.isalpha()):
        return 0.0
    if mine[0] in "ij" and theirs[0] in "ij" and mine[1:] == theirs[1:] and mine[1] in "aeiou":
        return PLAIN_SPELLING
    bones = skeleton(mine)
    if bones != skeleton(theirs):
        return 0.0
    if one.lossy or other.lossy:
        return LOSSY if len(bones) >= _LEAST_LOSSY else 0.0
    return SKELETON if len(bones) >= _LEAST_SKELETON and mine[0] == theirs[0] else 0.0
