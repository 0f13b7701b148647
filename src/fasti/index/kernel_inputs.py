"""What the kernel is handed of a shelf and its limits, made of the mapped arrays and of what the scorer states."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from fasti.index.buckets import bits_of_table
from fasti.index.codes import LEVELS, code_floor
from fasti.index.figures import PREFIX, SPARE
from fasti.index.kernel_data import (
    CHARACTER_AT,
    FIXED,
    IS_LETTER,
    KNOWN,
    LETTER,
    LETTERED,
    RULES_AT,
    TOLD,
    UNIT_FIELDS,
    LimitsData,
)
from fasti.index.neighbours import size_of
from fasti.index.runs import starts_of_runs
from fasti.index.shelves import ShelfView
from fasti.index.spelling import deletions
from fasti.index.wording import Limits, Sort
from fasti.model.errors import LedgerError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_JOINED = 3
"""The kernel runs so many neighbouring tokens together at most."""

TYPES = {"B": "uint8", "H": "uint16", "I": "uint32", "Q": "uint64", "q": "int64", "f": "float32"}


def as_array(view: memoryview) -> "NDArray[Any]":
    """Return a numpy view of an array of the index."""
    import numpy as np

    return np.frombuffer(view, TYPES[view.format])


def limits_data(limits: Limits, view: ShelfView) -> LimitsData:
    """Return the limits of a shelf as tables, with what its arrays have in common.

    Raises:
        LedgerError: More tokens may be run together than the kernel can.
    """
    import numpy as np

    if limits.most_joined > MOST_JOINED:
        raise LedgerError(f"The scorer runs {limits.most_joined} words together, and the index at most {MOST_JOINED}.")
    most = max(limits.edits)
    longest = max(map(len, (*limits.likeness, *limits.hard)))
    likeness = [[row[min(size, len(row) - 1)] for size in range(longest)] for row in limits.likeness[: most + 1]]
    hard = [[_hard(limits, edits, size) for size in range(longest)] for edits in range(most + 1)]
    masks: list[int] = []
    ends = np.zeros((PREFIX + 1, most + 1), np.int64)
    for size in range(PREFIX + 1):
        for edits in range(most + 1):
            ends[size, edits] = len(masks) + len(deletions(size, edits))
        masks += deletions(size, most)
    floors = np.array([code_floor(code) for code in range(LEVELS + 1)])
    return LimitsData(
        np.array(limits.edits, np.int64),
        np.array(likeness, np.float64),
        np.array(hard, np.float64),
        np.uint64(sum(1 << (ord(letter) - ord("a")) for letter in limits.vowels)),
        float(limits.other_first),
        float(limits.least),
        float(limits.known),
        float(limits.more),
        np.array(masks, np.int64),
        ends,
        float(limits.initial),
        float(limits.joined),
        limits.most_joined,
        float(as_array(view.said_weight).max(initial=np.float32(0.0))),
        floors,
        np.uint64(bits_of_table(len(view.spelled_start))),
        np.uint64(64 - bits_of_table(len(view.key_start))),
        np.uint64(64 - size_of(len(view.neighbours))),
        max(1, int(np.diff(as_array(view.token_start)).max(initial=np.uint32(1)))),
        np.array([bits_of(styles) for styles in limits.meets], np.int64),
    )


def _hard(limits: Limits, edits: int, size: int) -> float:
    row = (limits.hard or limits.likeness)[edits]
    return row[min(size, len(row) - 1)]


def bits_of(places: Iterable[int]) -> int:
    """Return a number that has a bit for each of some places."""
    return sum(1 << place for place in places)


def flags_of(sort: Sort, *, single: bool, alpha: bool) -> int:
    """Return the flags of a unit of a sort: of a single character or more, of letters alone or not."""
    letter, lettered = sort.letter and single and alpha, sort.lettered and alpha and not single
    said = ((FIXED, sort.fixed), (KNOWN, sort.known), (LETTER, letter), (LETTERED, lettered), (TOLD, sort.told))
    return sum(flag for flag, holds in said if holds)


def unit_records(limits: Limits, view: ShelfView) -> "NDArray[Any]":
    """Return all that is known of each unit of a shelf, side by side."""
    import numpy as np

    starts, text, said = as_array(view.token_start), as_array(view.token_text), as_array(view.unit_said)
    first, forms = as_array(view.token_units), as_array(view.unit_forms)
    token = np.repeat(np.arange(len(first) - 1), first[1:] - first[:-1])
    records = np.zeros(len(token), np.dtype(list(UNIT_FIELDS)))
    records["token"] = token
    records["weight"], records["least"] = as_array(view.said_weight)[said], as_array(view.said_least)[said]
    records["first"], records["count"] = forms[:-1], forms[1:] - forms[:-1]
    sorts = as_array(view.said_sort)[said]
    single, alpha = (starts[1:] - starts[:-1] == 1)[token], letters_alone(text, starts)[token]
    both = (False, True)
    flags = [[[flags_of(sort, single=one, alpha=two) for two in both] for one in both] for sort in limits.sorts]
    records["flags"] = np.array(flags, np.uint8)[sorts, single.astype(np.uint8), alpha.astype(np.uint8)]
    records["rules"] = np.array([bits_of(sort.rules) for sort in limits.sorts], np.uint8)[sorts]
    records["style"] = as_array(view.said_style)[said]
    records["letter"] = text[starts[token]]
    return records


def letters_alone(text: "NDArray[np.uint8]", starts: "NDArray[np.uint32]") -> "NDArray[np.bool_]":
    """Return whether each token is of letters alone; none is empty."""
    import numpy as np

    if len(starts) == 1:
        return np.zeros(0, np.bool_)
    alone: NDArray[np.bool_] = np.logical_and.reduceat(text >= ord("a"), starts[:-1].astype(np.int64))
    return alone


def counted_forms(view: ShelfView, records: "NDArray[Any]") -> "NDArray[np.uint32]":
    """Return how many units of each form the first rule is about, and times 16 how many may stand for a word.

    Either is at most 15; where there are more letters, no fewer than 15 pairs may be of them, which is never too few.
    """
    import numpy as np

    forms, starts = as_array(view.form_unit), starts_of_runs(as_array(view.form_sizes))

    def count(of_unit: "NDArray[np.bool_]") -> "NDArray[np.int64]":
        whole = np.concatenate([[0], np.cumsum(of_unit[forms].astype(np.int64))])[starts]
        least: NDArray[np.int64] = np.minimum(whole[1:] - whole[:-1], 15)
        return least

    ruled, letters = count((records["rules"] & 1) > 0), count((records["flags"] & LETTER) > 0)
    counts: NDArray[np.uint32] = (ruled | letters << 4).astype(np.uint32)
    return counts


def unit_marks(records: "NDArray[Any]") -> "NDArray[np.uint32]":
    """Return the mark of each unit, paired with nothing; see `fasti.index.kernel_data.ROWS`."""
    import numpy as np

    flags = records["flags"]
    marks = records["rules"].astype(np.uint32) << np.uint32(RULES_AT)
    marks |= np.where(flags & LETTER, np.uint32(IS_LETTER), np.uint32(0))
    marks |= np.where(flags & (LETTER | LETTERED), records["letter"], 0).astype(np.uint32) << np.uint32(CHARACTER_AT)
    return marks


def held_down(limits: Limits, threshold: float) -> "NDArray[np.bool_]":
    """Return whether units without a partner keep from a threshold, by: few pairs or not, rules of mine, of theirs."""
    import numpy as np

    sets = [
        frozenset(rule for rule in range(len(limits.alone)) if mask >> rule & 1)
        for mask in range(1 << len(limits.alone))
    ]
    least = threshold - SPARE
    return np.array(
        [[[limits.most_alone(a, b, few=few) < least for b in sets] for a in sets] for few in (False, True)], np.bool_
    )
