"""Decide how it is kept where each of many runs of elements begins: by the size of each, and the sum at every 16th.

Most runs are of a few elements, so that a size takes a byte where a beginning takes four.
"""

from typing import TYPE_CHECKING, Any

from fasti.index.container import Vector

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STRIDE = 16
"""Runs from one sum to the next."""


def bounds(sizes: Vector, sums: Vector, run: int) -> slice:
    """Return where the elements of a run are."""
    first = run - run % STRIDE
    begin = sums[run // STRIDE] + sum(sizes[first:run])
    return slice(begin, begin + sizes[run])


def kept(starts: "NDArray[np.uint32]") -> "tuple[NDArray[Any], NDArray[np.uint32]]":
    """Return the sizes of runs and the sum at every 16th, given where each begins and the end.

    >>> import numpy as np
    >>> sizes, sums = kept(np.array([0, 2, 5], np.uint32))
    >>> sizes.tolist(), sums.tolist(), bounds(memoryview(sizes), memoryview(sums), 1)
    ([2, 3], [0], slice(2, 5, None))
    """
    import numpy as np

    sizes = starts[1:] - starts[:-1]
    return sizes.astype(np.min_scalar_type(sizes.max(initial=np.uint32(0)))), starts[:-1][::STRIDE]


def starts_of_runs(sizes: "NDArray[Any]") -> "NDArray[np.uint32]":
    """Return where each of some runs begins, and the end, given their sizes."""
    import numpy as np

    starts = np.zeros(len(sizes) + 1, np.uint32)
    np.cumsum(sizes, out=starts[1:])
    return starts
