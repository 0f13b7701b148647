"""Read the dates that OFAC prints, keeping them as exact or as vague as they are."""

import re
from datetime import date, datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ONE = re.compile(r"(?:(?P<day>\d{1,2}) )?(?:(?P<month>[A-Z][a-z]{2,8}) )?(?P<year>\d{4})")
_RANGE = re.compile(r"(.+?)(?: to |-)(.+)")


def edtf(text: str) -> str:
    """Return a printed date in the Extended Date/Time Format (ISO 8601-2, level 1); empty if it is none.

    >>> edtf("10 Dec 1948"), edtf("Mar 1945"), edtf("circa 1951"), edtf("1979 to 1982")
    ('1948-12-10', '1945-03', '1951~', '1979/1982')
    """
    vague = text.startswith("circa ")
    words = text.removeprefix("circa ")
    one = _one(words)
    if one:
        return one + "~" * vague
    both = _RANGE.fullmatch(words)
    ends = [_one(end) for end in both.groups()] if both else []
    return "/".join(end + "~" * vague for end in ends) if all(ends) else ""


def iso_day(text: str) -> str:
    """Return a printed date as an ISO day; empty unless it names a day exactly."""
    found = edtf(text)
    return found if len(found) == len("2021-03-15") else ""


def published_on(text: str) -> date | None:
    """Return the day of a `Publish_Date`, which OFAC prints as MM/DD/YYYY; `None` if it is no such date.

    >>> published_on("06/03/2021")
    datetime.date(2021, 6, 3)
    """
    try:
        return datetime.strptime(text, "%m/%d/%Y").date()  # noqa: DTZ007 # a civil day, without an instant
    except ValueError:
        return None


def _one(text: str) -> str:
    """Return a single date as ISO text of its own precision; empty if it is none."""
    found = _ONE.fullmatch(text)
    if found is None or (found["day"] and not found["month"]):
        return ""
    if not found["month"]:
        return found["year"]
    if found["month"][:3].lower() not in MONTHS:
        return ""
    month = MONTHS.index(found["month"][:3].lower()) + 1
    if not found["day"]:
        return f"{found['year']}-{month:02d}"
    try:
        return date(int(found["year"]), month, int(found["day"])).isoformat()
    except ValueError:
        return ""
