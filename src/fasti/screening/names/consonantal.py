"""Decide by which words a name in Arabic or Hebrew letters is compared: in Latin letters, and letter by letter."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from fasti.screening.names.name_tables import around
from fasti.screening.names.person_words import LEAST as LEAST_SHARE
from fasti.screening.names.person_words import ORDINARY, lossy_words, person_word
from fasti.screening.names.scripts import Spelt, lettered, without_vowels
from fasti.screening.names.words import Role, Word


def romanised(name: str, script: str) -> Iterator[tuple[Word, ...]]:
    """Yield the words of a name in Latin letters: once by the usual sounds, again where letters have other ones.

    Args:
        name: In Arabic or Hebrew letters.
        script: `arabic` or `hebrew`.
    """
    usual = without_vowels(name, script)
    yield _words(usual)
    others = without_vowels(name, script, others=True)
    if others != usual:
        yield _words(others)


def by_letters(name: str, script: str) -> tuple[Word, ...]:
    """Return the words of a name as they are written, a Latin letter for each of theirs.

    A slip of the pen is found here: it makes another word of a name that is known by how it is written.
    """
    found = tuple(_lettered(code, parts) for code, parts in lettered(name, script))
    kept = tuple(word for word in found if word.raw not in around().titles)
    return kept if len(kept) > 1 else found


def _words(found: tuple[Spelt, ...]) -> tuple[Word, ...]:
    spelt = tuple((_no_filler(token) if missing else token, missing) for token, missing in found)
    lossy = {token for token, missing in spelt if missing}
    words = lossy_words(tuple(token for token, _ in spelt)) if spelt else ()
    return tuple(lossy_word(word) if word.raw in lossy else word for word in words)


def _no_filler(token: str) -> str:
    """Give a word one more vowel if without its own it looks like a word around a name: `bar` for `Barea`."""
    return f"{token}e" if token in _fillers() else token


@cache
def _fillers() -> frozenset[str]:
    table = around()
    return table.kin | table.particles | table.titles | table.light | table.suffixes


@lru_cache(maxsize=1 << 14)
def lossy_word(word: Word) -> Word:
    """Return a word of which vowels may be missing."""
    return replace(word, lossy=True)


@lru_cache(maxsize=1 << 14)
def _lettered(code: str, parts: tuple[Spelt, ...]) -> Word:
    """Return a word by its letters; what it does and counts is what its last part does: `al` may lead it."""
    token, missing = parts[-1]
    if missing:
        return Word(code, code, ORDINARY, LEAST_SHARE, Role.NAME)
    known = person_word(token)
    if known.role in (Role.PARTICLE, Role.KIN):
        return known
    return replace(known, token=code, names=frozenset(), shorts=frozenset())
