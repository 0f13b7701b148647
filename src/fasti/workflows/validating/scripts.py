"""Recipes that change the writing: romanisations that differ, accents, another script."""

import unicodedata
from random import Random

from fasti.index.folding import fold
from fasti.workflows.validating.letters import LETTERS, places
from fasti.workflows.validating.recipe import LATIN, PERSONS, Recipe, script_of, table
from fasti.workflows.validating.words import WORDS


def transliterated(name: str, chance: Random) -> str | None:
    """Spell one sound as another romanisation does."""
    if script_of(name) != LATIN:
        return None
    sounds = table("transliterations")
    pairs = [tuple(pair) for pair in (*sounds["one_way"], *sounds["both"], *(pair[::-1] for pair in sounds["both"]))]
    folded = name.lower()
    inside = places(name)
    found = [(at, one, other) for one, other in pairs for at in inside if folded.startswith(one, at)]
    if not found:
        return None
    at, one, other = chance.choice(found)
    return f"{name[:at]}{other.upper() if name[at].isupper() else other}{name[at + len(one) :]}"


def transliterated_twice(name: str, chance: Random) -> str | None:
    """Spell two sounds as another romanisation does."""
    once = transliterated(name, chance)
    return None if once is None else transliterated(once, chance)


def no_accents(name: str, chance: Random) -> str | None:
    """Leave accents out."""
    del chance
    if script_of(name) != LATIN or name.isascii():
        return None
    return "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))


def accents(name: str, chance: Random) -> str | None:
    """Put accents on some letters."""
    if script_of(name) != LATIN:
        return None
    marks = table("accents")
    places = [at for at, char in enumerate(name) if char.lower() in marks]
    letters = list(name)
    for at in chance.sample(places, min(2, len(places))):
        mark = marks[name[at].lower()]
        letters[at] = mark.upper() if name[at].isupper() else mark
    return "".join(letters)


def romanised(name: str, chance: Random) -> str | None:
    """Write a name of another script in Latin letters."""
    del chance
    return None if script_of(name) in {LATIN, "Other"} else fold(name).title()


def in_cyrillic(name: str, chance: Random) -> str | None:
    """Write a Latin name in Cyrillic letters, by sound."""
    del chance
    if script_of(name) != LATIN or not name.isascii():
        return None
    text, written = name.lower(), []
    while text:
        letters = table("cyrillic")["letters"]
        latin, letter = next((pair for pair in letters if text.startswith(pair[0])), (text[0], text[0]))
        written.append(letter)
        text = text[len(latin) :]
    return "".join(written).title()


SCRIPTS = (
    Recipe("transliteration", "one sound romanised otherwise", transliterated),
    Recipe("two_transliterations", "two sounds romanised otherwise", transliterated_twice),
    Recipe("accents_dropped", "accents left out", no_accents),
    Recipe("accents_added", "accents put in", accents),
    Recipe("romanised", "another script's name in Latin letters", romanised),
    Recipe("in_cyrillic", "a Latin name in Cyrillic letters", in_cyrillic, PERSONS),
)

RECIPES: tuple[Recipe, ...] = (
    Recipe("as_listed", "the name as it is listed", lambda name, chance: f"{name} "),  # noqa: ARG005 - one signature
    *LETTERS,
    *WORDS,
    *SCRIPTS,
)
"""Every recipe, in the order of the report."""
