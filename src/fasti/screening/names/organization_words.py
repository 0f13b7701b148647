"""Decide what the words of an organisation's name are: numbers, generic words, places, and what makes the name."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache

from fasti.index.words import common_words
from fasti.screening.legal_forms import form_words
from fasti.screening.names.joining import without_joining
from fasti.screening.names.lexicon import Lexicon, Rules
from fasti.screening.names.name_tables import read_table
from fasti.screening.names.spelling import FIGURE_INSIDE, LIKE_LETTERS, plain
from fasti.screening.names.towns import BRANCH, LEAST_BRANCH, of_town, placed
from fasti.screening.names.words import Role, Word, Words, spelt

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


def organization_words(tokens: tuple[str, ...]) -> tuple[Words, Words]:
    """Return the words of an organisation's name in order; letters written apart close up (`L X C Aviation`).

    They are returned in plain spelling, and as they are written: no spelling is taken for another; the plain ones
    twice if no word is written otherwise.
    """
    return LEXICON.alone(tokens) or words_in_context(tokens)


def words_in_context(tokens: tuple[str, ...]) -> tuple[Words, Words]:
    """Return the words as `organization_words` does, by the rules that look at their neighbours."""
    counted = _counted(_phrased(without_joining(tokens)))
    closed = _lettered(counted)
    if closed and closed[-1] == BRANCH and len(closed) >= LEAST_BRANCH:
        return spelt(*(map(placed, (LEXICON.plain(closed), LEXICON.written(closed)))))
    if len(closed) < len(counted) or not closed or len(closed[-1]) > 1:
        return spelt(LEXICON.plain(closed), LEXICON.written(closed))
    last = organization_word(closed[-1], last=True)
    return spelt((*LEXICON.plain(closed[:-1]), last), (*LEXICON.written(closed[:-1]), _written(last)))


def _is_alone(token: str) -> bool:
    """Say whether no rule of an organisation's words changes a word for what stands beside it."""
    return len(token) > 1 and token != BRANCH and token not in _phrases() and token not in _tens_in_words()


def _is_inside(_: str) -> bool:
    """Say that no word of an organisation is bound by the end of a name alone."""
    return False


def _written(word: Word) -> Word:
    """Return a word as it is written; of the words of the tables those that `_misspelt` does not know by a slip."""
    if FIGURE_INSIDE.match(word.raw):
        return Word(word.raw.translate(LIKE_LETTERS), word.raw, word.weight, word.least, word.role)
    if word.token == word.raw or not (word.role is Role.NAME or _is_short_known(word)):
        return word
    return Word(word.raw, word.raw, word.weight, word.least, word.role)


def _is_short_known(word: Word) -> bool:
    if word.role is Role.NUMBER:
        return len(word.raw) >= _LEAST_SLIP and word.raw.isalpha()
    unread = len(word.raw) < LONG_GENERIC or word.raw in _lines("abroad")
    return unread and word.role in (Role.GENERIC, Role.PLACE) and len(word.raw) >= _LEAST_SLIP


_LEAST_SLIP = 4
"""Letters of a word of which one may be wrong."""


def _phrased(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Write a phrase in one way: `united states`, `npo`; the first phrase of the table before the others."""
    table = _phrases()
    if table.keys().isdisjoint(tokens):
        return tokens
    found = [
        (order, at, at + len(words), one)
        for at, token in enumerate(tokens)
        for order, words, one in table.get(token, ())
        if tokens[at : at + len(words)] == words
    ]
    if not found:
        return tokens
    _, start, end, one = min(found)
    return _phrased((*tokens[:start], *one, *tokens[end:]))


Phrase = tuple[int, tuple[str, ...], tuple[str, ...]]
"""Place in the table, its words, and those that they are written as."""


@cache
def _phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """Return the phrases by their first words."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for order, line in enumerate(read_table("organizations.toml")["phrases"]):
        one, text = line.split(": ")
        words = tuple(text.split())
        found[words[0]] = (*found.get(words[0], ()), (order, words, tuple(one.split())))
    return found


def _table_word(raw: str) -> Word | None:
    """Return a place, a region or a generic word of the tables; also a long one of them misspelt."""
    place = _places().get(raw)
    if place is not None:
        return Word(place, raw, PLACE, LEAST * PLACE, Role.PLACE)
    region = _lines("regions").get(raw)
    if region is not None:
        return Word(region, raw, REGION, LEAST * REGION, Role.GENERIC)
    common = common_words().get(_lines("generic").get(raw) or _lines("abroad").get(raw, raw))
    if common is not None:
        role = Role.PLACE if common.weight > GENERIC else Role.GENERIC if common.weight > FILLER else Role.PARTICLE
        return Word(common.stem, raw, common.weight, 0.0 if role is Role.PARTICLE else common.weight / 2, role)
    meant = misspelt(raw)
    if not meant:
        return None
    known = _table_word(meant)
    return replace(known, raw=raw) if known else Word(meant, raw, STRUCTURE, STRUCTURE / 2, Role.GENERIC)


def misspelt(raw: str) -> str:
    """Return the long word of a legal form, or the long generic word, that a word is an edit away from; or nothing."""
    if len(raw) < LONG_GENERIC - 1 or not raw.isalpha() or raw in long_words() or raw in _lines("bodies"):
        return ""
    shortened, table = _shortened(raw), _near_words()
    if table.keys().isdisjoint(shortened):
        return ""
    near = {meant for text in shortened for meant in table.get(text, ())}
    from rapidfuzz.distance import OSA

    places = long_words()
    return min((meant for meant in near if OSA.distance(raw, meant) == 1), key=places.__getitem__, default="")


def _shortened(word: str) -> set[str]:
    """Return a word and what is left of it without one letter: words an edit apart have one of these in common."""
    return {word, *[word[:at] + word[at + 1 :] for at in range(len(word))]}


@cache
def _near_words() -> Mapping[str, tuple[str, ...]]:
    """Return the long words by what is left of them without one letter."""
    found: dict[str, tuple[str, ...]] = {}
    for word in long_words():
        for text in _shortened(word):
            found[text] = (*found.get(text, ()), word)
    return found


@cache
def long_words() -> Mapping[str, int]:
    """Return long words of legal forms, then long generic ones, with their places; a form counts for least."""
    generic = {*_lines("generic"), *_places(), *(word for word, one in common_words().items() if one.weight > FILLER)}
    long = {word for word in form_words() if len(word) >= LONG_FORM or word in _lines("short_forms")}
    ordered = (*sorted(long), *sorted(word for word in generic - long if len(word) >= LONG_GENERIC))
    return {word: place for place, word in enumerate(ordered)}


def _places() -> Mapping[str, str]:
    return _lines("places")


def bodies() -> Mapping[str, str]:
    """Return the words of which one stands in the name of an organisation that is shortened."""
    return _lines("bodies")


@cache
def _lines(table: str) -> Mapping[str, str]:
    """Return each word of a table's lines with the first of its line."""
    return {word: line.split()[0] for line in read_table("organizations.toml")[table] for word in line.split()}


NATIVE = 0.5


@lru_cache(maxsize=1 << 13)
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


def _counted(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Join tens and units of a number in words: `forty four`."""
    if _tens_in_words().isdisjoint(tokens):
        return tokens
    table = numbers()
    found: list[str] = []
    at = 0
    while at < len(tokens):
        here, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else ""
        units = table.get(following, following)
        if here in _tens_in_words() and len(units) == 1 and units.isdigit():
            found.append(str(int(table[here]) + int(units)))
            at += 2
        else:
            found.append(here)
            at += 1
    return tuple(found)


@cache
def _tens_in_words() -> frozenset[str]:
    return frozenset(word for word, number in numbers().items() if _tens(number) and word.isalpha())


def _tens(number: str) -> bool:
    return len(number) == 2 and number[0] > "1" and number[1] == "0"  # noqa: PLR2004 - two figures


@cache
def numbers() -> Mapping[str, str]:
    """Return the number that a word spells."""
    table: Mapping[str, str] = read_table("organizations.toml")["numbers"]  # type: ignore[assignment]
    return {word: number for number, words in table.items() for word in words.split()}


@lru_cache(maxsize=1 << 14)
def organization_word(raw: str, *, last: bool = False) -> Word:
    """Return what is known of one word of an organisation's name; a single Roman letter counts at its end only."""
    number = numbers().get(raw) or (raw if raw.isalpha() else _ORDINAL.sub("", raw))
    if number.isdigit() and (len(raw) > 1 or raw.isdigit() or last):
        return Word(str(int(number)), raw, NUMBER, LEAST * NUMBER, Role.NUMBER)
    found = _table_word(raw)
    if found is not None:
        return found
    if len(raw) == 1 and raw.isalpha():
        return Word(raw, raw, LETTER, LEAST * LETTER, Role.NAME)
    if not raw.isalpha():
        return Word(raw, raw, NUMBER, LEAST * NUMBER, Role.NAME)
    sounds = len(raw) > _LONGEST_ACRONYM and _VOWEL.search(raw)
    return Word(plain(of_town(raw)) if sounds else raw, raw, ORDINARY, LEAST, Role.NAME)


_VOWEL = re.compile("[aeiouy]")
"""A word without any is an acronym: its letters have no sounds that spellings could differ in."""


LEXICON = Lexicon(Rules(_is_alone, _is_inside, organization_word, _written))
