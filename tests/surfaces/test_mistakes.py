"""Wrong use at the terminal: what is told, where, and that nothing is lost or made unasked."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from fasti.cli.main import main


def test_a_ledger_that_was_not_there_is_made_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["list", "us_dod_ccmc", "--db", str(tmp_path / "typo.db")]
    assert main(asked) == 0
    first = capsys.readouterr()
    assert first.err == (
        f"There was no ledger at {tmp_path / 'typo.db'}: it has been made, with the acts that come with Fasti and no "
        "official list; if you meant another, check --db.\n"
    )
    assert main(asked) == 0
    again = capsys.readouterr()
    assert again.err == ""
    assert again.out.splitlines()[0].partition(",")[0] == first.out.splitlines()[0].partition(",")[0]


def test_a_ledger_named_by_nothing_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "us_dod_ccmc", "--db", ""]) == 2
    assert capsys.readouterr().err == "--db is blank: name the file of a ledger, or leave the option out.\n"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (["chek"], "No such command 'chek'. Did you mean 'check', 'schema'? See fasti --help."),
        (["--nosuch"], "No such option: --nosuch. See fasti --help."),
        (["--db", "x", "list", "us_dod_ccmc"], "follow the command, as in fasti list --db; see fasti list --help."),
        (["screen"], "Missing argument 'FILE'. See fasti screen --help."),
        (["screen", "a.csv"], "Missing option '--output' / '-o'. See fasti screen --help."),
        (["screen", "a.csv", "b.csv", "-o", "c.csv"], "extra argument(s) (b.csv). See fasti screen --help."),
        (["check", "x", "--db"], "Option '--db' requires an argument. See fasti check --help."),
        (["check", "x", "--format", "xml"], "'xml' is not one of 'text', 'json'. See fasti check --help."),
        (["diff", "us_ofac_sdn", "--from", "2024-01-01"], "Missing option '--to'. See fasti diff --help."),
    ],
)
def test_wrong_use_points_to_the_commands_own_help(
    capsys: pytest.CaptureFixture[str], line: list[str], told: str
) -> None:
    assert main(line) == 2
    err = capsys.readouterr().err
    assert err.endswith(f"{told}\n")
    assert err.count("\n") == 1


def test_a_table_without_a_row_is_told_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.csv").write_text("id,name\n", encoding="utf-8")
    line = ["screen", str(tmp_path / "in.csv"), "-o", str(tmp_path / "out.csv"), "--db", str(tmp_path / "ledger.db")]
    assert main(line) == 0
    assert "in.csv has no row." in capsys.readouterr().out.partition("out.csv: 0 rows")[0].replace("\n", " ")


def test_tables_go_through_pipes(tmp_path: Path) -> None:
    db = ["--db", str(tmp_path / "ledger.db"), "--as-of", "2021-03-01"]
    done = fasti("screen", "-", "-o", "-", *db, data='[{"name": "Xiaomi Corporation"}]')
    assert (done.returncode, [line.split(",")[3] for line in done.stdout.splitlines()]) == (0, ["verdict", "match"])
    assert "standard output: 1 row, 1 hit" in done.stderr
    done = fasti("screen", "-", "-o", str(tmp_path / "out.jsonl"), "--format", "json", *db, data="name\nXiaomi\n")
    told = json.loads(done.stdout)
    assert (told["input"]["path"], told["input"]["format"], told["counts"]["rows"]) == ("standard input", "csv", 1)
    done = fasti("screen", "-", "-o", "-", *db, data="a;b\n1;2\n")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("standard input has no column that says a name, among 'a', 'b': use --column")


def fasti(*arguments: str, data: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, with something in its standard input."""
    run = [sys.executable, "-c", "from fasti.cli.main import run; run()", *arguments]
    return subprocess.run(run, input=data, capture_output=True, text=True, check=False)
