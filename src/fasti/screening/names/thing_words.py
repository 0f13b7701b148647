"""Decide what the words of a vessel's or an aircraft's name are; their names are short and meant to be told apart."""

from functools import lru_cache

from fasti.screening.names.organization_words import numbers
from fasti.screening.names.words import Role, Word

PREFIXES = frozenset(
    {"mv", "mt", "ms", "ss", "fv", "my", "sv", "lng", "lpg", "uss", "hms", "vessel", "m", "s", "v", "t", "y", "f", "sy"}
)
"""What sort of ship it is; left out in front of a name, together with a second letter (`M V`, `M T`)."""
ORDINARY = 1.0
LEAST = 0.5
PARTICLES = frozenset({"the", "of", "de", "la", "el", "al", "no", "nr", "number"})
PARTICLE = 0.1


def thing_words(tokens: tuple[str, ...]) -> tuple[Word, ...]:
    """Return the words of a ship's name in order, without the sort of ship in front."""
    skipped = 0
    while skipped < len(tokens) - 1 and tokens[skipped] in PREFIXES:
        skipped += 1
    return tuple(map(thing_word, tokens[skipped:]))


@lru_cache(maxsize=1 << 15)
def thing_word(raw: str) -> Word:
    """Return what is known of one word of a ship's name."""
    number = numbers().get(raw, raw)
    if number.isdigit():
        return Word(str(int(number)), raw, ORDINARY, LEAST, Role.NUMBER)
    if raw in PARTICLES:
        return Word(raw, raw, PARTICLE, 0.0, Role.PARTICLE)
    return Word(raw, raw, ORDINARY, LEAST, Role.NAME)
