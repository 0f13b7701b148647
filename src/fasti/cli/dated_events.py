"""Events as options: `--event KIND=DATE`; which kinds there are the rulebook says."""

from collections.abc import Iterable
from datetime import date, datetime

from fasti.cli.when import parse_when
from fasti.model.errors import UsageError


def parse_events(given: Iterable[str] | None) -> tuple[tuple[str, date], ...]:
    """Read `--event` options, each once, in order.

    Raises:
        UsageError: A text has no `=`, or its value is no civil date.

    >>> parse_events(["blocked=2024-03-04"])
    (('blocked', datetime.date(2024, 3, 4)),)
    """
    return tuple(dict.fromkeys(_event(text) for text in given or ()))


def _event(text: str) -> tuple[str, date]:
    kind, equals, day = text.partition("=")
    if not equals:
        raise UsageError(f"{text} is no event: write --event KIND=DATE, e.g. --event blocked=2024-03-04.")
    on = parse_when(day, "--event")
    if isinstance(on, datetime):
        raise UsageError(f"{day} is an instant (--event): periods are counted from civil days; give a date.")
    return kind.strip(), on
