"""Decide how a Korean name in Hangul may be spelt in Latin letters: by rules old and new, and by habit."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from fasti.screening.names.name_tables import read_table
from fasti.screening.names.scripts import words_of

_FIRST, _LAST = 0xAC00, 0xD7A3
_VOWELS, _FINALS = 21, 28


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to spell syllables: initial consonants, vowels and final consonants in the order of Unicode."""

    initials: tuple[str, ...]
    vowels: tuple[str, ...]
    finals: tuple[str, ...]


@cache
def spellings() -> tuple[Spelling, ...]:
    """Return the ways of spelling, that of the South's rules first."""
    tables: list[Mapping[str, str]] = read_table("scripts.toml")["korean_spelling"]  # type: ignore[assignment]
    return tuple(Spelling(*(_sounds(table[part]) for part in ("initials", "vowels", "finals"))) for table in tables)


def _sounds(text: str) -> tuple[str, ...]:
    return tuple("" if sound == "-" else sound for sound in text.split())


def families() -> Mapping[str, str]:
    """Return family names in Hangul to their usual spelling."""
    return words_of("korean_family", "names")


def syllables(text: str) -> str:
    """Return the Hangul syllables of a text."""
    return "".join(letter for letter in text if _FIRST <= ord(letter) <= _LAST)


def person(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the readings of a person's name in Hangul, each as family name and given name.

    >>> person("김정은")[0]
    ('kim', 'jeongeun')
    """
    if len(text) < 2 or text[0] not in families():  # noqa: PLR2004 - a family name and a given name
        return tuple(dict.fromkeys((spell(text, one),) for one in spellings())) if text else ()
    return tuple(dict.fromkeys((families()[text[0]], spell(text[1:], one)) for one in spellings()))


def spell(text: str, spelling: Spelling) -> str:
    """Return Hangul syllables in Latin letters by one way of spelling.

    >>> [spell("정은", one) for one in spellings()]
    ['jeongeun', 'chongun', 'jongun', 'jungeun']
    """
    return "".join(_syllable(letter, spelling) for letter in text)


def _syllable(letter: str, spelling: Spelling) -> str:
    initial, rest = divmod(ord(letter) - _FIRST, _VOWELS * _FINALS)
    vowel, final = divmod(rest, _FINALS)
    spoken = spelling.vowels[vowel]
    glide = "w" if spoken == "oo" and not spelling.initials[initial] else ""
    return spelling.initials[initial] + glide + spoken + spelling.finals[final]
