"""Every list of the catalogue is explained, or said plainly not to be modelled."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from fasti.model.errors import UsageError
from fasti.regimes.rulebook import load_rulebook
from fasti.sources.catalog import load_catalog
from fasti.workflows.explaining import explain
from fasti.workflows.settings import Settings


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of a ledger that is filled from the chronicle alone."""
    folder: Path = tmp_path_factory.mktemp("law")
    return Settings(folder / "ledger.db", "fasti/test", clock=lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))


@pytest.mark.parametrize("list_id", sorted(load_catalog().lists))
def test_every_list_is_explained_or_said_not_to_be_modelled(settings: Settings, list_id: str) -> None:
    answer = explain(settings, list_id)
    reached = [regime.regime_id for regime in load_rulebook().reaching(list_id)]
    assert answer.law == ("modelled" if reached else "not_modelled")
    assert [one.regime for one in answer.regimes] == reached
    for regime in answer.regimes:
        assert regime.who_is_bound
        assert all(version.citation for rule in regime.rules for version in rule.versions)
    assert bool(answer.sources) == bool(reached)


def test_policies_followed_stand_in_the_run(settings: Settings) -> None:
    assert explain(settings, "us_dod_ccmc", policies={"us.clock": "literal"}).run.policies["us.clock"] == "literal"
    with pytest.raises(UsageError, match=r"us\.dial"):
        explain(settings, "us_dod_ccmc", policies={"us.dial": "wall"})


def test_a_list_that_there_is_not_is_refused(settings: Settings) -> None:
    with pytest.raises(UsageError, match="no_list"):
        explain(settings, "no_list")
