"""What a ledger says depends on the set of its entries: not on their order, nor on how often they were offered."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from fasti.ledger.chain import link
from fasti.ledger.codec import encode
from fasti.ledger.store import Store
from fasti.model.entry import Decision
from tests.properties.test_spans import editions, parts_of
from tests.unit.ledger.authored import RECORDED_AT, SERIES, Parts, act, append, memory

orders = st.randoms(use_true_random=False)
Offer = tuple[int, Parts] | int


def offers_of(said: list[dict[str, dict[str, str]]], acts: int) -> list[Offer]:
    """Return editions, acts and a decision to be appended; a number is an act."""
    return [*enumerate(map(parts_of, said)), *range(acts)]


def offer(store: Store, one: Offer) -> bool:
    """Append an edition or an act; say whether it was new."""
    if isinstance(one, tuple):
        return append(store, *one) is not None
    body = act(one) if one % 2 else Decision("same_as", (f"a:{one}", "b:1"), "a person", "the same number")
    return store.append(body, RECORDED_AT) is not None


def told(store: Store) -> tuple[object, ...]:
    """Return all that a store says but the order of recording."""
    parts = sorted({(series, part) for series, part, _ in store.holdings()})
    spans = [span for series, part in parts for span in store.spans_of_series(series, part)]
    return store.content_id(), store.holdings(), spans, store.stored_contents(), sorted(store.listed_names())


@settings(max_examples=20)
@given(editions, st.integers(0, 3), orders)
def test_the_order_of_recording_changes_nothing(
    said: list[dict[str, dict[str, str]]], acts: int, chance: Random
) -> None:
    offers = offers_of(said, acts)
    with memory() as one, memory() as other:
        for each in offers:
            assert offer(one, each)
        chance.shuffle(offers)
        for each in offers:
            assert offer(other, each)
        assert told(one) == told(other)


@settings(max_examples=20)
@given(editions, st.integers(0, 3), orders)
def test_what_is_offered_again_changes_nothing(
    said: list[dict[str, dict[str, str]]], acts: int, chance: Random
) -> None:
    offers = offers_of(said, acts)
    with memory() as store:
        for each in offers:
            offer(store, each)
        before = (store.head(), told(store))
        chance.shuffle(offers)
        assert not any(offer(store, each) for each in offers)
        assert (store.head(), told(store)) == before


@settings(max_examples=20)
@given(editions, st.integers(0, 3))
def test_every_head_gives_the_log_as_it_was(said: list[dict[str, dict[str, str]]], acts: int) -> None:
    with memory() as store:
        history = []
        for each in offers_of(said, acts):
            offer(store, each)
            history.append((store.head()[0], store.content_id(), store.log()))
        for head, content, log in history:
            assert (store.content_id(head), store.log(head)) == (content, log)


@settings(max_examples=20)
@given(editions, st.integers(0, 3))
def test_each_hash_follows_from_the_one_before(said: list[dict[str, dict[str, str]]], acts: int) -> None:
    with memory() as store:
        for each in offers_of(said, acts):
            offer(store, each)
        previous = "0" * 64
        for place, (entry, row) in enumerate(zip(store.log(), store.log_rows(), strict=True), 1):
            assert (entry.seq, encode(entry.body)) == (place, row.body)
            previous = link(previous, row.recorded_at, row.body)
            assert entry.hash == previous
        assert store.spans_of("abcd") == sorted(
            span for part in ("entries", "aliases") for span in store.spans_of_series(SERIES, part)
        )
