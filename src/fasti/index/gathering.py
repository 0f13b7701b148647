"""Gather the forms of names by slices, so that several processes may read them, and put what was gathered together.

A slice is read without knowing of the others, and they are put together in their order: the result depends on the names
alone, not on who read which slice.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from fasti.index.drafting import ShelfDraft
from fasti.index.figures import FIRST, SECOND
from fasti.index.rubbish import uncollected
from fasti.index.spelling import TOKEN_BITS, hash_texts
from fasti.index.wording import Shelf, Wording
from fasti.model.errors import LedgerError
from fasti.model.identity import PartyKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]
else:
    Numbers = object

SLICE = 8_192
"""Names, or words for their keys, that are read at once."""

THIRD = 0x165667B19E3779F9
"""An odd multiplier that spreads the units of a form and their places over 64 bits, with two of `figures`."""

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


class Spread(Protocol):
    """How much work is done: by whom is none of the index's business."""

    def __call__(self, work: Callable[[_Task], _Result], tasks: Sequence[_Task]) -> Iterable[_Result]:
        """Yield the result of each task, in their order."""
        ...


def in_turn(work: Callable[[_Task], _Result], tasks: Sequence[_Task]) -> Iterator[_Result]:
    """Do the tasks one after the other, here."""
    return map(work, tasks)


class Part(NamedTuple):
    """What one slice of names holds on one shelf.

    Attributes:
        tokens: The distinct tokens, a space between them.
        token: Place of the token of each distinct unit.
        weight: Of each unit.
        least: Least weight of each unit.
        sort: Of each unit.
        style: Of the forms that hold each unit.
        lengths: Units of each distinct form.
        members: Their numbers, form after form.
        form_of: Form of each pair of form and name.
        name_of: Name of each such pair, from 0 on.
    """

    tokens: str
    token: Numbers
    weight: Numbers
    least: Numbers
    sort: Numbers
    style: Numbers
    lengths: Numbers
    members: Numbers
    form_of: Numbers
    name_of: Numbers


Texts = Sequence[tuple[str, PartyKind]]


def slices(things: Sequence[_Task]) -> list[Sequence[_Task]]:
    """Cut into slices; nothing is one empty slice."""
    return [things[first : first + SLICE] for first in range(0, max(1, len(things)), SLICE)]


def read_names(wording: Wording, names: Texts) -> list[Part]:
    """Return what a slice of names holds on each shelf, in their order.

    Raises:
        LedgerError: A form is too long.
    """
    drafts = {shelf: ShelfDraft() for shelf in Shelf}
    with uncollected():  # whichever process reads them
        for number, (text, kind) in enumerate(names):
            shelves = wording.shelves(kind)
            for shelf, forms in zip(shelves, wording.forms(text, shelves), strict=True):
                drafts[shelf].add(number, forms)
    return [_part(draft) for draft in drafts.values()]


def _part(draft: ShelfDraft) -> Part:
    import numpy as np

    units = [unit for unit, _ in draft.units]
    places: dict[str, int] = {}
    token = [places.setdefault(unit.token, len(places)) for unit in units]
    weight, least = (np.array([unit[at] for unit in units], np.float64) for at in (1, 2))
    return Part(
        tokens=" ".join(places),
        token=np.array(token, np.uint32),
        weight=weight,
        least=least,
        sort=np.array([unit.sort for unit in units], np.uint8),
        style=np.array([style for _, style in draft.units], np.uint8),
        lengths=np.array(draft.lengths, np.uint32),
        members=np.array(draft.members, np.uint32),
        form_of=np.array(draft.form_of, np.uint32),
        name_of=np.array(draft.name_of, np.uint32),
    )


class Filed(NamedTuple):
    """The keys under which some tokens are filed: how many each has, and of each key hash, surety and likeness."""

    counts: Numbers
    hashes: Numbers
    sure: Numbers
    likeness: Numbers


def read_keys(wording: Wording, shelf: Shelf, tokens: Sequence[tuple[str, int]]) -> Filed:
    """Return the keys of tokens of some sorts on a shelf."""
    import numpy as np

    some = [wording.keys(token, sort, shelf).filed for token, sort in tokens]
    keys = [key for found in some for key in found]
    return Filed(
        np.fromiter(map(len, some), np.int64, len(some)),
        hash_texts([key.text for key in keys]),
        np.array([key.sure for key in keys], np.uint8),
        np.array([key.likeness for key in keys], np.float64),
    )


class Gathered(NamedTuple):
    """What all names hold on one shelf.

    Attributes:
        tokens: The distinct tokens, by length and letters.
        unit_token: Place of the token of each distinct unit; units are in order of token, weight, least weight, sort
            and style.
        unit_weight: Of each unit.
        unit_least: Least weight of each unit.
        unit_sort: Of each unit.
        unit_style: Of the forms that hold each unit.
        lengths: Units of each distinct form.
        members: Their places, form after form.
        form_of: Form of each pair of form and name.
        name_of: Name of each such pair.
    """

    tokens: list[str]
    unit_token: Numbers
    unit_weight: Numbers
    unit_least: Numbers
    unit_sort: Numbers
    unit_style: Numbers
    lengths: Numbers
    members: Numbers
    form_of: Numbers
    name_of: Numbers


@dataclass(slots=True)
class Gathering:
    """Puts the parts of one shelf together."""

    _tokens: dict[str, int] = field(default_factory=dict)
    _parts: list[tuple[Numbers, ...]] = field(default_factory=list)
    _units: int = 0
    _forms: int = 0

    def add(self, part: Part, first: int) -> None:
        """Take the next part, whose names are numbered from `first` on."""
        import numpy as np

        known = self._tokens
        numbers = np.array([known.setdefault(token, len(known)) for token in part.tokens.split()], np.uint32)
        shifted = part.members + np.uint32(self._units), part.form_of + np.uint32(self._forms)
        said = part.weight, part.least, part.sort, part.style
        self._parts.append((numbers[part.token], *said, part.lengths, *shifted, part.name_of + np.uint32(first)))
        self._units += len(part.token)
        self._forms += len(part.lengths)

    def whole(self) -> Gathered:
        """Return what all parts hold.

        Raises:
            LedgerError: There are more distinct units than the index can hold.
        """
        import numpy as np

        tokens = sorted(self._tokens)
        tokens.sort(key=len)
        places = np.empty(len(tokens), np.uint32)
        places[np.fromiter(map(self._tokens.__getitem__, tokens), np.int64, len(tokens))] = np.arange(len(tokens))
        columns = [np.concatenate(some) for some in zip(*self._parts, strict=True)]
        lengths, members, form_of, name_of = columns[5:]
        units, unit_of = distinct_rows(places[columns[0]], *columns[1:5])
        if len(units[0]) >= 1 << TOKEN_BITS:
            raise LedgerError("The names hold more distinct words than one index can: split the ledger.")
        members = unit_of[members]
        if len(self._parts) > 1:
            lengths, members, number = distinct_forms(lengths, members)
            form_of = number[form_of]
        token, weight, least, sort, style = units
        return Gathered(tokens, token, weight, least, sort, style, lengths, members, form_of, name_of)


def distinct_rows(*columns: Numbers) -> tuple[list[Numbers], Numbers]:
    """Return the distinct rows of some columns in order, and the place of each row among them."""
    import numpy as np

    order = np.lexsort(columns[::-1])
    ordered = [column[order] for column in columns]
    first = np.ones(len(order), np.bool_)
    first[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in ordered])
    place = np.empty(len(order), np.uint32)
    place[order] = np.cumsum(first) - 1
    return [column[first] for column in ordered], place


def distinct_forms(lengths: Numbers, members: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return the distinct forms, each where it stands first, and the number among them of each form given.

    Args:
        lengths: Units of each form, one at least.
        members: Their places, form after form.

    Returns:
        Lengths and members of the distinct forms, and the number of each form given.
    """
    import numpy as np

    starts = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])
    hashes = _hashes(lengths, members, starts)
    order = np.argsort(hashes, kind="stable")
    same = np.zeros(len(order), np.bool_)  # as the one before it in that order
    alike = np.flatnonzero((hashes[order][1:] == hashes[order][:-1]) & (lengths[order][1:] == lengths[order][:-1])) + 1
    same[alike] = _equal(order[alike - 1], order[alike], lengths, members, starts)
    leader = order[np.maximum.accumulate(np.where(same, 0, np.arange(len(order))))]
    stands = np.zeros(len(order), np.bool_)
    stands[leader] = True
    number = np.empty(len(order), np.uint32)
    number[order] = (np.cumsum(stands) - 1)[leader]
    return lengths[stands], members[np.repeat(stands, lengths)], number


def _hashes(lengths: Numbers, members: Numbers, starts: Numbers) -> Numbers:
    """Return a number for each form that is the same for equal ones."""
    import numpy as np

    if not len(members):
        return np.zeros(0, np.uint64)
    within = np.arange(len(members)) - np.repeat(starts[:-1], lengths) + 1
    value = members.astype(np.uint64) * np.uint64(FIRST) + within.astype(np.uint64) * np.uint64(SECOND)
    value ^= value >> np.uint64(29)
    value *= np.uint64(THIRD)
    value ^= value >> np.uint64(32)
    return np.add.reduceat(value, starts[:-1])


def _equal(one: Numbers, other: Numbers, lengths: Numbers, members: Numbers, starts: Numbers) -> Numbers:
    """Say of each two forms of one length whether they are the same."""
    import numpy as np

    sizes = lengths[one].astype(np.int64)
    if not len(sizes):
        return np.zeros(0, np.bool_)
    begins = np.concatenate([[0], np.cumsum(sizes)])[:-1]
    within = np.arange(int(sizes.sum())) - np.repeat(begins, sizes)
    equal = members[np.repeat(starts[one], sizes) + within] == members[np.repeat(starts[other], sizes) + within]
    return np.logical_and.reduceat(equal, begins)
