"""Decide which syllables a Korean name in Latin letters stands for: the South, the North and habit differ in them.

A name is taken for Korean if a Korean family name leads or ends it, two Korean syllables are left, and pinyin could not
write it. Each syllable stands for those of Hangul that some way of writing puts so.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import product

from fasti.screening.names import korean
from fasti.screening.names.name_tables import read_table
from fasti.screening.names.syllables import is_pinyin
from fasti.screening.names.words import Role, Word

MARK = "1"
"""Ends the token of a syllable: it is like the same syllable and its other spellings only, not an edit away."""
WEIGHT, LEAST = 0.7, 0.32
_GIVEN = 2
_MOST_WORDS = 3
_FIRST, _VOWELS, _FINALS = 0xAC00, 21, 28

Meant = Mapping[str, frozenset[str]]


def korean_syllables(tokens: tuple[str, ...]) -> tuple[Word, ...]:
    """Return the syllables of a Korean name in Latin letters, the family name first; none if it is not surely one.

    >>> [word.raw for word in korean_syllables(("kim", "jong", "chol"))]
    ['kim', 'jong', 'chol']
    >>> korean_syllables(("wang", "jianguo")), korean_syllables(("kim", "novak"))
    ((), ())
    """
    if not 1 < len(tokens) <= _MOST_WORDS:
        return ()
    for family, given in ((tokens[0], tokens[1:]), (tokens[-1], tokens[:-1])):
        parts = [_split(token) for token in given] if family in _families() else []
        found = [syllable for part in parts for syllable in part]
        if len(found) == _GIVEN and all(parts) and not is_pinyin(tokens):
            return _word(family, _families()[family]), *(_word(one, _spellings()[one]) for one in found)
    return ()


def has_korean_syllables(token: str) -> bool:
    """Say whether a word may be one or two syllables of a Korean name, or its family name."""
    return bool(_split(token)) or token in _families()


def meant(token: str) -> frozenset[str]:
    """Return the syllables of Hangul that a syllable's token may stand for, each coded; none for another token."""
    if not token.endswith(MARK):
        return frozenset()
    raw = token.removesuffix(MARK)
    return _families().get(raw, frozenset()) | _spellings().get(raw, frozenset())


@lru_cache(maxsize=1 << 12)
def _word(raw: str, readings: frozenset[str]) -> Word:
    return Word(raw + MARK, raw, WEIGHT, LEAST, Role.NAME, readings, known=True)


@lru_cache(maxsize=1 << 13)
def _split(token: str) -> tuple[str, ...]:
    """Part a word into its syllables, the first as long as may be."""
    known = _spellings()
    if token in known:
        return (token,)
    at = next((at for at in range(len(token) - 1, 0, -1) if token[:at] in known and token[at:] in known), 0)
    return (token[:at], token[at:]) if at else ()


@cache
def _families() -> Meant:
    """Return each spelling of a Korean family name to the names that it may stand for."""
    lines = [line.split() for line in read_table("family_names.toml")["eastern"]]
    found: dict[str, set[str]] = {}
    for letter, usual in korean.families().items():
        for line in lines:
            for spelling in line if usual == line[0] else ():
                found.setdefault(spelling, set()).add(_coded(letter))
    return {spelling: frozenset(meanings) for spelling, meanings in found.items()}


@cache
def _spellings() -> Meant:
    """Return each spelling of a syllable that names have to the syllables that it may stand for."""
    table: Mapping[str, str] = read_table("scripts.toml")["korean_latin"]  # type: ignore[assignment]
    initials, vowels, finals = (
        [_ways(one) for one in table[part].split()] for part in ("initials", "vowels", "finals")
    )
    found: dict[str, set[str]] = {}
    for letter in table["syllables"]:
        initial, rest = divmod(ord(letter) - _FIRST, _VOWELS * _FINALS)
        vowel, final = divmod(rest, _FINALS)
        for spelling in map("".join, product(initials[initial], vowels[vowel], finals[final])):
            found.setdefault(_written(spelling), set()).add(_coded(letter))
    return {spelling: frozenset(meanings) for spelling, meanings in found.items()}


def _ways(text: str) -> list[str]:
    return ["" if one == "-" else one for one in text.split("/")]


def _written(spelling: str) -> str:
    """Return a syllable as it is written where no consonant leads it."""
    return _LEADING.get(spelling, spelling)


_LEADING = {"oo": "woo"}


def _coded(letter: str) -> str:
    return f"k{ord(letter):x}"
