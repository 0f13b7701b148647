"""Read the day on which a file of the EU's list says that it was made."""

from datetime import date, datetime


def day_of(text: str) -> date | None:
    """Return the day of a time such as `2018-12-21T14:39:54.511+01:00`, or of a date such as `28/10/2019`.

    >>> day_of("2018-12-21T14:39:54.511+01:00"), day_of("11/02/2016"), day_of("yesterday")
    (datetime.date(2018, 12, 21), datetime.date(2016, 2, 11), None)
    """
    for form, length in (("%Y-%m-%d", 10), ("%d/%m/%Y", None)):
        try:
            return datetime.strptime(text.strip()[:length], form).date()  # noqa: DTZ007 # the publisher's own civil day
        except ValueError:
            continue
    return None
