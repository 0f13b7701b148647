"""Decide how the least weight of a form is rounded down to a code of seven bits, with one more for single letters."""

from math import exp, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST, GREATEST = 0.25, 16.0
"""Weights from one to the other are told apart in equal ratios; what is less counts as nothing."""
LEVELS = 127
_RATIO = log(GREATEST / LEAST) / (LEVELS - 1)


def code_floor(code: int) -> float:
    """Return the weight that every form of a code reaches at least, from 0 to `LEVELS`."""
    return LEAST * exp((code - 1) * _RATIO) if code else 0.0


def least_codes(weights: "NDArray[np.float64]", lettered: "NDArray[np.bool_]") -> "NDArray[np.uint8]":
    """Return the code of each form: the weight's, times two, plus one if it has a single letter."""
    import numpy as np

    floors = np.array([code_floor(code) for code in range(LEVELS + 1)])
    # A hair less, so that the floor of the code is never above the weight as it is stored.
    codes = np.searchsorted(floors, weights * (1 - 1e-6), side="right") - 1
    return (np.clip(codes, 0, LEVELS) * 2 + lettered).astype(np.uint8)
