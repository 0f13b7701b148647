"""The history that the eCFR holds: one edition for each day on which the text changed, public when it was brought."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from fasti.cli.main import main
from fasti.ledger.sqlite import open_store
from fasti.model.backfill import BackfillAnswer
from fasti.model.entry import Edition
from fasti.model.errors import RefusedError, UnavailableError, UsageError
from fasti.model.moment import utc_text
from fasti.sources.archives import Archive, archives
from fasti.workflows import backfilling, inventory, past_ecfr
from fasti.workflows.settings import Settings
from fasti.workflows.verification import verify
from tests.golden.sources.editions import members
from tests.unit.workflows.past_worlds import SUPPLEMENT, Server, csv_files, served, settings_in, version


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Serve three versions of a supplement, whose text is in a format that has a reader."""
    monkeypatch.setattr(past_ecfr, "FORM", "csv")
    with served() as told:
        archive = Archive("ecfr", told.base, "15", "744", SUPPLEMENT)
        monkeypatch.setattr(backfilling, "archives", lambda: {"us_ofac_sdn": archive})
        told.versions = [
            version("2021-03-16", "2021-03-18"),
            version("2021-01-05", "2021-01-05"),
            version("2021-02-01", "2021-02-04"),
            version("2021-02-01", "2021-02-03"),
            version("2021-02-02", "2021-02-02", identifier="744.11"),
        ]
        told.texts = {
            "2021-01-05": csv_files()["sdn.csv"],
            "2021-02-01": csv_files(b"AMENDED")["sdn.csv"],
            "2021-03-16": csv_files()["sdn.csv"],
        }
        yield told


def _run(settings: Settings) -> BackfillAnswer:
    base, past = backfilling.of_archive(settings, "us_ofac_sdn", None, 0.0)
    return backfilling.backfill(settings, "us_ofac_sdn", base, past)


def _editions(settings: Settings) -> list[Edition]:
    with open_store(settings.ledger) as store:
        bodies = [entry.body for entry in store.log()]
    return [body for body in bodies if isinstance(body, Edition) and body.source == "us_ofac_sdn"]


def test_an_edition_speaks_for_its_day_and_is_public_when_the_archive_brought_it(
    server: Server, tmp_path: Path
) -> None:
    """Nothing earlier is attested; of two issues that brought one day's text the later counts."""
    settings = settings_in(tmp_path / "ledger")
    answer = _run(settings)
    assert [(one.name, one.outcome) for one in answer.past] == [
        ("2021-01-05", "admitted"),
        ("2021-02-01", "admitted"),
        ("2021-03-16", "admitted"),
    ]
    assert len(server.asked) == 5
    told = [(utc_text(one.listed_at), utc_text(one.seen_at), one.basis) for one in _editions(settings)]
    assert told == [
        ("2021-01-06T04:59:59Z", "2021-01-06T04:59:59Z", "stated"),
        ("2021-02-02T04:59:59Z", "2021-02-05T04:59:59Z", "stated"),
        ("2021-03-17T03:59:59Z", "2021-03-19T03:59:59Z", "stated"),
    ]
    assert [one.public_at for one in _editions(settings)] == [one.seen_at for one in _editions(settings)]
    assert verify(settings, deep=True).faults == ()


def test_what_the_ledger_has_is_not_asked_for_again(server: Server, tmp_path: Path) -> None:
    """A text that could not be had is asked for at the next run, and stops nothing before."""
    settings = settings_in(tmp_path / "ledger")
    text = server.texts.pop("2021-02-01")
    assert [one.outcome for one in _run(settings).past] == ["admitted", "unavailable", "admitted"]
    server.texts["2021-02-01"] = text
    server.asked.clear()
    assert [one.outcome for one in _run(settings).past] == ["unchanged", "admitted", "unchanged"]
    assert len(server.asked) == 3
    assert [one.outcome for one in _run(settings).past] == ["unchanged"] * 3


def test_a_text_that_stood_long_is_asked_for_again_so_that_it_does_not_go_stale(server: Server, tmp_path: Path) -> None:
    """At the distance at which the list would count as stale, up to the last day for which the archive speaks."""
    settings = settings_in(tmp_path / "ledger")
    server.versions = [version("2021-01-05", "2021-01-05"), version("2021-05-01", "2021-05-03")]
    server.up_to_date = "2021-06-15"
    days = ["2021-01-05", "2021-02-19", "2021-04-05", "2021-05-01", "2021-06-15"]
    server.texts = {day: csv_files(b"AMENDED" if day > "2021-05" else b"")["sdn.csv"] for day in days}
    answer = _run(settings)
    assert [(one.name, one.outcome) for one in answer.past] == [(day, "admitted") for day in days]
    told = [one for one in inventory.sources(settings).coverage if one.list == "us_ofac_sdn"]
    assert [(one.from_, one.to, one.editions) for one in told] == [("2021-01-05", "2021-07-31", 5)]
    server.up_to_date = "2021-08-01"
    server.texts["2021-07-30"] = server.texts["2021-06-15"]
    assert [one.outcome for one in _run(settings).past] == [*["unchanged"] * 5, "admitted"]


def test_a_removal_is_no_edition(server: Server, tmp_path: Path) -> None:
    """An empty list is not what the archive shows."""
    server.versions = [version("2021-01-05", "2021-01-05"), version("2021-02-03", "2021-02-03", removed=True)]
    answer = _run(settings_in(tmp_path / "ledger"))
    assert [one.outcome for one in answer.past] == ["admitted", "refused"]
    assert "was taken out of the Code on 2021-02-03" in answer.past[1].reason


def test_a_list_of_versions_that_makes_no_sense_is_refused(server: Server, tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "ledger")
    for versions in ([], [version("2021-01-05", "2021-01-05", identifier="744.1")]):
        server.versions = list(versions)
        with pytest.raises(RefusedError, match="holds no version of Supplement"):
            _run(settings)
    server.versions = [{"date": "soon", "identifier": SUPPLEMENT}]
    with pytest.raises(RefusedError, match="is not what the archive documents"):
        _run(settings)
    with pytest.raises(UsageError, match="No public archive of us_ofac_cons is known"):
        backfilling.of_archive(settings, "us_ofac_cons", None, 0.0)


def test_only_the_archives_own_host_is_asked(server: Server, tmp_path: Path) -> None:
    """Another address of the same archive can be given; it must be https, or this machine."""
    settings = settings_in(tmp_path / "ledger")
    assert backfilling.of_archive(settings, "us_ofac_sdn", f"{server.base}/", 0.0)[0] == server.base
    with pytest.raises(UnavailableError, match="not https"):
        backfilling.of_archive(settings, "us_ofac_sdn", "http://example.org", 0.0)


def test_the_supplements_are_those_of_part_744() -> None:
    """Entity List, Unverified List, Military End-User List."""
    held = {source: one.appendix for source, one in archives().items() if one.kind == "ecfr"}
    assert held == {
        "us_bis_entity": "Supplement No. 4 to Part 744",
        "us_bis_meu": "Supplement No. 7 to Part 744",
        "us_bis_uvl": "Supplement No. 6 to Part 744",
    }


def test_the_entity_lists_history_is_read_by_its_own_reader(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the command line, over an authored supplement in the archive's own format, too small to be the whole."""
    (text,) = (one.data for one in members("us_bis_entity", "xml"))
    with served() as told:
        told.versions = [version("2021-03-01", "2021-03-03"), version("2021-03-16", "2021-03-18")]
        told.texts = {"2021-03-01": text, "2021-03-16": text.replace(b"denial", b"denial,")}
        line = ["backfill", "us_bis_entity", "--url", told.base, "--pause", "0", "--db", str(tmp_path / "ledger.db")]
        assert main([*line, "--format", "json"]) == 3
        first = json.loads(capsys.readouterr().out)
        assert main([*line, "--since", "2021-03-10", "--format", "json"]) == 0
        again = json.loads(capsys.readouterr().out)
    assert [(one["name"], one["outcome"], one["edition"]["series"]) for one in first["past"]] == [
        ("2021-03-01", "held", "us_bis_entity/xml"),
        ("2021-03-16", "held", "us_bis_entity/xml"),
    ]
    assert [(one["name"], one["outcome"]) for one in again["past"]] == [("2021-03-16", "unchanged")]
