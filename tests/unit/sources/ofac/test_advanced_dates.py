"""Periods of the advanced format are printed as exact or as vague as OFAC prints dates elsewhere."""

import pytest
from lxml import etree

from fasti.sources.ofac.advanced_dates import iso_date, print_period
from fasti.sources.ofac.dates import edtf

Day = tuple[int, int, int]


def _point(name: str, day: Day) -> str:
    year, month, number = day
    return f"<{name}><Year>{year}</Year><Month>{month}</Month><Day>{number}</Day></{name}>"


def _period(first: Day, last: Day | None, vague: str) -> etree._Element:
    start = f'<Start Approximate="{vague}">{_point("From", first)}{_point("To", first)}</Start>'
    end = f'<End Approximate="{vague}">{_point("From", last)}{_point("To", last)}</End>' if last else ""
    return etree.fromstring(f"<DatePeriod>{start}{end}</DatePeriod>")


@pytest.mark.parametrize(
    ("first", "last", "vague", "printed", "value"),
    [
        ((1948, 12, 10), (1948, 12, 10), "false", "10 Dec 1948", "1948-12-10"),
        ((1985, 1, 7), None, "false", "07 Jan 1985", "1985-01-07"),
        ((1962, 1, 1), (1962, 12, 31), "false", "1962", "1962"),
        ((1951, 1, 1), (1951, 12, 31), "true", "circa 1951", "1951~"),
        ((1945, 3, 1), (1945, 3, 31), "false", "Mar 1945", "1945-03"),
        ((1979, 1, 1), (1982, 12, 31), "false", "1979 to 1982", "1979/1982"),
        ((1964, 2, 1), (1964, 4, 30), "false", "Feb 1964 to Apr 1964", "1964-02/1964-04"),
        ((1964, 2, 3), (1964, 4, 5), "false", "03 Feb 1964 to 05 Apr 1964", "1964-02-03/1964-04-05"),
    ],
)
def test_a_period_reads_as_in_the_other_formats(
    first: Day, last: Day | None, vague: str, printed: str, value: str
) -> None:
    """And the reader of those gives it its value."""
    assert print_period(_period(first, last, vague)) == printed
    assert edtf(printed) == value


def test_a_period_without_dates_says_nothing() -> None:
    """OFAC's measures have such ones."""
    assert print_period(etree.fromstring("<DatePeriod/>")) == ""


@pytest.mark.parametrize(
    ("inner", "iso"),
    [
        ("<Year>2021</Year><Month>6</Month><Day>3</Day>", "2021-06-03"),
        ("<Year>2021</Year><Month>6</Month>", "2021-06"),
        ("<Year>2021</Year>", "2021"),
        ("<Year>2021</Year><Month>13</Month><Day>1</Day>", ""),
        ("<Year>0</Year>", ""),
        ("<Year>MMXXI</Year>", ""),
        ("", ""),
    ],
)
def test_a_point_is_as_long_as_what_is_said(inner: str, iso: str) -> None:
    """What is no date is none."""
    assert iso_date(etree.fromstring(f"<Date>{inner}</Date>")) == iso
