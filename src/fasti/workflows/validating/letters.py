"""Recipes that change letters: slips of the keyboard, of the eye and of the scanner."""

from random import Random

from fasti.workflows.validating.recipe import LATIN, Recipe, is_spelled, script_of, table

SHORTEST = 4
"""Letters of a word that a slip changes at least: a shorter one becomes another word."""
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def places(name: str) -> list[int]:
    """Return the places of letters inside words that are long enough; never the first of a word."""
    found, start = [], 0
    for word in name.split(" "):
        if sum(map(str.isalpha, word)) >= SHORTEST:
            found += [start + at for at in range(1, len(word)) if word[at].isalpha()]
        start += len(word) + 1
    return found


def _place(name: str, chance: Random) -> int | None:
    inside = places(name) if is_spelled(name) else []
    return chance.choice(inside) if inside else None


def dropped(name: str, chance: Random) -> str | None:
    """Leave out a letter."""
    at = _place(name, chance)
    return None if at is None else name[:at] + name[at + 1 :]


def doubled(name: str, chance: Random) -> str | None:
    """Write a letter twice."""
    at = _place(name, chance)
    return None if at is None else name[:at] + name[at] + name[at:]


def added(name: str, chance: Random) -> str | None:
    """Put another letter of the name between two."""
    at = _place(name, chance)
    if at is None:
        return None
    letters = sorted({char for char in name if char.isalpha()})
    return name[:at] + _cased(chance.choice(letters), name[at]) + name[at:]


def replaced(name: str, chance: Random) -> str | None:
    """Strike the key beside a letter's own."""
    if script_of(name) != LATIN:
        return None
    at = _place(name, chance)
    if at is None:
        return None
    row = next((one for one in KEYS if name[at].lower() in one), None)
    if row is None:
        return None
    near = row.index(name[at].lower())
    other = chance.choice([row[one] for one in (near - 1, near + 1) if 0 <= one < len(row)])
    return name[:at] + _cased(other, name[at]) + name[at + 1 :]


def swapped(name: str, chance: Random) -> str | None:
    """Swap two neighbouring letters."""
    at = _place(name, chance)
    if at is None or at + 1 >= len(name) or not name[at + 1].isalpha() or name[at] == name[at + 1]:
        return None
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def twice(name: str, chance: Random) -> str | None:
    """Make two slips."""
    first = chance.choice((dropped, doubled, replaced, swapped))(name, chance)
    return None if first is None else chance.choice((dropped, added, replaced))(first, chance)


def digit(name: str, chance: Random) -> str | None:
    """Take a letter for a digit."""
    digits = table("digits")
    inside = [at for at in places(name) if name[at].lower() in digits]
    if not inside:
        return None
    at = chance.choice(inside)
    return f"{name[:at]}{digits[name[at].lower()]}{name[at + 1 :]}"


def _cased(letter: str, like: str) -> str:
    return letter.upper() if like.isupper() else letter.lower()


LETTERS = (
    Recipe("letter_dropped", "a letter left out", dropped),
    Recipe("letter_doubled", "a letter written twice", doubled),
    Recipe("letter_added", "a letter put between two", added),
    Recipe("letter_replaced", "the key beside the right one", replaced),
    Recipe("letters_swapped", "two neighbouring letters swapped", swapped),
    Recipe("two_slips", "two slips in one name", twice),
    Recipe("letter_as_digit", "a letter taken for a digit", digit),
)
