"""Comparing every list of a ledger says of each list what comparing that list alone says."""

from datetime import UTC, date, datetime

import pytest

from fasti.model.errors import UsageError
from fasti.workflows.differences import diff, diff_all
from fasti.workflows.ingesting import ingest
from fasti.workflows.settings import Settings
from tests.golden.sources.editions import FOLDER

NOW = datetime(2026, 6, 3, tzinfo=UTC)
EARLY, LATE = date(2020, 1, 1), date(2026, 6, 1)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return settings with a ledger that holds one edition of the UN's list besides the chronicle."""
    folder = tmp_path_factory.mktemp("ledger")
    (folder / "2026-01-01T2300Z.xml").write_bytes((FOLDER / "un_sc" / "consolidated.xml").read_bytes())
    settings = Settings(folder / "ledger.db", "test", clock=lambda: NOW)
    assert [one.outcome for one in ingest(settings, "un_sc", [folder / "2026-01-01T2300Z.xml"]).editions] == [
        "admitted"
    ]
    return settings


def test_each_list_is_told_as_it_is_told_alone(settings: Settings) -> None:
    told = diff_all(settings, EARLY, LATE)
    assert {"un_sc", "us_dod_1260h"} <= {one.list for one in told.lists}
    for one in told.lists:
        alone = diff(settings, one.list, EARLY, LATE)
        parts = ("editions", "added", "removed", "blips", "amended", "groups")
        assert [getattr(one, part) for part in parts] == [getattr(alone, part) for part in parts]


def test_a_list_on_which_nothing_changed_is_named_if_anything_is_held_of_it(settings: Settings) -> None:
    told = diff_all(settings, LATE, LATE)
    assert told.lists == ()
    assert "un_sc" in told.unchanged
    assert "eu_fsf" not in told.unchanged
    assert "eu_fsf" in {one.list for one in told.run.not_screened}


def test_dates_in_the_wrong_order_are_refused(settings: Settings) -> None:
    with pytest.raises(UsageError, match="--from 2026-06-01 lies after --to 2020-01-01"):
        diff_all(settings, LATE, EARLY)
