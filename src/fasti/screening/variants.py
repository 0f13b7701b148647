"""Decide by which readings a name is compared: whole, without a parenthesised acronym, or the acronym alone."""

import re
from dataclasses import dataclass
from functools import lru_cache

from fasti.index.tokens import tokenize
from fasti.screening.legal_forms import Parted, part

_PARENTHESIS = re.compile(r"[(\[\uff08]\s*([^()\[\]\uff08\uff09\s]{2,10})\s*[)\]\uff09]")
_ALL_INITIALS_UP_TO = 3
"""Letters an acronym may have and still must be made of initials only; a longer one may have one other letter."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name.

    Attributes:
        parted: Its tokens, parted into core and legal forms.
        acronym: Whether it is the acronym alone.
    """

    parted: Parted
    acronym: bool = False


@lru_cache(maxsize=4096)
def readings(name: str) -> tuple[Reading, ...]:
    """Return the readings of a name, the whole name first.

    `Borealis Wind Turbines Ltd (BWT)` reads whole, as `Borealis Wind Turbines Ltd` and as `BWT`. A parenthesis
    that is no acronym of the name, such as a place, is part of it in every reading.
    """
    whole = Reading(part(tokenize(name)))
    for match in _PARENTHESIS.finditer(name):
        rest = tokenize(name[: match.start()] + " " + name[match.end() :])
        acronym = tokenize(match.group(1))
        if len(acronym) == 1 and _abbreviates(match.group(1), acronym[0], rest):
            return whole, Reading(part(rest)), Reading(Parted(acronym, (), ()), acronym=True)
    return (whole,)


def _abbreviates(written: str, acronym: str, words: tuple[str, ...]) -> bool:
    if not words or written != written.upper() or not acronym.isalpha() or acronym[0] != words[0][0]:
        return False
    spare = 0 if len(acronym) <= _ALL_INITIALS_UP_TO else 1
    return len(acronym) - _in_order(acronym, "".join(word[0] for word in words)) <= spare


def _in_order(letters: str, initials: str) -> int:
    """Count the letters that occur among the initials in the same order, as many as can be (longest common part)."""
    best = [0] * (len(initials) + 1)
    for letter in letters:
        row = [0]
        for at, initial in enumerate(initials):
            row.append(best[at] + 1 if letter == initial else max(row[at], best[at + 1]))
        best = row
    return best[-1]
