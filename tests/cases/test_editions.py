"""Authored editions in the official formats, read as any user's: the law answers for each of their entries."""

from datetime import date
from pathlib import Path

import pytest

from fasti.workflows.ingesting import ingest
from fasti.workflows.inventory import accept
from fasti.workflows.settings import Settings
from tests.cases.entries import TODAY, effects_on, speaks

GOLDEN = Path(__file__).parents[1] / "golden" / "sources"
EDITIONS = {
    ("gb_uksl", "uk-sanctions-list.xml"): "gb_sanctions",
    ("gb_uksl", "uk-sanctions-list.csv"): "gb_sanctions",
    ("ch_seco", "swiss-sanctions-list.xml"): "ch_seco",
    ("au_dfat", "australian_sanctions_consolidated_list.csv"): "au_dfat",
    ("eu_fsf", "xmlfullsanctionslist_1_1.xml"): "eu_fsf",
    ("eu_fsf", "csvfullsanctionslist.csv"): "eu_fsf",
}


@pytest.mark.parametrize(("source", "file"), EDITIONS)
def test_no_entry_is_met_with_silence(source: str, file: str, tmp_path: Path) -> None:
    """An entry that no rule fits would read as permitted; the small editions are accepted as whole ones first."""
    settings = Settings(tmp_path / "ledger.db", "test")
    for edition in ingest(settings, source, [GOLDEN / source / file], seen_at=date(2026, 11, 1)).editions:
        if edition.outcome == "held":
            accept(settings, edition.edition, "An authored edition.")
    told = dict(effects_on(settings, EDITIONS[source, file], TODAY))
    assert told
    assert [key for key, effects in told.items() if not any(speaks(one) for one in effects)] == []
