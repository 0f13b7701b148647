"""Decide which listed tokens each unit of a query may pair with, in plain Python; the compiled kernel does the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from fasti.index.neighbours import may_stand_together
from fasti.index.promised import spelt
from fasti.index.shelves import ShelfView
from fasti.index.spelling import hash_bytes, spelling_hashes
from fasti.index.wording import Form, Key, Limits, Shelf, Sort, Unit, Wording


@dataclass(frozen=True, slots=True)
class Way:
    """One way to pair a unit of a query, by way of one listed token.

    With t the threshold, units of weight w and least weight c add `(likeness - t) w + t c`.

    Attributes:
        row: Place of the unit in the query's form; of the first one, if several run together are the listed token.
        token: Listed token; the rarest, if several run together are the query's.
        sure: Most likeness, whatever the listed unit is.
        loose: Most likeness, unless the sorts of both units forbid it.
        weight: Of the query's units.
        least: Least weight of the query's units.
        parts: The listed tokens that run together are the query's; empty if there is only one.
        at: Place of `token` among them.
        rest: What the other listed tokens add at most.
        rest_net: The same, less t times their least weights.
        joined: Whether tokens of either side are run together.
        rows: How many units of the query there are.
    """

    row: int
    token: int
    sure: float
    loose: float
    weight: float
    least: float
    parts: tuple[int, ...] = ()
    at: int = 0
    rest: float = 0.0
    rest_net: float = 0.0
    joined: bool = False
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Pairing:
    """A form of a query against one shelf at one threshold.

    Attributes:
        shelf: Where it is asked.
        form: What is asked.
        limits: Of the shelf.
        threshold: Least score of interest.
        ways: Every way to pair, initials apart, that can add anything; one at most for a row and a token.
    """

    shelf: ShelfView
    form: Form
    limits: Limits
    threshold: float
    ways: tuple[Way, ...]

    def likeness(self, way: Way, unit: int) -> float:
        """Return how alike the units of a way and a listed unit of its token are at most; 0 if they never pair."""
        if self.shelf.style(unit) not in self.limits.meets[self.form.style]:
            return 0.0
        if way.joined:
            return way.sure
        sorts = self.limits.sorts
        mine, theirs = sorts[self.form.units[way.row].sort], sorts[self.shelf.sort(unit)]
        return alike(self.limits, mine, theirs, way.sure, way.loose)


def alike(limits: Limits, mine: Sort, theirs: Sort, sure: float, loose: float) -> float:
    """Return how alike two units are at most, given what their tokens allow."""
    if sure < 1.0 and mine.fixed and theirs.fixed:
        return 0.0
    if mine.known and theirs.known:
        return max(sure, limits.known if loose >= limits.known else 0.0)
    return max(sure, loose)


def pair(view: ShelfView, shelf: Shelf, form: Form, wording: Wording, threshold: float) -> Pairing:
    """Find every way to pair the units of a form on a shelf."""
    limits = wording.limits(shelf)
    ways = []
    for row, unit in enumerate(form.units):
        sought = wording.keys(unit.token, unit.sort, shelf).sought
        for token, (sure, loose) in near_tokens(view, unit, limits, sought).items():
            ways.append(Way(row, token, sure, loose, unit.weight, unit.least))
        cuts = _cuts(view, unit.token.encode(), limits.most_joined)
        ways += [_split(view, row, unit, one, limits.joined, threshold) for one in cuts if _side_by_side(view, one)]
    return Pairing(view, form, limits, threshold, (*ways, *_joins(view, form, limits)))


def added(likeness: float, weight: float, least: float, threshold: float) -> float:
    """Return what units add when they are paired."""
    return (likeness - threshold) * weight + threshold * least


def near_tokens(view: ShelfView, unit: Unit, limits: Limits, sought: tuple[Key, ...]) -> dict[int, tuple[float, float]]:
    """Return the listed tokens that a unit may pair with one to one, initials apart: likeness for sure, and loose."""
    text = unit.token.encode()
    edits = min(limits.edits_for(len(text)), limits.sorts[unit.sort].edits) if unit.token.isalpha() else 0
    found: dict[int, tuple[float, float]] = {}
    for place in {place for value in spelling_hashes(text, edits) for place in view.spelled.find(value)}:
        other = view.token(place).decode()
        loose = spelt(limits, unit, other) if other != unit.token else 1.0
        if loose:
            found[place] = (1.0 if other == unit.token else 0.0, loose)
    for key in sought:
        for place, theirs, certain in view.keyed(hash_bytes(key.text.encode())):
            sure, loose = found.get(place, (0.0, 0.0))
            most = min(key.likeness, theirs)
            found[place] = (max(sure, most), loose) if key.sure and certain else (sure, max(loose, most))
    return found


def _split(view: ShelfView, row: int, unit: Unit, parts: tuple[int, ...], likeness: float, threshold: float) -> Way:
    """Return the way by which listed tokens run together are a token of the query."""
    at = min(range(len(parts)), key=lambda place: (view.frequency(parts[place]), parts[place], place))
    others = parts[:at] + parts[at + 1 :]
    rest = sum(_most(view, part, likeness - threshold, threshold) for part in others)
    rest_net = sum(_most(view, part, likeness - threshold, 0.0) for part in others)
    own = (unit.weight, unit.least)
    return Way(row, parts[at], likeness, likeness, *own, parts, at, rest, rest_net, joined=True)


def _cuts(view: ShelfView, text: bytes, most: int) -> Iterator[tuple[int, ...]]:
    for cut in range(1, len(text) if most > 1 else 0):
        first = view.find(text[:cut])
        if first < 0:
            continue
        rest = view.find(text[cut:])
        if rest >= 0:
            yield first, rest
        for more in _cuts(view, text[cut:], most - 1):
            yield (first, *more)


def _side_by_side(view: ShelfView, parts: tuple[int, ...]) -> bool:
    return all(may_stand_together(view.neighbours, one, other) for one, other in pairwise(parts))


def _most(view: ShelfView, token: int, per_weight: float, per_least: float) -> float:
    """Return the most that a unit of a token adds, given what its weight and its least weight count."""
    units = view.units(token)
    return max(float(per_weight * view.weight(unit) + per_least * view.least(unit)) for unit in units)


def _joins(view: ShelfView, form: Form, limits: Limits) -> Iterator[Way]:
    """Yield the ways in which neighbouring units of the query, run together, are a listed token."""
    units = form.units
    for first in range(len(units)):
        for end in range(first + 2, min(first + limits.most_joined, len(units)) + 1):
            run = units[first:end]
            token = view.find("".join(unit.token for unit in run).encode())
            if token >= 0:
                weights = sum(unit.weight for unit in run), sum(unit.least for unit in run)
                yield Way(first, token, limits.joined, limits.joined, *weights, joined=True, rows=len(run))
