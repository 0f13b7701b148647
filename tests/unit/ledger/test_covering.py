"""When a list was covered: as long as asking at that instant would have found an edition that is not stale."""

from datetime import date, timedelta

from fasti.ledger.coverage import list_state
from fasti.ledger.covering import intervals
from fasti.model.answer import CoverageView
from fasti.model.entry import Coverage
from tests.unit.ledger.worlds import LIST, XML, World, claims, issue

SERIES = "alpha/csv"
AS_OF = date(2021, 12, 31)


def test_editions_that_follow_in_time_are_one_interval_and_a_gap_parts_two() -> None:
    """The last reaches its own staleness, not the present."""
    world = World().add(issue("2021-01-10 16:00"), issue("2021-02-10 16:00"), issue("2021-08-10 16:00"))
    told = [(one.from_, one.to, one.editions) for one in intervals(world.view(AS_OF)) if one.list == LIST]
    assert told == [("2021-01-10", "2021-03-28", 2), ("2021-08-10", "2021-09-25", 1)]


def test_what_still_covers_has_no_end_and_each_series_its_own_interval() -> None:
    world = World().add(issue("2021-12-10 16:00"), issue("2021-12-20 16:00", series=XML))
    told = [(one.series, one.to) for one in intervals(world.view(AS_OF)) if one.list == LIST]
    assert told == [(one, None) for one in sorted({SERIES, XML})]


def test_what_comes_after_the_vantage_covers_nothing() -> None:
    world = World().add(issue("2021-12-10 16:00"))
    assert intervals(world.view(date(2021, 12, 1))) == ()


def test_a_claim_of_the_chronicle_is_an_interval_and_an_extract_is_none() -> None:
    whole = Coverage(LIST, "2020-06-01", "2021-01-31", "all that was published")
    (one,) = intervals(World().add(claims(1, whole)).view(AS_OF))
    assert (one.list, one.series, one.from_) == (LIST, "chronicle", "2020-06-01")
    assert intervals(World().add(claims(1, Coverage(LIST, None, None, "some"))).view(AS_OF)) == ()


def test_an_interval_says_what_the_list_says_of_itself_on_each_day() -> None:
    """Day by day over a year with a gap."""
    world = World().add(issue("2021-01-10 23:59:59"), issue("2021-04-10 23:59:59"))
    told = intervals(world.view(AS_OF))
    days = [date(2021, 1, 1) + timedelta(days=number) for number in range(364)]
    asked = [day for day in days if list_state(world.view(day, date(2026, 1, 1)), LIST).covered]
    assert asked == [day for day in days if any(_holds(one, day) for one in told)]


def _holds(one: CoverageView, day: date) -> bool:
    return one.from_ <= day.isoformat() and (one.to is None or day.isoformat() < one.to)
