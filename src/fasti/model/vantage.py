"""The vantage of an answer: what day it is about, what was public by then, and which log it reads."""

from dataclasses import dataclass
from datetime import date, datetime

from fasti.model.moment import end_of_day, start_of_day


@dataclass(frozen=True, slots=True)
class Vantage:
    """Where one stands when asking.

    Attributes:
        as_of: The civil date or aware instant the question is about. A date asks for the listing status at
            the end of that day in the list's zone, and for the strictest effect at any moment of it.
        known_at: Only what was public by then counts. A date takes in everything published by its end.
        head: Only log entries up to this sequence number count; `None` is the newest.
    """

    as_of: date | datetime
    known_at: date | datetime
    head: int | None = None

    def __post_init__(self) -> None:
        """Refuse naive instants, which name no moment."""
        for name in ("as_of", "known_at"):
            value = getattr(self, name)
            if not isinstance(value, date):
                message = f"Vantage.{name} takes a date or an aware datetime, not {type(value).__name__}"
                raise TypeError(message)
            if isinstance(value, datetime) and value.tzinfo is None:
                message = f"Vantage.{name} is a naive datetime: give it an offset, or give a date"
                raise ValueError(message)

    def at(self, zone_name: str) -> datetime:
        """Return the instant of the listing status: `as_of`, or the end of that day in the zone."""
        return self.as_of if isinstance(self.as_of, datetime) else end_of_day(self.as_of, zone_name)

    def opens(self, zone_name: str) -> datetime:
        """Return the first instant the question covers: `as_of`, or the start of that day in the zone."""
        return self.as_of if isinstance(self.as_of, datetime) else start_of_day(self.as_of, zone_name)

    def known_until(self, zone_name: str) -> datetime:
        """Return the last instant of publication that counts, for sources of that zone."""
        return self.known_at if isinstance(self.known_at, datetime) else end_of_day(self.known_at, zone_name)

    def projected(self, zone_name: str) -> bool:
        """Say whether the answer looks ahead of what was known: `known_at` lies before the day or instant asked."""
        return self.known_until(zone_name) < self.opens(zone_name)
