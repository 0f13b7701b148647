"""Observed runs: over which admitted editions of a list an entry stands under which legal basis.

A list's series are united: at each instant the newest edition speaks, whatever series it belongs to.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fasti.ledger.store import Span
from fasti.model.entry import Edition
from fasti.model.listing import ENTRIES, Listing


@dataclass(frozen=True, slots=True)
class Run:
    """A maximal run of consecutive editions showing an entry on a list under one legal basis.

    Attributes:
        basis: Legal basis.
        first: Index of the first edition that shows it.
        stop: Index after the last one.
        listing: What the first edition of the run says.
    """

    basis: str
    first: int
    stop: int
    listing: Listing


@dataclass(frozen=True, slots=True)
class EditionSequence:
    """The admitted editions that speak for one list, in order, with their places per series."""

    editions: tuple[Edition, ...]
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
    return EditionSequence(tuple(every), orders, places)


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
    shown: dict[str, dict[int, Listing]] = {}
    for span in spans:
        listing = contents[span.content]
        bases = {membership.basis for membership in listing.on_list(list_id)}
        if not bases:
            continue
        for place in _places(span, sequence):
            for basis in bases:
                shown.setdefault(basis, {})[place] = listing
    return tuple(run for basis, places in sorted(shown.items()) for run in _maximal(basis, places))


def _places(span: Span, sequence: EditionSequence) -> list[int]:
    """Return the places, among all editions of the list, of those that a span covers."""
    orders = sequence.orders.get(span.series, [])
    first = bisect_left(orders, span.from_order)
    stop = len(orders) if span.to_order is None else bisect_left(orders, span.to_order)
    return sequence.places.get(span.series, [])[first:stop]


def _maximal(basis: str, places: Mapping[int, Listing]) -> list[Run]:
    runs: list[Run] = []
    for place in sorted(places):
        if runs and runs[-1].stop == place:
            runs[-1] = Run(basis, runs[-1].first, place + 1, runs[-1].listing)
        else:
            runs.append(Run(basis, place, place + 1, places[place]))
    return runs
