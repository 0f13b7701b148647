"""How the functions of the search are compiled."""

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numba import njit

kernel = njit(nogil=True, cache=True, boundscheck=False, error_model="numpy")
"""Compiles a function on its first call, and keeps it for later processes; threads run it side by side."""

_Function = TypeVar("_Function", bound=Callable[..., Any])


def bare(function: _Function) -> _Function:
    """Compile what makes no array as `kernel` does, but count no uses of arrays: that takes longer than the sums."""
    return _uncounted(function)


def built_in(function: _Function) -> _Function:
    """Compile as `bare` does, and make the function a part of what calls it.

    To hand over the arrays of a shelf takes as long as many a function does with them. What is called from many places
    is not built in: each copy is compiled.
    """
    return _uncounted(function, forceinline=True)


def _uncounted(function: _Function, **more: Any) -> _Function:  # noqa: ANN401 - options of the compiler
    more["_nrt"] = False
    compiled: _Function = njit(nogil=True, cache=True, boundscheck=False, error_model="numpy", **more)(function)
    return compiled


integer: Any = np.int64
"""Numba makes of `int` what fits; sums and shifts need one type."""
