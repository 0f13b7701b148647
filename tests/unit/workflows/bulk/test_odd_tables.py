"""Tables as they come out of spreadsheets and accidents: read as they were meant, or refused with the way out."""

from datetime import date
from pathlib import Path

import pytest

from fasti.model.errors import BadInputError, FastiError, UnavailableError, UsageError
from fasti.workflows.bulk.inputs import form_of_start
from fasti.workflows.bulk.request import ScreenRequest
from fasti.workflows.settings import Settings
from tests.unit.workflows.bulk.authored import rows_of, run, write

DAY = ScreenRequest(as_of=date(2021, 3, 1))
FOUND = "Xiaomi Corporation"


def _screened(settings: Settings, folder: Path, name: str, data: bytes) -> list[tuple[str, str, str]]:
    """Return name, verdict and reason of each row."""
    (folder / name).write_bytes(data)
    run(settings, folder / name, folder / "out.csv", DAY)
    return [(one["name"], one["verdict"], one["reason"]) for one in rows_of(folder / "out.csv")]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("sep.csv", b"sep=;\r\nid;name\r\n1;Xiaomi Corporation\r\n"),
        ("mark.csv", b'\xef\xbb\xbf"sep=|"\nid|name\n1|Xiaomi Corporation\n'),
        ("unicode.csv", "sep=\t\nid\tname\n1\tXiaomi Corporation\n".encode("utf-16")),
        ("semicolon.csv", b"id;name\n1;Xiaomi Corporation\n"),
        ("tab.txt", b"id\tname\n1\tXiaomi Corporation\n"),
        ("old.csv", b"id,name\r1,Xiaomi Corporation\r"),
        ("lines.json", b'{"id": 1, "name": "Xiaomi Corporation"}\n'),
        ("array.json", b'[{"id": 1, "name": "Xiaomi Corporation"}]'),
        ("many.json", b'\xef\xbb\xbf\n [\n {"id": 1,\n  "name": "Xiaomi Corporation"\n }\n]\n'),
        ("apart.jsonl", b'{\n "id": 1,\n "name":\n "Xiaomi Corporation"\n}\n'),
    ],
)
def test_what_was_meant_is_read(settings: Settings, tmp_path: Path, name: str, data: bytes) -> None:
    assert _screened(settings, tmp_path, name, data) == [(FOUND, "match", "")]


@pytest.mark.parametrize("last", [b'3,"Norvik Bakery"\n', b"3,Norvik Bakery\n"])
def test_a_quote_that_is_never_closed_takes_no_row_with_it(settings: Settings, tmp_path: Path, last: bytes) -> None:
    data = b'id,name\n1,"Bergwald\n2,Xiaomi Corporation\n' + last
    (name, verdict, reason), *others = _screened(settings, tmp_path, "in.csv", data)
    assert (name, verdict) == ("", "error")
    assert "a quote of the row is never closed" in reason
    assert others == [(FOUND, "match", ""), ("Norvik Bakery", "incomplete", "")]


def test_a_cell_of_several_lines_is_one_row(settings: Settings, tmp_path: Path) -> None:
    data = b'name,remark\n"Xiaomi\nCorporation","a ""quoted""\nword, and more"\n'
    assert _screened(settings, tmp_path, "in.csv", data) == [("Xiaomi\nCorporation", "match", "")]


def test_a_comma_too_many_is_explained(settings: Settings, tmp_path: Path) -> None:
    ((_, verdict, reason),) = _screened(settings, tmp_path, "in.csv", b"id,name\n1,Xiaomi, Inc.\n")
    assert verdict == "error"
    assert reason == "the row has 3 cells where the header has 2: a cell that holds a comma has to stand in quotes"


def test_values_of_an_array_that_are_no_objects_lose_no_other(settings: Settings, tmp_path: Path) -> None:
    told = _screened(settings, tmp_path, "in.json", b'["x", 12, {"name": "Xiaomi Corporation"}]')
    assert told == [*[("", "error", "the value is no JSON object")] * 2, (FOUND, "match", "")]


def test_a_long_array_is_read_in_pieces(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fasti.workflows.bulk.json_values.READ_AT_ONCE", 7)
    data = '[{"name": "Bäckerei"},\n\n{"name": "Xiaomi Corporation"} , 12345678901]'.encode()
    assert [verdict for _, verdict, _ in _screened(settings, tmp_path, "in.json", data)] == [
        "incomplete",
        "match",
        "error",
    ]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("in.csv", b"PK\x03\x04rest", "is a workbook or a zip archive: save the sheet as CSV"),
        ("in.xls", b"\xd0\xcf\x11\xe0rest", "is a workbook of an older Excel"),
        ("in.csv.gz", b"\x1f\x8brest", "is packed by gzip"),
        ("in.csv", b"\nname\nx\n", "begins with a blank line: its first line has to be a header, such as id,name"),
        ("in.csv", b'id,"name\n1,x\n', "A quote in the header of .* is never closed"),
        ("in.csv", b"Xiaomi\nHuawei\n", "use --column name=HEADING, or write a header"),
        ("in.json", b"[]", "holds nothing: give an object a line or an array of objects"),
        ("in.json", b'["Xiaomi"]', "has no JSON object in its first 1000 values"),
        (
            "in.json",
            b'[{"name": "x"},',
            "no whole JSON after 1 values .it ends before its array does.: write",
        ),
        ("in.json", b'[{"name": "x"} {"name": "y"}]', "after 1 values .a comma or the end of the array is missing"),
        ("in.json", b'[{"name": "x"}] 1', "goes on after its JSON array"),
        ("in.json", b'[{"name": "\xff"}]', "is not UTF-8"),
        ("in.json", b"[" * 100_000, "is no whole JSON"),
    ],
)
def test_what_is_no_table_is_refused_with_the_way_out(
    settings: Settings, tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadInputError, match=told):
        run(settings, tmp_path / name, tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    ("out", "error", "told"),
    [
        ("folder.csv", UsageError, "folder.csv is a folder: name a file in it"),
        ("pipe.csv", UsageError, "pipe.csv is a device or a pipe, not a file"),
        ("nosuch/out.csv", UnavailableError, "There is no folder .*/nosuch for out.csv: make it"),
    ],
)
def test_a_place_that_no_file_can_take_is_refused_before_a_row_is_asked(
    settings: Settings, tmp_path: Path, out: str, error: type[FastiError], told: str
) -> None:
    import os

    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    source = write(tmp_path / "in.csv", ["name", "x"])
    with pytest.raises(error, match=told):
        run(settings, source, tmp_path / out)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder.csv", "in.csv", "pipe.csv"]


def test_the_form_of_a_pipe_is_told_by_its_beginning() -> None:
    assert form_of_start(b"PAR1...") == "parquet"
    assert form_of_start(b'\xef\xbb\xbf\n{"name": 1}') == "jsonl"
    assert form_of_start(b"") == "csv"
