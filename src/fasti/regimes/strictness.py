"""Which of two parties is under the stricter law: a general order over every act and every class of persons bound.

One is at least as strict as another if it is so on each act for each class. Where one is stricter here and the other
there, neither is: the order is partial, and says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from fasti.model.contrast import ContrastCell, ContrastRow, Difference

RANKS = {
    "forbidden": 7,
    "required": 7,
    "licensed_in_part": 6,
    "unconfirmed": 5,
    "licensed": 4,
    "suspended": 3,
    "pending": 2,
    "ended": 0,
    "moot": 0,
    "not_forbidden": 0,
    "not_listed": 0,
}
"""How much a cell binds; what is missing here is not known."""

MOST, LEAST = (8, 0), (0, 0)
STRICTER, LESS_STRICT, EQUAL, INCOMPARABLE = "stricter", "less_strict", "equal", "incomparable"

Rank = tuple[int, int]
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Weighed:
    """How strict a party's law is on one act for one class of persons.

    Attributes:
        cell: The strictest cell that is known; `None` if none is.
        unknown: Whether a list that is not held, or whose law is not modelled, could make it stricter.
    """

    cell: ContrastCell | None
    unknown: bool

    @property
    def least(self) -> Rank:
        """How strict it is at least: what is known."""
        return rank_of(self.cell) if self.cell else LEAST

    @property
    def most(self) -> Rank:
        """How strict it is at most."""
        return MOST if self.unknown else self.least


Profile = dict[Key, Weighed]


def rank_of(cell: ContrastCell) -> Rank:
    """Return how much a cell binds; of two that are still to come the earlier binds more. Unknown cells rank lowest.

    Ranks of cells that do not bind are all equal, so that an ended ban and no ban at all are alike.
    """
    rank = RANKS.get(cell.status, 0)
    coming = cell.status == "pending" and cell.from_ is not None
    return rank, date.max.toordinal() - date.fromisoformat((cell.from_ or "")[:10]).toordinal() if coming else 0


def profile_of(party_id: str, rows: Iterable[ContrastRow]) -> Profile:
    """Return how strict a party's law is on each act for each class of persons."""
    return {(row.act, row.actor): _weigh([one for one in row.cells if one.party_id == party_id]) for row in rows}


def relation_of(one: Profile, other: Profile) -> str:
    """Say how one profile relates to another by what is known: `stricter`, `less_strict`, `equal`, `incomparable`."""
    above = all(one[key].least >= other[key].least for key in one)
    below = all(one[key].least <= other[key].least for key in one)
    if above and below:
        return EQUAL
    return STRICTER if above else LESS_STRICT if below else INCOMPARABLE


def is_certain(one: Profile, other: Profile) -> bool:
    """Say whether what is not known could not change how two profiles relate."""
    relation = relation_of(one, other)
    open_ = [key for key in one if one[key].unknown or other[key].unknown]
    if relation == INCOMPARABLE:
        surely_more = any(one[key].least > other[key].most for key in one)
        return surely_more and any(other[key].least > one[key].most for key in one)
    if relation == EQUAL:
        return not open_
    more, less = (one, other) if relation == STRICTER else (other, one)
    return all(more[key].least >= less[key].most for key in one)


def differences(one: Profile, other: Profile) -> tuple[Difference, ...]:
    """Return where one profile is stricter than another by what is known."""
    return tuple(
        Difference(*key, cell, other[key].cell)
        for key in one
        if one[key].least > other[key].least and (cell := one[key].cell) is not None
    )


def _weigh(cells: Sequence[ContrastCell]) -> Weighed:
    """Return the strictest cell that is known, and whether one is not."""
    known = [cell for cell in cells if cell.status in RANKS]
    return Weighed(max(known, key=rank_of, default=None), any(cell.status not in RANKS for cell in cells))
