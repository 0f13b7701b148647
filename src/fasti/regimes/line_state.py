"""What an effect's status at an instant is decided by: seven yes-or-no answers, and the status that follows from them.

The steps that `--explain` prints are these same answers, so that no step can contradict the status.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from fasti.model.act import Act
from fasti.model.standing import EffectStatus

Interval = tuple[datetime, datetime | None]


@dataclass(frozen=True, slots=True)
class Hold:
    """A time in which an act suspends an effect; closed-open, an open end is `None`."""

    begin: datetime
    stop: datetime | None
    act: Act

    def covers(self, at: datetime) -> bool:
        """Say whether it holds at an instant."""
        return self.begin <= at and (self.stop is None or at < self.stop)


@dataclass(frozen=True, slots=True)
class LineState:
    """What holds of an effect line at an instant.

    Attributes:
        over: It has ended.
        ever: Before its end it was in force at some instant, not suspended throughout.
        stayed: An order or act suspends it.
        begun: Its start is reached.
        confirmed: The rule is known to stand.
        licensed: A licence covers the whole act.
        modelled: The rule can tell what follows for entries of this class.
    """

    over: bool
    ever: bool
    stayed: bool
    begun: bool
    confirmed: bool
    licensed: bool
    modelled: bool

    @property
    def status(self) -> EffectStatus:
        """The status: the first that holds, in the order of `EffectStatus`."""
        if self.over:
            return EffectStatus.ENDED if self.ever else EffectStatus.MOOT
        if self.stayed:
            return EffectStatus.SUSPENDED
        if not self.begun:
            return EffectStatus.PENDING
        if not self.confirmed:
            return EffectStatus.UNCONFIRMED
        if self.licensed:
            return EffectStatus.LICENSED
        return EffectStatus.IN_FORCE if self.modelled else EffectStatus.NOT_MODELLED


def ever_in_force(begin: datetime, end: datetime, holds: Iterable[Hold]) -> bool:
    """Say whether any instant of [begin, end) was not suspended."""
    at = begin
    for hold in sorted(holds, key=lambda one: one.begin):
        if hold.begin <= at:
            if hold.stop is None:
                return False
            at = max(at, hold.stop)
    return at < end
