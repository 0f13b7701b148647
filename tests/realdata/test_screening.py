"""Screening on the real lists: how much of slips is found, how few others are, and the same answers as `check`.

The bounds are what was measured, a little lower: they hold what is reached. docs/validation.md has the figures.
"""

import csv
from pathlib import Path

import pytest

from fasti.model.validation import ValidateAnswer
from fasti.workflows.asking import CheckRequest
from fasti.workflows.bulk.asked import Asked
from fasti.workflows.bulk.request import ScreenRequest
from fasti.workflows.bulk.screener import opened
from fasti.workflows.checking import check
from fasti.workflows.ingesting import ingest
from fasti.workflows.settings import Settings
from fasti.workflows.validating.validate import ValidateRequest, validate

pytestmark = pytest.mark.realdata

SLIPS = ("letter_dropped", "letter_doubled", "letter_added", "letter_replaced", "letters_swapped")
NEGATIVES = ("negatives_global_1000.csv", "negatives_us_1000.csv")


@pytest.fixture(scope="module")
def settings(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of a ledger with the newest edition of the UN's list."""
    settings = Settings(tmp_path_factory.mktemp("un") / "ledger.db", "test")
    ingest(settings, "un_sc", [max((shared / "data" / "un_sc_series").glob("*.xml.gz"))])
    return settings


@pytest.fixture(scope="module")
def strangers(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return one table of 2,000 persons who are on no list."""
    rows = []
    for name in NEGATIVES:
        with (shared / "checks" / "names" / name).open(encoding="utf-8", newline="") as file:
            rows += list(csv.DictReader(file))
    path = tmp_path_factory.mktemp("strangers") / "strangers.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


def _report(settings: Settings, strangers: Path, *, evidence: bool) -> ValidateAnswer:
    request = ValidateRequest(
        lists=("un_sc",),
        parties=120,
        left_out=0,
        seed=11,
        evidence=evidence,
        recipes=SLIPS,
        negatives_file=strangers,
    )
    return validate(settings, request, lambda *_: None)


def test_slips_in_un_names_are_found_and_no_stranger_with_birth_date_and_country_is(
    settings: Settings, strangers: Path
) -> None:
    found = _report(settings, strangers, evidence=True)
    assert found.negatives.asked == 2000
    assert found.alerts == ()
    latin = next(one for one in found.by_script if one.of == "Latin")
    assert (latin.share or 0) >= 0.97
    assert (found.positives.share or 0) >= 0.95


def test_by_name_alone_few_strangers_are_hit(settings: Settings, strangers: Path) -> None:
    found = _report(settings, strangers, evidence=False)
    assert (found.positives.share or 0) >= 0.95
    assert (found.negatives.share or 0) <= 0.005


def test_the_rows_of_real_names_are_the_answers_of_check(settings: Settings, shared: Path) -> None:
    path = shared / "checks" / "names" / "positives_un_untreated.csv"
    with path.open(encoding="utf-8", newline="") as file:
        names = [row["full_name"] for row in csv.DictReader(file)][::40]
    with opened(settings, ScreenRequest()) as (screener, _):
        rows = screener.screen([Asked.named(number, name) for number, name in enumerate(names, 1)])
    for name, row in zip(names, rows, strict=True):
        answer = check(settings, CheckRequest(name))
        assert row.verdict == answer.verdict, name
        found = [(one.party_id, one.score, one.matched_name) for one in (*row.hits, *row.history)]
        assert sorted(found) == sorted(
            (one.party_id, one.match.score, one.match.matched_name) for one in answer.parties
        )
