"""What was on the lists goes out whole, and comes back as it went."""

import csv
import json
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fasti.model.errors import UnavailableError, UsageError
from fasti.model.listing import ENTRIES, Listing
from fasti.sources.drafting import Memo
from fasti.sources.offers import find_offers, load
from fasti.sources.reading import read
from fasti.workflows.exporting import ExportRequest, export
from fasti.workflows.ingesting import ingest
from fasti.workflows.settings import Settings
from tests.golden.sources.editions import FOLDER

NOW = datetime(2026, 3, 3, tzinfo=UTC)
SDN = ("us_ofac_sdn",)
LIBRARY = Path(__file__).parents[3] / ".tmp" / "exchange" / "bin" / "python"
"""An interpreter that has the library followthemoney."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return the settings of a ledger with two authored editions of OFAC's lists."""
    settings = Settings(tmp_path / "ledger.db", "test", clock=lambda: NOW)
    ingest(settings, "us_ofac_sdn", [FOLDER / "us_ofac_sdn" / "sdn_advanced.xml"])
    ingest(settings, "us_ofac_cons", [FOLDER / "us_ofac_cons" / "cons_advanced.xml"])
    return settings


def _back(folder: Path) -> dict[str, Listing]:
    (offer,) = find_offers("ftm", folder)
    draft = read("ftm", load(offer), Memo())
    assert draft.problems == ()
    return draft.parts[ENTRIES]


def test_a_list_goes_out_and_comes_back(settings: Settings, tmp_path: Path) -> None:
    """Everybody on it, with places, dates and links."""
    answer = export(settings, tmp_path / "out", ExportRequest(lists=SDN))
    assert (answer.parties, [one.entries for one in answer.lists], answer.lists[0].coverage) == (4, [4], "complete")
    entries = _back(tmp_path / "out")
    assert set(entries) == {f"ftm:ofac-9010{number}" for number in (1, 2, 3, 4)}
    company = entries["ftm:ofac-90101"]
    assert {(one.list, one.basis) for one in company.memberships} == {
        ("us_ofac_sdn", "RUSSIA-EO14024"),
        ("us_ofac_sdn", "SDGT"),
    }
    assert [(one.what, one.on) for one in company.stated] == [("listing", "2022-04-06")]
    assert ("linked_to", "ftm:ofac-90102") in {(fact.what, fact.value) for fact in company.facts}


def test_every_list_goes_out_if_none_is_named(settings: Settings, tmp_path: Path) -> None:
    """Those of the chronicle too, each said how far it is held."""
    answer = export(settings, tmp_path / "out", ExportRequest())
    told = {one.list: (one.coverage, one.entries) for one in answer.lists}
    assert told["us_ofac_sdn"] == ("complete", 4)
    assert told["un_sc"] == ("none", 0)
    assert told["us_dod_1260h"][0] == "extract"
    assert answer.parties == len(_back(tmp_path / "out"))
    assert answer.records == len(Path(answer.path).read_bytes().splitlines())


def test_the_vantage_decides_who_is_written(settings: Settings, tmp_path: Path) -> None:
    """Xiaomi was on the list for four months."""
    during = export(settings, tmp_path / "a", ExportRequest(lists=("us_dod_ccmc",), as_of=date(2021, 3, 16)))
    after = export(settings, tmp_path / "b", ExportRequest(lists=("us_dod_ccmc",), as_of=date(2021, 5, 26)))
    names = [{name.text for one in _back(tmp_path / folder).values() for name in one.names} for folder in "ab"]
    assert "Xiaomi Corporation" in names[0] - names[1]
    assert during.parties == after.parties + 1


def test_a_status_that_is_not_listed_is_told(settings: Settings, tmp_path: Path) -> None:
    """Who is announced or suspended is written, and said to be so."""
    answer = export(settings, tmp_path / "out", ExportRequest(lists=("us_dod_ccmc",), as_of=date(2021, 3, 16)))
    lines = [json.loads(line) for line in Path(answer.path).read_text(encoding="utf-8").splitlines()]
    statuses = [one["properties"].get("status") for one in lines if one["schema"] == "Sanction"]
    assert set(map(str, statuses)) <= {"None", "['announced']", "['suspended']"}


def test_the_simple_form_has_a_row_for_each(settings: Settings, tmp_path: Path) -> None:
    """With the columns that other tools expect."""
    answer = export(settings, tmp_path / "out", ExportRequest("simple", SDN))
    with Path(answer.path).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == [f"ofac-9010{number}" for number in (1, 2, 3, 4)]
    assert set(_back(tmp_path / "out")) == {f"ftm:{row['id']}" for row in rows}


def test_the_same_vantage_gives_the_same_bytes(settings: Settings, tmp_path: Path) -> None:
    """So that a changed file is a changed list; and it takes the place of the last one."""
    request = ExportRequest(lists=SDN, as_of=date(2026, 3, 2))
    first = export(settings, tmp_path / "out", request)
    assert export(settings, tmp_path / "out", request).sha256 == first.sha256
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["entities.ftm.json"]


def test_what_is_written_can_be_ingested(settings: Settings, tmp_path: Path) -> None:
    """As an exchange file, which makes nobody listed and nobody not."""
    export(settings, tmp_path / "out", ExportRequest(lists=SDN))
    other = Settings(tmp_path / "other.db", "test", clock=lambda: NOW)
    (view,) = ingest(other, "ftm", [tmp_path / "out"]).editions
    assert (view.outcome, view.entries, view.problems) == ("admitted", 4, ())
    again = export(other, tmp_path / "again", ExportRequest(lists=SDN))
    assert (again.parties, again.lists[0].coverage) == (0, "none")


def test_what_cannot_be_written_is_one_sentence(settings: Settings, tmp_path: Path) -> None:
    """A file in the place of the folder; a list or form that is none."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UnavailableError, match="cannot be made a folder"):
        export(settings, tmp_path / "file", ExportRequest())
    with pytest.raises(UsageError, match="atlantis is no list"):
        export(settings, tmp_path / "out", ExportRequest(lists=("atlantis",)))
    with pytest.raises(UsageError, match="--as xml is no form"):
        export(settings, tmp_path / "out", ExportRequest("xml"))
    assert not (tmp_path / "out").exists()


def test_the_library_accepts_every_entity(settings: Settings, tmp_path: Path) -> None:
    """FollowTheMoney itself validates and cleans each, and no value is lost.

    The library lives in an environment of its own, which `bash .ci/exchange` makes; it needs a compiler.
    """
    if not LIBRARY.exists():
        pytest.skip("the library followthemoney is not installed: run bash .ci/exchange")
    answer = export(settings, tmp_path / "out", ExportRequest())
    command: list[str | Path] = [LIBRARY, Path(__file__).with_name("validating.py"), answer.path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    written = Path(answer.path).read_text(encoding="utf-8").count("\n")
    assert done.stdout == f"{written} entities\n"


def test_the_check_by_the_library_can_fail(tmp_path: Path) -> None:
    """A date that is none, a schema that is none, a value that cleaning drops."""
    if not LIBRARY.exists():
        pytest.skip("the library followthemoney is not installed: run bash .ci/exchange")
    good: dict[str, object] = {"id": "a", "schema": "Company", "properties": {"name": ["Acme"]}}
    bad = [good | {"schema": "Shop"}, good | {"properties": {"name": ["Acme"], "incorporationDate": ["soon"]}}]
    for number, entity in enumerate(bad):
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps(entity) + "\n", encoding="utf-8")
        command = [LIBRARY, Path(__file__).with_name("validating.py"), path]
        assert subprocess.run(command, capture_output=True, check=False).returncode != 0
