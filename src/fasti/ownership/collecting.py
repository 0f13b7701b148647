"""Collects stakes into columns while a file is read, each party under one number however it is spelt."""

from array import array
from dataclasses import dataclass, field

import numpy as np

from fasti.model.problem import Problem
from fasti.ownership.stakes import Stake, StakeBook, is_rare


@dataclass(slots=True)
class Collector:
    """Stakes read so far.

    Attributes:
        names: Parties as first spelt.
        keys: Further keys under which to look a party up, by its number.
        problems: Defects met.
    """

    names: list[str] = field(default_factory=list)
    keys: dict[int, tuple[str, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)
    _plain: dict[str, int] = field(default_factory=dict)
    _columns: tuple["array[int]", ...] = field(default_factory=lambda: tuple(array("q") for _ in range(11)))
    _rare: dict[int, Stake] = field(default_factory=dict)
    _countries: dict[int, str] = field(default_factory=dict)

    def party(self, name: str) -> int:
        """Return the number of a party, a new one for a name not met before."""
        number = self._numbers.get(name)
        if number is None:
            plain = " ".join(name.split())
            number = self._plain.setdefault(plain.casefold(), len(self.names))
            if number == len(self.names):
                self.names.append(plain)
            self._numbers[name] = number
        return number

    def plain(self, owner: int, asset: int, low: int, high: int, line: int) -> None:
        """Take a stake of which nothing but its share is said."""
        columns = self._columns
        columns[0].append(owner)
        columns[1].append(asset)
        columns[2].append(low)
        columns[3].append(high)
        columns[4].append(line)

    def take(self, stake: Stake) -> None:
        """Take a stake as given."""
        owner, asset = self.party(stake.owner), self.party(stake.asset)
        self._pad()
        place = len(self._columns[0])
        row = (
            owner,
            asset,
            stake.share.low,
            stake.share.high,
            stake.line,
            *stake.from_days,
            *stake.to_days,
            stake.control,
            int(stake.link),
        )
        for column, value in zip(self._columns, row, strict=True):
            column.append(value)
        if is_rare(stake):
            self._rare[place] = stake
        if stake.country:
            self.country(asset, stake.country, f"line {stake.line}")

    def _pad(self) -> None:
        """Give the stakes of which only the share was said what holds for them: always, and nothing on control."""
        lacking = len(self._columns[0]) - len(self._columns[-1])
        for column, value in zip(self._columns[5:], (*_ALWAYS, 0, 0), strict=True) if lacking else ():
            column.extend(array("q", [value]) * lacking)

    def country(self, party: int, country: str, where: str) -> None:
        """Say of which country a party is; the first that is said stands, and a contradiction is told."""
        before = self._countries.setdefault(party, country)
        if before != country:
            message = (
                f"{self.names[party]} is of {before} and of {country}; {before}, which was said first, is followed."
            )
            self.problems.append(Problem("countries_differ", message, where))

    def book(self) -> StakeBook:
        """Return all that was collected."""
        self._pad()
        owners, assets, low, high, lines, *days, control, link = (
            np.frombuffer(column, dtype=np.int64).copy() if len(column) else np.zeros(0, dtype=np.int64)
            for column in self._columns
        )
        return StakeBook(
            self.names,
            owners,
            assets,
            low,
            high,
            np.stack(days, axis=1),
            control,
            link.astype(np.bool_),
            lines,
            self._rare,
            self._countries,
            tuple(self.problems),
            self.keys,
        )


_ALWAYS = (*Stake("", "").from_days, *Stake("", "").to_days)
