"""Tables in and out: the three forms say the same, every row is accounted for, and hostile ones are told of."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from fasti.model.errors import BadInputError, UsageError
from fasti.workflows.bulk.inputs import Reading
from fasti.workflows.bulk.request import ScreenRequest
from fasti.workflows.bulk.tables import COLUMNS
from fasti.workflows.settings import Settings
from tests.unit.workflows.bulk.authored import lines_of, rows_of, run, write

DAY = ScreenRequest(as_of=date(2021, 3, 1), history=True)
RECORDS: list[dict[str, str | None]] = [
    {"id": "a", "name": "Xiaomi Corporation", "country": "China"},
    {"id": "b", "name": "Norvik Bakery", "country": None},
    {"id": "c", "name": None, "country": "France"},
    {"id": "d", "name": "Bergwald Optik", "country": "Atlantis"},
]


def _written(form: str, folder: Path) -> Path:
    path = folder / f"in.{form}"
    if form == "csv":
        return write(path, ["id,name,country", *(",".join(one[key] or "" for key in one) for one in RECORDS)])
    if form == "jsonl":
        return write(path, [json.dumps(one) for one in RECORDS])
    parquet.write_table(pa.Table.from_pylist(RECORDS), path)
    return path


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_every_form_of_table_says_the_same(settings: Settings, tmp_path: Path, form: str) -> None:
    answer = run(settings, _written(form, tmp_path), tmp_path / "out.csv", DAY)
    found = rows_of(tmp_path / "out.csv")
    assert tuple(found[0]) == COLUMNS
    assert [(one["row"], one["id"], one["verdict"], one["caption"]) for one in found] == [
        ("1", "a", "match", "Xiaomi Corporation"),
        ("2", "b", "incomplete", ""),
        ("3", "c", "error", ""),
        ("4", "d", "incomplete", ""),
    ]
    assert (answer.counts.rows, answer.counts.match, answer.counts.error) == (4, 1, 1)
    assert [one.message for one in answer.errors] == ["the row has neither a name nor an identifier"]
    assert [one.message for one in answer.notes] == [
        "country ... is no country that is known: write its name or two letters"
    ]


def test_the_forms_of_the_result_say_the_same(settings: Settings, tmp_path: Path) -> None:
    source = _written("csv", tmp_path)
    for form in ("csv", "jsonl", "parquet"):
        run(settings, source, tmp_path / f"out.{form}", DAY)
    flat, table = rows_of(tmp_path / "out.csv"), parquet.read_table(tmp_path / "out.parquet")
    nested = lines_of(tmp_path / "out.jsonl")
    assert [one["row"] for one in table.to_pylist()] == [int(one["row"]) for one in flat]
    assert [one["statuses"] for one in table.to_pylist()] == [
        one["statuses"].split("; ") if one["statuses"] else [] for one in flat
    ]
    assert [one["verdict"] for one in nested] == [one["verdict"] for one in flat]
    assert nested[0]["hits"][0]["score"] == table.to_pylist()[0]["score"] == float(flat[0]["score"])
    stamp = json.loads(table.schema.metadata[b"fasti"])
    beside = json.loads((tmp_path / "out.csv.run.json").read_text(encoding="utf-8"))
    assert stamp["run"] == beside["run"]
    assert beside["output"]["size"] == (tmp_path / "out.csv").stat().st_size


def test_columns_may_be_named(settings: Settings, tmp_path: Path) -> None:
    source = write(tmp_path / "in.txt", ["Titel;Nummer;name", "Xiaomi Corporation;7;nobody"])
    answer = run(
        settings, source, tmp_path / "out.csv", DAY, reading=Reading("csv", {"name": ["Titel"], "id": ["Nummer"]})
    )
    assert answer.counts.match == 1
    assert answer.input.not_used == ("name",)
    assert rows_of(tmp_path / "out.csv")[0]["id"] == "7"


def test_what_is_not_used_is_told_with_what_to_write(settings: Settings, tmp_path: Path) -> None:
    source = write(tmp_path / "in.csv", ["name,kind,dob,country", "Xiaomi Corporation,firm,1980-02-30,Atlantis"])
    answer = run(settings, source, tmp_path / "out.csv", DAY)
    assert sorted(one.message for one in answer.notes) == [
        "birth_date ... is no date, or means two: write it like 1970-12-31",
        "country ... is no country that is known: write its name or two letters",
        "kind ... is no sort of party that is known: write aircraft, organization, person, vessel",
    ]


def test_names_in_parts_and_entities_are_read(settings: Settings, tmp_path: Path) -> None:
    parts = write(tmp_path / "parts.csv", ["First name,Surname", "Xiaomi,Corporation"])
    assert run(settings, parts, tmp_path / "one.csv", DAY).counts.match == 1
    entity = {
        "id": "x",
        "schema": "Company",
        "properties": {"name": ["Nobody", "Xiaomi Corporation"], "country": ["cn"]},
    }
    entities = write(tmp_path / "entities.jsonl", [json.dumps(entity)])
    assert run(settings, entities, tmp_path / "two.jsonl", DAY).counts.match == 1


def test_rows_that_cannot_be_asked_lose_no_other(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(
        b"name,country\n"
        b"Xiaomi Corporation,cn\n"
        b"ragged\n"
        b"caf\xe9,fr\n" + b"A" * 1_000_000 + b",fr\n"
        b"isin:XX,\n"
        b'"=HYPERLINK(""x"")",\n'
        b"nul\x00 and \x1b[31m red,\n" + b"word " * 10_000 + b",\n"
        b"Xiaomi Corporation,cn"
    )
    answer = run(settings, path, tmp_path / "out.csv", DAY)
    found = rows_of(tmp_path / "out.csv")
    verdicts = ["match", "error", "error", "error", "error", "incomplete", "incomplete", "error", "match"]
    assert [one["verdict"] for one in found] == verdicts
    assert found[5]["name"] == '\'=HYPERLINK("x")'
    assert "has 1 cells where the header has 2" in found[1]["reason"]
    assert "--encoding" in found[2]["reason"]
    assert answer.counts.rows == 9


def test_lines_that_are_no_json_lose_no_other(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(
        b'{"name":"Xiaomi Corporation"}\n[1]\n{"name":\n\xff\xfe\n' + b"[" * 5000 + b'\n{"name":"Xiaomi Corporation"'
    )
    answer = run(settings, path, tmp_path / "out.jsonl", DAY)
    assert (answer.counts.rows, answer.counts.match, answer.counts.error) == (6, 1, 5)


def _twice(*headings: str) -> bytes:
    """Return a Parquet file of one row, whose columns have these headings."""
    file = BytesIO()
    parquet.write_table(pa.Table.from_arrays([pa.array(["Xiaomi Corporation"])] * len(headings), headings), file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data"), [("in.csv", b"name,x,x\nXiaomi Corporation,1,2\n"), ("in.parquet", _twice("name", "x", "x"))]
)
def test_columns_that_are_not_used_may_share_a_heading(
    settings: Settings, tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    answer = run(settings, tmp_path / name, tmp_path / "out.csv", DAY)
    assert (answer.counts.match, answer.input.not_used) == (1, ("x", "x"))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("in.csv", b"", "is empty"),
        ("in.csv", b"a,b\n1,2\n", "no column that says a name"),
        ("in.csv", b"name,name\nx,y\n", "more than one column"),
        ("in.csv", "name,id\nx,y\n".encode("utf-16-le"), "first line of .* is not text in utf-8: name --encoding"),
        ("in.parquet", _twice("name", "name"), "more than one column 'name'"),
        ("in.csv", b"\xff\xabname,\xfe\n1,2\n", "first line of .* is not text in utf-8"),
        ("in.jsonl", b"", "holds nothing"),
        ("in.jsonl", b"\x00\xff\nno json\n", "no JSON object in its first"),
        ("in.jsonl", b'{"a":1}\n', "no key that says a name"),
        ("in.parquet", b"PAR1 nothing", "no whole Parquet"),
    ],
)
def test_a_table_that_says_nothing_is_refused(
    settings: Settings, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadInputError, match=said):
        run(settings, tmp_path / name, tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    ("reading", "said"),
    [
        (Reading(columns={"name": ["Title"]}), "no column 'Title'"),
        (Reading(columns={"nom": ["name"]}), "nothing to screen by"),
        (Reading(encoding="klingon"), "is no encoding"),
        (Reading("xlsx"), "is no format"),
    ],
)
def test_wrong_use_is_told(settings: Settings, tmp_path: Path, reading: Reading, said: str) -> None:
    source = write(tmp_path / "in.csv", ["name", "x"])
    with pytest.raises(UsageError, match=said):
        run(settings, source, tmp_path / "out.csv", reading=reading)


def test_a_table_is_not_written_over(settings: Settings, tmp_path: Path) -> None:
    source = write(tmp_path / "in.csv", ["name", "x"])
    with pytest.raises(UsageError, match="the table itself"):
        run(settings, source, source)
