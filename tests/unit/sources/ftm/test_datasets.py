"""Each dataset is a series of its own: a second one takes nothing away from the first."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fasti.model.errors import UsageError
from fasti.workflows.ingesting import ingest
from fasti.workflows.settings import Settings
from fasti.workflows.verification import verify

NOW = datetime(2026, 3, 3, tzinfo=UTC)


def _file(folder: Path, dataset: str, *names: str) -> Path:
    path = folder / f"{dataset}.json"
    lines = [
        {"id": f"{dataset}-{name}", "schema": "Company", "datasets": [dataset], "properties": {"name": [name]}}
        for name in names
    ]
    path.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    return path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return the settings of an empty ledger."""
    return Settings(tmp_path / "ledger.db", "test", clock=lambda: NOW)


def _taken(settings: Settings, path: Path, dataset: str = "") -> tuple[str, str]:
    (view,) = ingest(settings, "ftm", [path], dataset=dataset).editions
    return view.series, view.outcome


def test_two_datasets_live_side_by_side(settings: Settings, tmp_path: Path) -> None:
    first = _file(tmp_path, "un_sc_sanctions", *(f"Un {number}" for number in range(20)))
    second = _file(tmp_path, "eu_fsf", *(f"Eu {number}" for number in range(20)))
    assert _taken(settings, first) == ("ftm/json/un_sc_sanctions", "admitted")
    assert _taken(settings, second) == ("ftm/json/eu_fsf", "admitted")
    assert [one.message for one in verify(settings, deep=True).faults] == []


def test_an_edition_that_lost_most_of_its_own_dataset_is_held(settings: Settings, tmp_path: Path) -> None:
    path = _file(tmp_path, "un_sc_sanctions", *(f"Un {number}" for number in range(20)))
    ingest(settings, "ftm", [path], datetime(2026, 1, 1, tzinfo=UTC))
    assert _taken(settings, _file(tmp_path, "un_sc_sanctions", "Un 1")) == ("ftm/json/un_sc_sanctions", "held")


def test_a_name_given_makes_the_series(settings: Settings, tmp_path: Path) -> None:
    path = _file(tmp_path, "un_sc_sanctions", "Un 1")
    assert _taken(settings, path, "Our Collection, 2026") == ("ftm/json/our_collection_2026", "admitted")


def test_several_datasets_in_one_file_are_a_collection(settings: Settings, tmp_path: Path) -> None:
    both = _file(tmp_path, "a", "A").read_text() + _file(tmp_path, "b", "B").read_text()
    (tmp_path / "both.json").write_text(both, encoding="utf-8")
    assert _taken(settings, tmp_path / "both.json") == ("ftm/json", "admitted")


def test_official_sources_have_no_datasets(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="us_ofac_sdn is official and has no datasets"):
        ingest(settings, "us_ofac_sdn", [tmp_path], dataset="x")
