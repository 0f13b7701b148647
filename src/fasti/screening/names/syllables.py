"""Decide which syllables a Chinese name in Latin letters stands for: pinyin, Wade-Giles and Cantonese differ in them.

A name is taken for Chinese if all its words are such syllables and one of them is a family name. It is pinyin if pinyin
could write it; else each syllable stands for those of Mandarin that the other spellings may mean by it.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from fasti.screening.names.name_tables import eastern_families, read_table
from fasti.screening.names.scripts import words_of
from fasti.screening.names.words import Role, Word

MARK = "0"
"""Ends the token of a syllable: it is like the same syllable and its other spellings only, not an edit away."""
WEIGHT, LEAST = 0.7, 0.32
_FEWEST, _MOST = 2, 4


def chinese_syllables(tokens: tuple[str, ...]) -> tuple[Word, ...]:
    """Return the syllables of a Chinese name in Latin letters; none if it is not surely one.

    >>> [sorted(word.names) for word in chinese_syllables(("lee", "chih", "kang"))]
    [['li'], ['chi', 'zhi'], ['gang', 'kang']]
    >>> [word.raw for word in chinese_syllables(("xi", "jinping"))], chinese_syllables(("john", "lee"))
    (['xi', 'jin', 'ping'], ())
    """
    families = eastern_families()
    if not _FEWEST <= len(tokens) <= _MOST or (tokens[0] not in families and tokens[-1] not in families):
        return ()
    ways = (_pinyin(), _spellings()) if {tokens[0], tokens[-1]} & _families() else (_spellings(),)
    for readings in ways:
        parts = [_split(token, readings) for token in tokens]
        found = [syllable for part in parts for syllable in part]
        if all(parts) and _FEWEST < len(found) <= _MOST:
            return tuple(_syllable(one, readings[one]) for one in found)
    return ()


def has_syllables(token: str) -> bool:
    """Say whether a word can be one or two syllables of Mandarin in any spelling.

    >>> has_syllables("jinping"), has_syllables("kravchuk")
    (True, False)
    """
    return bool(_split(token, _spellings()))


def meant(token: str) -> frozenset[str]:
    """Return the Mandarin syllables that a syllable's token may stand for, in any spelling; none for another token."""
    if not token.endswith(MARK):
        return frozenset()
    return _spellings().get(token.removesuffix(MARK), frozenset())


@lru_cache(maxsize=1 << 12)
def in_pinyin(word: str) -> bool:
    """Say whether a word is two syllables of Mandarin as pinyin writes them.

    >>> in_pinyin("jianguo"), in_pinyin("guo"), in_pinyin("kravchuk")
    (True, False, False)
    """
    return len(_split(word, _pinyin())) == _FEWEST


def is_pinyin(tokens: tuple[str, ...]) -> bool:
    """Say whether all words are syllables of Mandarin as pinyin writes them, one or two each."""
    return all(_split(token, _pinyin()) for token in tokens)


@lru_cache(maxsize=1 << 11)
def _syllable(raw: str, readings: frozenset[str]) -> Word:
    return Word(raw + MARK, raw, WEIGHT, LEAST, Role.NAME, readings, known=True)


def _split(token: str, known: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """Part a word into its syllables; the second begins with a consonant, or an apostrophe would stand before it."""
    if token in known:
        return (token,)
    cuts = (at for at in range(len(token) - 1, 0, -1) if token[at] not in "aeiou")
    best = next((at for at in cuts if token[:at] in known and token[at:] in known), 0)
    return (token[:best], token[best:]) if best else ()


@cache
def _families() -> frozenset[str]:
    """Return the family names as pinyin writes them; beside another, `chi` is not pinyin's."""
    return frozenset(line.split()[0] for line in read_table("family_names.toml")["eastern"]) & _pinyin().keys()


@cache
def _pinyin() -> Mapping[str, frozenset[str]]:
    """Return each syllable of Mandarin to itself alone."""
    text = str(read_table("scripts.toml")["pinyin"]["syllables"])  # type: ignore[call-overload]
    return {syllable: frozenset({syllable}) for syllable in text.split()}


@cache
def _spellings() -> Mapping[str, frozenset[str]]:
    """Return each syllable of any spelling to those of Mandarin that it may stand for."""
    found = {syllable: set(itself) for syllable, itself in _pinyin().items()}
    for spelling in ("wade_giles", "cantonese"):
        for syllable, meant_by_it in words_of(spelling, "syllables").items():
            found.setdefault(syllable, set()).update(meant_by_it.split(","))
    for line in read_table("family_names.toml")["eastern"]:
        first, *others = line.split()
        for other in others if first in _pinyin() else ():
            found.setdefault(other, set()).add(first)
    return {syllable: frozenset(readings) for syllable, readings in found.items()}
