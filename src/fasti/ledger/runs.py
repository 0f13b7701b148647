"""Observed runs: over which admitted editions of a list an entry stands under which legal basis.

A list's series are united: at each instant the newest edition speaks, whatever series it belongs to.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import datetime

from fasti.ledger.store import Span
from fasti.model.entry import Edition
from fasti.model.listing import ENTRIES, Listing
from fasti.model.values import dataclass


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
    listing: Listing
    last: Listing


@dataclass(frozen=True, slots=True)
class EditionSequence:
    """The admitted editions that speak for one list, in order, with their places per series."""

    editions: tuple[Edition, ...]
    instants: list[datetime]
    orders: dict[str, list[str]]
    places: dict[str, list[int]]


def united(series: Mapping[str, Sequence[Edition]]) -> EditionSequence:
    """Unite the admitted editions of a list's series in one order; only those that hold its entries."""
    every = [edition for ones in series.values() for edition in ones if ENTRIES in edition.parts()]
    every.sort(key=lambda edition: edition.order)
    orders: dict[str, list[str]] = {}
    places: dict[str, list[int]] = {}
    for place, edition in enumerate(every):
        orders.setdefault(edition.series, []).append(edition.order)
        places.setdefault(edition.series, []).append(place)
    return EditionSequence(tuple(every), [edition.listed_at for edition in every], orders, places)


def observed_runs(
    list_id: str, spans: Sequence[Span], contents: Mapping[str, Listing], sequence: EditionSequence
) -> tuple[Run, ...]:
    """Return the runs of one entry on one list, sorted by basis and start.

    Args:
        list_id: The list.
        spans: Spans of the entry's `entries` part in every series of the list.
        contents: Listings by content hash.
        sequence: The editions that speak for the list.
    """
    shown: dict[str, list[tuple[int, int, Listing]]] = {}
    for span in spans:
        listing = contents[span.content]
        for basis in {membership.basis for membership in listing.on_list(list_id)}:
            shown.setdefault(basis, []).extend((first, stop, listing) for first, stop in _stretches(span, sequence))
    return tuple(run for basis, stretches in sorted(shown.items()) for run in _maximal(basis, stretches))


def _stretches(span: Span, sequence: EditionSequence) -> list[tuple[int, int]]:
    """Return the stretches of consecutive editions of the list, by place, that a span covers; closed-open."""
    orders = sequence.orders.get(span.series, [])
    first = bisect_left(orders, span.from_order)
    stop = len(orders) if span.to_order is None else bisect_left(orders, span.to_order)
    places = sequence.places.get(span.series, [])[first:stop]
    if places and places[-1] - places[0] == len(places) - 1:
        return [(places[0], places[-1] + 1)]
    return [(place, place + 1) for place in places]


def _maximal(basis: str, stretches: Sequence[tuple[int, int, Listing]]) -> list[Run]:
    """Join the stretches that touch."""
    runs: list[Run] = []
    for first, stop, listing in sorted(stretches, key=lambda one: one[:2]):
        if runs and runs[-1].stop == first:
            runs[-1] = Run(basis, runs[-1].first, stop, runs[-1].listing, listing)
        else:
            runs.append(Run(basis, first, stop, listing, listing))
    return runs
