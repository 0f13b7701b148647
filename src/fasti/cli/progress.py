"""Progress of a long command: a bar on a terminal, nothing in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from fasti.cli.output import say

if TYPE_CHECKING:
    from threading import Timer

Progress = Callable[[int, int, str], None]
"""Told how many steps are done, how many there are, and what is being worked on."""


@contextmanager
def shown(title: str) -> Iterator[Progress]:
    """Give a progress callback for the time of the block.

    Args:
        title: What is being done.
    """
    if not sys.stderr.isatty():
        yield _quiet
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)

        def tell(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total, description=f"{title}: {what}")

        yield tell


@contextmanager
def told() -> Iterator[Callable[[str], None]]:
    """Give a callback for what takes time: on a terminal a sentence is shown once it has been so for a while."""
    waiting = _Waiting()
    try:
        yield waiting.tell
    finally:
        waiting.end()


PATIENCE = 1.0
"""Seconds after which whoever waits is told for what."""


class _Waiting:
    """What is waited for, told when its time has come."""

    def __init__(self) -> None:
        self._timer: Timer | None = None
        self._what = ""

    def tell(self, what: str) -> None:
        """Begin to wait for something; what is told in quick succession is shown once, the last of it."""
        self._what = what
        if sys.stderr.isatty() and (self._timer is None or not self._timer.is_alive()):
            from threading import Timer

            self._timer = Timer(PATIENCE, self._say)
            self._timer.daemon = True
            self._timer.start()

    def _say(self) -> None:
        say(f"{self._what[:1].upper()}{self._what[1:]} ...")

    def end(self) -> None:
        """Wait no longer."""
        if self._timer is not None:
            self._timer.cancel()


def _quiet(done: int, total: int, what: str) -> None:
    """Say nothing: nobody is watching."""
