"""Wrong use at the terminal: what is told, where, and that nothing is lost or made unasked."""

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
