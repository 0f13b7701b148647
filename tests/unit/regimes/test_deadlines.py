"""Deadlines: when they fall, the last day that is left, and what has become of them."""

from datetime import date, datetime

import pytest

from fasti.model.act import ActKind
from fasti.regimes.formula import Formula
from fasti.regimes.question import Question
from fasti.regimes.rule import Case, DeadlineRule
from tests.unit.ledger.worlds import World, act, at
from tests.unit.regimes.lawbook import (
    AFTER_60,
    AT_ONCE,
    BEFORE_365,
    THROUGH_365,
    book,
    company,
    deadline,
    listed,
    made,
    standing,
    version,
)

STAY = act("stay", ActKind.ENJOINED, "2021-03-12", "acme", stays="effects")
VACATED = act("off", ActKind.VACATED, "2021-05-25T16:09:00-04:00", "acme")


def last_day(due: Formula, *, inclusive: bool, clock: str = "wall") -> tuple[str, str]:
    """Return when a deadline falls for the listing of 14 January 2021, and its last day."""
    law = book(version(case=Case("listed", AT_ONCE, deadlines=(DeadlineRule("act", due, inclusive=inclusive),))))
    found = deadline(company(), date(2021, 2, 1), law=law, question=Question(clock=clock))
    return found.due, found.last_day


@pytest.mark.parametrize(
    ("due", "inclusive", "falls", "last"),
    [
        (THROUGH_365, True, "2022-01-14", "2022-01-14"),
        (Formula(days=365), False, "2022-01-14", "2022-01-13"),
        (BEFORE_365, False, "2022-01-14T00:01:00-05:00", "2022-01-13"),
        (Formula(on="2022-06-03", clock="00:00"), False, "2022-06-03T00:00:00-04:00", "2022-06-02"),
        (Formula(on="2021-11-11", clock="23:59", zone="EST"), True, "2021-11-11T23:59:00-05:00", "2021-11-11"),
        (Formula(on="2021-11-11", clock="17:00"), False, "2021-11-11T17:00:00-05:00", "2021-11-11"),
    ],
)
def test_through_a_day_takes_it_in_and_before_a_day_leaves_it_out(
    due: Formula, falls: str, last: str, *, inclusive: bool
) -> None:
    """Before an hour of a day leaves that day in, unless the hour is its first minute."""
    assert last_day(due, inclusive=inclusive) == (falls, last)


def test_by_the_letter_before_a_minute_past_midnight_daylight_time_ends_late_on_the_day_before() -> None:
    assert last_day(BEFORE_365, inclusive=False, clock="literal") == ("2022-01-13T23:01:00-05:00", "2022-01-13")


@pytest.mark.parametrize(
    ("as_of", "status"),
    [(date(2021, 1, 14), "pending"), (date(2022, 1, 14), "pending"), (date(2022, 1, 15), "passed")],
)
def test_it_has_passed_once_its_last_day_is_over(as_of: date, status: str) -> None:
    assert deadline(company(), as_of).status == status


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        (date(2021, 3, 11), "pending"),
        (date(2021, 3, 12), "suspended"),
        (at("2021-05-25 16:08"), "suspended"),
        (at("2021-05-25 16:09"), "moot"),
        (date(2022, 6, 1), "moot"),
    ],
)
def test_suspended_with_its_effect_and_moot_once_that_ended_first(as_of: date | datetime, status: str) -> None:
    assert deadline(company(STAY, VACATED), as_of).status == status


def test_a_deadline_that_passed_before_the_listing_ended_is_not_moot() -> None:
    late = act("off", ActKind.DELISTED, "2022-03-01", "acme")
    assert deadline(company(late), date(2022, 3, 2)).status == "passed"


def test_an_end_on_the_very_day_of_the_deadline_leaves_it_moot() -> None:
    same = act("off", ActKind.DELISTED, "2022-01-14", "acme")
    assert deadline(company(same), date(2022, 1, 14)).status == "moot"


def test_a_relisting_restarts_the_clock() -> None:
    world = World().add(
        made(),
        listed("2021-01-14"),
        act("off", ActKind.DELISTED, "2021-03-08", "acme"),
        listed("2021-03-08", act_id="again"),
    )
    found = standing(world, date(2021, 3, 9))
    assert (found.listed_on, found.deadlines[0].due, found.effects[0].from_) == (
        "2021-03-08",
        "2022-03-08",
        "2021-05-07T09:30:00-04:00",
    )


def test_deadlines_come_by_date_whatever_their_number_and_equal_ones_in_a_fixed_order() -> None:
    ones = tuple(
        DeadlineRule(what, Formula(on=on), inclusive=True)
        for what, on in (("c", "2022-01-01"), ("b", "2022-02-01"), ("a", "2022-02-01"), ("d", "2022-02-01"))
    )
    law = book(version(case=Case("listed", AFTER_60, deadlines=ones)))
    assert [one.what for one in standing(company(), date(2021, 2, 1), law=law).deadlines] == ["c", "a", "b", "d"]
