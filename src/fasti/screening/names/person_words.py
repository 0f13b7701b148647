"""Decide what the words of a person's name are: names, initials, particles, what leads to a parent's name, titles."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from fasti.screening.legal_forms import NO_FORM, Parted
from fasti.screening.names.compounds import ARTICLES, CLOSED_UP, compounds
from fasti.screening.names.lexicon import Lexicon, Rules
from fasti.screening.names.name_tables import (
    COMMON,
    around,
    doubled_names,
    generations,
    given_spellings,
    known_names,
    known_spellings,
    made_names,
)
from fasti.screening.names.spelling import LIKE_LETTERS, plain
from fasti.screening.names.syllabled import SYLLABLE_LETTERS, is_closing_title, is_syllable, syllabled
from fasti.screening.names.words import PARENT, Role, Word, Words, spelt

ORDINARY = 1.0
LEAST = 0.45
"""Share of its weight that an ordinary word counts at least when the other name lacks it."""
INITIAL = 0.3
LIGHT = 0.3
PARTICLE = 0.06
NOTHING = 0.0

_PATRONYMIC = re.compile("(?:[oe]vich|[oe]vna|ichna|inichna|ivna|[oe]vich[ai]?|avich|auna|eu?na|[oe]vits|[oe]visi)$")
_LEAST_DIN = 6
_LONGEST_DIN = 8
_DIN = re.compile("(?<=[^aeiou])[aeiou]?d[aeiou]?d?(?:in|ine|een|dine|dyn)$")


def person_words(tokens: tuple[str, ...]) -> tuple[Words, Words]:
    """Return the words of a person's name in order, without titles; all words if nothing else is there.

    They are returned in plain spelling, and as they are written: nothing closed up, and no spelling taken for another;
    the plain ones twice if no word is written otherwise. A slip of the pen is found in what was written: `pteer` is an
    edit from `peter`, their plain spellings are not.
    """
    return LEXICON.alone(tokens) or words_in_context(tokens)


def words_in_context(tokens: tuple[str, ...]) -> tuple[Words, Words]:
    """Return the words as `person_words` does, by the rules that look at their neighbours."""
    kept = _separate(_untitled(tokens))
    return spelt(_plain_words(kept), _in_context(LEXICON.written(kept)))


def _is_alone(token: str) -> bool:
    """Say whether no rule of a person's words changes a word for what it is or what stands beside it."""
    return token not in _joining() and token not in SYLLABLE_LETTERS and _is_whole(token)


def _is_inside(token: str) -> bool:
    """Say whether no rule changes a word that another follows: a particle that its neighbours never make a name."""
    return token in around().particles and token not in (around().kin | {_BEN.raw, _VAN.raw}) and _is_whole(token)


def _is_whole(token: str) -> bool:
    """Say whether a word is neither left out, nor closed up with others, nor parted."""
    neighbourly = token in _left_out() or _misspelt_title(token) or token in CLOSED_UP
    return not neighbourly and _pieces(token) == (token,)


def lossy_words(tokens: tuple[str, ...]) -> Words:
    """Return the words in plain spelling of a name in which vowels may be missing: two consonants are no initials."""
    return _plain_words(_untitled(tokens))


def _plain_words(tokens: tuple[str, ...]) -> Words:
    return _in_context(LEXICON.plain(compounds(tokens)))


def _untitled(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out titles where two words of the name are left without them."""
    if _left_out().isdisjoint(tokens) and not any(map(_misspelt_title, tokens[:_MOST_TITLES])):
        return tokens
    kept = tuple(_without_titles(tokens))
    return kept if len(kept) > 1 or len(tokens) == 1 or len(kept) == len(tokens) else tokens


@cache
def _left_out() -> frozenset[str]:
    return around().titles | around().suffixes


def _titled_word(raw: str) -> Word:
    """Return what is known of a word; a title that stays counts as a word of honour."""
    word = person_word(raw)
    if raw in around().titles and word.role is Role.NAME:
        return replace(word, role=Role.LIGHT, weight=LIGHT, least=NOTHING)
    return word


def _written(word: Word) -> Word:
    """Return a word as it is written; what it does and counts stays."""
    if word.role in _UNWRITTEN or not (word.token != word.raw or word.names or word.shorts):
        return word
    return Word(word.raw, word.raw, word.weight, word.least, word.role, known=word.known)


_UNWRITTEN = frozenset({Role.PARTICLE, Role.KIN, Role.INITIAL})


def _separate(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Part initials written together (`JC Juncker`) and read figures that stand for letters (`Ig0r`)."""
    return tuple([piece for token in tokens for piece in _pieces(token)])


@lru_cache(maxsize=1 << 14)
def _pieces(token: str) -> tuple[str, ...]:
    if token in doubled_names():
        return doubled_names()[token]
    if token[:3] in _DESCENT and token not in known_spellings() and token[3:] in given_spellings():
        return token[:3], token[3:]
    if len(token) == 2 and token.isalpha() and not _SYLLABIC.search(token) and token not in around().vowelless:  # noqa: PLR2004
        return tuple(token)
    if _FIGURES.search(token) and _LETTERS.search(token):
        return (token.translate(LIKE_LETTERS),)
    return (token,)


_DESCENT = frozenset({"ben", "bin"})
"""Markers of descent that are written as one with the name of the father: `Benyoucef`."""
_SYLLABIC = re.compile("[aeiouy]")
_FIGURES, _LETTERS = re.compile("[0-9]"), re.compile("[a-z]{2}|[a-z].*[a-z]")


def _in_context(words: Words) -> Words:
    """Let a parent's name count less when it is missing, and take a leading `Ben` for the name."""
    if _joining().isdisjoint([word.raw for word in words]):
        return syllabled(words)
    found = list(words)
    for at, word in enumerate(words):
        parent = parent_at(words, at) if word.role is Role.KIN else None
        if parent is not None and found[parent].role is Role.NAME:
            found[parent] = _parent(found[parent])
    if found[0].raw in around().vietnamese:
        found = [_VAN if word.raw == _VAN.raw else word for word in found]
    if len(found) > 1 and found[0].raw == "ben":
        found[0] = _BEN
    if found and found[-1].role in (Role.PARTICLE, Role.KIN):
        found[-1] = _closing(found[-1])
    return tuple(found)


def parent_at(words: Words, at: int) -> int | None:
    """Return where the name of the parent stands that a word such as `bin` or `ogly` leads to, if it is there."""
    place = at - 1 if words[at].raw in around().kin_behind else at + 1
    return place if 0 < place < len(words) else None


@cache
def _joining() -> frozenset[str]:
    return around().particles | around().kin | {_BEN.raw}


@lru_cache(maxsize=1 << 10)
def _closing(word: Word) -> Word:
    """Take a particle that ends a name for a name: nothing follows that it could join."""
    return replace(word, token=word.raw, role=Role.NAME, weight=COMMON, least=LEAST * COMMON)


@lru_cache(maxsize=1 << 14)
def _parent(word: Word) -> Word:
    return replace(word, least=PARENT * word.weight)


_VAN = Word("van", "van", LIGHT, LEAST * LIGHT, Role.NAME)
_BEN = Word("ben", "ben", COMMON, NOTHING, Role.NAME, shorts=frozenset({"benjamin"}))


def _without_titles(tokens: tuple[str, ...]) -> Iterator[str]:
    table = around()
    last = len(tokens) - 1
    leading = True
    for at, token in enumerate(tokens):
        ending = at == last > 0
        if leading and not ending and _misspelt_title(token):
            continue
        if not leading and not ending and is_syllable(token, tokens[0]):
            yield token
            continue
        leading = leading and token in table.titles
        if token not in (table.suffixes if ending else table.titles) and not (ending and is_closing_title(token)):
            yield token


@lru_cache(maxsize=1 << 14)
def _misspelt_title(token: str) -> bool:
    """Say whether a word is a title but for a slip; in front of a name it is left out as the title is."""
    near = [one for one in _titles_by_letter().get(token[0], ()) if abs(len(one) - len(token)) <= 1]
    if not near or token in around().misspelt or token in known_spellings():
        return False
    from rapidfuzz.distance import OSA

    return any(max(len(one), len(token)) >= _LEAST_TITLE and OSA.distance(one, token) == 1 for one in near)


@cache
def _titles_by_letter() -> Mapping[str, tuple[str, ...]]:
    """Return the titles that are known by a slip, by their first letter."""
    found: dict[str, tuple[str, ...]] = {}
    for one in around().misspelt:
        found[one[0]] = (*found.get(one[0], ()), one)
    return found


_LEAST_TITLE = 5
_MOST_TITLES = 3
"""Words in front of a name among which a misspelt title is looked for."""


def generation(tokens: tuple[str, ...]) -> Parted:
    """Return the mark that tells a father from his son at the end of a name, as what is set apart from it.

    >>> generation(("john", "shade", "jr")).classes, generation(("john", "shade")).classes
    (('jr',), ())
    """
    found = generations().get(tokens[-1]) if len(tokens) > 1 else None
    return Parted((), (found,), tokens[-1:]) if found else NO_FORM


_AS_JOINED = {"mac": "mak"}
"""A particle as it is spelt inside the word that it joins: its `c` does not end a family name of the Slavs."""


@lru_cache(maxsize=1 << 14)
def person_word(raw: str) -> Word:
    """Return what is known of one word of a person's name."""
    table = around()
    if len(raw) == 1 and raw.isalpha():
        return Word(raw, raw, INITIAL, NOTHING, Role.INITIAL)
    if raw in table.kin:
        return Word("bin", raw, PARTICLE, NOTHING, Role.KIN)
    if raw in table.particles:
        token = "al" if raw in ARTICLES else _AS_JOINED.get(raw) or plain(raw)
        return Word(token, raw, PARTICLE, NOTHING, Role.PARTICLE)
    token, compound = _canonical(raw)
    known = known_names().get(token)
    made = made_names(token)
    names, shorts = (known.names | made, known.shorts) if known else (made, frozenset[str]())
    if raw in table.light:
        return Word(token, raw, LIGHT, NOTHING, Role.LIGHT, names, shorts)
    weight = known.weight if known else COMMON if compound else ORDINARY
    role = Role.PATRONYMIC if _PATRONYMIC.search(token) and len(token) > _LEAST_DIN else Role.NAME
    least = PARENT if role is Role.PATRONYMIC else LEAST
    return Word(
        token,
        raw,
        weight,
        least * weight,
        role,
        names,
        shorts,
        known=raw in known_spellings() or (compound and bool(names)),
    )


def _canonical(raw: str) -> tuple[str, bool]:
    """Write servant names and honorifics of faith in one way (`abdelrahman`, `abdurrahman`, `nureddine`); say if so."""
    servant = _SERVANT_OF.match(raw)
    if servant:
        return "abd" + plain(raw[servant.end() :]), True
    token = plain(raw)
    found = _DIN.search(token, len(token) - _LONGEST_DIN if len(token) > _LONGEST_DIN else 0)
    faithful = token[: found.start()] + "udin" if found and len(token) > _LEAST_DIN else token
    return faithful, faithful != token or token.endswith("ula")


LEXICON = Lexicon(Rules(_is_alone, _is_inside, _titled_word, _written))
_SERVANT_OF = re.compile(
    r"^abd(?:[aeou]l|[aeou]([rsnztdj])(?=\1)|[aeou](?=[rsnztdj])|)(?=[^aeiou]?[a-z]{4})(?!lah?i?$|ah)"
)
