"""Read dates as United States publications print them."""

import re
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_DAY = re.compile(rf"\b({'|'.join(MONTHS)})\s+(\d{{1,2}}),\s*(\d{{4}})\b", re.IGNORECASE)
_FILED = re.compile(r"FR Doc\. [\w-]+ Filed (\d{1,2})-(\d{1,2})-(\d{2}); ?\d{1,2}:\d{2} [ap]m")
_CENTURY = 2000


def printed_days(text: str) -> tuple[str, ...]:
    """Return every day that a text prints with the month in words, as ISO dates in order.

    >>> printed_days("December 22, 2025 Updated: January 7, 2026")
    ('2025-12-22', '2026-01-07')
    """
    found = (_day(int(one[3]), MONTHS.index(one[1].lower()) + 1, int(one[2])) for one in _DAY.finditer(text))
    return tuple(day.isoformat() for day in found if day)


def filed_on(text: str) -> date | None:
    """Return the day on which the Federal Register filed a document for public inspection; `None` if it is not said.

    >>> filed_on("[FR Doc. 2025-00070 Filed 1-6-25; 8:45 am]")
    datetime.date(2025, 1, 6)
    """
    found = _FILED.search(text)
    return _day(_CENTURY + int(found[3]), int(found[1]), int(found[2])) if found else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
