"""Stakes as columns: a million of them are a few arrays, and one of them is a `Stake` when it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from fasti.model.problem import Problem
from fasti.model.share import UNKNOWN, Share

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

EARLIEST, LATEST = date.min.toordinal(), date.max.toordinal()
"""Days that stand for "always before" and "never after"."""

NO_CONTROL, STATED, SIGN = 0, 1, 2
"""Control not given or denied, stated by whoever gives the stakes, or only hinted at by what is given."""

UNSAID, ASSESSED = 0, 1
"""Whether a stake says anything of control."""


@dataclass(frozen=True, slots=True)
class Stake:
    """One stake as given.

    Attributes:
        owner: Name or key of the owner.
        asset: Name or key of what is owned.
        share: Its share of the capital.
        from_days: First and last day on which it may have begun, as ordinals.
        to_days: First and last day on which it may have ended, exclusive, as ordinals.
        control: `NO_CONTROL`, `STATED` or `SIGN`.
        assessed: Whether anything was said of control.
        hint: The words in which control was given.
        voting: Its share of the votes; `None` if not given.
        country: Country of the asset, two letters, lower case; empty if not given.
        joint: Name of the arrangement under which it is held with others; empty if alone.
        source: Where it was read.
        confidence: `high`, `med`, `low`, or empty if not given.
        link: Whether it is a mere link, direct or not, of which no share is said.
        line: Line of the file.
    """

    owner: str
    asset: str
    share: Share = UNKNOWN
    from_days: tuple[int, int] = (EARLIEST, EARLIEST)
    to_days: tuple[int, int] = (LATEST, LATEST)
    control: int = NO_CONTROL
    assessed: bool = False
    hint: str = ""
    voting: Share | None = None
    country: str = ""
    joint: str = ""
    source: str = ""
    confidence: str = ""
    link: bool = False
    line: int = 0


@dataclass(slots=True)
class StakeBook:
    """All stakes of a question, with the parties they name by number.

    Attributes:
        names: Parties, in the order in which they were first named.
        owners: Number of the owner of each stake; all columns have one length.
        assets: Number of its asset.
        low: Least share, in units.
        high: Greatest share.
        days: Ordinals: earliest and latest start, earliest and latest end.
        control: `NO_CONTROL`, `STATED` or `SIGN`.
        link: Whether it is a mere link.
        lines: Line in its file.
        rare: What few stakes have, by place: the whole stake as given.
        countries: Country of an asset, by its number.
        problems: Defects met while reading.
        keys: Further keys under which to look a party up, by its number.
    """

    names: list[str]
    owners: Ints
    assets: Ints
    low: Ints
    high: Ints
    days: Ints
    control: Ints
    link: Flags
    lines: Ints
    rare: dict[int, Stake] = field(default_factory=dict)
    countries: dict[int, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    keys: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        """Return the number of stakes."""
        return len(self.owners)

    def stake(self, place: int) -> Stake:
        """Return one stake as given."""
        if place in self.rare:
            return self.rare[place]
        first, last, leaves, gone = (int(one) for one in self.days[place])
        return Stake(
            self.names[self.owners[place]],
            self.names[self.assets[place]],
            Share(int(self.low[place]), int(self.high[place])),
            (first, last),
            (leaves, gone),
            control=int(self.control[place]),
            country=self.countries.get(int(self.assets[place]), ""),
            link=bool(self.link[place]),
            line=int(self.lines[place]),
        )


def book_of(stakes: Sequence[Stake], problems: Sequence[Problem] = ()) -> StakeBook:
    """Return the columns of some stakes.

    >>> len(book_of([Stake("X", "A")]).names)
    2
    """
    numbers: dict[str, int] = {}
    for one in stakes:
        numbers.setdefault(one.owner, len(numbers))
        numbers.setdefault(one.asset, len(numbers))
    return StakeBook(
        names=list(numbers),
        owners=np.array([numbers[one.owner] for one in stakes], dtype=np.int64),
        assets=np.array([numbers[one.asset] for one in stakes], dtype=np.int64),
        low=np.array([one.share.low for one in stakes], dtype=np.int64),
        high=np.array([one.share.high for one in stakes], dtype=np.int64),
        days=np.array([(*one.from_days, *one.to_days) for one in stakes], dtype=np.int64).reshape(-1, 4),
        control=np.array([one.control for one in stakes], dtype=np.int64),
        link=np.array([one.link for one in stakes], dtype=np.bool_),
        lines=np.array([one.line for one in stakes], dtype=np.int64),
        rare={place: one for place, one in enumerate(stakes) if is_rare(one)},
        countries={numbers[one.asset]: one.country for one in stakes if one.country},
        problems=tuple(problems),
    )


def is_rare(stake: Stake) -> bool:
    """Say whether a stake has what the columns do not hold."""
    given = (stake.assessed, stake.hint, stake.voting, stake.joint, stake.source, stake.confidence)
    return any(one not in (False, "", None) for one in given)
