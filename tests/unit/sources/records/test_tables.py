"""Tables with a heading: cut into rows, refused where they do not hold together, held where they may go on."""

from dataclasses import replace

import pytest

from fasti.model.errors import RefusedError
from fasti.model.listing import Listing
from fasti.sources.catalog import load_catalog
from fasti.sources.drafting import Draft, FieldUse, RawMember
from fasti.sources.records.holding import held_if_open, held_if_small
from fasti.sources.records.tables import cut, first_line, headed, unknown_columns


def _member(data: bytes) -> RawMember:
    return RawMember("entries", "x.csv", data)


def _draft(count: int) -> Draft:
    entries = {f"gb:{number}": Listing(f"gb:{number}") for number in range(count)}
    return Draft("s", "s/csv", "s/csv@1", None, "UTC", {"entries": entries}, (), (), (), FieldUse((), ()))


def test_rows_know_their_lines() -> None:
    """A quoted cell can go over several; blank rows are none."""
    rows = cut(_member(b'a,b\n\n"1\n2",3\n'), ",")
    assert [(row.line, row.cells) for row in rows.all] == [(1, ("a", "b")), (4, ("1\n2", "3"))]
    assert not rows.open


@pytest.mark.parametrize(("data", "unended"), [(b"a\n1", True), (b"a\n1\r", False), (b'a\n"1"', False), (b"", False)])
def test_a_last_line_that_does_not_end(data: bytes, unended: bool) -> None:  # noqa: FBT001 # what is compared with
    """Its last cell may go on; a quoted one has ended."""
    assert cut(_member(data), ",").open == unended


@pytest.mark.parametrize("data", [b'a\n"1', b"a\n\0", b"\xff\xfe"])
def test_what_is_no_table_is_refused(data: bytes) -> None:
    """Cut within quotes, binary, in another encoding."""
    with pytest.raises(RefusedError):
        cut(_member(data), ",")


def test_encodings_are_tried_in_order() -> None:
    """The older of a publisher's files are in the older encoding."""
    assert cut(_member(b"Ada\x92s\n"), ",", ("utf-8-sig", "cp1252")).all[0].cells == ("Ada\u2019s",)


def test_the_first_line_is_shown_in_any_encoding() -> None:
    """It only tells whose file it is."""
    assert first_line(_member(b"\xef\xbb\xbf\n a;b \n")) == "a;b"
    assert first_line(_member(b"")) == ""


def test_a_row_of_another_width_is_refused() -> None:
    """It may have been cut."""
    with pytest.raises(RefusedError, match="in line 2: 1 columns instead of 2"):
        headed("x.csv", cut(_member(b"a,b\n1\n"), ",").all, ("a",), "the list")


def test_another_heading_is_another_list() -> None:
    """Even none at all."""
    for data in (b"a,b\n", b""):
        with pytest.raises(RefusedError, match="another list"):
            headed("x.csv", cut(_member(data), ",").all, ("c",), "the list")


def test_columns_that_are_not_known_are_told_once() -> None:
    """Unless they have no name."""
    table = headed("x.csv", cut(_member(b"a,b,c,c,\n"), ",").all, ("a",), "the list")
    assert [problem.message for problem in unknown_columns(table, ("a",), ("b",))] == [
        "the format is not known to have the field c; it is not read"
    ]


def test_what_may_be_a_part_is_held() -> None:
    """Too few entries, or a last line that does not end."""
    info = replace(load_catalog().sources["gb_uksl"], least=2)
    assert held_if_small(_draft(2), info).doubts == ()
    assert "at least 2: it is a part of one" in held_if_small(_draft(1), info).doubts[0]
    assert held_if_open(_draft(1), unended=False).doubts == ()
    assert held_if_open(_draft(1), unended=True).doubts == ("its last line does not end, so it may be cut short",)
