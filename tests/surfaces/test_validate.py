"""`fasti validate` as a user meets it: every option reaches the workflow, and the page holds the whole report."""

from datetime import date
from pathlib import Path

import pytest

from fasti.cli.main import main
from tests.surfaces.authored import LISTS
from tests.surfaces.authored_bulk import VALIDATED


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Put an authored report in the place of the workflow; return what it was asked."""
    seen: list[object] = []

    def stand_in(*arguments: object) -> object:
        seen.extend(arguments)
        return VALIDATED

    monkeypatch.setattr("fasti.workflows.validating.validate.validate", stand_in)
    monkeypatch.setattr("fasti.cli.listinfo.known_lists", lambda: LISTS)
    return seen


def test_options_reach_the_workflow(asked: list[object]) -> None:
    line = (
        "validate --parties 3 --made-up 4 --left-out 5 --evidence --recipe case --seed 6 "
        "--positives p.csv --negatives n.csv --as-of 2021-03-16 --known-at 2021-03-14 --list un_sc "
        "--threshold 0.8 --head 7"
    )
    assert main(line.split()) == 0
    request = asked[1]
    for name, value in {
        "parties": 3,
        "negatives": 4,
        "left_out": 5,
        "evidence": True,
        "recipes": ("case",),
        "seed": 6,
        "positives_file": Path("p.csv"),
        "negatives_file": Path("n.csv"),
        "as_of": date(2021, 3, 16),
        "known_at": date(2021, 3, 14),
        "lists": ("un_sc",),
        "threshold": 0.8,
        "head": 7,
    }.items():
        assert getattr(request, name) == value, name


@pytest.mark.usefixtures("asked")
def test_the_page_holds_the_report_and_fetches_nothing(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    assert main(["validate", "--html", str(path)]) == 0
    page = path.read_text(encoding="utf-8")
    for said in ("letter_dropped", "Xaomi", "Comex Ltd", "an acronym of another name", "97.50%", "not a clearance"):
        assert said in page
    assert "<script" not in page
    assert 'src="http' not in page
