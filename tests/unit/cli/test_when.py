"""Dates and instants as options: what is taken, and how the rest is refused."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.cli.when import parse_optional, parse_when
from fasti.model.errors import UsageError

NEW_YORK_SUMMER = timezone(timedelta(hours=-4))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-03-16", date(2021, 3, 16)),
        (" 2021-03-16 ", date(2021, 3, 16)),
        ("2021-03-16T16:10:00-04:00", datetime(2021, 3, 16, 16, 10, tzinfo=NEW_YORK_SUMMER)),
        ("2021-03-16T16:10-04:00", datetime(2021, 3, 16, 16, 10, tzinfo=NEW_YORK_SUMMER)),
        ("2021-03-16 16:10:00Z", datetime(2021, 3, 16, 16, 10, tzinfo=UTC)),
        ("2021-03-16t16:10:00z", datetime(2021, 3, 16, 16, 10, tzinfo=UTC)),
    ],
)
def test_dates_and_instants_are_read(text: str, expected: date) -> None:
    assert parse_when(text, "--as-of") == expected
    assert type(parse_when(text, "--as-of")) is type(expected)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2021-02-30", "2021-02-30 is not a date of the calendar (--as-of): write a date (2021-03-16)"),
        ("2021-03-16T25:00:00Z", "2021-03-16T25:00:00Z is not an instant of the calendar (--as-of)"),
        ("2021-03-16T16:10:00", "has no offset (--as-of): write 2021-03-16T16:10:00Z for UTC"),
        ("2021-03", "2021-03 is not a date (--as-of): write a date (2021-03-16)"),
        ("20210316", "20210316 is not a date"),
        ("2021-W11-2", "2021-W11-2 is not a date"),
        ("16/03/2021", "16/03/2021 is not a date"),
        ("yesterday", "yesterday is not a date"),
        ("", " is not a date"),
        ("٢٠٢١-٠٣-١٦", "is not a date"),
        ("0001-01-01", "is out of range for --as-of: give a year from 1900 to 2199"),
        ("9999-12-31T23:59:59-04:00", "is out of range"),
    ],
)
def test_nonsense_is_refused_in_one_sentence(text: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_when(text, "--as-of")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = parse_when(text, "--as-of")
    except UsageError:
        return
    assert not isinstance(found, datetime) or found.tzinfo is not None


def test_an_option_left_out_is_none() -> None:
    assert parse_optional(None, "--as-of") is None
    assert parse_optional("2021-03-16", "--as-of") == date(2021, 3, 16)
