"""Tables of agencies are read as spreadsheets leave them, and refused where something is missing."""

import pytest

from fasti.model.errors import RefusedError
from fasti.sources.drafting import RawMember
from fasti.sources.trade.table import Columns, Table, named, read_table

COLUMNS = Columns(("name", "city"), ("note",), {"party": "name"})


def _table(text: str | bytes, delimiter: str = ",") -> Table:
    data = text if isinstance(text, bytes) else text.encode()
    return read_table(RawMember("entries", "x.csv", data), COLUMNS, delimiter)


def test_cells_go_by_the_names_of_their_columns() -> None:
    """Columns have had other names; blank rows and columns without a name say nothing."""
    table = _table("City,Party,,\nZenda,Ore,,\n,,,\nStrelsau,Coal\n")
    assert [named(table, row) for row in table.rows] == [
        {"city": "Zenda", "name": "Ore"},
        {"city": "Strelsau", "name": "Coal"},
    ]
    assert (table.problems, table.doubts) == ((), ())


def test_a_row_may_end_before_what_it_need_not_have() -> None:
    """It is filled up."""
    assert _table("Name\tCity\tNote\nOre\tZenda\n", "\t").rows == (("Ore", "Zenda", ""),)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Name,Town\nOre,Zenda\n", "another list: it has no column city"),
        ("Name,City,A,B,C\nOre,Zenda,,,\n", "another list: it has a column a, and 2 more"),
        ("Name,City\nOre\n", "1 columns, not 2"),
        ("Name,City\nOre,Zenda,x\n", "3 columns, not 2"),
        ('Name,City\n"Ore,Zenda\n', "malformed in line 2"),
        ("Name,City,Note\nOre,Zenda", "its last row has 2 columns, not 3"),
        (b"Name,City\nOre,\0\n", "zero bytes"),
        (b"Name,City\nOre,\x81\n", "no text in UTF-8 or Windows-1252"),
    ],
)
def test_what_does_not_hold_together_is_refused(text: str | bytes, why: str) -> None:
    """With the reason."""
    with pytest.raises(RefusedError, match=why):
        _table(text)


def test_a_last_line_without_end_is_a_doubt() -> None:
    """Unless its last cell closes its quote."""
    assert "does not end" in _table("Name,City\nOre,Zen").doubts[0]
    assert _table('Name,City\nOre,"Zenda"').doubts == ()


def test_windows_1252_is_told() -> None:
    """For information."""
    table = _table(b"Name,City\nOre \x96 Coal,Zenda\n")
    assert table.rows[0][0] == "Ore \u2013 Coal"
    assert [one.code for one in table.problems] == ["windows_1252"]


def test_an_unknown_column_is_told() -> None:
    """It is not read."""
    assert [one.code for one in _table("Name,City,Colour\nOre,Zenda,red\n").problems] == ["unknown_field"]
