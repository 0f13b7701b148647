"""Release notes of law: what the law changed stands apart from what we corrected, each from its own day."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fasti.regimes.policies import load_policies
from fasti.workflows.opening import open_ledger
from fasti.workflows.rulebook import rules
from fasti.workflows.settings import Settings
from tests.unit.ledger.worlds import withdraw

WRONG = "us-dod-ccmc-2020-06-12"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of a ledger with the chronicle, and a correction recorded on 2 December 2026."""
    folder: Path = tmp_path_factory.mktemp("rules")
    settings = Settings(folder / "ledger.db", "fasti/test", clock=lambda: datetime(2026, 12, 2, 12, tzinfo=UTC))
    with open_ledger(settings) as ledger:
        ledger.store.append(withdraw(WRONG), settings.now())
    return settings


def test_the_orders_on_chinese_military_companies_are_changes_of_the_law(settings: Settings) -> None:
    answer = rules(settings, date(2021, 1, 1), date(2021, 6, 30))
    found = {one.act_id: one for one in answer.law_changed}
    assert {"us-eo-13974", "us-eo-14032"} <= found.keys()
    assert "us-eo-13959" not in found
    assert "us.eo13959.purchase/v2" in found["us-eo-14032"].ended
    assert {one.on[:4] for one in answer.law_changed} >= {"2021"}
    assert min(one.on[:10] for one in answer.law_changed) >= "2021-01-01"


def test_a_correction_counts_from_the_day_it_was_recorded_and_is_no_change_of_the_law(settings: Settings) -> None:
    answer = rules(settings, date(2026, 12, 1))
    assert [(one.on, one.subject, one.stands) for one in answer.record_corrected] == [
        ("2026-12-02", WRONG, "nothing stands instead")
    ]
    assert WRONG not in {one.act_id for one in answer.law_changed}
    assert [one.subject for one in rules(settings, date(2026, 12, 3)).record_corrected] == []


def test_every_version_says_how_sure_it_is(settings: Settings) -> None:
    found = rules(settings).rules
    assert found
    assert [one for one in found if one.confidence == "high" and not one.primary_read] == []
    assert [one for one in found if not one.citation or not one.from_] == []


def test_every_policy_is_told_with_its_default_first(settings: Settings) -> None:
    told = {one.name: one.values[0].value for one in rules(settings).policies}
    assert told == {one.name: one.default for one in load_policies()}
