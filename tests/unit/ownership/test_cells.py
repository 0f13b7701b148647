"""Cells of a file of stakes: what they mean, and what is refused."""

from datetime import date

import pytest

from fasti.model.share import UNKNOWN, WHOLE, Share
from fasti.ownership.cells import read_control, read_country, read_days, read_share
from fasti.ownership.stakes import EARLIEST, LATEST, NO_CONTROL, SIGN, STATED

HALF = WHOLE // 2


@pytest.mark.parametrize("text", ["50", "50%", "0.5", "0.50", " 50 % ", "50.0"])
def test_one_half_in_every_spelling(text: str) -> None:
    assert read_share(text) == Share(HALF, HALF)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        (">50", HALF + 1, WHOLE),
        (">=50%", HALF, WHOLE),
        ("<0.5", 0, HALF - 1),
        ("<=50", 0, HALF),
        ("25-50", WHOLE // 4, HALF),
        ("0.25-0.5", WHOLE // 4, HALF),
        ("1-10", WHOLE // 100, WHOLE // 10),
        ("0.5-1%", WHOLE // 200, WHOLE // 100),
        ("1", WHOLE, WHOLE),
        ("1%", WHOLE // 100, WHOLE // 100),
        ("0", 0, 0),
    ],
)
def test_bounds_and_ranges(text: str, low: int, high: int) -> None:
    assert read_share(text) == Share(low, high)


@pytest.mark.parametrize("text", ["", "unknown", "?", "N/A"])
def test_a_share_that_is_not_known(text: str) -> None:
    assert read_share(text) == UNKNOWN


def test_a_third_is_rounded_outwards() -> None:
    """Digits beyond the unit widen the interval; none is lost in favour of an answer."""
    share = read_share("33.33333333333333")
    assert share.high - share.low == 1


@pytest.mark.parametrize("text", ["5O", "50,5", "101", "150%", "-5", ">100", "<0", "50-25", "half", "1e2", "50 50"])
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"share|whole|interval"):
        read_share(text)


@pytest.mark.parametrize(
    ("text", "ends", "first", "last"),
    [
        ("2021-03-16", False, date(2021, 3, 16), date(2021, 3, 16)),
        ("2021-02", False, date(2021, 2, 1), date(2021, 2, 28)),
        ("2021", False, date(2021, 1, 1), date(2021, 12, 31)),
        ("2021", True, date(2021, 1, 1), date(2022, 1, 1)),
    ],
)
def test_partial_dates_are_spans(text: str, first: date, last: date, *, ends: bool) -> None:
    assert read_days(text, ends=ends) == (first.toordinal(), last.toordinal())


def test_no_date_is_always() -> None:
    assert read_days("", ends=False) == (EARLIEST, EARLIEST)
    assert read_days("", ends=True) == (LATEST, LATEST)


@pytest.mark.parametrize("text", ["2021-02-30", "2021-13", "16.03.2021", "yesterday"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no date"):
        read_days(text, ends=False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("yes", (STATED, True, "")),
        ("No", (NO_CONTROL, True, "")),
        ("", (NO_CONTROL, False, "")),
        ("appoints the board", (SIGN, True, "appoints the board")),
    ],
)
def test_control_in_words(text: str, said: tuple[int, bool, str]) -> None:
    assert read_control(text) == said


def test_a_country_is_two_letters() -> None:
    assert read_country("CN") == "cn"
    with pytest.raises(ValueError, match="two letters"):
        read_country("China")
