"""Dates and places of birth, as vague as they are said."""

import pytest

from fasti.model.listing import Fact
from fasti.sources.eu_fsf.births import old_date, read_birth


@pytest.mark.parametrize(
    ("fields", "text", "value"),
    [
        ({"birthdate": "1963-05-01", "year": "1963"}, "1963-05-01", "1963-05-01"),
        ({"year": "1963", "circa": "true"}, "1963 (circa)", "1963~"),
        ({"year": "1963", "monthOfYear": "7"}, "1963-07", "1963-07"),
        ({"year": "1963", "monthOfYear": "7", "dayOfMonth": "4"}, "1963-07-04", "1963-07-04"),
        ({"yearRangeFrom": "1961", "yearRangeTo": "1963"}, "1961 - 1963", "1961/1963"),
        ({"yearRangeTo": "1963", "circa": "true"}, "1963 (circa)", "../1963~"),
    ],
)
def test_dates(fields: dict[str, str], text: str, value: str) -> None:
    """The words as printed, the value in the Extended Date/Time Format."""
    assert list(read_birth(fields)) == [Fact("birth_date", text, value)]


def test_a_place_alone() -> None:
    """Without a country where the list does not know it."""
    assert list(read_birth({"city": "Port Selm", "countryDescription": "UNKNOWN"})) == [
        Fact("birth_place", "Port Selm")
    ]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("", {}),
        ("1924-02-21", {"birthdate": "1924-02-21"}),
        ("1965", {"year": "1965"}),
        ("1957 (approximative)", {"year": "1957", "circa": "true"}),
        ("in spring", {"birthdate": "in spring"}),
    ],
)
def test_dates_of_the_old_format(text: str, fields: dict[str, str]) -> None:
    """Taken apart, or left as they are."""
    assert old_date(text) == fields
