"""Lanes: what a standing looks like over time."""

from dataclasses import replace

import pytest

from fasti.cli.html.lanes import Band, Stretch, day_of, lane
from fasti.model.standing import Event, Standing
from tests.surfaces.authored import BAN, ENJOINED, LISTED, NOT_COVERED, SUSPENDED, VACATED, VACATED_STANDING

LIFTED = replace(ENJOINED, kind="stay_lifted", on="2021-04-01")
LISTING = Stretch(Band.LISTED, day_of("2021-01-14"), None)
BEGINS = day_of("2021-03-15T09:30:00-04:00")


def stretches(standing: Standing) -> set[Stretch]:
    """Return a standing's stretches without order."""
    return set(lane(standing, "a list").stretches)


def with_effect(status: str, until: str | None = None, events: tuple[Event, ...] = (LISTED,)) -> Standing:
    """Return a listing with one effect."""
    return replace(SUSPENDED, effects=(replace(BAN, status=status, until=until),), events=events)


def test_a_listing_never_in_effect_is_thin_and_then_hatched() -> None:
    assert stretches(VACATED_STANDING) == {
        Stretch(Band.LISTED, day_of("2021-01-14"), day_of("2021-05-25")),
        Stretch(Band.SUSPENDED, day_of("2021-03-12"), day_of("2021-05-25T16:09:00-04:00")),
    }


def test_an_open_stay_runs_on() -> None:
    assert stretches(SUSPENDED) == {LISTING, Stretch(Band.SUSPENDED, day_of("2021-03-12"), None)}


@pytest.mark.parametrize(
    ("standing", "stretch"),
    [
        (with_effect("in_force"), Stretch(Band.IN_EFFECT, BEGINS, None)),
        (with_effect("unconfirmed"), Stretch(Band.IN_EFFECT, BEGINS, None)),
        (with_effect("ended", "2021-06-03"), Stretch(Band.IN_EFFECT, BEGINS, day_of("2021-06-03"))),
        (with_effect("pending"), Stretch(Band.SCHEDULED, BEGINS, None)),
    ],
)
def test_an_effect_is_thick_while_it_binds(standing: Standing, stretch: Stretch) -> None:
    assert stretches(standing) == {LISTING, stretch}


def test_a_moot_effect_is_not_drawn() -> None:
    assert stretches(with_effect("moot", "2021-05-25")) == {LISTING}


def test_a_stay_cuts_an_effect_in_two() -> None:
    early = replace(BAN, status="in_force", from_="2021-02-01")
    standing = replace(SUSPENDED, effects=(early,), events=(LISTED, ENJOINED, LIFTED))
    assert stretches(standing) == {
        LISTING,
        Stretch(Band.IN_EFFECT, day_of("2021-02-01"), day_of("2021-03-12")),
        Stretch(Band.SUSPENDED, day_of("2021-03-12"), day_of("2021-04-01")),
        Stretch(Band.IN_EFFECT, day_of("2021-04-01"), None),
    }


def test_an_effect_without_a_date_is_not_drawn() -> None:
    assert stretches(replace(with_effect("in_force"), effects=(replace(BAN, status="in_force", from_=None),))) == {
        LISTING
    }


def test_acts_and_deadlines_are_marked_once() -> None:
    twice = replace(SUSPENDED, deadlines=SUSPENDED.deadlines * 2)
    assert [(mark.kind, mark.label) for mark in lane(twice, "a list").marks] == [
        ("act", "14 January 2021: The Department of Defense named nine further companies."),
        ("act", "12 March 2021: A court enjoined the consequences of the listing."),
        ("deadline", "Last day 14 January 2022 (suspended): possession of its securities by US persons"),
    ]


def test_what_is_not_on_a_list_leaves_its_lane_empty() -> None:
    assert lane(NOT_COVERED, "a list").stretches == ()


def test_the_vacating_order_ends_a_stay() -> None:
    events = (LISTED, ENJOINED, VACATED)
    assert Stretch(Band.SUSPENDED, day_of("2021-03-12"), day_of(VACATED.on)) in stretches(
        with_effect("moot", "2021-05-25", events)
    )


@pytest.mark.parametrize(
    ("text", "day"), [("2021", "2021-01-01"), ("2021-03", "2021-03-01"), ("2021-03-15", "2021-03-15")]
)
def test_partial_dates_count_from_their_first_day(text: str, day: str) -> None:
    assert day_of(text) == day_of(day)
