"""Decide what the words of an organisation's name are: numbers, generic words, places, and what makes the name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from fasti.index.words import common_words
from fasti.screening.legal_forms import form_words
from fasti.screening.names.name_tables import read_table
from fasti.screening.names.spelling import plain
from fasti.screening.names.words import Role, Word

ORDINARY = 1.0
LEAST = 0.45
GENERIC = 0.36
"""From above this weight a word of the common-word table names a place, below it a line of business or less."""
NUMBER = 1.0
PLACE = 0.7
REGION = 0.5
STRUCTURE = 0.12
FILLER = 0.1
LONG_FORM = 7
LONG_GENERIC = 6
"""Letters of a generic word that is known though a letter of it is wrong; a shorter one may be another word."""
LETTER = 0.5
_LONGEST_ACRONYM = 3
_ORDINAL = re.compile("(?<=[0-9])(?:st|nd|rd|th)$")


def organization_words(tokens: tuple[str, ...]) -> tuple[Word, ...]:
    """Return the words of an organisation's name in order; letters written apart close up (`L X C Aviation`)."""
    counted = tuple(_counted(_phrased(tokens)))
    return tuple(organization_word(token, last=at == len(counted) - 1) for at, token in enumerate(_lettered(counted)))


def written_words(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words of a name as they are written: no spelling is taken for another."""
    return tuple(map(_written, words))


@lru_cache(maxsize=1 << 17)
def _written(word: Word) -> Word:
    return replace(word, token=word.raw) if word.role is Role.NAME and word.token != word.raw else word


def _phrased(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Write a country of several words as one: `united states`."""
    for words, one in _phrases():
        size = len(words)
        for at in range(len(tokens) - size + 1):
            if tokens[at : at + size] == words:
                return _phrased((*tokens[:at], one, *tokens[at + size :]))
    return tokens


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], str], ...]:
    lines = (line.split(": ") for line in read_table("organizations.toml")["phrases"])
    return tuple((tuple(words.split()), one) for one, words in lines)


def _table_word(raw: str) -> Word | None:
    """Return a place, a region or a generic word of the tables; also a long one of them misspelt."""
    place = _places().get(raw)
    if place is not None:
        return Word(place, raw, PLACE, LEAST * PLACE, Role.PLACE)
    region = _lines("regions").get(raw)
    if region is not None:
        return Word(region, raw, REGION, LEAST * REGION, Role.GENERIC)
    common = common_words().get(_lines("generic").get(raw, raw))
    if common is not None:
        role = Role.PLACE if common.weight > GENERIC else Role.GENERIC if common.weight > FILLER else Role.PARTICLE
        return Word(common.stem, raw, common.weight, 0.0 if role is Role.PARTICLE else common.weight / 2, role)
    meant = _misspelt(raw)
    if not meant:
        return None
    known = _table_word(meant)
    return replace(known, raw=raw) if known else Word(meant, raw, STRUCTURE, STRUCTURE / 2, Role.GENERIC)


def _misspelt(raw: str) -> str:
    """Return the long word of a legal form, or the long generic word, that a word is an edit away from; or nothing."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(raw) < LONG_GENERIC - 1 or not raw.isalpha() or raw in _long_words():
        return ""
    found = process.extractOne(raw, _long_words(), scorer=OSA.distance, score_cutoff=1)
    return found[0] if found else ""


@cache
def _long_words() -> tuple[str, ...]:
    """Return long words of legal forms, then long generic ones; of a form first, because it counts for least."""
    generic = {*_lines("generic"), *(word for word, one in common_words().items() if one.weight > FILLER)}
    long = {word for word in form_words() if len(word) >= LONG_FORM}
    return (*sorted(long), *sorted(word for word in generic - long if len(word) >= LONG_GENERIC))


def _places() -> Mapping[str, str]:
    return _lines("places")


@cache
def _lines(table: str) -> Mapping[str, str]:
    """Return each word of a table's lines with the first of its line."""
    return {word: line.split()[0] for line in read_table("organizations.toml")[table] for word in line.split()}


def acronym(words: tuple[Word, ...]) -> str:
    """Return the first letters of a name of three words or more; empty if it has fewer, or numbers.

    One of the words must be of those that names of organisations have: nobody shortens a person's name so.

    >>> acronym(organization_words(("peoples", "liberation", "army")))
    'pla'
    """
    telling = [word for word in words if word.role is not Role.PARTICLE]
    if len(telling) < LEAST_ACRONYM or not any(map(_of_a_body, telling)):
        return ""
    if not all(word.raw.isalpha() and len(word.raw) > 1 for word in telling):
        return ""
    return "".join(word.raw[0] for word in telling)


def _of_a_body(word: Word) -> bool:
    return word.role is not Role.NAME or word.raw in _lines("bodies")


LEAST_ACRONYM = 3
NATIVE = 0.5


def native_word(token: str) -> Word:
    """Return a character of a name in its own script, or a word that was set apart in it."""
    if token.startswith("u0"):
        return Word(token, token, NATIVE, LEAST * NATIVE, Role.NAME)
    return organization_word(token)


def _lettered(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Close up runs of single letters at the beginning; elsewhere a letter may be a number."""
    run = 0
    while run < len(tokens) and len(tokens[run]) == 1 and tokens[run].isalpha():
        run += 1
    return ("".join(tokens[:run]), *tokens[run:]) if 1 < run < len(tokens) else tokens


def _counted(tokens: tuple[str, ...]) -> Iterator[str]:
    """Join tens and units of a number in words: `forty four`."""
    at = 0
    table = numbers()
    while at < len(tokens):
        here, following = (
            table.get(tokens[at], ""),
            table.get(tokens[at + 1], tokens[at + 1]) if at + 1 < len(tokens) else "",
        )
        if _tens(here) and tokens[at].isalpha() and len(following) == 1 and following.isdigit():
            yield str(int(here) + int(following))
            at += 2
        else:
            yield tokens[at]
            at += 1


def _tens(number: str) -> bool:
    return len(number) == 2 and number[0] > "1" and number[1] == "0"  # noqa: PLR2004 - two figures


@cache
def numbers() -> Mapping[str, str]:
    """Return the number that a word spells."""
    table: Mapping[str, str] = read_table("organizations.toml")["numbers"]  # type: ignore[assignment]
    return {word: number for number, words in table.items() for word in words.split()}


@lru_cache(maxsize=1 << 17)
def organization_word(raw: str, *, last: bool = False) -> Word:
    """Return what is known of one word of an organisation's name; a single Roman letter counts at its end only."""
    number = numbers().get(raw) or _ORDINAL.sub("", raw)
    if number.isdigit() and (len(raw) > 1 or raw.isdigit() or last):
        return Word(str(int(number)), raw, NUMBER, LEAST * NUMBER, Role.NUMBER)
    found = _table_word(raw)
    if found is not None:
        return found
    if len(raw) == 1 and raw.isalpha():
        return Word(raw, raw, LETTER, LEAST * LETTER, Role.NAME)
    if any(map(str.isdigit, raw)):
        return Word(raw, raw, NUMBER, LEAST * NUMBER, Role.NAME)
    spelt = len(raw) > _LONGEST_ACRONYM and _VOWEL.search(raw)
    return Word(plain(raw) if spelt else raw, raw, ORDINARY, LEAST, Role.NAME)


_VOWEL = re.compile("[aeiouy]")
"""A word without any is an acronym: its letters have no sounds that spellings could differ in."""
