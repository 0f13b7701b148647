"""Formulas of law become moments: by the wall clock, or by the letter of the zone that the order names."""

from datetime import date

import pytest

from fasti.model.moment import Moment
from fasti.regimes.clock import LITERAL, WALL, other_reading, resolve
from fasti.regimes.formula import Formula

NEW_YORK = "America/New_York"


def moment(formula: Formula, listing: str, reading: str = WALL) -> str:
    """Return what a formula gives."""
    return str(resolve(formula, Moment.parse(listing), NEW_YORK, reading))


@pytest.mark.parametrize(
    ("listing", "days", "gives"),
    [
        ("2021-01-14", 60, "2021-03-15"),
        ("2021-01-14", 365, "2022-01-14"),
        ("2019-03-01", 365, "2020-02-29"),
        ("2020-12-03", 60, "2021-02-01"),
        ("2021-01-14T16:15:00-05:00", 60, "2021-03-15"),
    ],
)
def test_days_are_counted_from_the_civil_day_of_the_listing(listing: str, days: int, gives: str) -> None:
    assert moment(Formula(days=days), listing) == gives


def test_business_days_are_counted_from_the_day_after() -> None:
    """31 CFR 501.603 gives ten; 19 June 2024 is a holiday."""
    formula = Formula(business_days=10, calendar="us-federal", event="blocked")
    assert moment(formula, "2024-06-10") == "2024-06-25"


@pytest.mark.parametrize(
    ("event", "gives"), [("2024-03-04", "2024-09-30"), ("2024-06-30", "2024-09-30"), ("2024-07-01", "2025-09-30")]
)
def test_a_yearly_day_speaks_of_the_state_of_its_own_day(event: str, gives: str) -> None:
    """What is held on 30 June is reported by 30 September; what is blocked on 1 July waits for the next year."""
    assert moment(Formula(yearly="09-30", held_on="06-30", event="blocked"), event) == gives


def test_a_yearly_day_without_another_is_the_next_of_its_kind() -> None:
    assert moment(Formula(yearly="12-31"), "2024-12-31") == "2024-12-31"
    assert moment(Formula(yearly="06-30"), "2024-07-01") == "2025-06-30"


def test_the_listing_itself_keeps_its_clock_time() -> None:
    assert moment(Formula(listing=True), "2019-05-16T16:15:00-04:00") == "2019-05-16T16:15:00-04:00"
    assert moment(Formula(listing=True), "2021-01-14") == "2021-01-14"


def test_a_literal_date_is_what_the_order_prints() -> None:
    assert moment(Formula(on="2021-11-11"), "2021-01-14") == "2021-11-11"


@pytest.mark.parametrize(
    ("on", "zone", "reading", "gives"),
    [
        ("2021-01-11", "EST", WALL, "2021-01-11T09:30:00-05:00"),
        ("2021-01-11", "EST", LITERAL, "2021-01-11T09:30:00-05:00"),
        ("2021-03-15", "EST", WALL, "2021-03-15T09:30:00-04:00"),
        ("2021-03-15", "EST", LITERAL, "2021-03-15T10:30:00-04:00"),
        ("2021-08-02", "EDT", WALL, "2021-08-02T09:30:00-04:00"),
        ("2021-08-02", "EDT", LITERAL, "2021-08-02T09:30:00-04:00"),
        ("2022-02-08", "EDT", WALL, "2022-02-08T09:30:00-05:00"),
        ("2022-02-08", "EDT", LITERAL, "2022-02-08T08:30:00-05:00"),
        ("2022-02-08", "ET", LITERAL, "2022-02-08T09:30:00-05:00"),
        ("2022-02-08", "", LITERAL, "2022-02-08T09:30:00-05:00"),
    ],
)
def test_standard_and_daylight_time_in_summer_and_winter(on: str, zone: str, reading: str, gives: str) -> None:
    assert moment(Formula(on=on, clock="09:30", zone=zone), "2021-01-14", reading) == gives


def test_by_the_letter_a_minute_past_midnight_in_winter_is_still_the_day_before() -> None:
    formula = Formula(days=365, clock="00:01", zone="EDT")
    assert moment(formula, "2021-12-16", WALL) == "2022-12-16T00:01:00-05:00"
    assert moment(formula, "2021-12-16", LITERAL) == "2022-12-15T23:01:00-05:00"
    assert resolve(formula, Moment.parse("2021-12-16"), NEW_YORK, LITERAL).on == date(2022, 12, 15)


def test_there_are_two_readings() -> None:
    assert (other_reading(WALL), other_reading(LITERAL)) == (LITERAL, WALL)


@pytest.mark.parametrize(
    ("formula", "listing", "gives"),
    [
        (Formula(months=1), "2021-01-31", "2021-02-28"),
        (Formula(months=14), "2021-11-30", "2023-01-30"),
        (Formula(years=1), "2020-02-29", "2021-02-28"),
        (Formula(years=10), "2021-01-14", "2031-01-14"),
        (Formula(months=1, clock="09:30"), "2021-01-14", "2021-02-14T09:30:00-05:00"),
        (Formula(business_days=10, calendar="us-federal"), "2021-12-23", "2022-01-10"),
    ],
)
def test_months_years_and_business_days_are_counted_as_the_law_has_them(
    formula: Formula, listing: str, gives: str
) -> None:
    assert moment(formula, listing) == gives


def test_a_date_of_the_entry_must_be_filled_in_first() -> None:
    with pytest.raises(ValueError, match="fill it in"):
        moment(Formula(stated="effective"), "2021-01-14")
