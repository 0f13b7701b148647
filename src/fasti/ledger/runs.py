"""Observed runs: over which admitted editions of a list an entry stands under which legal basis.

A list's series are united: at each instant the newest edition speaks, whatever series it belongs to.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from fasti.ledger.sketching import Shown
from fasti.ledger.store import Span
from fasti.model.entry import Edition
from fasti.model.listing import ENTRIES
from fasti.model.moment import Moment


@dataclass(frozen=True, slots=True)
class Run:
    """A maximal run of consecutive editions showing an entry on a list under one legal basis.

    Attributes:
        basis: Legal basis.
        first: Index of the first edition that shows it.
        stop: Index after the last one.
        listing: What the first edition of the run says.
        last: What the last one says.
    """

    basis: str
    first: int
    stop: int
    listing: Shown
    last: Shown


@dataclass(frozen=True, slots=True)
class EditionSequence:
    """The admitted editions that speak for one list, in order, with their places per series.

    Attributes:
        editions: All of them.
        placed: `Edition.order` of each.
        instants: What instant each speaks for.
        orders: Of each series the orders of its editions.
        places: Of each series where its editions stand among all.
    """

    editions: tuple[Edition, ...]
    placed: list[str]
    instants: list[datetime]
    orders: dict[str, list[str]]
    places: dict[str, list[int]]
    _moments: dict[tuple[int, str], Moment] = field(default_factory=dict, compare=False, repr=False)

    def moment(self, place: int, zone_name: str) -> Moment:
        """Return what an edition speaks for, by the calendar of a zone."""
        known = self._moments.get((place, zone_name))
        if known is None:
            known = self._moments[place, zone_name] = Moment.of(self.instants[place], zone_name)
        return known


def united(series: Mapping[str, Sequence[Edition]]) -> EditionSequence:
    """Unite the admitted editions of a list's series in one order; only those that hold its entries."""
    held = [edition for ones in series.values() for edition in ones if ENTRIES in edition.parts()]
    every = sorted(((edition.order, edition) for edition in held), key=lambda one: one[0])
    orders: dict[str, list[str]] = {}
    places: dict[str, list[int]] = {}
    for place, (order, edition) in enumerate(every):
        orders.setdefault(edition.series, []).append(order)
        places.setdefault(edition.series, []).append(place)
    editions = tuple(edition for _, edition in every)
    placed = [order for order, _ in every]
    return EditionSequence(editions, placed, [edition.listed_at for edition in editions], orders, places)


Stretch = tuple[int, int, Shown]
"""Consecutive editions of a list, by place, that show an entry, and what they say; closed-open."""


def observed_runs(
    list_id: str, spans: Sequence[Span], contents: Mapping[str, Shown], sequence: EditionSequence
) -> tuple[Run, ...]:
    """Return the runs of one entry on one list, sorted by basis and start.

    Args:
        list_id: The list.
        spans: Spans of the entry's `entries` part in every series of the list.
        contents: Listings by content hash.
        sequence: The editions that speak for the list.
    """
    shown = [
        (first, stop, contents[span.content])
        for span in spans
        for first, stop in stretches(sequence, span.series, span.from_order, span.to_order)
    ]
    return runs_of(list_id, shown)


def runs_of(list_id: str, shown: Sequence[Stretch]) -> tuple[Run, ...]:
    """Return the runs that stretches make, sorted by basis and start."""
    if len(shown) == 1:
        first, stop, listing = shown[0]
        bases = sorted({membership.basis for membership in listing.on_list(list_id)})
        return tuple(Run(basis, first, stop, listing, listing) for basis in bases)
    by_basis: dict[str, list[Stretch]] = {}
    for stretch in shown:
        for basis in {membership.basis for membership in stretch[2].on_list(list_id)}:
            by_basis.setdefault(basis, []).append(stretch)
    return tuple(run for basis, ones in sorted(by_basis.items()) for run in _maximal(basis, ones))


def newest_place(runs: Iterable[Run], reached: int) -> int | None:
    """Return the place of the newest of the first `reached` editions that shows the entry, else of the first to."""
    runs = list(runs)
    before = [min(run.stop, reached) - 1 for run in runs if run.first < reached]
    return max(before) if before else min((run.first for run in runs), default=None)


def stretches(
    sequence: EditionSequence, series: str, from_order: str, to_order: str | None
) -> Sequence[tuple[int, int]]:
    """Return the stretches of consecutive editions of the list, by place, that a span covers; closed-open."""
    orders = sequence.orders.get(series, [])
    first = bisect_left(orders, from_order)
    stop = len(orders) if to_order is None else bisect_left(orders, to_order)
    places = sequence.places.get(series, [])[first:stop]
    if places and places[-1] - places[0] == len(places) - 1:
        return ((places[0], places[-1] + 1),)
    return [(place, place + 1) for place in places]


def _maximal(basis: str, stretches: Sequence[Stretch]) -> list[Run]:
    """Join the stretches that touch."""
    runs: list[Run] = []
    for first, stop, listing in sorted(stretches, key=lambda one: one[:2]):
        if runs and runs[-1].stop == first:
            runs[-1] = Run(basis, runs[-1].first, stop, runs[-1].listing, listing)
        else:
            runs.append(Run(basis, first, stop, listing, listing))
    return runs
