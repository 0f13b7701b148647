"""An authored wording for tests of the index, and the scorer that it bounds, by trying every way to pair two forms."""

from collections.abc import Iterator, Sequence

from fasti.index.wording import Alone, Form, Limits, Shelf, Unit, Wording, may_pair
from fasti.model.identity import PartyKind

LIMITS = Limits(
    edits=(0, 0, 0, 1, 1, 1, 2),
    likeness=((1.0,), (0.0, 0.0, 0.0, 0.5, 0.8), (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.6)),
    initial=0.55,
    joined=0.9,
    most_joined=3,
    alone=(Alone(0.4, 0.8, 0.64), Alone(0.9, 0.62, 0.62)),
)


class WeighedWording:
    """Words weigh by their length, `of` next to nothing; long words that end alike share a key."""

    version = "weighed"

    def shelves(self, kind: PartyKind) -> tuple[Shelf, ...]:
        return (Shelf.PERSON,) if kind is PartyKind.PERSON else (Shelf.PERSON, Shelf.THING)

    def limits(self, shelf: Shelf) -> Limits:
        return LIMITS if shelf is Shelf.PERSON else Limits((0,), ((1.0,),), 0.0, 0.9, 2)

    def forms(self, name: str, shelf: Shelf) -> tuple[Form, ...]:  # noqa: ARG002 - the protocol
        words = name.split()
        whole = tuple(_unit(word) for word in words)
        return (whole, whole[1:]) if len(words) > 3 else (whole,) * bool(words)

    def keys(self, token: str, shelf: Shelf) -> tuple[tuple[str, float], ...]:  # noqa: ARG002 - the protocol
        most = 0.6 if token[0] == "a" else 0.7
        return ((f"ends:{token[-3:]}", most),) if len(token) > 5 else ()


def _unit(word: str) -> Unit:
    if len(word) == 1:
        return Unit(word, 0.3, 0.3)
    return Unit(word, 0.2, 0.0) if word == "of" else Unit(word, min(1.0, 0.25 * len(word)), min(0.5, 0.1 * len(word)))


Pair = tuple[float, int, int, float]
"""Likeness, units of either form as bit masks, weight of both."""


def best_score(wording: Wording, shelf: Shelf, one: str, other: str) -> float:
    """Return the greatest score that the contract allows, each unit paired once: what the index must not miss."""
    scores = (_of_forms(wording, shelf, a, b) for a in wording.forms(one, shelf) for b in wording.forms(other, shelf))
    return max(scores, default=0.0)


def _of_forms(wording: Wording, shelf: Shelf, one: Form, other: Form) -> float:
    pairs = [*_pairs(wording, shelf, one, other)]

    def least(form: Form, taken: int) -> float:
        return sum(unit.least for at, unit in enumerate(form) if not taken >> at & 1)

    def best(place: int, mine: int, theirs: int, gained: float, weight: float) -> float:
        whole = weight + least(one, mine) + least(other, theirs)
        alone = _heaviest(one, mine), _heaviest(other, theirs)
        found = min(gained / whole, wording.limits(shelf).most_alone(*alone)) if weight else 0.0
        for at in range(place, len(pairs)):
            likeness, left, right, both = pairs[at]
            if not left & mine and not right & theirs:
                found = max(found, best(at + 1, mine | left, theirs | right, gained + likeness * both, weight + both))
        return found

    return best(0, 0, 0, 0.0, 0.0)


def _heaviest(form: Form, taken: int) -> float:
    return max((unit.weight for at, unit in enumerate(form) if not taken >> at & 1), default=0.0)


def _pairs(wording: Wording, shelf: Shelf, one: Form, other: Form) -> Iterator[Pair]:
    for at, unit in enumerate(one):
        for place, partner in enumerate(other):
            likeness = may_pair(wording, shelf, unit.token, partner.token)
            if likeness:
                yield likeness, 1 << at, 1 << place, unit.weight + partner.weight
    joined = wording.limits(shelf).joined
    for run, mask in _runs(wording, shelf, one):
        for place, partner in enumerate(other):
            if _text(run) == partner.token:
                yield joined, mask, 1 << place, _weight(run) + partner.weight
    for run, mask in _runs(wording, shelf, other):
        for at, unit in enumerate(one):
            if _text(run) == unit.token:
                yield joined, 1 << at, mask, _weight(run) + unit.weight


def _runs(wording: Wording, shelf: Shelf, form: Form) -> Iterator[tuple[Form, int]]:
    for size in range(2, wording.limits(shelf).most_joined + 1):
        for first in range(len(form) - size + 1):
            yield form[first : first + size], ((1 << size) - 1) << first


def _text(run: Sequence[Unit]) -> str:
    return "".join(unit.token for unit in run)


def _weight(run: Sequence[Unit]) -> float:
    return sum(unit.weight for unit in run)
