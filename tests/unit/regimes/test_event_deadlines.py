"""Deadlines counted from an event that the user dates: only where the duty bound on that day."""

from datetime import date

import pytest

from fasti.model.act import ActKind
from fasti.model.standing import Deadline
from fasti.regimes.deadlines import event_kinds
from fasti.regimes.formula import Formula
from fasti.regimes.question import Question
from fasti.regimes.rule import Case, DeadlineRule
from tests.unit.ledger.worlds import World, act
from tests.unit.regimes.lawbook import AT_ONCE, THROUGH_365, book, company, standing, version

TEN = DeadlineRule("report it", Formula(business_days=10, calendar="us-federal", event="blocked"), inclusive=True)
YEARLY = DeadlineRule("report all", Formula(yearly="09-30", held_on="06-30", event="blocked"), inclusive=True)
SELL = DeadlineRule("sell", THROUGH_365, inclusive=True)
LAW = book(version(case=Case("listed", AT_ONCE, deadlines=(TEN, YEARLY, SELL))))
STAY = act("stay", ActKind.ENJOINED, "2021-03-12", "acme", stays="effects", acts=("on",), ended_at="2021-04-01")
OFF = act("off", ActKind.DELISTED, "2021-06-01", "acme", acts=("on",))


def due(*days: str, as_of: str = "2021-03-01", world: World | None = None, kind: str = "blocked") -> list[Deadline]:
    """Return the deadlines that events give."""
    events = tuple((kind, date.fromisoformat(day)) for day in days)
    found = standing(world or company(), date.fromisoformat(as_of), law=LAW, question=Question(events=events))
    return [one for one in found.deadlines if one.event]


def test_each_event_gives_its_deadlines_and_names_itself() -> None:
    told = [(one.event, one.what, one.due, one.status) for one in due("2021-02-22", "2021-02-23")]
    assert told == [
        ("blocked=2021-02-22", "report it", "2021-03-08", "pending"),
        ("blocked=2021-02-23", "report it", "2021-03-09", "pending"),
        ("blocked=2021-02-22", "report all", "2021-09-30", "pending"),
        ("blocked=2021-02-23", "report all", "2021-09-30", "pending"),
    ]


def test_without_an_event_only_the_listing_counts() -> None:
    found = standing(company(), date(2021, 3, 1), law=LAW)
    assert [(one.what, one.event) for one in found.deadlines] == [("sell", None)]


@pytest.mark.parametrize(("day", "count"), [("2021-01-13", 0), ("2021-01-14", 2), ("2021-05-31", 2), ("2021-06-01", 0)])
def test_only_what_happened_while_the_duty_bound_starts_a_period(day: str, count: int) -> None:
    assert len(due(day, as_of="2021-07-01", world=company(OFF))) == count


@pytest.mark.parametrize(("day", "count"), [("2021-03-11", 2), ("2021-03-12", 0), ("2021-03-31", 0), ("2021-04-01", 2)])
def test_what_happened_while_a_court_suspended_it_starts_none(day: str, count: int) -> None:
    assert len(due(day, as_of="2021-04-02", world=company(STAY))) == count


def test_a_report_stays_due_when_the_listing_has_ended() -> None:
    (report, *_) = due("2021-05-28", as_of="2021-06-02", world=company(OFF))
    assert (report.due, report.status) == ("2021-06-14", "pending")


@pytest.mark.parametrize(
    ("as_of", "dues"),
    [
        ("2021-09-30", ["2021-09-30 pending"]),
        ("2021-10-01", ["2021-09-30 passed", "2022-09-30 pending"]),
        ("2025-10-01", ["2021-09-30 passed", "2026-09-30 pending"]),
    ],
)
def test_a_yearly_report_shows_the_first_and_the_next(as_of: str, dues: list[str]) -> None:
    found = [one for one in due("2021-03-01", as_of=as_of) if one.what == "report all"]
    assert [f"{one.due} {one.status}" for one in found] == dues


def test_an_event_of_another_kind_counts_for_nothing() -> None:
    assert due("2021-02-22", kind="rejected") == []


def test_the_kinds_are_those_that_a_rule_counts_from() -> None:
    assert event_kinds(LAW) == ("blocked",)
    assert event_kinds(book()) == ()
