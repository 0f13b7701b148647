"""Decide how far two sets of birth dates contradict each other: slips of the pen count less than other dates."""

import re
from dataclasses import dataclass

OTHER_DATE = 0.20
"""Another year, more than one apart."""
OTHER_DAY = 0.08
"""The same year, another day."""
NEXT_YEAR = 0.03
"""A year off by one, and no other month or day."""
SLIP = 0.04
"""Day and month exchanged, or two digits of one figure."""
ABOUT = 2
"""Years by which a date that is stated as approximate may be off."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Born:
    """One date of birth as far as it is known: a year or a span of years, with month and day if stated."""

    first: int
    last: int
    month: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What two sets of dates cost, and the two dates that disagree least."""

    cost: float
    query: str = ""
    listed: str = ""


def disagreement(query: tuple[str, ...], listed: tuple[str, ...]) -> Disagreement:
    """Return the least disagreement over all pairs of dates; none if either side gives none that can be read.

    >>> disagreement(("1957-10-07",), ("1952-10-07",)).cost, disagreement(("1952",), ("1952-10-07",)).cost
    (0.2, 0.0)
    """
    pairs = [
        Disagreement(_cost(mine, theirs), one, other)
        for one in query
        for other in listed
        if (mine := born(one)) and (theirs := born(other))
    ]
    return min(pairs, key=lambda pair: pair.cost, default=Disagreement(0.0))


def born(text: str) -> Born | None:
    """Read a partial ISO date, a span `a/b`, or a date with `~` behind it; `None` if there is no year in it."""
    found = [(int(y), int(m or 0), int(d or 0)) for y, m, d in _DATE.findall(text)]
    if not found:
        return None
    years = [year for year, _, _ in found]
    if len(found) > 1:
        return Born(min(years), max(years))
    spread = ABOUT if "~" in text else 0
    month, day = (0, 0) if spread else found[0][1:]
    return Born(years[0] - spread, years[0] + spread, month, day)


def _cost(one: Born, other: Born) -> float:
    gap = max(one.first - other.last, other.first - one.last, 0)
    if gap == 0:
        return _of_day(one, other)
    if gap == 1 and not (one.month and other.month and (one.month, one.day) != (other.month, other.day)):
        return NEXT_YEAR
    return SLIP if _one_slip(one, other) else OTHER_DATE


def _of_day(one: Born, other: Born) -> float:
    if not (one.month and other.month):
        return 0.0
    if one.month == other.month:
        if not (one.day and other.day) or one.day == other.day:
            return 0.0
        return SLIP if _transposed(one.day, other.day) else OTHER_DAY
    if one.day == other.month and one.month == other.day:
        return SLIP
    return OTHER_DAY


def _one_slip(one: Born, other: Born) -> bool:
    """Say whether nothing but two exchanged digits of the year differs, in dates given to the day."""
    same_day = one.day and (one.month, one.day) == (other.month, other.day)
    return (
        bool(same_day) and one.first == one.last and other.first == other.last and _transposed(one.first, other.first)
    )


def _transposed(one: int, other: int) -> bool:
    mine, theirs = f"{one:02d}", f"{other:02d}"
    unlike = [at for at in range(len(mine)) if mine[at : at + 1] != theirs[at : at + 1]]
    return (
        len(mine) == len(theirs)
        and len(unlike) == 2  # noqa: PLR2004 - two digits that change places
        and unlike[1] == unlike[0] + 1
        and mine[unlike[0]] == theirs[unlike[1]]
        and mine[unlike[1]] == theirs[unlike[0]]
    )
