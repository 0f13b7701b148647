"""An event that no rule counts from is refused, and one from which nothing follows is told."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fasti.model.answer import CheckAnswer
from fasti.model.errors import UsageError
from fasti.workflows.asking import CheckRequest
from fasti.workflows.checking import check
from fasti.workflows.settings import Settings


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of a ledger that is filled from the chronicle alone."""
    folder: Path = tmp_path_factory.mktemp("events")
    return Settings(folder / "ledger.db", "fasti/test", clock=lambda: datetime(2026, 11, 29, 12, tzinfo=UTC))


def asked(settings: Settings, kind: str, on: str) -> CheckAnswer:
    """Ask about a company of the NS-CMIC List with one event."""
    return check(
        settings, CheckRequest("SZ DJI Technology", date(2024, 6, 20), events=((kind, date.fromisoformat(on)),))
    )


def codes(answer: CheckAnswer) -> list[str]:
    """Return the codes of the problems about events."""
    return [one.code for one in answer.run.problems if one.code == "event_without_deadline"]


def test_a_duty_that_follows_is_told_with_its_event(settings: Settings) -> None:
    answer = asked(settings, "rejected", "2024-06-14")
    found = [due for party in answer.parties for one in party.standings for due in one.deadlines if due.event]
    assert [(one.event, one.last_day, one.status) for one in found] == [
        ("rejected=2024-06-14", "2024-07-01", "pending")
    ]
    assert answer.query.events == ("rejected=2024-06-14",)
    assert codes(answer) == []


@pytest.mark.parametrize(("kind", "on"), [("rejected", "2022-02-13"), ("blocked", "2024-06-14")])
def test_an_event_from_which_nothing_follows_is_a_problem(settings: Settings, kind: str, on: str) -> None:
    assert codes(asked(settings, kind, on)) == ["event_without_deadline"]


def test_an_unknown_kind_is_refused_with_those_there_are(settings: Settings) -> None:
    with pytest.raises(UsageError, match=r"seized is no event.*blocked, rejected"):
        asked(settings, "seized", "2024-06-14")
