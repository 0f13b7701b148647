"""Work out, when the kernel is loaded, what need not lie on disk: it follows from the arrays that do."""

from typing import TYPE_CHECKING, Any

from fasti.index.arranging import padded, sizes_of
from fasti.index.codes import least_codes
from fasti.index.figures import RECORD_LETTERS
from fasti.index.kernel_data import ShelfData
from fasti.index.kernel_inputs import as_array, letters_alone, unit_records
from fasti.index.runs import starts_of_runs
from fasti.index.shelves import ShelfView
from fasti.index.wording import Limits

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WORKED_OUT = frozenset({"token_head", "token_letters", "form_units", "form_least", "units"})


def shelf_data(limits: Limits, view: ShelfView) -> ShelfData:
    """Return the arrays of a shelf, the mapped ones and those worked out of these."""
    text, starts = as_array(view.token_text), as_array(view.token_start)
    mapped = {name: as_array(getattr(view, name)) for name in ShelfData._fields if name not in _WORKED_OUT}
    return ShelfData(
        **mapped,
        token_head=_heads(text, starts),
        token_letters=_letters(text, starts),
        form_units=starts_of_runs(as_array(view.form_sizes)),
        form_least=_least_weights(view),
        units=unit_records(limits, view),
    )


def _letters(text: "NDArray[np.uint8]", starts: "NDArray[np.uint32]") -> "NDArray[np.uint64]":
    """Return the first letters of each token in words of eight."""
    import numpy as np

    rows: NDArray[Any] = np.ascontiguousarray(padded(text, starts, RECORD_LETTERS))
    return rows.view(np.uint64).reshape(-1)


def _heads(text: "NDArray[np.uint8]", starts: "NDArray[np.uint32]") -> "NDArray[np.uint64]":
    """Return one word a token: its length in 16 bits, whether it is letters, then a bit for each character it has."""
    import numpy as np

    sizes = sizes_of(starts)
    if not len(sizes):
        return np.zeros(0, np.uint64)
    lower = text >= ord("a")
    bit = np.where(lower, text - ord("a") + 10, text - ord("0")).astype(np.uint64)
    first = starts[:-1].astype(np.int64)  # no token is empty
    seen = np.bitwise_or.reduceat(np.uint64(1) << bit, first)
    heads: NDArray[np.uint64] = np.minimum(sizes, 0xFFFF).astype(np.uint64)
    heads |= letters_alone(text, starts).astype(np.uint64) << np.uint64(16)
    heads |= seen << np.uint64(17)
    return heads


def _least_weights(view: ShelfView) -> "NDArray[np.float64]":
    """Return the least weight of each form: of its units together."""
    import numpy as np

    counts = as_array(view.form_sizes)
    owner = np.repeat(np.arange(len(counts)), counts)
    least = as_array(view.said_least)[as_array(view.unit_said)][as_array(view.form_unit)].astype(np.float64)
    weights: NDArray[np.float64] = np.bincount(owner, least, len(counts)).astype(np.float64)
    return weights


def form_codes(view: ShelfView, weights: "NDArray[np.float64]") -> "NDArray[np.uint8]":
    """Return the least weight of each form rounded down to a byte, with one bit for a single letter."""
    import numpy as np

    return least_codes(weights, np.arange(len(weights)) >= view.first_lettered)
