"""What every store of the ledger does, whatever the database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fasti.ledger.chain import GENESIS, content_id, link
from fasti.ledger.codec import content_hash, encode
from fasti.ledger.sqlite import open_store
from fasti.ledger.store import NameRow, Span, Store
from fasti.model.entry import Decision
from fasti.model.errors import BadInputError
from fasti.model.identity import Identifier, Name, NameKind
from fasti.model.listing import Listing
from tests.unit.ledger.authored import RECORDED_AT, SERIES, act, append, edition, entries, listing, memory

ACME, BETA = content_hash(listing("test:a", "Acme")), content_hash(listing("test:b", "Beta"))


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Return an empty store of each kind."""
    path = tmp_path / "ledger.db" if request.param == "file" else None
    with open_store(path) as opened:
        yield opened


def order(day: int) -> str:
    return edition(day, {}).order


def test_an_empty_store_has_no_head(store: Store) -> None:
    assert store.head() == (0, GENESIS)
    assert store.log() == ()
    assert store.holdings() == set()
    assert store.spans_of_series(SERIES) == []
    assert store.content_id() == content_id([])


def test_entries_are_numbered_and_chained(store: Store) -> None:
    first, second = store.append(act(1), RECORDED_AT), store.append(act(2), RECORDED_AT)
    assert first is not None
    assert second is not None
    assert (first.seq, second.seq) == (1, 2)
    assert first.hash == link(GENESIS, "2023-06-01T12:00:00Z", encode(act(1)))
    assert second.hash == link(first.hash, "2023-06-01T12:00:00Z", encode(act(2)))
    assert store.head() == (2, second.hash)


def test_the_log_gives_back_what_was_appended(store: Store) -> None:
    bodies = (act(1), edition(0, {}), Decision("release", ("0a",), "a person", "it is so"))
    appended = [store.append(body, RECORDED_AT) for body in bodies]
    assert store.log() == tuple(appended)
    assert [entry.body for entry in store.log()] == list(bodies)
    assert store.log(2) == tuple(appended[:2])
    assert [row.kind for row in store.log_rows()] == ["act", "edition", "decision"]


def test_the_same_entry_is_appended_once(store: Store) -> None:
    parts = entries(a="Acme")
    assert store.append(act(1), RECORDED_AT) is not None
    assert append(store, 0, parts) is not None
    later = datetime(2030, 1, 1, tzinfo=UTC)
    head, spans = store.head(), store.spans_of_series(SERIES)
    assert store.append(act(1), later) is None
    assert store.append(edition(0, parts), later, parts) is None
    assert (store.head(), store.spans_of_series(SERIES)) == (head, spans)


def test_what_the_log_says_does_not_depend_on_order_and_time(store: Store) -> None:
    store.append(act(1), RECORDED_AT)
    one = store.content_id()
    store.append(act(2), RECORDED_AT)
    with memory() as other:
        other.append(act(2), datetime(2030, 1, 1, tzinfo=UTC))
        other.append(act(1), RECORDED_AT)
        assert store.content_id() == other.content_id() != one
        assert store.head() != other.head()
    assert store.content_id(1) == one


def test_spans_run_from_the_first_edition_to_the_first_without(store: Store) -> None:
    append(store, 0, entries(a="Acme", b="Beta"))
    append(store, 1, entries(a="Acme"))
    append(store, 2, entries(a="Acme", b="Beta"))
    assert store.spans_of_series(SERIES) == [
        Span(SERIES, "entries", "test:a", ACME, order(0), None),
        Span(SERIES, "entries", "test:b", BETA, order(0), order(1)),
        Span(SERIES, "entries", "test:b", BETA, order(2), None),
    ]


def test_spans_are_told_by_when_their_first_edition_was_recorded(store: Store) -> None:
    append(store, 0, entries(a="Acme"))
    append(store, 1, entries(a="Acme", b="Beta"))
    before = store.head()[0]
    assert [span.key for span in store.begun_after(0)] == ["test:a", "test:b"]
    assert [span.key for span in store.begun_after(before - 1)] == ["test:b"]
    assert store.begun_after(before) == []
    append(store, 2, entries(b="Acme"))
    assert [(span.key, span.from_order) for span in store.begun_after(before)] == [("test:b", order(2))]


def test_an_edition_filled_in_later_cuts_and_joins_spans(store: Store) -> None:
    append(store, 0, entries(a="Acme"))
    append(store, 4, entries(a="Acme", b="Beta"))
    append(store, 2, entries(b="Beta"))
    assert store.spans_of_series(SERIES) == [
        Span(SERIES, "entries", "test:a", ACME, order(0), order(2)),
        Span(SERIES, "entries", "test:a", ACME, order(4), None),
        Span(SERIES, "entries", "test:b", BETA, order(2), None),
    ]


def test_an_absent_part_is_unknown_and_an_empty_one_ends_spans(store: Store) -> None:
    alias = {"test:a": Listing("test:a", names=(Name("A", NameKind.AKA),))}
    append(store, 0, {**entries(a="Acme"), "aliases": alias})
    append(store, 1, entries(a="Acme"))
    append(store, 2, {**entries(a="Acme"), "aliases": alias})
    assert len(store.spans_of_series(SERIES, "aliases")) == 1
    append(store, 3, {**entries(a="Acme"), "aliases": {}})
    (span,) = store.spans_of_series(SERIES, "aliases")
    assert (span.from_order, span.to_order) == (order(0), order(3))
    assert (SERIES, "aliases", order(3)) in store.holdings()
    assert (SERIES, "aliases", order(1)) not in store.holdings()


def test_series_are_kept_apart(store: Store) -> None:
    parts = entries(a="Acme")
    append(store, 0, parts)
    store.append(edition(0, parts, "other/xml"), RECORDED_AT, parts)
    assert [span.series for span in store.spans_of_series("other/xml")] == ["other/xml"]
    assert [span.series for span in store.spans_of(["test:a"])] == ["other/xml", SERIES]
    assert store.keys_of_contents([ACME]) == [(ACME, "other/xml", "test:a"), (ACME, SERIES, "test:a")]


def test_spans_of_some_entries_come_from_every_part(store: Store) -> None:
    append(store, 0, {**entries(a="Acme", b="Beta"), "aliases": {"test:a": listing("test:a", "Alias")}})
    assert [(span.part, span.key) for span in store.spans_of(["test:a", "test:none"])] == [
        ("aliases", "test:a"),
        ("entries", "test:a"),
    ]
    assert store.spans_of([]) == []


def test_many_keys_and_contents_are_asked_for_at_once(store: Store) -> None:
    names = {f"k{number:04}": f"Name {number}" for number in range(1203)}
    append(store, 0, entries(**names))
    keys = [f"test:{key}" for key in names]
    spans = store.spans_of(keys)
    assert [span.key for span in spans] == keys
    found = store.contents([span.content for span in spans])
    assert [found[span.content].key for span in spans] == keys


def test_a_roll_says_by_numbers_what_the_spans_say(store: Store) -> None:
    append(store, 0, entries(a="Acme", b="Beta"))
    append(store, 2, entries(a="Acme"))
    append(store, 1, entries(a="Acme", b="Beta", c="Beta"))
    roll = store.roll(SERIES)
    keys = store.entry_keys({entry for entry, *_ in roll.rows} | {0})
    assert store.entry_numbers([*keys.values(), "test:x"]) == {key: number for number, key in keys.items()}
    listings = store.listings({content for _, content, *_ in roll.rows} | {0})
    told = [
        Span(
            SERIES,
            "entries",
            keys[entry],
            content_hash(listings[content]),
            roll.orders[start],
            roll.orders.get(stop or 0),
        )
        for entry, content, start, stop in roll.rows
    ]
    assert sorted(told) == store.spans_of_series(SERIES)
    assert [sorted(keys[one] for one in roll.held(order(day))) for day in (0, 1, 2)] == [
        ["test:a", "test:b"],
        ["test:a", "test:b", "test:c"],
        ["test:a"],
    ]
    sketches = store.sketches(listings.keys())
    assert {number: one.names[0].text for number, one in sketches.items()} == {
        number: one.caption for number, one in listings.items()
    }


def test_contents_come_back_whole(store: Store) -> None:
    append(store, 0, entries(a="Acme"))
    assert store.contents([ACME, "00" * 32]) == {ACME: listing("test:a", "Acme")}
    assert [one.hash for one in store.stored_contents()] == [ACME]


def test_identifiers_are_compared_without_case_and_punctuation(store: Store) -> None:
    append(store, 0, {"entries": {"test:a": Listing("test:a", identifiers=(Identifier("imo", "IMO 91-23"),))}})
    append(store, 1, entries(b="Beta"))
    assert store.keys_by_identifier("imo", "imo9123") == {(SERIES, "test:a")}
    assert store.keys_by_identifier(None, "imo 9123") == {(SERIES, "test:a")}
    assert store.keys_by_identifier("isin", "imo9123") == set()
    assert store.keys_by_identifier("isin", "xs/TEST/b") == {(SERIES, "test:b")}
    assert store.keys_by_identifier(None, "") == set()


def test_every_name_is_told_with_its_listing(store: Store) -> None:
    append(store, 0, entries(a="Acme"))
    append(store, 1, entries(a="Acme", b="Beta"))
    (stored,) = (one for one in store.stored_contents() if one.hash == ACME)
    assert stored.names == (NameRow(ACME, "Acme", "primary", "strong"), NameRow(ACME, "Acme Ltd", "aka", "weak"))
    names = store.listed_names()
    assert [row for row in names if row[0] == ACME] == [
        (ACME, "Acme", "primary", "strong"),
        (ACME, "Acme Ltd", "aka", "weak"),
    ]
    assert sorted(text for _, text, _, _ in names) == ["Acme", "Acme Ltd", "Beta", "Beta Ltd"]
    assert store.listed_names([ACME]) == [row for row in names if row[0] == ACME]
    assert store.listed_names([]) == store.listed_names(["00" * 32]) == []


def test_settings_are_kept(store: Store) -> None:
    assert store.meta("chronicle") is None
    store.set_meta("chronicle", "1")
    store.set_meta("chronicle", "2")
    assert store.meta("chronicle") == "2"
    assert store.meta("head") is None


def test_parts_that_the_edition_does_not_count_are_refused(store: Store) -> None:
    with pytest.raises(BadInputError, match="not those that the entry counts"):
        store.append(edition(0, entries(a="Acme")), RECORDED_AT, entries(a="Acme", b="Beta"))
    with pytest.raises(BadInputError, match="not those"):
        store.append(act(1), RECORDED_AT, entries(a="Acme"))
    assert store.head() == (0, GENESIS)


def test_two_editions_cannot_have_one_place(store: Store) -> None:
    """A series is ordered by time and main file; the same main file with other members must be seen at another time."""
    append(store, 0, entries(a="Acme"))
    parts = entries(b="Beta")
    other = edition(0, parts)
    member = other.members[0]
    twin = replace(other, members=(member, replace(member, role="aliases")))
    with pytest.raises(BadInputError, match="give the moment"):
        store.append(twin, RECORDED_AT, parts)
    assert store.head()[0] == 1
    append(store, 1, entries(a="Acme"))
    assert len(store.spans_of_series(SERIES)) == 1


def test_a_healthy_store_finds_no_damage(store: Store) -> None:
    append(store, 0, entries(a="Acme"))
    assert store.damage() == []
