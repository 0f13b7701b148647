"""What a bulk screening asks, beside its rows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from fasti.model.errors import UsageError
from fasti.model.moment import utc_text
from fasti.model.vantage import Vantage
from fasti.screening.name_v1 import POSSIBLE


@dataclass(frozen=True, slots=True)
class ScreenRequest:
    """A question put to every row.

    Attributes:
        as_of: The date or aware instant asked about; `None` is `known_at` if given, else now.
        known_at: Only what was public by then counts; `None` is now.
        lists: Lists to consult; empty means all.
        require: Lists that must have been consulted.
        threshold: Least score of a name match; `None` is the band `possible`.
        head: Log position to read at, for audit; `None` is the newest.
        history: Whether parties whose listings have ended are given too, as history.
    """

    as_of: date | datetime | None = None
    known_at: date | datetime | None = None
    lists: tuple[str, ...] = ()
    require: tuple[str, ...] = ()
    threshold: float | None = None
    head: int | None = None
    history: bool = False

    @property
    def least(self) -> float:
        """The least score.

        Raises:
            UsageError: It is not above 0 and at most 1.
        """
        least = POSSIBLE if self.threshold is None else self.threshold
        if not 0 < least <= 1:
            raise UsageError(f"A threshold of {least} leaves nothing to compare: give one above 0 and at most 1.")
        return least

    def wants(self, list_id: str) -> bool:
        """Say whether a list is consulted."""
        return not self.lists or list_id in {*self.lists, *self.require}

    def at(self, vantage: Vantage, head: int) -> "ScreenRequest":
        """Return the same request with everything that depends on the moment of asking fixed."""
        return replace(self, as_of=vantage.as_of, known_at=vantage.known_at, head=head)

    def told(self) -> Mapping[str, object]:
        """Return the request in plain values, for comparing one run with another."""
        return {
            "as_of": _told(self.as_of),
            "known_at": _told(self.known_at),
            "lists": list(self.lists),
            "require": list(self.require),
            "threshold": self.least,
            "head": self.head,
            "history": self.history,
        }


def _told(value: date | datetime | None) -> str | None:
    return utc_text(value) if isinstance(value, datetime) else value.isoformat() if value else None
