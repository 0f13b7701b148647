"""What was consulted for a list, when silence means absence, and what is said where it does not."""

from datetime import date, datetime

import pytest

from fasti.ledger.coverage import ListState, list_state, list_states
from fasti.model.entry import Coverage
from tests.unit.ledger.worlds import LIST, OTHER, XML, World, at, claims, entry, issue

WHOLE = Coverage(LIST, "2020-06-01", "2021-01-31", "all that was published")


def state(world: World, as_of: date | datetime, known_at: date | datetime = date(2026, 1, 1)) -> ListState:
    """Return the state of the list at a vantage."""
    return list_state(world.view(as_of, known_at), LIST)


def reason(one: ListState) -> str:
    """Return why a list is not covered."""
    assert one.gap is not None
    return one.gap.reason


def test_a_list_of_which_nothing_is_held_is_not_loaded() -> None:
    one = state(World(), date(2021, 1, 1))
    assert (one.covered, one.sources, reason(one)) == (False, (), "not_loaded")
    assert one.gap is not None
    assert one.gap.remedy == "fasti ingest alpha FILE (from https://example.org)"


def test_a_list_without_a_file_says_where_to_look() -> None:
    one = list_state(World().view(), OTHER)
    assert one.gap is not None
    assert one.gap.remedy == "no file of this list is read yet; look at https://example.org"


def test_an_edition_covers_from_its_instant_until_it_is_stale() -> None:
    world = World().add(issue("2021-01-10 16:00", "test:1"))
    assert reason(state(world, at("2021-01-10 15:59:59"))) == "before_first_edition"
    assert state(world, at("2021-01-10 16:00")).covered
    assert state(world, at("2021-02-25 15:59")).covered
    stale = state(world, at("2021-02-25 16:00"))
    assert (stale.covered, stale.sources[0].age_days, stale.sources[0].stale, reason(stale)) == (
        False,
        46,
        True,
        "stale",
    )


def test_between_two_editions_far_apart_there_is_a_gap() -> None:
    world = World().add(issue("2021-01-10 16:00"), issue("2021-06-10 16:00"))
    assert reason(state(world, date(2021, 4, 1))) == "gap"
    assert state(world, date(2021, 6, 10)).covered


def test_the_newest_edition_of_any_series_covers() -> None:
    world = World().add(issue("2021-01-10 16:00"), issue("2021-03-10 16:00", series=XML))
    one = state(world, date(2021, 3, 11))
    assert one.covered
    assert [(source.covers.partition(" ")[0], source.stale) for source in one.sources] == [
        ("alpha/csv", True),
        ("alpha/xml", False),
    ]


def test_an_edition_that_is_held_covers_nothing() -> None:
    world = World().add(issue("2021-01-10 16:00", doubts=("half of it is missing",)))
    one = state(world, date(2021, 1, 11))
    assert (one.covered, one.sources, reason(one)) == (False, (), "quarantined")


@pytest.mark.parametrize("broken", ["aliases alone", "another list"])
def test_an_edition_that_does_not_say_who_is_on_the_list_covers_nothing(broken: str) -> None:
    if broken == "aliases alone":
        world = World().add(issue("2021-01-10 16:00", parts={"aliases": [entry("test:1")]}))
    else:
        world = World().add(issue("2021-01-10 16:00", lists=(OTHER,)))
    assert not state(world, date(2021, 1, 11)).covered


def test_an_edition_published_after_the_vantage_covers_nothing() -> None:
    world = World().add(issue("2021-01-10 16:00"))
    assert reason(state(world, date(2021, 1, 11), at("2021-01-10 15:00"))) == "not_loaded"


def test_a_chronicle_that_claims_completeness_covers_what_it_claims() -> None:
    world = World().add(claims(1, WHOLE))
    assert reason(state(world, date(2020, 5, 31))) == "before_first_edition"
    first = state(world, date(2020, 6, 1))
    assert (first.covered, first.sources[0].source, first.sources[0].age_days) == (True, "chronicle", 0)
    assert state(world, date(2021, 1, 31)).covered
    assert state(world, date(2021, 3, 17)).covered
    late = state(world, date(2021, 3, 18))
    assert (late.covered, late.sources[0].age_days, reason(late)) == (False, 46, "stale")


def test_a_chronicle_knows_no_more_than_was_public_at_the_vantage() -> None:
    """Whoever stood on 1 August 2020 could not say that nobody had been listed by January."""
    world = World().add(claims(1, WHOLE))
    one = state(world, date(2021, 1, 15), date(2020, 8, 1))
    assert (one.covered, one.sources[0].listed_at, one.sources[0].age_days) == (False, "2020-08-01", 167)


def test_an_extract_supports_no_statement_of_absence() -> None:
    one = state(World().add(claims(1, Coverage(LIST, None, None, "some names"))), date(2021, 1, 1))
    assert (one.covered, reason(one), one.sources[0].coverage, one.sources[0].covers) == (
        False,
        "extract_only",
        "extract",
        "some names",
    )


def test_every_list_of_the_catalogue_has_a_state() -> None:
    assert sorted(list_states(World().view())) == [OTHER, LIST]


def test_of_a_day_before_the_first_edition_an_old_file_is_asked_for() -> None:
    gap = state(World().add(issue("2021-01-10 16:00", "test:1")), date(2020, 1, 1)).gap
    assert gap is not None
    assert "fasti ingest alpha FILE with an edition from that day or before" in gap.remedy
    assert "fasti backfill alpha" in gap.remedy
