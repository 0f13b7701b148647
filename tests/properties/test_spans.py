"""Spans are the maximal runs over the editions of a series, whatever the order of ingestion."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from fasti.ledger.codec import content_hash
from fasti.ledger.diff import apply, diff
from fasti.ledger.recording import digest
from fasti.ledger.store import Span, Store
from fasti.ledger.sweeping import present_by_edition
from fasti.model.entry import Edition
from fasti.model.listing import Listing
from tests.unit.ledger.authored import SERIES, Parts, append, edition, listing, memory

PARTS = ("entries", "aliases")

contents = st.dictionaries(st.sampled_from("abcd"), st.sampled_from("XYZ"), max_size=4)
editions = st.lists(
    st.fixed_dictionaries({"entries": contents}, optional={"aliases": contents}), min_size=1, max_size=7
)
orders = st.randoms(use_true_random=False)


def parts_of(said: Mapping[str, Mapping[str, str]]) -> Parts:
    """Return parts with a listing for each key and name."""
    return {part: {key: listing(key, name) for key, name in names.items()} for part, names in said.items()}


def runs(series: Sequence[tuple[Edition, Parts]], part: str) -> set[Span]:
    """Return the maximal runs of a part, worked out from whole editions: what a span is, said once more."""
    holding = [(one.order, parts[part]) for one, parts in series if part in parts]
    found: set[Span] = set()
    for key in {key for _, listings in holding for key in listings}:
        said = [(order, _hash(listings.get(key))) for order, listings in holding]
        starts = [place for place, (_, what) in enumerate(said) if place == 0 or said[place - 1][1] != what]
        for place, end in zip(starts, [*starts[1:], None], strict=True):
            order, what = said[place]
            if what is not None:
                found.add(Span(SERIES, part, key, what, order, None if end is None else said[end][0]))
    return found


def _hash(one: Listing | None) -> str | None:
    return None if one is None else content_hash(one)


def spans(store: Store) -> set[Span]:
    """Return every span of the series, each of which must be there once."""
    found = [span for part in PARTS for span in store.spans_of_series(SERIES, part)]
    assert len(found) == len(set(found))
    return set(found)


@settings(max_examples=60)
@given(editions, orders)
def test_spans_are_maximal_runs_in_any_order_of_ingestion(
    said: list[dict[str, dict[str, str]]], chance: Random
) -> None:
    every = list(enumerate(map(parts_of, said)))
    series = [(edition(day, parts), parts) for day, parts in every]
    chance.shuffle(every)
    with memory() as store:
        for day, parts in every:
            append(store, day, parts)
        assert spans(store) == runs(series, "entries") | runs(series, "aliases")


@settings(max_examples=40)
@given(editions, orders)
def test_spans_are_right_after_every_single_append(said: list[dict[str, dict[str, str]]], chance: Random) -> None:
    every = list(enumerate(map(parts_of, said)))
    chance.shuffle(every)
    with memory() as store:
        for count, (day, parts) in enumerate(every, 1):
            append(store, day, parts)
            series = [(edition(one, held), held) for one, held in sorted(every[:count], key=lambda pair: pair[0])]
            assert spans(store) == runs(series, "entries") | runs(series, "aliases")


@settings(max_examples=40)
@given(editions, orders)
def test_every_edition_comes_back_from_the_spans(said: list[dict[str, dict[str, str]]], chance: Random) -> None:
    every = list(enumerate(map(parts_of, said)))
    series = [edition(day, parts) for day, parts in every]
    chance.shuffle(every)
    with memory() as store:
        for day, parts in every:
            append(store, day, parts)
        faults: list[str] = []
        held = [digest(present) for _, present in present_by_edition(series, sorted(spans(store)), faults)]
    assert faults == []
    assert held == [one.digest for one in series]


@settings(max_examples=40)
@given(editions, orders)
def test_an_edition_is_the_one_before_it_and_their_difference(
    said: list[dict[str, dict[str, str]]], chance: Random
) -> None:
    """The edition after is the edition before with the difference applied, both put together from spans."""
    every = list(enumerate(map(parts_of, said)))
    series = [edition(day, parts) for day, parts in every]
    chance.shuffle(every)
    with memory() as store:
        for day, parts in every:
            append(store, day, parts)
        swept = present_by_edition(series, store.spans_of_series(SERIES), [])
        present = [dict(held["entries"]) for _, held in swept]
    for before, after in pairwise(present):
        assert apply(before, diff(before, after)) == after
