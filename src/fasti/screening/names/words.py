"""Say what is known of one word of a name: what it weighs, and which other words are the same name."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from fasti.index.wording import Unit
from fasti.screening.names.spelling import skeleton


class Role(StrEnum):
    """What a word does in a name."""

    NAME = "name"
    INITIAL = "initial"
    PARTICLE = "particle"
    KIN = "kin"
    LIGHT = "light"
    PATRONYMIC = "patronymic"
    GENERIC = "generic"
    PLACE = "place"
    NUMBER = "number"


ROLES = tuple(Role)
WEIGHTY = 0.2
"""A word up to this weight says the structure of an organisation (`group`, `holding`), or fills."""

PARENT = 0.28
"""Share of its weight that a parent's name counts at least when the other name lacks it."""


@dataclass(slots=True, eq=False)
class Word:
    """One word as it is compared; made once for each spelling, so that it is known by its identity.

    It is never changed; it is not frozen because a frozen one takes three times as long to make.

    Attributes:
        token: What the index sees: plain spelling, or a canonical form of a known word.
        raw: The folded word as it stood.
        weight: What it counts when paired, in (0, 1].
        least: What it counts at least when nothing is paired with it.
        role: What it does in the name.
        names: Names of the tables that it spells; two words that have one in common are the same name.
        known: Whether it stands in the tables as it is spelt; two such words without a name in common are different.
        shorts: Full names that it is a nickname of, or that have nicknames and it is one of.
        lossy: Whether its script leaves out vowels or tells fewer sounds apart.
        sort: What it is, in one number: its place in `fasti.screening.names.sorts.SORTS`.
        unit: The word as the index sees it.
    """

    token: str
    raw: str
    weight: float
    least: float
    role: Role
    names: frozenset[str] = frozenset()
    shorts: frozenset[str] = frozenset()
    known: bool = False
    lossy: bool = False
    sort: int = field(init=False)
    unit: Unit = field(init=False)

    def __post_init__(self) -> None:
        """Note what the index sees."""
        told = self.least > PARENT * self.weight
        self.sort = 16 * _PLACES[self.role] + 8 * told + 4 * (self.weight > WEIGHTY) + 2 * self.known + self.lossy
        self.unit = Unit(self.token, self.weight, self.least, self.sort)

    @property
    def letters(self) -> int:
        """Which letters the token has, a bit each; most words are never asked."""
        return _letters(self.token)

    @property
    def bones(self) -> str:
        """The token's consonants, as `fasti.screening.names.spelling.skeleton` gives them."""
        return skeleton(self.token)


@lru_cache(maxsize=1 << 15)
def _letters(token: str) -> int:
    bits = 0
    for letter in token.encode():
        bits |= 1 << (letter - _FIRST)
    return bits


_FIRST = ord("0")
_PLACES = {role: place for place, role in enumerate(ROLES)}

Words = tuple[Word, ...]
"""Words of a name in order."""


def spelt(plain: Words, written: Words) -> tuple[Words, Words]:
    """Return words in plain spelling and as written; the plain ones twice if their tokens are the same."""
    return (plain, plain) if [word.token for word in plain] == [word.token for word in written] else (plain, written)
