"""`fasti compare`: every row in has a row out, in order, and a row that cannot be compared says why."""

import csv
import json
from pathlib import Path

import pytest

from fasti.cli.codes import Exit
from fasti.cli.main import main


def _compared(pairs: Path, *options: str) -> tuple[int, list[dict[str, str]]]:
    out = pairs.with_name("out.csv")
    code = main(["compare", str(pairs), "-o", str(out), *options])
    with out.open(encoding="utf-8", newline="") as file:
        return code, list(csv.DictReader(file))


def test_csv_pairs_are_scored_in_order(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("name1,name2,kind\nJohn Shade,SHADE John,person\nKinbote Ltd,Gradus Ltd,company\n", "utf-8")
    code, rows = _compared(pairs)
    assert code == Exit.DONE
    assert [row["line"] for row in rows] == ["2", "3"]
    assert float(rows[0]["score"]) == 1
    assert float(rows[1]["score"]) == 0


def test_json_lines_carry_evidence_and_scalars(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    same, other = {"name": "John Shade", "birthDate": "1898-07-05"}, {"name": ["John Shade"], "birthDate": ["1915"]}
    lines = [{"schema": "Person", "query": same, "candidate": one} for one in (same, other)]
    pairs.write_text("\n".join(map(json.dumps, lines)) + "\n", "utf-8")
    _, rows = _compared(pairs)
    assert [float(row["score"]) for row in rows] == [1.0, 0.8]
    assert "birth_date '1898-07-05' '1915' -0.2000" in rows[1]["explanation"]


BAD_LINES = [
    ("{", "Line 1 is no JSON"),
    ("[]", 'Line 1 needs "schema"'),
    ('{"schema": "Person", "query": {"name": "A"}}', 'Line 1 needs "candidate"'),
    ('{"schema": "Person", "query": {"name": 1}, "candidate": {"name": "A"}}', 'Line 1 has a "name" in "query"'),
    ('{"schema": "Person", "query": {}, "candidate": {"name": "A"}}', 'Line 1 says nothing in "query"'),
    ("[" * 100_000, "Line 1 is no JSON"),
]


@pytest.mark.parametrize(("line", "sentence"), BAD_LINES)
def test_a_bad_line_says_what_is_wrong_and_the_others_are_scored(line: str, sentence: str, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    good = json.dumps({"schema": "Company", "query": {"name": "Kinbote"}, "candidate": {"name": "Kinbote"}})
    pairs.write_text(f"{line}\n\n{good}\n", "utf-8")
    code, rows = _compared(pairs)
    assert code == Exit.BAD_INPUT
    assert [(row["line"], row["score"]) for row in rows] == [("1", ""), ("3", "1.000000")]
    assert rows[0]["problem"].startswith(sentence)
    assert rows[0]["problem"].endswith(".")


def test_a_bad_row_of_a_csv_file_says_what_is_wrong(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("name1,name2,kind\nA,,person\nA,B,boat\nA,B,person,C\nA,A,\n", "utf-8")
    code, rows = _compared(pairs)
    assert code == Exit.BAD_INPUT
    assert [bool(row["problem"]) for row in rows] == [True, True, True, False]
    assert "has the kind 'boat'" in rows[1]["problem"]


def test_a_file_without_the_columns_is_refused_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("one,two\nA,B\n", "utf-8")
    assert main(["compare", str(pairs), "-o", str(tmp_path / "out.csv")]) == Exit.BAD_INPUT
    assert "has no column name1 and no column name2" in capsys.readouterr().err
    assert not (tmp_path / "out.csv").exists()


def test_the_output_never_replaces_the_input(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("name1,name2\nA,B\n", "utf-8")
    assert main(["compare", str(pairs), "-o", str(pairs)]) == Exit.WRONG_USE
    assert pairs.read_text("utf-8") == "name1,name2\nA,B\n"


def test_a_name_that_begins_like_a_formula_is_written_behind_an_apostrophe(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("name1,name2\n=1+1,=1+1\n", "utf-8")
    _, rows = _compared(pairs)
    assert rows[0]["query"] == "'=1+1"
