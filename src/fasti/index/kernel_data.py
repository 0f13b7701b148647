"""What the compiled kernel is handed: the arrays of a shelf, the limits, a batch of queries, and room to work in."""

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[Any]
else:
    Numbers = object


class ShelfData(NamedTuple):
    """The arrays of a shelf that the kernel reads; see `fasti.index.shelves.ShelfView`."""

    token_text: Numbers
    token_start: Numbers
    token_head: Numbers
    token_letters: Numbers
    token_units: Numbers
    spelled_start: Numbers
    spelled_token: Numbers
    spelled_mark: Numbers
    key_hash: Numbers
    key_token: Numbers
    key_likeness: Numbers
    unit_token: Numbers
    unit_weight: Numbers
    unit_least: Numbers
    unit_forms: Numbers
    posting: Numbers
    form_units: Numbers
    form_unit: Numbers
    form_least: Numbers


class LimitsData(NamedTuple):
    """The limits of a shelf as tables.

    Attributes:
        edits: Most edits by the length of the shorter token.
        likeness: Shape (edits, length of the longer token).
        masks: For each length of a beginning, from 0 to `PREFIX`, and each number of edits: the deletions to make,
            one behind the other.
        mask_start: Shape (lengths, edits + 1): first mask behind those with so many deletions.
        initial: Most likeness of an initial.
        joined: Most likeness of tokens run together.
        most_joined: How many, 3 at most.
        greatest: Greatest weight of a listed unit.
        floors: Least weight of the forms of each code.
        bits: So many bits of a hash choose the bucket of the table of spellings.
        longest: Length of the longest listed token.
        alone: Shape (n, 3): each `fasti.index.wording.Alone`.
    """

    edits: Numbers
    likeness: Numbers
    masks: Numbers
    mask_start: Numbers
    initial: float
    joined: float
    most_joined: int
    greatest: float
    floors: Numbers
    bits: "np.uint64"
    longest: int
    alone: Numbers


class BatchData(NamedTuple):
    """The forms of many queries on one shelf: each distinct token once, with its keys, then the units of each form."""

    text: Numbers
    start: Numbers
    key_start: Numbers
    key_hash: Numbers
    key_likeness: Numbers
    form_start: Numbers
    form_token: Numbers
    form_weight: Numbers
    form_least: Numbers


class RoomData(NamedTuple):
    """Room to work in, one for each thread; what is changed is put back before a search ends.

    Attributes:
        sums: For each form its code in the lower 8 bits, and the sum of gains so far in the upper ones.
        chain: For each token the last way by way of it, or -1.
        seen: One bit for each token.
        found: As many forms as there are.
    """

    sums: Numbers
    chain: Numbers
    seen: Numbers
    found: Numbers
