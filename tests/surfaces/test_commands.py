"""The commands as a user meets them: what they print, where, and with which exit code."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from fasti.cli.main import main
from fasti.model.errors import RefusedError, UnavailableError
from tests.surfaces.authored import CHECK, INCOMPLETE, LISTS
from tests.surfaces.authored_bulk import SCREENED, VALIDATED
from tests.surfaces.authored_law import CONTRASTED, EXPLAINED, RULES
from tests.surfaces.authored_others import (
    ALL,
    BACKFILLED,
    BUNDLE,
    EXPORTED,
    INGESTED,
    LISTING,
    SOURCES,
    SYNCED,
    TIMELINE,
    VERIFIED,
)
from tests.surfaces.authored_ownership import OWNERSHIP

WORKFLOWS = {
    "checking.check": CHECK,
    "timelines.timeline": TIMELINE,
    "listings.list_entries": LISTING,
    "owning.reached": OWNERSHIP,
    "differences.diff": ALL["diff"],
    "differences.diff_all": ALL["diff_all"],
    "inventory.sources": SOURCES,
    "inventory.accept": SOURCES,
    "deciding.decide": ALL["decide"],
    "ingesting.ingest": INGESTED,
    "backfilling.backfill": BACKFILLED,
    "notices.keep_notices": BACKFILLED,
    "backfilling.of_git": [],
    "backfilling.of_folder": [],
    "backfilling.of_archive": ("https://example.org", []),
    "bundling.export_bundle": BUNDLE,
    "exporting.export": EXPORTED,
    "bundling.ingest_bundle": BUNDLE,
    "contrasting.contrast": CONTRASTED,
    "explaining.explain": EXPLAINED,
    "rulebook.rules": RULES,
    "bulk.files.screen_file": SCREENED,
    "syncing.sync": SYNCED,
    "validating.validate.validate": VALIDATED,
    "verification.verify": VERIFIED,
    "demonstration.demo": ALL["demo"],
}
LINES = {
    "check": ["check", "Xiaomi"],
    "timeline": ["timeline", "Xiaomi"],
    "list": ["list", "us_ofac_sdn"],
    "ownership": ["ownership", "stakes.csv"],
    "diff": ["diff", "us_ofac_sdn", "--from", "2022-04-05", "--to", "2022-04-07"],
    "diff_all": ["diff", "all", "--from", "2022-04-05", "--to", "2022-04-07"],
    "sources": ["sources"],
    "ingest": ["ingest", "us_ofac_sdn", "sdn.csv"],
    "backfill": ["backfill", "us_bis_entity"],
    "bundle": ["export", "ledger.fasti", "--bundle"],
    "contrast": ["contrast", "Xiaomi", "Huawei"],
    "explain": ["explain", "us_dod_ccmc"],
    "export": ["export", "out"],
    "screen": ["screen", "customers.csv", "-o", "hits.parquet"],
    "sync": ["sync"],
    "validate": ["validate"],
    "verify": ["verify"],
    "decide": ["decide", "same-as", "ofac:1", "ofac:2", "--why", "one number"],
    "demo": ["demo"],
}


@dataclass
class Desk:
    """Workflows that give authored answers and note what they were asked."""

    answers: dict[str, Any]
    asked: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = field(default_factory=dict)

    def workflow(self, name: str) -> Callable[..., Any]:
        """Return a stand-in for one workflow."""

        def stand_in(*arguments: object, **options: object) -> object:
            self.asked[name] = (arguments, options)
            answer = self.answers[name]
            if isinstance(answer, BaseException):
                raise answer
            return answer

        return stand_in


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Put authored answers in the place of every workflow."""
    desk = Desk(dict(WORKFLOWS))
    for name in WORKFLOWS:
        monkeypatch.setattr(f"fasti.workflows.{name}", desk.workflow(name))
    monkeypatch.setattr("fasti.cli.listinfo.known_lists", lambda: LISTS)
    return desk


@pytest.mark.parametrize("name", LINES)
@pytest.mark.usefixtures("desk")
def test_json_is_the_answer_and_nothing_else(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([*LINES[name], "--format", "json"])
    printed = capsys.readouterr()
    answer = json.loads(printed.out)
    assert answer["schema"] == ALL[name].schema
    assert printed.err == ""


@pytest.mark.parametrize("name", LINES)
@pytest.mark.usefixtures("desk")
def test_text_is_plain_in_a_pipe(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(LINES[name])
    text = capsys.readouterr().out
    assert text
    assert "\x1b" not in text
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_options_of_check_reach_the_workflow(desk: Desk) -> None:
    line = (
        "--as-of 2021-03-16 --known-at 2021-03-14T00:00:00Z --actor us-person --actor exporter --act purchase "
        "--list us_dod_ccmc --list us_ofac_sdn --require us_dod_ccmc --threshold 0.9 --clock literal --head 7"
    )
    assert main(["check", "Xiaomi", *line.split()]) == 0
    (_, request), _ = desk.asked["checking.check"]
    assert (request.name, request.as_of) == ("Xiaomi", date(2021, 3, 16))
    assert request.known_at == datetime(2021, 3, 14, tzinfo=UTC)
    assert (request.actors, request.act) == (("us-person", "exporter"), "purchase")
    assert (request.lists, request.require) == (("us_dod_ccmc", "us_ofac_sdn"), ("us_dod_ccmc",))
    assert (request.threshold, request.head, request.policies) == (0.9, 7, {"us.clock": "literal"})


def test_options_of_screen_reach_the_workflow(desk: Desk) -> None:
    line = (
        "screen in.txt -o out --input-format csv --output-format jsonl --column name=Title --column name=Alias "
        "--encoding cp1252 --as-of 2021-03-16 --known-at 2021-03-14 --list us_ofac_sdn --require us_ofac_sdn "
        "--threshold 0.9 --history --workers 3 --restart --head 7"
    )
    assert main(line.split()) == 3
    (_, job, request, _), _ = desk.asked["bulk.files.screen_file"]
    assert (job.source, job.out, job.form, job.workers, job.restart) == (Path("in.txt"), Path("out"), "jsonl", 3, True)
    assert (job.reading.form, job.reading.columns) == ("csv", {"name": ("Title", "Alias")})
    assert (job.reading.encoding, request.threshold, request.history, request.head) == ("cp1252", 0.9, True, 7)
    assert (request.as_of, request.known_at) == (date(2021, 3, 16), date(2021, 3, 14))
    assert (request.lists, request.require) == (("us_ofac_sdn",), ("us_ofac_sdn",))


def test_options_of_export_reach_the_workflow(desk: Desk) -> None:
    line = "export out --as simple --list us_ofac_sdn --as-of 2022-04-07 --known-at 2022-04-08 --head 7"
    assert main(line.split()) == 0
    (_, folder, request), _ = desk.asked["exporting.export"]
    assert (folder, request.form, request.lists, request.head) == (Path("out"), "simple", ("us_ofac_sdn",), 7)
    assert (request.as_of, request.known_at) == (date(2022, 4, 7), date(2022, 4, 8))
    assert main(["export", "out"]) == 0
    (_, _, request), _ = desk.asked["exporting.export"]
    assert (request.form, request.lists, request.as_of) == ("ftm", (), None)


def test_db_names_the_ledger_after_any_subcommand(desk: Desk, tmp_path: Path) -> None:
    for name, line in LINES.items():
        desk.asked.clear()
        main([*line, "--db", str(tmp_path / "ledger.db")])
        ((settings, *_), _) = next(iter(desk.asked.values()))
        assert settings.ledger == tmp_path / "ledger.db", name


def test_a_date_for_seen_at_counts_to_the_end_of_that_day_at_the_publisher(desk: Desk) -> None:
    main(["ingest", "us_ofac_sdn", "sdn.csv", "--seen-at", "2021-03-16"])
    (_, source, paths, seen_at, _), _ = desk.asked["ingesting.ingest"]
    assert (source, paths) == ("us_ofac_sdn", (Path("sdn.csv"),))
    assert seen_at.isoformat() == "2021-03-16T23:59:59-04:00"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("check Xiaomi", 0),
        ("check Xiaomi --fail-on listed", 1),
        ("check Xiaomi --fail-on match", 1),
        ("check Xiaomi --fail-on effect", 0),
        ("check Xiaomi --require us_dod_ccmc", 0),
        ("check Xiaomi --require us_ofac_sdn", 5),
        ("check Xiaomi --require us_ofac_sdn --fail-on listed", 1),
        ("sources", 0),
        ("sources --health", 1),
        ("sources --accept 1a2b --why checked", 0),
        ("sources --accept 1a2b", 2),
        ("ingest us_ofac_sdn sdn.csv", 3),
        ("backfill us_bis_entity", 4),
        ("backfill us_ofac_sdn --from-git mirror --path sdn.csv --path alt.csv", 4),
        ("backfill us_ofac_sdn --from-git mirror", 2),
        ("backfill us_ofac_sdn --path sdn.csv", 2),
        ("backfill us_ofac_sdn --from-git mirror --path sdn.csv --from-folder series", 2),
        ("backfill us_bis_entity --notices read --since 2021-01-01 --until 2021-12-31", 4),
        ("backfill us_bis_entity --notices read --from-folder series", 2),
        ("backfill us_bis_entity --pause -1", 2),
        ("ingest bundle ledger.fasti", 0),
        ("ingest bundle one.fasti two.fasti", 2),
        ("ingest bundle ledger.fasti --seen-at 2021-03-16", 2),
        ("export ledger.fasti --bundle", 0),
        ("export ledger.fasti --bundle --as ftm", 2),
        ("export ledger.fasti --bundle --list us_ofac_sdn", 2),
        ("export out", 0),
        ("export out --as simple --list us_ofac_sdn --as-of 2022-04-07", 0),
        ("export out --as xml", 2),
        ("export", 2),
        ("screen in.csv -o out.csv", 3),
        ("screen in.csv -o out.csv --fail-on match", 1),
        ("screen in.csv -o out.csv --column name", 2),
        ("screen in.csv", 2),
        ("sync", 4),
        ("sync us_ofac_sdn --addresses mirror.toml", 4),
        ("validate", 0),
        ("validate --parties -1", 2),
        ("verify --deep", 0),
        ("schema", 0),
        ("schema check", 0),
        ("schema chek", 2),
        ("", 0),
        ("--version", 0),
        ("check", 2),
        ("chek Xiaomi", 2),
        ("check Xiaomi --as-off 2021-03-16", 2),
        ("check Xiaomi --format xml", 2),
        ("check Xiaomi --threshold 2", 2),
        ("check Xiaomi --head -1", 2),
        ("check Xiaomi --actor martian", 2),
        ("check Xiaomi --known-at 2021-02-30", 2),
        ("diff us_ofac_sdn --from 2022-04-05", 2),
        ("ingest us_ofac_sdn", 2),
    ],
)
@pytest.mark.usefixtures("desk")
def test_exit_codes(line: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line.split()) == code
    printed = capsys.readouterr()
    if code == 2:
        assert printed.out == ""
        assert len(printed.err.splitlines()) == 1, "one sentence on stderr"


def test_a_required_list_not_consulted_is_named_on_stderr(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.answers["checking.check"] = INCOMPLETE
    assert main(["check", "Rosneft", "--require", "us_ofac_sdn", "--format", "json"]) == 5
    printed = capsys.readouterr()
    assert json.loads(printed.out)["verdict"] == "incomplete"
    assert printed.err == "us_ofac_sdn was required and not consulted (not loaded): fasti ingest us_ofac_sdn PATH.\n"


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (RefusedError("sdn.csv is an error page: fetch it again"), 3, "sdn.csv is an error page: fetch it again."),
        (UnavailableError("The ledger is locked: wait."), 4, "The ledger is locked: wait."),
        (PermissionError(13, "Permission denied", "/ledger"), 4, "Permission denied: /ledger; choose another place"),
        (KeyboardInterrupt(), 130, "Interrupted: what had been recorded stays recorded."),
        (RuntimeError("boom"), 70, "Internal error (RuntimeError: boom): please report it"),
    ],
)
def test_failures_are_one_sentence(
    desk: Desk, error: BaseException, code: int, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.answers["checking.check"] = error
    assert main(["check", "Xiaomi", "--format=json"]) == code
    told, answer = capsys.readouterr().err.splitlines()
    assert told.startswith(sentence)
    assert json.loads(answer) == {"schema": "fasti/error/1", "error": told, "exit_code": code}


@pytest.mark.usefixtures("desk")
def test_fasti_alone_prints_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("Usage: fasti")


@pytest.mark.usefixtures("desk")
def test_a_page_is_written_beside_the_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    assert main(["check", "Xiaomi", "--html", str(page)]) == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert capsys.readouterr().err == f"Wrote {page}.\n"


@pytest.mark.usefixtures("desk")
def test_a_page_that_cannot_be_written_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--html", str(tmp_path / "none" / "page.html")]) == 4
    assert capsys.readouterr().err.startswith("No such file or directory: ")
