"""`fasti ownership` hands its options on, and says in one sentence what is wrong with a file."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from fasti.cli.main import main
from fasti.cli.text.ownership import document
from fasti.cli.text.printing import render
from fasti.model.reached import OwnershipAnswer
from fasti.workflows.owning import OwnershipRequest
from fasti.workflows.settings import Settings
from tests.surfaces.authored import LISTS
from tests.surfaces.authored_ownership import HALTED, OWNERSHIP


def test_options_reach_the_workflow(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[OwnershipRequest] = []

    def stand_in(_: Settings, request: OwnershipRequest) -> OwnershipAnswer:
        asked.append(request)
        return OWNERSHIP

    monkeypatch.setattr("fasti.workflows.owning.reached", stand_in)
    line = (
        "--as-of 2024-07-02 --known-at 2024-07-01 --assume X:eu_fsf --assume Y:us_ofac_sdn --actor eu-person "
        "--list eu_fsf --policy eu.ownership=at_least_50 --head 7"
    )
    assert main(["ownership", "a.csv", "b.csv", *line.split()]) == 0
    (request,) = asked
    assert [path.name for path in request.stakes] == ["a.csv", "b.csv"]
    assert (request.as_of, request.known_at, request.head) == (date(2024, 7, 2), date(2024, 7, 1), 7)
    assert (request.assume, request.actors) == (("X:eu_fsf", "Y:us_ofac_sdn"), ("eu-person",))
    assert (request.lists, request.policies) == (("eu_fsf",), {"eu.ownership": "at_least_50"})


@pytest.mark.parametrize(
    ("rows", "code", "sentence"),
    [
        ("owner,asset,share\nX,A,5O\n", 3, "stakes.csv, line 2: '5O' is no share: write 50, 50%, 0.5"),
        ("owner,asset\nX,A\n", 3, "stakes.csv, line 1: the header lacks share"),
        ("owner,asset,share,shares\nX,A,1,2\n", 3, "the column 'shares' is unknown: use owner, asset, share"),
        ("owner,asset,share\nX,A\n", 3, "stakes.csv, line 2: there are 2 cells where the header has 3 columns"),
        ("owner,asset,share\nX,,5\n", 3, "stakes.csv, line 2: the owner or the asset is blank"),
        ('{"id": "a"\n', 3, "stakes.csv, line 1: it is no FollowTheMoney entity"),
    ],
)
def test_a_bad_file_is_told_in_one_sentence(
    rows: str, code: int, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "stakes.csv"
    path.write_text(rows, encoding="utf-8")
    assert main(["ownership", str(path), "--db", str(tmp_path / "ledger.db")]) == code
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--assume", "X:no_list"], "--assume X:no_list names no list"),
        (["--assume", "Z:us_ofac_sdn"], "--assume Z:us_ofac_sdn names no party of the stakes"),
        (["--list", "no_list"], "no_list is no list"),
        (["--policy", "eu.ownership=60"], "60 is no value of the policy eu.ownership"),
    ],
)
def test_wrong_use_is_told_in_one_sentence(
    options: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "stakes.csv"
    path.write_text("owner,asset,share\nX,A,50\n", encoding="utf-8")
    assert main(["ownership", str(path), "--db", str(tmp_path / "ledger.db"), *options]) == 2
    assert sentence in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ownership", str(tmp_path / "no.csv"), "--db", str(tmp_path / "ledger.db")]) == 4
    assert "no.csv cannot be read" in capsys.readouterr().err


def test_control_left_open_is_told_in_the_same_sentence() -> None:
    why = "Not reached: the rule is suspended. Were it in force, the answer would be: possible control."
    answer = replace(OWNERSHIP, reached=(replace(HALTED, why=why, control="not_assessed"),))
    told = " ".join(render(document(answer, LISTS), width=100, colour=False).split())
    assert "possible control; control not assessed. " in told
