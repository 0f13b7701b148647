"""Decide what the words of a person's name are: names, initials, particles, what leads to a parent's name, titles."""

import re
from collections.abc import Iterator
from functools import lru_cache

from fasti.screening.names.name_tables import COMMON, around, known_names
from fasti.screening.names.spelling import plain
from fasti.screening.names.words import Role, Word

ORDINARY = 1.0
LEAST = 0.45
"""Share of its weight that an ordinary word counts at least when the other name lacks it."""
INITIAL = 0.3
LIGHT = 0.3
PARTICLE = 0.06
NOTHING = 0.0

_PATRONYMIC = re.compile("(?:[oe]vich|[oe]vna|ichna|inichna|ivna|[oe]vich[ai]?|avich|auna|eu?na|[oe]vits|[oe]visi)$")
_LEAST_DIN = 6
_DIN = re.compile("(?<=[^aeiou])[aeiou]?d[aeiou]?d?(?:in|ine|een|dine|dyn)$")


def person_words(tokens: tuple[str, ...]) -> tuple[Word, ...]:
    """Return the words of a person's name in order, without titles; all words if nothing else is there."""
    kept = tuple(_without_titles(tokens))
    return tuple(person_word(token) for token in _compounds(kept or tokens))


def _without_titles(tokens: tuple[str, ...]) -> Iterator[str]:
    table = around()
    last = len(tokens) - 1
    for at, token in enumerate(tokens):
        suffix = at == last > 0 and token in table.suffixes
        if not (suffix or token in table.titles):
            yield token


def _compounds(tokens: tuple[str, ...]) -> Iterator[str]:
    """Close up servant names and honorifics that Arabic writes apart: `abd al rahman`, `nur ud din`."""
    at = 0
    while at < len(tokens):
        size, whole = _compound(tokens, at)
        yield whole
        at += size


def _compound(tokens: tuple[str, ...], at: int) -> tuple[int, str]:
    token = tokens[at]
    following = tokens[at + 1 : at + 3]
    if token in _SERVANT and following:
        skip = 1 if following[0] in _ARTICLES and len(following) > 1 else 0
        name = following[skip] if skip < len(following) else ""
        if len(name) > 1 and name not in _SERVANT:
            return 2 + skip, "abd" + name.removeprefix("al") if len(name) > 5 else "abd" + name  # noqa: PLR2004
    if len(following) > 1 and following[0] in _ARTICLES and following[1] in _FAITH and len(token) > 1:
        return 3, token + "udin"
    if following and following[0] in _FAITH_JOINED and len(token) > 1:
        return 2, token + "udin"
    return 1, token


_SERVANT = frozenset({"abd", "abdul", "abdel", "abdal", "abdoul", "abdol"})
_ARTICLES = frozenset({"al", "el", "ul", "ar", "er", "ur", "ad", "ed", "ud", "as", "es", "us", "az", "an", "at", "ol"})
_FAITH = frozenset({"din", "deen", "dine", "dien", "dyn", "den"})
_FAITH_JOINED = frozenset({"eddin", "eddine", "uddin", "aldin", "addin", "uddeen"})


@lru_cache(maxsize=1 << 17)
def person_word(raw: str) -> Word:
    """Return what is known of one word of a person's name."""
    table = around()
    if len(raw) == 1 and raw.isalpha():
        return Word(raw, raw, INITIAL, NOTHING, Role.INITIAL)
    if raw in table.kin:
        return Word("bin", raw, PARTICLE, NOTHING, Role.KIN)
    if raw in table.particles:
        return Word("al" if raw in _ARTICLES else plain(raw), raw, PARTICLE, NOTHING, Role.PARTICLE)
    token, compound = _canonical(raw)
    known = known_names().get(token)
    names, shorts = (known.names, known.shorts) if known else (frozenset[str](), frozenset[str]())
    if raw in table.light:
        return Word(token, raw, LIGHT, NOTHING, Role.LIGHT, names, shorts)
    weight = known.weight if known else COMMON if compound else ORDINARY
    role = Role.PATRONYMIC if _PATRONYMIC.search(token) and len(token) > _LEAST_DIN else Role.NAME
    return Word(token, raw, weight, LEAST * weight, role, names, shorts)


def _canonical(raw: str) -> tuple[str, bool]:
    """Write servant names and honorifics of faith in one way (`abdelrahman`, `abdurrahman`, `nureddine`); say if so."""
    servant = _SERVANT_OF.match(raw)
    if servant:
        return "abd" + plain(raw[servant.end() :]), True
    token = plain(raw)
    faithful = _DIN.sub("udin", token) if len(token) > _LEAST_DIN else token
    return faithful, faithful != token or token.endswith("ula")


_SERVANT_OF = re.compile(
    r"^abd(?:[aeou]l|[aeou]([rsnztdj])(?=\1)|[aeou](?=[rsnztdj])|)(?=[^aeiou]?[a-z]{4})(?!lah?i?$|ah)"
)
