"""OFSI's list: which edition counts, and what of a group is a doubt."""

import pytest

from fasti.model.errors import RefusedError
from fasti.sources.catalog import load_catalog
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.reading import read
from tests.golden.sources.editions import primary


def _read(data: bytes) -> Draft:
    return read("gb_conlist", [RawMember("entries", "ConList.csv", data)], Memo())


def _codes(draft: Draft) -> list[str]:
    return [problem.code for problem in draft.problems]


@pytest.mark.parametrize(("day", "lists"), [("27/01/2026", ("gb_sanctions",)), ("28/01/2026", ()), ("01/06/2026", ())])
def test_no_edition_of_the_day_of_closing_is_the_list(day: str, lists: tuple[str, ...]) -> None:
    """From 28 January 2026 the UK Sanctions List is the only one."""
    draft = _read(primary("gb_conlist", "csv_2022").data.replace(b"27/01/2026", day.encode()))
    assert draft.lists == lists
    assert _codes(draft) == ([] if lists else ["superseded"])


def test_the_catalogue_names_the_successor() -> None:
    """It is a source of the same list, and is not superseded itself."""
    sources = load_catalog().sources
    old = sources["gb_conlist"]
    assert str(old.superseded_on) == "2026-01-28"
    assert sources[old.superseded_by].lists == old.lists
    assert sources[old.superseded_by].superseded_on is None
    assert not old.fetched


def test_each_format_is_a_series() -> None:
    """Told by the heading, not by the name of the file."""
    assert _read(primary("gb_conlist", "csv").data).series == "gb_conlist/csv"
    assert _read(primary("gb_conlist", "csv_2022").data).series == "gb_conlist/csv_2022"


def test_a_row_without_a_group_is_refused() -> None:
    """It would be somebody without a number."""
    with pytest.raises(RefusedError, match="has no number of a group"):
        _read(primary("gb_conlist", "csv").data.replace(b",90002\n", b",\n"))


def test_what_is_not_known_is_a_problem() -> None:
    """Regime, kind, type of name, date, column; the group stays on the list."""
    data = primary("gb_conlist", "csv").data
    for known, other, code in (
        (b"Somalia", b"Atlantis", "unknown_tag"),
        (b"Entity", b"Committee", "unknown_kind"),
        (b"FKA", b"Nickname", "unknown_alias_type"),
        (b"14/03/1964", b"in spring", "unread_date"),
        (b"29/11/2014", b"in autumn", "unread_date"),
        (b"23/03/2016", b"last week", "no_publish_date"),
    ):
        draft = _read(data.replace(known, other))
        assert code in _codes(draft)
        assert all(listing.memberships for listing in draft.parts["entries"].values())


def test_a_new_column_is_a_problem() -> None:
    """It may say something."""
    lines = primary("gb_conlist", "csv").data.decode("cp1252").split("\n")
    wider = [lines[0], lines[1] + ",Shoe Size", *(line + ",44" for line in lines[2:] if line), ""]
    assert _codes(_read("\n".join(wider).encode("cp1252"))) == ["unknown_field"]


def test_a_last_line_that_does_not_end_is_held_within_a_group_of_one_row() -> None:
    """Where the group has further rows, its number is whole."""
    whole = primary("gb_conlist", "csv").data.rstrip(b"\n")
    assert not any("last line" in doubt for doubt in _read(whole).doubts)
    single = whole.replace(b",90002", b",90003", 1)
    assert any("last line" in doubt for doubt in _read(single).doubts)
