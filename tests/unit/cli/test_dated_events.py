"""Events as options: a kind and a civil day each."""

from datetime import date

import pytest

from fasti.cli.dated_events import parse_events
from fasti.model.errors import UsageError


def test_kinds_and_days_are_read_each_once() -> None:
    given = ["blocked=2024-03-04", "rejected = 2024-03-05", "blocked=2024-03-04"]
    assert parse_events(given) == (("blocked", date(2024, 3, 4)), ("rejected", date(2024, 3, 5)))
    assert parse_events(None) == ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("blocked", "KIND=DATE"),
        ("blocked=soon", "not a date"),
        ("blocked=2024-02-30", "calendar"),
        ("blocked=2024-03-04T10:00:00Z", "civil days"),
    ],
)
def test_what_is_no_event_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        parse_events([text])
