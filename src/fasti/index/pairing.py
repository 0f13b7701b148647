"""Decide which listed tokens each unit of a query may pair with, in plain Python; the compiled kernel does the same."""

from collections.abc import Iterator

from fasti.index.shelves import ShelfView
from fasti.index.spelling import hash_bytes, spelling_hashes
from fasti.index.wording import Form, Limits, Shelf, Unit, Wording
from fasti.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """One way to pair a unit of a query, by way of one listed token.

    With t the threshold, a unit of weight w and least weight c adds `(likeness - t) w + t c`.

    Attributes:
        row: Place of the unit in the query's form; of the first one, if several run together are the listed token.
        token: Listed token; the rarest, if several run together are the query's.
        likeness: The most.
        base: What the query's units add.
        parts: The listed tokens that run together are the query's; empty if there is only one.
        at: Place of `token` among them.
        rest: What the other listed tokens add at most.
        rest_net: The same, less t times their least weights.
        joined: Whether tokens of either side are run together.
    """

    row: int
    token: int
    likeness: float
    base: float
    parts: tuple[int, ...] = ()
    at: int = 0
    rest: float = 0.0
    rest_net: float = 0.0
    joined: bool = False


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


def pair(view: ShelfView, shelf: Shelf, form: Form, wording: Wording, threshold: float) -> Pairing:
    """Find every way to pair the units of a form on a shelf."""
    limits = wording.limits(shelf)
    ways = []
    for row, unit in enumerate(form):
        text = unit.token.encode()
        for token, likeness in near_tokens(view, text, limits, wording.keys(unit.token, shelf)).items():
            ways.append(Way(row, token, likeness, added(likeness, unit, threshold)))
        base = added(limits.joined, unit, threshold)
        ways += [
            _split(view, row, parts, base, limits.joined, threshold) for parts in _cuts(view, text, limits.most_joined)
        ]
    return Pairing(view, form, limits, threshold, (*ways, *_joins(view, form, limits, threshold)))


def added(likeness: float, unit: Unit, threshold: float) -> float:
    """Return what a unit adds when it is paired."""
    return (likeness - threshold) * unit.weight + threshold * unit.least


def near_tokens(view: ShelfView, text: bytes, limits: Limits, keys: tuple[tuple[str, float], ...]) -> dict[int, float]:
    """Return the listed tokens that a token may pair with one to one, initials apart, with the most likeness."""
    from rapidfuzz.distance import OSA

    own = text.decode()
    found: dict[int, float] = {}
    edits = limits.edits_for(len(text)) if own.isalpha() else 0
    for place in {place for value in spelling_hashes(text, edits) for place in view.spelled.find(value)}:
        other = view.token(place).decode()
        shorter, longer = sorted((len(own), len(other)))
        most = limits.edits_for(shorter) if own.isalpha() and other.isalpha() else 0
        distance = OSA.distance(own, other, score_cutoff=most)
        if distance <= most:
            found[place] = 1.0 if own == other else limits.likeness_of(distance, longer)
    for key, likeness in keys:
        for place, theirs in view.keyed(hash_bytes(key.encode())):
            found[place] = max(found.get(place, 0.0), min(likeness, theirs))
    return found


def _split(view: ShelfView, row: int, parts: tuple[int, ...], base: float, likeness: float, threshold: float) -> Way:
    """Return the way by which listed tokens run together are a token of the query."""
    at = min(range(len(parts)), key=lambda place: (view.frequency(parts[place]), parts[place], place))
    others = parts[:at] + parts[at + 1 :]
    rest = sum(_most(view, part, likeness - threshold, threshold) for part in others)
    rest_net = sum(_most(view, part, likeness - threshold, 0.0) for part in others)
    return Way(row, parts[at], likeness, base, parts, at, rest, rest_net, joined=True)


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


def _most(view: ShelfView, token: int, per_weight: float, per_least: float) -> float:
    """Return the most that a unit of a token adds, given what its weight and its least weight count."""
    units = view.units(token)
    return max(float(per_weight * view.unit_weight[unit] + per_least * view.unit_least[unit]) for unit in units)


def _joins(view: ShelfView, form: Form, limits: Limits, threshold: float) -> Iterator[Way]:
    """Yield the ways in which neighbouring units of the query, run together, are a listed token."""
    for first in range(len(form)):
        for end in range(first + 2, min(first + limits.most_joined, len(form)) + 1):
            run = form[first:end]
            token = view.find("".join(unit.token for unit in run).encode())
            if token >= 0:
                base = sum(added(limits.joined, unit, threshold) for unit in run)
                yield Way(first, token, limits.joined, base, joined=True)
