"""Decide which letters and titles are syllables of the name that they stand in.

`Hyon U` has no initial and `Kang Col Su` no colonel.
"""

from functools import lru_cache

from fasti.screening.names.name_tables import COMMON, around, eastern_families
from fasti.screening.names.words import Role, Word, Words

SYLLABLE_LETTERS = frozenset({"u", "o"})
"""A whole syllable of a Korean name, where it stands in one."""
_LEAST = 0.45 * COMMON
_SHORT_TITLE = 3
_FAMILY_AND_ONE = 2


def is_syllable(title: str, first: str) -> bool:
    """Say whether a title inside a name is a syllable of it: short, and behind an eastern family name."""
    return len(title) == _SHORT_TITLE and first in eastern_families()


def is_closing_title(token: str) -> bool:
    """Say whether a word that ends a name is a title; a rank in three letters stands before it (`Kim Song Col`)."""
    return token in around().titles and len(token) > _SHORT_TITLE


def syllabled(words: Words) -> Words:
    """Take letters and short titles for syllables in a name of three words that an eastern family name leads."""
    if len(words) <= _FAMILY_AND_ONE or words[0].raw not in eastern_families() or not all(map(_may_be_syllable, words)):
        return words
    return tuple([_syllable(word) if _is_mistaken(word) else word for word in words])


def _may_be_syllable(word: Word) -> bool:
    return word.role in (Role.NAME, Role.LIGHT) or _is_mistaken(word)


def _is_mistaken(word: Word) -> bool:
    return word.raw in SYLLABLE_LETTERS or word.raw in around().titles


@lru_cache(maxsize=1 << 8)
def _syllable(word: Word) -> Word:
    return Word(word.token, word.raw, COMMON, _LEAST, Role.NAME)
