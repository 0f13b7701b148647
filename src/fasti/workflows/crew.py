"""Spreads work over processes, one for each processor; the results and their order are the same, whoever worked.

The processes are new interpreters that do not run the caller's own program again, as those of `multiprocessing` would:
a script that opens a ledger needs no guard. That is why it is loky that starts them.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pickle import PicklingError
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from loky import ProcessPoolExecutor

WORTH = 4
"""Tasks from which on processes are started: they take as long to start as one or two tasks."""
MOST = 8
"""Processes at most: what they return is put together by one."""
AHEAD = 3
"""Tasks for each process that are done before the first of them is wanted, so that memory is bounded."""

T = TypeVar("T")
R = TypeVar("R")
Tell = Callable[[str], None]


@dataclass(slots=True)
class Crew:
    """Processes that share work; to be used in a `with` statement, behind which none is left.

    Attributes:
        size: Processes that may be started; with less than two the work is done here.
        tell: Told in words if the work goes on without them.
    """

    size: int
    tell: Tell
    _pool: "ProcessPoolExecutor | None" = None
    _broken: bool = False

    def __call__(self, work: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
        """Yield the result of each task, in their order; what is raised is what the work raised.

        Args:
            work: Can be pickled, if it is to be shared.
            tasks: The same holds.
        """
        if self._broken or self.size < 2 or len(tasks) < WORTH:  # noqa: PLR2004 - one has nobody to share with
            return map(work, tasks)
        return self._shared(work, tasks)

    def _shared(self, work: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
        from concurrent.futures.process import BrokenProcessPool

        done = 0
        try:
            for result in self._results(work, tasks):
                done += 1
                yield result
        except (BrokenProcessPool, PicklingError, ImportError, OSError) as error:
            self._broken = True
            self.tell(f"going on in one process: others cannot be used ({_first_line(error)})")
            yield from map(work, tasks[done:])

    def _results(self, work: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
        if self._pool is None:
            from loky import ProcessPoolExecutor

            self._pool = ProcessPoolExecutor(min(self.size, MOST))
        ahead: deque[Future[R]] = deque()
        for task in tasks:
            ahead.append(self._pool.submit(_undisturbed, work, task))
            if len(ahead) > AHEAD * min(self.size, MOST):
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()

    def __enter__(self) -> Self:
        """Return the crew; nothing is started yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes: at once, if what they do is not wanted any more."""
        if self._pool is not None:
            self._pool.shutdown(kill_workers=error is not None)
        self._pool = None


def _undisturbed(work: Callable[[T], R], task: T) -> R:
    """Do a task in a process that does nothing else: it looks for no garbage, and never in what it has kept.

    loky has it look through everything about once a task, the words that are known included: a third of the time.
    """
    import gc

    gc.disable()
    try:
        return work(task)
    finally:
        gc.freeze()


def _first_line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).partition("\n")[0]
