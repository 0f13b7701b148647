"""Decide when the collector of garbage need not look: while names are gathered, for nothing of them is garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Spare the collector of garbage what is gathered: nothing in it is garbage, and looking through it took a quarter.

    The collector belongs to the whole process, which goes without it for these seconds.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
