"""An authored wording for tests of the index, and the scorer that it bounds, by trying every way to pair two forms."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fasti.index.promised import may_pair, stands_for
from fasti.index.wording import NO_KEYS, Alone, Form, Key, Keys, Limits, Shelf, Sort, Unit, Wording
from fasti.model.identity import PartyKind

LIMITS = Limits(
    edits=(0, 0, 0, 1, 1, 1, 2),
    likeness=((1.0,), (0.0, 0.0, 0.0, 0.5, 0.8), (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.6)),
    initial=0.55,
    joined=0.9,
    most_joined=3,
    alone=(Alone(0.8, 0.64, 0.72), Alone(0.62, 0.62)),
    hard=((1.0,), (0.0, 0.0, 0.0, 0.45, 0.7), (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.52)),
    vowels="ab",
    other_first=0.9,
    least=0.46,
    more=0.2,
    known=0.5,
    sorts=(
        Sort(),
        Sort(fixed=True, lettered=False),
        Sort(known=True, rules=frozenset({0}), told=True),
        Sort(edits=1, rules=frozenset({0})),
        Sort(rules=frozenset({0, 1}), told=True),
    ),
    meets=(frozenset({0, 1}), frozenset({0, 1}), frozenset({2})),
)
"""Sorts: short words; `of` and the like; words that begin with `a`; with `b`; others. Styles: whole, cut; figures."""


class WeighedWording:
    """Words weigh by their length, `of` next to nothing; long words that end alike share a key."""

    version = "weighed"

    def shelves(self, kind: PartyKind) -> tuple[Shelf, ...]:
        return (Shelf.PERSON,) if kind is PartyKind.PERSON else (Shelf.PERSON, Shelf.THING)

    def limits(self, shelf: Shelf) -> Limits:
        return (
            LIMITS
            if shelf is Shelf.PERSON
            else Limits((0,), ((1.0,),), 0.0, 0.9, 2, sorts=LIMITS.sorts, meets=LIMITS.meets, alone=LIMITS.alone)
        )

    def forms(self, name: str, shelves: tuple[Shelf, ...]) -> Sequence[tuple[Form, ...]]:
        return [self._forms(name)] * len(shelves)

    def _forms(self, name: str) -> tuple[Form, ...]:
        words = name.split()
        units = tuple(_unit(word) for word in words)
        if words and all(map(str.isalnum, words)) and any(map(str.isdigit, words[0])):
            return (Form(units, 2),)
        return (Form(units), Form(units[1:], 1)) if len(words) > 3 else (Form(units),) * bool(words)

    def keys(self, token: str, sort: int, shelf: Shelf) -> Keys:  # noqa: ARG002 - the protocol
        if len(token) <= 5:
            return NO_KEYS
        ending = Key(f"ends:{token[-3:]}", 0.6 if token[0] == "a" else 0.7)
        middle = Key(f"holds:{token[2:4]}", 0.65, sure=True)
        # A word that begins with `b` finds others by their middle, and is found by none.
        return Keys((ending,), (ending, middle)) if token[0] == "b" else Keys((ending, middle), (ending,))


def _unit(word: str) -> Unit:
    if len(word) == 1:
        return Unit(word, 0.3, 0.3)
    if word == "of":
        return Unit(word, 0.2, 0.0, 1)
    sort = 0 if len(word) < 3 else {"a": 2, "b": 3}.get(word[0], 4)
    return Unit(word, min(1.0, 0.25 * len(word)), min(0.5, 0.1 * len(word)), sort)


Pair = tuple[float, int, int, float, bool]
"""Likeness, units of either form as bit masks, weight of both, whether it is an initial."""


def best_score(wording: Wording, shelf: Shelf, one: str, other: str) -> float:
    """Return the greatest score that the contract allows, each unit paired once: what the index must not miss."""
    (mine,), (theirs,) = wording.forms(one, (shelf,)), wording.forms(other, (shelf,))
    meets = wording.limits(shelf).meets
    pairs = ((a, b) for a in mine for b in theirs if b.style in meets[a.style])
    return max((_of_forms(wording, shelf, a.units, b.units) for a, b in pairs), default=0.0)


Units = tuple[Unit, ...]


class Taken(NamedTuple):
    """What some pairs take of two forms: units as bit masks, what they gain and weigh, how many, how many firm."""

    mine: int
    theirs: int
    gained: float
    weight: float
    pairs: int
    firm: int


def _of_forms(wording: Wording, shelf: Shelf, one: Units, other: Units) -> float:
    pairs = [*_pairs(wording, shelf, one, other)]

    limits = wording.limits(shelf)

    def left(form: Units, taken: int) -> list[Unit]:
        return [unit for at, unit in enumerate(form) if not taken >> at & 1]

    def score(taken: Taken) -> float:
        some = left(one, taken.mine), left(other, taken.theirs)
        told = [unit.weight for unit in (*some[0], *some[1]) if limits.sorts[unit.sort].told]
        more = limits.more * sum(told) if len(told) >= taken.firm else 0.0
        whole = taken.weight + more + sum(unit.least for unit in (*some[0], *some[1]))
        few = taken.pairs <= 1 < len(one)
        most = limits.most_alone(_rules(limits, some[0]), _rules(limits, some[1]), few=few)
        return min(taken.gained / whole, most) if taken.weight else 0.0

    def ruled(form: Units, mask: int) -> bool:
        return any(limits.sorts[unit.sort].ruled for at, unit in enumerate(form) if mask >> at & 1)

    def best(place: int, taken: Taken) -> float:
        found = score(taken)
        for at in range(place, len(pairs)):
            likeness, here, there, both, initial = pairs[at]
            if not here & taken.mine and not there & taken.theirs:
                firm = taken.firm + (not initial and ruled(one, here) and ruled(other, there))
                gained, weight = taken.gained + likeness * both, taken.weight + both
                more = Taken(taken.mine | here, taken.theirs | there, gained, weight, taken.pairs + 1, firm)
                found = max(found, best(at + 1, more))
        return found

    return best(0, Taken(0, 0, 0.0, 0.0, 0, 0))


def _rules(limits: Limits, units: Sequence[Unit]) -> frozenset[int]:
    return frozenset(rule for unit in units for rule in limits.sorts[unit.sort].rules)


def _pairs(wording: Wording, shelf: Shelf, one: Units, other: Units) -> Iterator[Pair]:
    for at, unit in enumerate(one):
        for place, partner in enumerate(other):
            likeness = may_pair(wording, shelf, unit, partner)
            if likeness:
                letter, word = (unit, partner) if len(unit.token) <= len(partner.token) else (partner, unit)
                initial = stands_for(wording.limits(shelf), letter, word)
                yield likeness, 1 << at, 1 << place, unit.weight + partner.weight, initial
    joined = wording.limits(shelf).joined
    for run, mask in _runs(wording, shelf, one):
        for place, partner in enumerate(other):
            if _text(run) == partner.token:
                yield joined, mask, 1 << place, _weight(run) + partner.weight, False
    for run, mask in _runs(wording, shelf, other):
        for at, unit in enumerate(one):
            if _text(run) == unit.token:
                yield joined, 1 << at, mask, _weight(run) + unit.weight, False


def _runs(wording: Wording, shelf: Shelf, form: Units) -> Iterator[tuple[Units, int]]:
    for size in range(2, wording.limits(shelf).most_joined + 1):
        for first in range(len(form) - size + 1):
            yield form[first : first + size], ((1 << size) - 1) << first


def _text(run: Sequence[Unit]) -> str:
    return "".join(unit.token for unit in run)


def _weight(run: Sequence[Unit]) -> float:
    return sum(unit.weight for unit in run)
