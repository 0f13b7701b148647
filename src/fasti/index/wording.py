"""Say what a scorer of names tells the index, so that the index finds every name that the scorer would raise.

The index knows no language: a scorer reads names into weighted tokens, and says which tokens may be paired and how
alike they may count at most. The promise that makes the search exact is in docs/decisions/0009, `most_score` is it in
plain code.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from fasti.model.identity import PartyKind
from fasti.model.values import dataclass


class Shelf(StrEnum):
    """A rule set for one sort of party."""

    PERSON = "person"
    ORGANIZATION = "organization"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Unit:
    """One word of a name as it is compared.

    Attributes:
        token: Lower-case ASCII letters and digits, never empty.
        weight: What it counts when paired, in (0, 1].
        least: What it counts at least when nothing is paired with it, from 0 to `weight`.
    """

    token: str
    weight: float
    least: float


Form = tuple[Unit, ...]
"""One reading of a name; never empty."""


@dataclass(frozen=True, slots=True)
class Alone:
    """How much two forms score at most where a unit may pair with nothing of the other form, initials included.

    Nothing is said of forms of which some units, run together, are a token of the other.

    Attributes:
        above: Units up to this weight do not count; no unit weighs so near to it that 24 bits cannot tell.
        one: Most score if a unit of either form has no partner.
        both: Most score if each form has such a unit.
    """

    above: float
    one: float
    both: float


@dataclass(frozen=True, slots=True)
class Limits:
    """Which tokens may be paired on one shelf without being equal, and how alike they count at most.

    Attributes:
        edits: Most edits by the length of the shorter token (insertions, deletions, substitutions, swaps of
            neighbours; optimal string alignment); the last figure holds for every greater length. Tokens with a
            digit are like themselves only.
        likeness: By number of edits (0 first), then by the length of the longer token: most likeness; the last
            figure of each row holds for every greater length.
        initial: Most likeness of a single letter and a longer token of letters that begins with it; 0 if they are
            never paired.
        joined: Most likeness of a token and two or more neighbouring tokens of the other form whose texts,
            run together, are it.
        most_joined: How many neighbouring tokens may be run together.
        alone: How far units without a partner hold the score down.
    """

    edits: tuple[int, ...]
    likeness: tuple[tuple[float, ...], ...]
    initial: float
    joined: float
    most_joined: int
    alone: tuple[Alone, ...] = ()

    def most_alone(self, mine: float, theirs: float) -> float:
        """Return the most that two forms score of which the heaviest units without a partner weigh so much, or 0."""
        held = [one.one for one in self.alone if max(mine, theirs) > one.above]
        return min((*held, *(one.both for one in self.alone if min(mine, theirs) > one.above)), default=1.0)

    def edits_for(self, shorter: int) -> int:
        """Return the most edits for a shorter token of so many characters."""
        return self.edits[min(shorter, len(self.edits) - 1)]

    def likeness_of(self, edits: int, longer: int) -> float:
        """Return the most likeness of tokens so many edits apart, the longer of so many characters."""
        row = self.likeness[edits]
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

    def forms(self, name: str, shelf: Shelf) -> tuple[Form, ...]:
        """Return the readings of a name on a shelf; none if it holds nothing that can be compared."""
        ...

    def keys(self, token: str, shelf: Shelf) -> tuple[tuple[str, float], ...]:
        """Return the keys of a token, each with the most likeness it allows.

        Two different tokens that share a key may be paired; their likeness is then at most the lesser of the two
        figures given for it.
        """
        ...


def may_pair(wording: Wording, shelf: Shelf, one: str, other: str) -> float:
    """Return the most likeness of two single tokens: the greatest over the ways to pair them, 0 if there is none."""
    if one == other:
        return 1.0
    limits, mine = wording.limits(shelf), dict(wording.keys(one, shelf))
    shared = [min(mine[key], most) for key, most in wording.keys(other, shelf) if key in mine]
    return max((*shared, _by_edits(limits, one, other), _as_initial(limits, one, other)))


def _by_edits(limits: Limits, one: str, other: str) -> float:
    from rapidfuzz.distance import OSA

    shorter, longer = sorted((len(one), len(other)))
    most = limits.edits_for(shorter)
    if longer - shorter > most or not (one.isalpha() and other.isalpha()):
        return 0.0
    edits = OSA.distance(one, other, score_cutoff=most)
    return limits.likeness_of(edits, longer) if edits <= most else 0.0


def _as_initial(limits: Limits, one: str, other: str) -> float:
    letter, word = sorted((one, other), key=len)
    return limits.initial if len(letter) == 1 and letter.isalpha() and word.isalpha() and word[0] == letter else 0.0


def most_score(wording: Wording, shelf: Shelf, one: str, other: str) -> float:
    """Return a bound that the scorer promises never to pass for two names on a shelf, computed plainly.

    Each unit takes the best partner it has, though a partner may be taken twice: that is never too low.
    """
    mine, theirs = wording.forms(one, shelf), wording.forms(other, shelf)
    return max((_most_of_forms(wording, shelf, a, b) for a in mine for b in theirs), default=0.0)


def _most_of_forms(wording: Wording, shelf: Shelf, one: Form, other: Form) -> float:
    """Return the greatest score for which the gains of all units still balance what is left over, by bisection."""
    return min(_held(wording, shelf, one, other), _balanced(wording, shelf, one, other))


def _held(wording: Wording, shelf: Shelf, one: Form, other: Form) -> float:
    """Return the most that the units without a partner leave."""
    limits = wording.limits(shelf)
    if any(_runs(b, limits.most_joined, unit.token) for a, b in ((one, other), (other, one)) for unit in a):
        return 1.0
    return limits.most_alone(_alone(wording, shelf, one, other), _alone(wording, shelf, other, one))


def _alone(wording: Wording, shelf: Shelf, one: Form, other: Form) -> float:
    lonely = (unit for unit in one if not any(may_pair(wording, shelf, unit.token, p.token) for p in other))
    return max((unit.weight for unit in lonely), default=0.0)


def _balanced(wording: Wording, shelf: Shelf, one: Form, other: Form) -> float:
    pairs = [*_pairs(wording, shelf, one, other)]
    floor = sum(unit.least for unit in (*one, *other))
    low, high = 0.0, 1.0
    if not pairs:
        return 0.0
    if _gain(pairs, high) >= high * floor:
        return 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if _gain(pairs, middle) >= middle * floor else (low, middle)
    return high


Pairable = tuple[int, float, float, float]
"""Place of a unit of the first form, most likeness, weight of both sides, least weight of both sides."""


def _gain(pairs: Sequence[Pairable], threshold: float) -> float:
    best: dict[int, float] = {}
    for place, likeness, weight, least in pairs:
        best[place] = max(best.get(place, 0.0), likeness * weight - threshold * (weight - least))
    return sum(best.values())


def _pairs(wording: Wording, shelf: Shelf, one: Form, other: Form) -> list[Pairable]:
    limits = wording.limits(shelf)
    found: list[Pairable] = []
    for at, unit in enumerate(one):
        for partner in other:
            likeness = may_pair(wording, shelf, unit.token, partner.token)
            if likeness:
                found.append((at, likeness, unit.weight + partner.weight, unit.least + partner.least))
        found += [
            (at, limits.joined, unit.weight + _weight(run), unit.least + _least(run))
            for run in _runs(other, limits.most_joined, unit.token)
        ]
    for partner in other:
        for start in range(len(one)):
            for end in range(start + 2, min(start + limits.most_joined, len(one)) + 1):
                run = one[start:end]
                if "".join(unit.token for unit in run) == partner.token:
                    # One place stands for the run; the others may gain besides, which is never too low.
                    found.append((start, limits.joined, partner.weight + _weight(run), partner.least + _least(run)))
    return found


def _runs(form: Form, most: int, token: str) -> list[Form]:
    spans = ((start, end) for start in range(len(form)) for end in range(start + 2, min(start + most, len(form)) + 1))
    return [form[start:end] for start, end in spans if "".join(unit.token for unit in form[start:end]) == token]


def _weight(run: Form) -> float:
    return sum(unit.weight for unit in run)


def _least(run: Form) -> float:
    return sum(unit.least for unit in run)
