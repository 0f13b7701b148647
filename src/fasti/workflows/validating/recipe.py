"""What a recipe is: one stated way in which a name comes to be written differently, seeded so that it repeats."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from fasti.model.identity import PartyKind
from fasti.tables.shipped import shipped

Change = Callable[[str, Random], str | None]
"""Gives the changed name, or `None` where a name has nothing to change."""
ANY: frozenset[PartyKind] = frozenset()
PERSONS = frozenset({PartyKind.PERSON})
COMPANIES = frozenset({PartyKind.ORGANIZATION})
LATIN = "Latin"


@dataclass(frozen=True, slots=True)
class Recipe:
    """One way to change a name.

    Attributes:
        name: Short name, as in the report.
        about: What it does, in a few words.
        change: Does it.
        kinds: Kinds of party whose names it changes; empty means all.
    """

    name: str
    about: str
    change: Change
    kinds: frozenset[PartyKind] = ANY

    def applied(self, name: str, kind: PartyKind, chance: Random) -> str | None:
        """Return the changed name; `None` if the recipe has nothing to change, or changes nothing."""
        if self.kinds and kind not in self.kinds:
            return None
        changed = self.change(name, chance)
        return changed if changed is not None and changed.strip() and changed != name else None


@cache
def table(section: str) -> Any:  # noqa: ANN401 - each section has its own shape
    """Return a section of `changes.toml`."""
    return shipped("workflows/validating/changes.toml")[section]


def script_of(name: str) -> str:
    """Return the script of most letters of a name.

    >>> script_of("Norvik"), script_of("Борис"), script_of("小米集团")
    ('Latin', 'Cyrillic', 'Cjk')
    """
    counts: dict[str, int] = {}
    for char in name:
        if char.isalpha():
            script = LATIN if char.isascii() else unicodedata.name(char, "OTHER").split()[0].capitalize()
            counts[script] = counts.get(script, 0) + 1
    return max(sorted(counts), key=lambda one: counts[one], default="Other")


def words_of(name: str) -> list[str]:
    """Return the words of a name as they are written."""
    return name.split()


def is_spelled(name: str) -> bool:
    """Say whether a name is written in an alphabet, so that letters of it can go astray."""
    return script_of(name) not in {"Cjk", "Hangul", "Hiragana", "Katakana", "Other"}
