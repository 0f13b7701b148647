"""Business days: the week-end and the holidays of a calendar do not count, whichever year is asked about."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.model.errors import BadInputError, UsageError
from fasti.regimes.business_days import after_business_days, holidays, is_business_day, load_calendars, read_calendars

US = "us-federal"
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
GOOD = """
[here]
title = "Here"
first_year = 2000
weekend = ["sunday"]
moved = false
citation = "Act s.1"

[[here.holidays]]
name = "Day of the Act"
"""


@pytest.mark.parametrize(
    ("start", "count", "gives"),
    [
        ("2024-03-04", 10, "2024-03-18"),
        ("2024-03-02", 1, "2024-03-04"),
        ("2024-03-01", 1, "2024-03-04"),
        ("2021-12-20", 10, "2022-01-05"),
        ("2024-06-18", 1, "2024-06-20"),
        ("2020-06-18", 1, "2020-06-19"),
        ("2021-06-17", 1, "2021-06-21"),
        ("2024-11-22", 10, "2024-12-09"),
        ("2024-03-04", 0, "2024-03-04"),
    ],
)
def test_week_ends_and_holidays_do_not_count(start: str, count: int, gives: str) -> None:
    """10 days over a New Year on which two holidays are kept on Fridays; Juneteenth only since 2021."""
    assert after_business_days(date.fromisoformat(start), count, US).isoformat() == gives


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2021-12-31", "New Year's Day"),
        ("2021-07-05", "Independence Day"),
        ("2026-07-03", "Independence Day"),
        ("2024-05-27", "Memorial Day"),
        ("2021-05-31", "Memorial Day"),
        ("2023-11-23", "Thanksgiving Day"),
        ("2024-02-19", "Washington's Birthday"),
    ],
)
def test_holidays_are_kept_where_the_law_puts_them(day: str, name: str) -> None:
    on = date.fromisoformat(day)
    found = {**holidays(on.year, US), **holidays(on.year + 1, US)}
    assert found[on] == name
    assert not is_business_day(on, US)


@given(DAYS, st.integers(1, 60))
def test_counting_is_stepping_from_business_day_to_business_day(start: date, count: int) -> None:
    end = after_business_days(start, count, US)
    between = [start + timedelta(days=number) for number in range(1, (end - start).days + 1)]
    assert is_business_day(end, US)
    assert sum(is_business_day(day, US) for day in between) == count


@given(DAYS)
def test_a_later_start_never_gives_an_earlier_day(start: date) -> None:
    assert after_business_days(start, 10, US) <= after_business_days(start + timedelta(days=1), 10, US)


def test_every_holiday_of_a_year_is_kept_on_a_day_of_the_week() -> None:
    assert {day.weekday() for year in range(1990, 2060) for day in holidays(year, US)} <= {0, 1, 2, 3, 4}
    assert {len(holidays(year, US)) for year in range(2021, 2060)} == {11}


def test_a_year_whose_holidays_are_not_known_is_refused() -> None:
    with pytest.raises(UsageError, match="1986"):
        after_business_days(date(1985, 12, 31), 10, US)


def test_every_calendar_says_where_it_is_written() -> None:
    assert [name for name, one in load_calendars().items() if not one.citation] == []


@pytest.mark.parametrize(
    "tail",
    ["", 'day = "01-01"\nmonth = 1\nweekday = "monday"\nnth = 1', 'day = "01-01"\nshop = true', "month = 13", "[[x"],
)
def test_a_holiday_that_is_not_whole_is_refused(tail: str) -> None:
    with pytest.raises(BadInputError, match=r"calendars\.toml"):
        read_calendars(GOOD + tail)


def test_a_last_weekday_of_december_is_found() -> None:
    calendar = read_calendars(GOOD + 'month = 12\nweekday = "friday"\nnth = -1')["here"]
    assert calendar.holidays[0].nth == -1
