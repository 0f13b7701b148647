"""Say what a scorer of names tells the index, so that the index finds every name that the scorer would raise.

The index knows no language: a scorer reads names into weighted tokens, and says which tokens may be paired and how
alike they may count at most. The promise that makes the search exact is in docs/decisions/0009;
`fasti.index.promised` is it in plain code.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple, Protocol

from fasti.model.identity import PartyKind


class Shelf(StrEnum):
    """A rule set for one sort of party."""

    PERSON = "person"
    ORGANIZATION = "organization"
    THING = "thing"


class Unit(NamedTuple):
    """One word of a name as it is compared.

    Attributes:
        token: Lower-case ASCII letters and digits, never empty.
        weight: What it counts when paired, in (0, 1].
        least: What it counts at least when nothing is paired with it, from 0 to `weight`.
        sort: Place of what it is in `Limits.sorts`.
    """

    token: str
    weight: float
    least: float
    sort: int = 0


class Form(NamedTuple):
    """One reading of a name.

    Attributes:
        units: Its words in order; never empty.
        style: Place in `Limits.meets`: which forms it is compared with.
    """

    units: tuple[Unit, ...]
    style: int = 0


@dataclass(frozen=True, slots=True)
class Sort:
    """What a unit is, as far as the index must know.

    Attributes:
        fixed: Two fixed units may be paired only if their tokens are equal.
        known: Two known units without a sure key in common are `Limits.known` alike at most, and different if less.
        edits: Most edits from another token, whatever `Limits.edits` says.
        letter: Whether it is a letter that may stand for a word.
        lettered: Whether a letter may stand for it.
        rules: Places in `Limits.alone` of the rules that hold if it has no partner.
        told: Whether it is usually told, so that `Limits.more` holds of it.
    """

    fixed: bool = False
    known: bool = False
    edits: int = 9
    letter: bool = True
    lettered: bool = True
    rules: frozenset[int] = frozenset()
    told: bool = False

    @property
    def ruled(self) -> bool:
        """Whether the first rule is about it."""
        return 0 in self.rules


@dataclass(frozen=True, slots=True)
class Alone:
    """How much two forms score at most where a unit of some sorts may pair with nothing of the other form.

    A unit has a partner, too, where it is one of several that, run together, are a token of the other form.

    Attributes:
        one: Most score if a unit of either form has no partner.
        both: Most score if each form has such a unit.
        few: Most score if either form has such a unit, no more than one pair is possible, and more than one unit is
            asked for.
    """

    one: float
    both: float
    few: float = 1.0


class Key(NamedTuple):
    """What two different tokens have in common that may be paired.

    Attributes:
        text: Of the key.
        likeness: Most that it allows.
        sure: Whether it holds of two known units as well.
    """

    text: str
    likeness: float
    sure: bool = False


class Keys(NamedTuple):
    """The keys of a unit: under which it is found as a listed one, and by which it finds as one asked for.

    The likeness of two tokens that meet by a key is at most the lesser of the two figures given for it.
    """

    filed: tuple[Key, ...]
    sought: tuple[Key, ...]

    @classmethod
    def both(cls, *keys: Key) -> "Keys":
        """Return keys that count on both sides."""
        return cls(keys, keys)


NO_KEYS = Keys((), ())

MOST_SORTS, MOST_RULES, MOST_STYLES = 256, 8, 63
"""So many sorts, rules of units alone and styles of forms the index can tell apart."""

Row = tuple[float, ...]
"""Likeness by the length of the longer token; the last figure holds for every greater length."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Which tokens may be paired on one shelf without being equal, and how alike they count at most.

    Attributes:
        edits: Most edits by the length of the shorter token (insertions, deletions, substitutions, swaps of
            neighbours; optimal string alignment); the last figure holds for every greater length. Tokens with a
            digit are like themselves only.
        likeness: By number of edits (0 first) the most likeness.
        hard: The same where more than the choice of vowels or the order of letters differs.
        vowels: The letters among which the choice counts less.
        other_first: What the likeness is multiplied with if the first letters differ.
        least: Tokens less alike by edits than this are different.
        more: Share of its weight that a told unit without a partner counts besides its least weight, if as many such
            units are left as there are pairs, initials apart, of units that the first rule is about.
        known: Most likeness of two known units without a sure key in common; if less, they are different.
        initial: Likeness of a single letter and a longer token of letters that begins with it; 0 if they are
            never paired.
        joined: Most likeness of a token and two or more neighbouring tokens of the other form whose texts,
            run together, are it.
        most_joined: How many neighbouring tokens may be run together.
        alone: How far units without a partner hold the score down.
        sorts: What units are.
        meets: For each style of form the styles of those that it is compared with.
    """

    edits: tuple[int, ...]
    likeness: tuple[Row, ...]
    initial: float
    joined: float
    most_joined: int
    alone: tuple[Alone, ...] = ()
    hard: tuple[Row, ...] = ()
    vowels: str = ""
    other_first: float = 1.0
    least: float = 0.0
    more: float = 0.0
    known: float = 1.0
    sorts: tuple[Sort, ...] = (Sort(),)
    meets: tuple[frozenset[int], ...] = (frozenset({0}),)

    def __post_init__(self) -> None:
        """Check that there is a likeness for each number of edits, and no more sorts and rules than fit into a byte.

        Raises:
            ValueError: There is not, or there are.
        """
        most = max(self.edits)
        if len(self.likeness) <= most or 0 < len(self.hard) <= most:
            message = f"Tokens may be {most} edits apart, and the likeness of so many is not stated."
            raise ValueError(message)
        if len(self.sorts) > MOST_SORTS or len(self.alone) > MOST_RULES or len(self.meets) > MOST_STYLES:
            sizes = f"{len(self.sorts)} sorts, {len(self.alone)} rules and {len(self.meets)} styles"
            most_sizes = f"{MOST_SORTS}, {MOST_RULES} and {MOST_STYLES}"
            message = f"The limits state {sizes}, and the index takes at most {most_sizes}."
            raise ValueError(message)

    def most_alone(self, mine: frozenset[int], theirs: frozenset[int], *, few: bool) -> float:
        """Return the most that two forms score of which units without a partner have these rules.

        Args:
            mine: Rules of units asked for.
            theirs: Rules of listed units.
            few: Whether no more than one pair is possible, and more than one unit is asked for.
        """
        held = [min(self.alone[rule].one, self.alone[rule].few if few else 1.0) for rule in mine | theirs]
        return min((*held, *(self.alone[rule].both for rule in mine & theirs)), default=1.0)

    def edits_for(self, shorter: int) -> int:
        """Return the most edits for a shorter token of so many characters."""
        return self.edits[min(shorter, len(self.edits) - 1)]

    def spelt(self, one: str, other: str, edits: int) -> float:
        """Return how alike two tokens of letters are that are so many edits apart, 0 if they are different."""
        longer = max(len(one), len(other))
        found = _at(self.likeness[edits], longer)
        if edits and not self._soft(one, other):
            found = min(found, _at(self.hard[edits], longer)) if self.hard else found
        found = found if one[0] == other[0] else found * self.other_first
        return found if found >= self.least else 0.0

    def _soft(self, one: str, other: str) -> bool:
        """Say whether two tokens differ in the choice of vowels only, or have the same letters in another order."""
        if len(one) != len(other):
            return False
        one_vowel = _as_one(self.vowels)
        return one.translate(one_vowel) == other.translate(one_vowel) or sorted(one) == sorted(other)


@cache
def _as_one(letters: str) -> dict[int, int]:
    return str.maketrans(letters, letters[:1] * len(letters))


def _at(row: Sequence[float], longer: int) -> float:
    return row[min(longer, len(row) - 1)]


class Wording(Protocol):
    """What a scorer tells the index.

    Every answer depends on its arguments and the version alone; `forms` and `keys` may be stored under `version`.
    """

    @property
    def version(self) -> str:
        """Name of the scorer and of the tables it reads by; changes whenever any answer could."""
        ...

    def shelves(self, kind: PartyKind) -> tuple[Shelf, ...]:
        """Return the shelves for a party of this kind: where a listed one stands, and where a queried one is asked."""
        ...

    def limits(self, shelf: Shelf) -> Limits:
        """Return which tokens may be paired on a shelf."""
        ...

    def forms(self, name: str, shelves: tuple[Shelf, ...]) -> Sequence[tuple[Form, ...]]:
        """Return the readings of a name on each of some shelves; none where it holds nothing that can be compared."""
        ...

    def keys(self, token: str, sort: int, shelf: Shelf) -> Keys:
        """Return the keys of a token of a unit of some sort."""
        ...
