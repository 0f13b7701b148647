"""How OFAC's CSV files end, and what their rows must look like."""

import pytest

from fasti.model.errors import RefusedError
from fasti.sources.drafting import RawMember
from fasti.sources.ofac.csv_rows import cells, cut_rows, role_by_columns

ADDRESS = b'36,25,-0- ,"Havana","Cuba",-0- '
ENTRY = b'36,"AERO",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a ""b""."'


def _member(data: bytes, role: str = "entries") -> RawMember:
    return RawMember(role, "x.csv", data)


@pytest.mark.parametrize("ending", [b"\r\n\x1a", b"\n\x1a", b"\r\n\x1a\r\n", b"\x1a"])
def test_a_file_with_its_end_mark_is_whole(ending: bytes) -> None:
    """Also one that was saved again with other line ends."""
    rows = cut_rows(_member(ENTRY + ending))
    assert (rows.lines, rows.problems) == ((ENTRY,), ())


@pytest.mark.parametrize("data", [ENTRY + b"\r\n", ENTRY, ENTRY + b"\r", ENTRY + b"\r\n" + ENTRY])
def test_a_served_file_without_its_end_mark_was_cut_short(data: bytes) -> None:
    """With OFAC's own line ends, or with none at all."""
    with pytest.raises(RefusedError, match="cut short"):
        cut_rows(_member(data))


def test_a_file_saved_again_may_lack_its_end_mark() -> None:
    """That is told, once."""
    rows = cut_rows(_member(ENTRY + b"\n" + ENTRY + b"\n"))
    assert len(rows.lines) == 2
    assert [problem.code for problem in rows.problems] == ["no_end_mark"]


def test_the_overflow_file_may_lack_its_end_mark() -> None:
    """It has been served without."""
    assert [problem.code for problem in cut_rows(_member(b'36,"x."\r\n', "comments")).problems] == ["no_end_mark"]


def test_nothing_comes_after_the_end_mark() -> None:
    """Two files in one are none."""
    with pytest.raises(RefusedError, match="goes on"):
        cut_rows(_member(ENTRY + b"\r\n\x1a" + ENTRY + b"\r\n\x1a"))


def test_cells_are_as_written_and_nulls_are_empty() -> None:
    """Doubled quotes are one."""
    rows = cut_rows(_member(ENTRY + b"\r\n\x1a"))
    assert cells(rows.lines[0], rows, 1) == ["36", "AERO", "", "CUBA", "", "", "", "", "", "", "", 'a "b".']


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b'36,"AERO",-0- ,"CUBA"', "4 columns instead of 12"),
        (ENTRY + b',"more"', "13 columns instead of 12"),
        (ENTRY[:-1], "unexpected end of data"),
        (ENTRY.replace(b'"AERO"', b'"AERO" SPACE'), "expected after"),
        (ENTRY.replace(b"36", b"SD36"), "number of an entry"),
        (ENTRY.replace(b"36", b""), "number of an entry"),
        (ENTRY.replace(b"36", b"9" * 5000), "number of an entry"),
        (ENTRY.replace(b"AERO", b"A\xffRO"), "utf-8"),
        (b"", "0 columns"),
    ],
)
def test_a_row_that_is_none_is_refused_with_its_line(line: bytes, why: str) -> None:
    """The message says where and why."""
    rows = cut_rows(_member(ENTRY + b"\r\n" + line + b"\r\n\x1a"))
    with pytest.raises(RefusedError, match=rf"line 2.*{why}"):
        cells(rows.lines[1], rows, 2)


def test_a_last_row_that_may_be_cut_is_refused() -> None:
    """Without end mark an unquoted last cell of the primary file says nothing of its end."""
    rows = cut_rows(_member(ENTRY + b"\n" + ENTRY.rpartition(b",")[0] + b",-0"))
    with pytest.raises(RefusedError, match="may be cut short"):
        cells(rows.lines[1], rows, 2)


def test_a_cut_null_of_a_secondary_file_is_a_null() -> None:
    """The number of columns shows that nothing else is missing."""
    rows = cut_rows(_member(ADDRESS + b"\n" + ADDRESS[:-2], "addresses"))
    assert cells(rows.lines[1], rows, 2)[-1] == ""


@pytest.mark.parametrize(
    ("first", "role"), [(ENTRY, "entries"), (ADDRESS, "addresses"), (b'1,2,"aka","x",-0- ', "aliases"), (b"<xml>", "")]
)
def test_a_member_shows_its_role_by_its_columns(first: bytes, role: str) -> None:
    """So that no file passes for another."""
    assert role_by_columns(_member(first + b"\r\n\x1a")) == role
