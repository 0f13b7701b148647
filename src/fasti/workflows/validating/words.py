"""Recipes that change words: their order, their borders, which of them are there, and a company's legal form."""

import re
from random import Random

from fasti.workflows.validating.recipe import COMPANIES, PERSONS, Recipe, is_spelled, table, words_of

LEAST_WORDS, LEAST_TO_DROP = 2, 3
LEAST_TO_SPLIT, LEAST_TO_JOIN = 6, 3
MARKS = re.compile(r"[-'\u2019.,/&]")


def turned(name: str, chance: Random) -> str | None:
    """Put the last word first."""
    del chance
    words = words_of(name.replace(",", " "))
    return " ".join([words[-1], *words[:-1]]) if len(words) >= LEAST_WORDS else None


def mixed(name: str, chance: Random) -> str | None:
    """Put the words in any other order."""
    words = words_of(name.replace(",", " "))
    if len(words) < LEAST_TO_DROP:
        return None
    order = list(words)
    chance.shuffle(order)
    return " ".join(order)


def comma(name: str, chance: Random) -> str | None:
    """Put the last word first, with a comma; or take the comma away."""
    del chance
    before, mark, after = name.partition(",")
    if mark:
        return f"{after.strip()} {before.strip()}"
    words = words_of(name)
    return f"{words[-1]}, {' '.join(words[:-1])}" if len(words) >= LEAST_WORDS else None


def left_out(name: str, chance: Random) -> str | None:
    """Leave out one of three words or more."""
    words = words_of(name)
    if len(words) < LEAST_TO_DROP:
        return None
    at = chance.randrange(len(words))
    return " ".join([*words[:at], *words[at + 1 :]]).strip(" ,")


def initial(name: str, chance: Random) -> str | None:
    """Give one word by its first letter."""
    words = words_of(name.replace(",", " "))
    places = [at for at, word in enumerate(words) if len(word) >= LEAST_TO_JOIN and word[0].isalpha()]
    if len(places) < LEAST_WORDS or not is_spelled(name):
        return None
    at = chance.choice(places[:-1])
    return " ".join([*words[:at], f"{words[at][0]}.", *words[at + 1 :]])


def joined(name: str, chance: Random) -> str | None:
    """Run two neighbouring words together."""
    words = words_of(name.replace(",", " "))
    if len(words) < LEAST_WORDS or not is_spelled(name):
        return None
    at = chance.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1].lower(), *words[at + 2 :]])


def split(name: str, chance: Random) -> str | None:
    """Break a long word in two."""
    words = words_of(name)
    places = [at for at, word in enumerate(words) if len(word) >= LEAST_TO_SPLIT and word.isalpha()]
    if not places or not is_spelled(name):
        return None
    at = chance.choice(places)
    cut = chance.randrange(LEAST_TO_JOIN, len(words[at]) - LEAST_TO_JOIN + 1)
    return " ".join([*words[:at], words[at][:cut], words[at][cut:], *words[at + 1 :]])


def marks(name: str, chance: Random) -> str | None:
    """Write the punctuation otherwise: none of it, or a hyphen for a space."""
    del chance
    if MARKS.search(name):
        return " ".join(MARKS.sub(" ", name).split())
    return name.replace(" ", "-", 1) if " " in name else None


def case(name: str, chance: Random) -> str | None:
    """Write it all small, or all in capitals."""
    del chance
    return name.lower() if name.lower() != name else name.upper()


def other_form(name: str, chance: Random) -> str | None:
    """Write the legal form otherwise."""
    folded = name.lower()
    found = []
    for spellings in table("forms")["same"]:
        for one in spellings:
            place = re.search(rf"(?<![a-z]){re.escape(one)}(?![a-z])", folded)
            if place:
                found.append((len(one), place.start(), one, [other for other in spellings if other != one]))
    if not found:
        return None
    length, start, _, others = max(found)
    return f"{name[:start]}{chance.choice(others).upper()}{name[start + length :]}"


def no_form(name: str, chance: Random) -> str | None:
    """Leave the legal form out."""
    del chance
    forms = sorted((one for spellings in table("forms")["same"] for one in spellings), key=len, reverse=True)
    folded = name.lower()
    for one in forms:
        place = re.search(rf"[ ,]+{re.escape(one)}\.?$", folded)
        if place:
            return name[: place.start()]
    return None


WORDS = (
    Recipe("words_turned", "the last word first", turned),
    Recipe("words_mixed", "three words or more in another order", mixed),
    Recipe("comma_form", "the last word first with a comma, or without", comma, PERSONS),
    Recipe("word_dropped", "one of three words or more left out", left_out),
    Recipe("initial", "a word given by its first letter", initial, PERSONS),
    Recipe("words_joined", "two words run together", joined),
    Recipe("word_split", "a long word broken in two", split),
    Recipe("punctuation", "other punctuation", marks),
    Recipe("case", "small letters or capitals", case),
    Recipe("form_changed", "the legal form written otherwise", other_form, COMPANIES),
    Recipe("form_dropped", "the legal form left out", no_form, COMPANIES),
)
