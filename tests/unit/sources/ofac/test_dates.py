"""OFAC's printed dates keep their precision, and what is no date gives none."""

from datetime import date

import pytest

from fasti.sources.ofac.dates import edtf, iso_day, published_on


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10 Dec 1948", "1948-12-10"),
        ("1 Apr 2003", "2003-04-01"),
        ("12 September 1993", "1993-09-12"),
        ("Mar 1945", "1945-03"),
        ("1962", "1962"),
        ("circa 1951", "1951~"),
        ("circa 01 Jan 1961", "1961-01-01~"),
        ("circa Apr 1961", "1961-04~"),
        ("1979 to 1982", "1979/1982"),
        ("circa 1979-1982", "1979~/1982~"),
        ("01 Jan 1961 to 31 Dec 1962", "1961-01-01/1962-12-31"),
        ("Mar 1980 to Mar 1981", "1980-03/1981-03"),
        ("31 Feb 1980", ""),
        ("12 Foo 1980", ""),
        ("12 1980", ""),
        ("about 1980", ""),
        ("", ""),
    ],
)
def test_a_printed_date_in_edtf(text: str, value: str) -> None:
    """Extended Date/Time Format, level 1: `~` approximate, `/` an interval."""
    assert edtf(text) == value


@pytest.mark.parametrize(("text", "day"), [("24 Feb 2022", "2022-02-24"), ("Feb 2022", ""), ("2021 to 2022", "")])
def test_only_an_exact_day_is_a_day(text: str, day: str) -> None:
    """A stated date of a listing must be one."""
    assert iso_day(text) == day


@pytest.mark.parametrize(
    ("text", "day"), [("06/03/2021", date(2021, 6, 3)), ("13/01/2021", None), ("2021-06-03", None), ("", None)]
)
def test_the_publish_date_is_month_first(text: str, day: date | None) -> None:
    """Month, day, year."""
    assert published_on(text) == day
