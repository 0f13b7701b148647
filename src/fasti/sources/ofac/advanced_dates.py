"""Print the date periods of OFAC's advanced format as OFAC prints dates elsewhere.

A period has a start and an end, each with an earliest and a latest day; OFAC says "1962" as the whole of that year, and
"circa" as approximate (SDN Advanced Sanctions Data Model, explanatory notes).
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from lxml.etree import QName, _Element

from fasti.sources.ofac.dates import MONTHS

DECEMBER = 12
LAST_OF_DECEMBER = 31
NUMBERS = ("Year", "Month", "Day")


def iso_date(element: _Element) -> str:
    """Return a date point as ISO text, as far as it is said; empty if it is no date."""
    said = {QName(child).localname: (child.text or "").strip() for child in element.iterchildren("*")}
    parts = []
    for name in NUMBERS:
        if not said.get(name, "").isdigit():
            break
        parts.append(int(said[name]))
    try:
        year, month, day = (*parts, 1, 1)[:3] if parts else (0, 0, 0)
        date(year, month, day)
    except ValueError:
        return ""
    return "-".join(f"{part:04d}" if not place else f"{part:02d}" for place, part in enumerate(parts))


def print_period(period: _Element) -> str:
    """Return a `DatePeriod` as OFAC prints dates: `10 Dec 1948`, `Mar 1945`, `circa 1951`, `1979 to 1982`.

    Empty if it holds no date.
    """
    points = sorted(point for point in map(_day, _points(period)) if point is not None)
    if not points:
        return ""
    vague = any(bound.get("Approximate") == "true" for bound in period.iterchildren("*"))
    words = _print_span(points[0], points[-1])
    return f"circa {words}" if vague else words


def _points(period: _Element) -> Iterator[_Element]:
    for bound in period.iterchildren("*"):
        if QName(bound).localname in {"Start", "End"}:
            yield from bound.iterchildren("*")


def _day(point: _Element) -> date | None:
    text = iso_date(point)
    whole = text + "-01" * (2 - text.count("-")) if text else ""
    return date.fromisoformat(whole) if whole else None


def _print_span(first: date, last: date) -> str:
    """Return the days from the first to the last, as coarse as they are whole years or months."""
    if first == last:
        return _print_day(first)
    years = (first.month, first.day, last.month, last.day) == (1, 1, DECEMBER, LAST_OF_DECEMBER)
    months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    form = _print_year if years else _print_month if months else _print_day
    ends = dict.fromkeys((form(first), form(last)))
    return " to ".join(ends)


def _print_year(day: date) -> str:
    return f"{day.year:04d}"


def _print_month(day: date) -> str:
    return f"{MONTHS[day.month - 1].capitalize()} {day.year:04d}"


def _print_day(day: date) -> str:
    return f"{day.day:02d} {_print_month(day)}"
