"""A row without a hit is written as it was asked: in every form just as if it had been told in full."""

from io import BytesIO

import pytest
from pyarrow import parquet

from fasti.model.screened import ScreenedRow
from fasti.screening.keys import parse_key
from fasti.workflows.bulk.asked import Asked
from fasti.workflows.bulk.finding import _may_be_key
from fasti.workflows.bulk.outputs import FORMATS, PARQUET, encode_part
from fasti.workflows.bulk.tally import count

ROWS = [
    Asked(1, None, "Norvik Bakery"),
    Asked(2, "a", 'Bergwald, "Optik"'),
    Asked(3, "=1+1", "@norvik\tone\r\ntwo\nthree"),
    Asked(4, "x,y", "Zoë Ünal \ud800 \x00 \x7f \u2028", None, "", ("gender 'q' is neither male nor female", "-1, 2")),
    Asked(5, "", "'norvik"),
    Asked(6, "  ", " "),
]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.row))
def test_a_row_without_a_hit_is_written_as_if_it_were_told(row: Asked, form: str) -> None:
    told = ScreenedRow(row.row, row.id, row.name, "no_match", None, row.notes, (), ())
    mine, theirs = (encode_part([one], form, "no_match", history=True) for one in (row, told))
    if form == PARQUET:
        assert parquet.read_table(BytesIO(mine)).to_pylist() == parquet.read_table(BytesIO(theirs)).to_pylist()
    else:
        assert mine == theirs


def test_rows_without_a_hit_are_counted_as_if_they_were_told() -> None:
    told = [ScreenedRow(one.row, one.id, one.name, "no_match", None, one.notes, (), ()) for one in ROWS]
    assert count(ROWS, "no_match") == count(told, "no_match")
    assert count(ROWS, "no_match")["counts"]["no_match"] == len(ROWS)


@pytest.mark.parametrize(
    "text",
    [
        "US5949181045",
        "us594918104-5 ",
        "HWUPKR0MPOU8FGXBT394",
        "Norvik 2",
        "Norvik Inc.",
        "ofac:1",
        " ",
        "",
        "-",
        "A-",
        "É",
    ],
)
def test_a_name_is_taken_for_none_only_where_a_key_may_be_read(text: str) -> None:
    assert _may_be_key(text) == (not text.strip() or ":" in text or parse_key(text) is not None)
