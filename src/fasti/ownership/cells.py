"""The cells of a file of stakes: shares, dates and control as people write them, read strictly or refused.

50  50%  0.5        exactly one half; a bare number up to 1 is a fraction, above 1 a percentage
>50  >=25  <10  <=75   a bound; 25-50 and 25%-50% anything between, ends included
unknown, ?, empty   a stake of which no share is known
"""

import calendar
import re
from datetime import date
from fractions import Fraction
from functools import lru_cache

from fasti.model.share import UNKNOWN, WHOLE, Share
from fasti.ownership.stakes import EARLIEST, LATEST, NO_CONTROL, SIGN, STATED

NUMBER = r"(\d+(?:\.\d+)?)\s*(%?)"
EXACT = re.compile(NUMBER)
BOUND = re.compile(rf"(>=|<=|>|<|≥|≤)\s*{NUMBER}")
RANGE = re.compile(rf"{NUMBER}\s*(?:-|\u2013|to)\s*{NUMBER}")
NOT_KNOWN = frozenset({"", "unknown", "?", "n/a"})
YES, NO = frozenset({"yes", "true", "y", "1"}), frozenset({"no", "false", "n", "0"})
COUNTRY = re.compile(r"[A-Za-z]{2}")
DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
CONFIDENCE = {"": "", "high": "high", "med": "med", "medium": "med", "low": "low"}
PERCENT = 100
DECEMBER = 12

HOW_SHARES_ARE_WRITTEN = "write 50, 50%, 0.5, >50, <=25, 25-50 or unknown"
HOW_DATES_ARE_WRITTEN = "write a date (2021-03-16), a month (2021-03) or a year (2021)"


@lru_cache(maxsize=65536)
def read_share(text: str) -> Share:
    """Read a share.

    Raises:
        ValueError: It is no share, more than the whole, or an empty interval; the message says how to write one.

    >>> str(read_share("0.5")), str(read_share(">50")), str(read_share("25-50"))
    ('50%', 'more than 50%', '25% to 50%')
    """
    plain = text.strip().lower()
    if plain in NOT_KNOWN:
        return UNKNOWN
    if exact := EXACT.fullmatch(plain):
        return _between(text, _fraction(*exact.groups()), _fraction(*exact.groups()))
    if bound := BOUND.fullmatch(plain):
        return _bounded(text, bound[1], _fraction(bound[2], bound[3]))
    if between := RANGE.fullmatch(plain):
        low, low_sign, high, high_sign = between.groups()
        sign = "%" if "%" in low_sign + high_sign or max(Fraction(low), Fraction(high)) > 1 else ""
        return _between(text, _fraction(low, sign), _fraction(high, sign))
    message = f"{text!r} is no share: {HOW_SHARES_ARE_WRITTEN}"
    raise ValueError(message)


def is_bare_fraction(text: str) -> bool:
    """Say whether a number without a sign was read as a fraction of the whole."""
    return EXACT.fullmatch(text.strip()) is not None and "%" not in text and 0 < Fraction(text.strip()) <= 1


def is_bare_percentage(text: str) -> bool:
    """Say whether a number without a sign was read as a percentage."""
    return EXACT.fullmatch(text.strip()) is not None and "%" not in text and Fraction(text.strip()) > 1


def _fraction(number: str, sign: str) -> Fraction:
    value = Fraction(number)
    return value / PERCENT if sign or value > 1 else value


def _between(text: str, low: Fraction, high: Fraction) -> Share:
    if low > high:
        message = f"{text!r} is an empty interval: write the smaller share first"
        raise ValueError(message)
    if high > 1:
        message = f"{text!r} is more than the whole"
        raise ValueError(message)
    least, most = low * WHOLE, high * WHOLE
    return Share(least.numerator // least.denominator, -(-most.numerator // most.denominator))


def _bounded(text: str, sign: str, limit: Fraction) -> Share:
    if limit > 1 or (sign == ">" and limit == 1) or (sign == "<" and limit == 0):
        message = f"{text!r} leaves nothing, or is more than the whole"
        raise ValueError(message)
    at = _between(text, limit, limit)
    match sign:
        case ">":
            return Share(at.low + 1, WHOLE)
        case "<":
            return Share(0, at.high - 1)
        case ">=" | "≥":
            return Share(at.low, WHOLE)
        case _:
            return Share(0, at.high)


@lru_cache(maxsize=65536)
def read_days(text: str, *, ends: bool) -> tuple[int, int]:
    """Read a date, month or year as the first and last day that it may mean, as ordinals.

    Args:
        text: Empty means always before, or never after.
        ends: Whether it is the first day after, so that a year may mean the first day of the next.

    Raises:
        ValueError: It is no date of the calendar.
    """
    plain = text.strip()
    if not plain:
        return (LATEST, LATEST) if ends else (EARLIEST, EARLIEST)
    found = DATE.fullmatch(plain)
    if found is None:
        message = f"{text!r} is no date: {HOW_DATES_ARE_WRITTEN}"
        raise ValueError(message)
    year, month, day = (int(one) if one else None for one in found.groups())
    try:
        first = date(year or 1, month or 1, day or 1)
        if day:
            return first.toordinal(), first.toordinal()
        last = date(first.year, month or DECEMBER, calendar.monthrange(first.year, month or DECEMBER)[1])
    except ValueError:
        message = f"{text!r} is no date of the calendar: {HOW_DATES_ARE_WRITTEN}"
        raise ValueError(message) from None
    return first.toordinal(), last.toordinal() + ends


def read_control(text: str) -> tuple[int, bool, str]:
    """Read what is said of control: the code, whether anything was said, and the words if they are more than yes or no.

    >>> read_control("yes")[1], read_control("appoints the board")[2]
    (True, 'appoints the board')
    """
    plain = text.strip()
    if plain.lower() in NOT_KNOWN:
        return NO_CONTROL, False, ""
    if plain.lower() in NO:
        return NO_CONTROL, True, ""
    if plain.lower() in YES:
        return STATED, True, ""
    return SIGN, True, plain


def read_country(text: str) -> str:
    """Read a country.

    Raises:
        ValueError: It is not two letters.
    """
    plain = text.strip()
    if plain and not COUNTRY.fullmatch(plain):
        message = f"{text!r} is no country: write its two letters (ISO 3166), e.g. cn"
        raise ValueError(message)
    return plain.lower()


def read_confidence(text: str) -> str:
    """Read a grade of confidence.

    Raises:
        ValueError: It is none of high, med and low.
    """
    plain = text.strip().lower()
    if plain not in CONFIDENCE:
        message = f"{text!r} is no confidence: write high, med or low"
        raise ValueError(message)
    return CONFIDENCE[plain]
