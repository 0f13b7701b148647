"""Read the dates that the United Kingdom's lists write: day, month, year, each of them possibly left open."""

import re
from datetime import date, datetime

_DATE = re.compile(r"(\d\d|dd|--)/(\d\d|mm|--)/(\d{4})(?: 00:00(?::00)?)?", re.IGNORECASE)
_OPEN = frozenset({"00", "dd", "mm", "--"})


def edtf(text: str) -> str:
    """Return a date as exact as it is written, in the Extended Date/Time Format; empty if it is none.

    >>> edtf("29/03/1965"), edtf("00/00/1963"), edtf("dd/05/1957"), edtf("31/02/1970"), edtf("1 May 1960")
    ('1965-03-29', '1963', '1957-05', '', '')
    """
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return ""
    day, month, year = found[1].lower(), found[2].lower(), found[3]
    if month in _OPEN:
        return year if day in _OPEN else ""
    try:
        on = date(int(year), int(month), 1 if day in _OPEN else int(day))
    except ValueError:
        return ""
    return f"{on:%Y-%m}" if day in _OPEN else on.isoformat()


def iso_day(text: str) -> str:
    """Return a date as an ISO day; empty unless it names a day exactly."""
    found = edtf(text)
    return found if len(found) == len("2021-03-15") else ""


def report_day(text: str) -> date | None:
    """Return the day of a heading such as `02-Oct-2026` or `23/03/2016`; `None` if it is no date.

    >>> report_day("02-Oct-2026"), report_day("23/03/2016")
    (datetime.date(2026, 10, 2), datetime.date(2016, 3, 23))
    """
    for form in ("%d-%b-%Y", "%d/%m/%Y"):
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 # a civil day, without an instant
        except ValueError:
            continue
    return None
