"""How a rule says when: a printed date, a count of days, business days, months or years, or the listing itself.

Dates that the listing starts are formulas, dates that the order prints are literals; both exist in law.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Formula:
    """A moment that a rule computes or prints, in exactly one of the ways from `on` to `stated`.

    Attributes:
        on: Literal civil date, ISO.
        days: Days after the listing takes effect, or after the event.
        business_days: Business days of `calendar` after the listing takes effect, or after the event.
        months: Months after it: the same day of the month, or the month's last day where it has no such day.
        years: Years after it; 29 February becomes 28 February.
        yearly: Day `MM-DD` that returns each year.
        listing: The moment of the listing itself.
        stated: Kind of date that the entry itself states about the listing, e.g. `effective`.
        held_on: Day `MM-DD` of the same year whose state the yearly day speaks of; empty if it is the day itself.
        event: Kind of event that the user dates and that is counted from, e.g. `rejected`; empty: the listing.
        calendar: Calendar whose business days are counted, an id of `calendars.toml`.
        clock: Clock time `HH:MM`; empty if the wording gives none.
        zone: Zone as worded: `EST`, `EDT` or `ET`; empty means the list's zone.
        words: The wording, verbatim.
    """

    on: str | None = None
    days: int | None = None
    business_days: int | None = None
    months: int | None = None
    years: int | None = None
    yearly: str = ""
    listing: bool = False
    stated: str = ""
    held_on: str = ""
    event: str = ""
    calendar: str = ""
    clock: str = ""
    zone: str = ""
    words: str = ""

    def counts(self) -> bool:
        """Say whether the moment is counted from the listing or an event."""
        numbers = (self.days, self.business_days, self.months, self.years)
        return bool(self.yearly) or any(one is not None for one in numbers)

    def ways(self) -> int:
        """Return in how many ways the moment is given; one is right."""
        numbers = (self.on, self.days, self.business_days, self.months, self.years)
        return sum(one is not None for one in numbers) + self.listing + bool(self.yearly) + bool(self.stated)
