"""A point in legal time: a civil date, and the instant where the wording gives a clock time.

Law speaks in dates far more often than in clock times; a `Moment` keeps which of the two was said.
Boundaries are closed-open: a bare date as a start or an end counts from the first instant of that day
in the authority's zone, and as a publication it counts from the last.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

LAST_SECOND = time(23, 59, 59)


@cache
def zone(name: str) -> ZoneInfo:
    """Return the IANA zone of that name, e.g. `America/New_York`."""
    return ZoneInfo(name)


def start_of_day(day: date, zone_name: str) -> datetime:
    """Return the first instant of a civil day, as an aware instant in that zone."""
    return datetime.combine(day, time.min, zone(zone_name))


def end_of_day(day: date, zone_name: str) -> datetime:
    """Return the last second of a civil day, as an aware instant in that zone."""
    return datetime.combine(day, LAST_SECOND, zone(zone_name))


def utc_text(instant: datetime) -> str:
    """Return the storage form of an instant: UTC, whole seconds, sortable as text.

    >>> utc_text(datetime(2021, 3, 15, 9, 30, tzinfo=ZoneInfo("America/New_York")))
    '2021-03-15T13:30:00Z'
    """
    return instant.astimezone(UTC).isoformat(timespec="seconds")[: len("2021-03-15T13:30:00")] + "Z"


@dataclass(frozen=True, slots=True)
class Moment:
    """A civil date with, where it was said, the aware instant.

    Attributes:
        on: The date in the authority's zone.
        at: The aware instant, or `None` where only a date was said.
    """

    on: date
    at: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse a datetime as the date, and a naive instant."""
        if isinstance(self.on, datetime):
            message = "Moment.on takes a date, not a datetime"
            raise TypeError(message)
        if self.at is not None and self.at.tzinfo is None:
            message = "Moment.at takes an aware instant: add an offset"
            raise ValueError(message)

    @classmethod
    def parse(cls, text: str) -> "Moment":
        """Read `2021-05-25` or `2021-05-25T16:09:00-04:00`.

        Raises:
            ValueError: The text is neither a date nor an instant with an offset.

        >>> Moment.parse("2021-05-25T16:09:00-04:00").on
        datetime.date(2021, 5, 25)
        """
        if len(text) == len("2021-05-25"):
            return cls(date.fromisoformat(text))
        instant = datetime.fromisoformat(text)
        return cls(instant.date(), instant)

    @classmethod
    def of(cls, instant: datetime, zone_name: str) -> "Moment":
        """Return an instant as a moment of that zone's calendar."""
        local = instant.astimezone(zone(zone_name))
        return cls(local.date(), local)

    def starts(self, zone_name: str) -> datetime:
        """Return the instant from which a boundary at this moment counts."""
        return self.at if self.at is not None else start_of_day(self.on, zone_name)

    def published(self, zone_name: str) -> datetime:
        """Return the instant by which something published at this moment was public."""
        return self.at if self.at is not None else end_of_day(self.on, zone_name)

    def __str__(self) -> str:
        """Return the ISO form: the date alone, or the instant with its own offset."""
        return self.on.isoformat() if self.at is None else self.at.isoformat(timespec="seconds")
