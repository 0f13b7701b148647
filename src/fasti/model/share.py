"""A share of a company as an exact interval: what is known of it, not more.

Shares are whole numbers of `UNIT`s, so that sums are exact and a threshold is met or missed, never nearly.
"""

from dataclasses import dataclass
from fractions import Fraction

WHOLE = 10**12
"""Units in a whole company: a share is kept to ten decimals of a percent, rounded outwards."""


@dataclass(frozen=True, slots=True, order=True)
class Share:
    """The closed interval in which a share lies, in units of `WHOLE`.

    Attributes:
        low: Least it can be.
        high: Most it can be.
    """

    low: int
    high: int

    def __post_init__(self) -> None:
        """Refuse what is no part of a whole."""
        if not 0 <= self.low <= self.high <= WHOLE:
            message = f"a share lies between 0 and {WHOLE} units, its ends in order, not {self.low} to {self.high}"
            raise ValueError(message)

    @property
    def exact(self) -> bool:
        """Whether the share is known exactly."""
        return self.low == self.high

    def __str__(self) -> str:
        """Return the share in percent, as a person writes it."""
        return said_share(self.low, self.high)


UNKNOWN = Share(0, WHOLE)
"""A stake of which nothing but its existence is known."""


def units(share: Fraction | float) -> int:
    """Return a fraction of the whole in units, rounded to the nearest.

    >>> units(0.5) == WHOLE // 2
    True
    """
    return round(Fraction(str(share)) * WHOLE)


def percent(amount: int) -> str:
    """Return an amount of units in percent.

    >>> percent(WHOLE // 4), percent(WHOLE // 2 + 1)
    ('25%', '50.0000000001%')
    """
    whole, rest = divmod(amount * 100, WHOLE)
    places = f"{rest * 10**10 // WHOLE:010d}".rstrip("0")
    return f"{whole}.{places}%" if places else f"{whole}%"


def said_share(low: int, high: int) -> str:
    """Return an interval in percent; bounds that only exclude their limit are said as such.

    >>> said_share(WHOLE // 2 + 1, WHOLE), said_share(0, WHOLE), said_share(WHOLE // 4, WHOLE // 2)
    ('more than 50%', 'unknown', '25% to 50%')
    """
    if low == high:
        return percent(low)
    if (low, high) == (0, WHOLE):
        return "unknown"
    over, under = (low - 1) % (WHOLE // 100) == 0 and low > 0, (high + 1) % (WHOLE // 100) == 0
    least = f"more than {percent(low - 1)}" if over else percent(low)
    most = f"less than {percent(high + 1)}" if under else percent(high)
    if high == WHOLE:
        return least if over else f"at least {least}"
    if low == 0:
        return most if under else f"at most {most}"
    return f"{least} to {most}"
