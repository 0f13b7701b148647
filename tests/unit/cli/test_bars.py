"""Bars of coverage: a sign for each stretch of a year, and every gap to be seen."""

from datetime import date

from fasti.cli.text.bars import bars
from fasti.model.answer import CoverageView
from fasti.model.catalog import ListInfo

TODAY = date(2024, 6, 30)
LISTS = {"alpha": ListInfo("alpha", "The Alpha List", "Alpha", "Alpha", "UTC", "https://example.org")}


def _drawn(*intervals: tuple[str, str | None], today: date = TODAY) -> tuple[str, str, str]:
    """Return the heads, the bar of the one line, and what the signs mean."""
    found = [CoverageView("alpha", "alpha/csv", start, end, 1) for start, end in intervals]
    table, meaning = bars(found, LISTS, today)
    ((_, _, bar),) = table.rows
    return table.columns[2].title, bar.text, meaning.words[0].text


def test_one_year_has_a_sign_a_month() -> None:
    """Before the first day covered and after today nothing is said."""
    heads, bar, meaning = _drawn(("2024-03-01", None))
    assert (heads, bar) == ("2024        ", "  ####      ")
    assert meaning == "# covered, + in part, . gap; each sign is a month."


def test_gaps_and_parts_are_marked() -> None:
    """What is covered for some days of a sign is neither full nor a gap."""
    _, bar, meaning = _drawn(("2022-01-01", "2022-07-02"), ("2023-07-01", None))
    assert bar == "######+..... ......###### ######      "
    assert "a month" in meaning


def test_many_years_have_wider_signs() -> None:
    """A line keeps its width."""
    heads, bar, meaning = _drawn(("2017-01-01", "2018-01-01"), ("2024-04-01", None))
    assert heads.split() == [str(year) for year in range(2017, 2025)]
    assert bar == " ".join(["######", *["......"] * 6, ".+#   "])
    assert "each sign is 2 months" in meaning


def test_years_long_past_are_named_and_not_drawn() -> None:
    heads, bar, meaning = _drawn(("1998-10-17", None))
    assert heads.split()[0] == "2013"
    assert bar == " ".join(["####"] * 11 + ["##  "])
    assert meaning.endswith("each sign is 3 months. Years before 2013 are not drawn.")


def test_two_series_of_a_list_are_two_lines() -> None:
    found = [CoverageView("alpha", series, "2024-01-01", None, 1) for series in ("alpha/csv", "alpha/xml")]
    table, _ = bars(found, LISTS, TODAY)
    assert [[cell.text for cell in row[:2]] for row in table.rows] == [["Alpha", "alpha/csv"], ["Alpha", "alpha/xml"]]
