"""Puts chunks of rows through a screener, in this process or in several at once; each writes its own part."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import islice

from fasti.model.errors import LedgerError, UnavailableError
from fasti.workflows.bulk.asked import asked
from fasti.workflows.bulk.outputs import encode_part
from fasti.workflows.bulk.request import ScreenRequest
from fasti.workflows.bulk.rows import Row
from fasti.workflows.bulk.screener import Screener, opened
from fasti.workflows.bulk.tally import count
from fasti.workflows.bulk.unfinished import Unfinished
from fasti.workflows.settings import Settings, nobody

AHEAD = 3
"""Chunks that wait for each worker at most, so that memory is bounded however long the table is."""


SELDOM = (200_000, 20, 100)
"""How seldom a process that does nothing but screen looks for rubbish."""


@dataclass(frozen=True, slots=True)
class Task:
    """One chunk of rows, numbered from 0."""

    number: int
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with every chunk.

    Attributes:
        unfinished: Where the parts go.
        form: Form of the output.
        history: Whether parties whose listings have ended have rows too.
        head: Place and hash of the newest log entry that counts.
    """

    unfinished: Unfinished
    form: str
    history: bool
    head: tuple[int, str]

    def do(self, screener: Screener, task: Task) -> int:
        """Screen a chunk and keep its part; return how many rows it had."""
        rows = screener.answers([asked(row) for row in task.rows])
        data = encode_part(rows, self.form, screener.silent, history=self.history)
        self.unfinished.keep(task.number, data, count(rows, screener.silent))
        return len(rows)


def chunks(rows: Iterable[Row], size: int) -> Iterator[Task]:
    """Yield the rows in chunks."""
    waiting = iter(rows)
    number = 0
    while taken := list(islice(waiting, size)):
        yield Task(number, taken)
        number += 1


def in_one(work: Work, screener: Screener, tasks: Iterable[Task]) -> Iterator[int]:
    """Do the work in this process; yield the rows of each chunk as it is done."""
    screener.make_ready()
    with _unswept():
        for task in tasks:
            yield work.do(screener, task)


@contextmanager
def _unswept() -> Iterator[None]:
    """Let garbage be collected seldom, and not looked for in what is open already: it took a third of the time."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def in_several(
    work: Work, settings: Settings, request: ScreenRequest, tasks: Iterable[Task], workers: int
) -> Iterator[int]:
    """Do the work in several processes; yield the rows of each chunk as it is done.

    Raises:
        UnavailableError: A process ended before its work.
    """
    from multiprocessing import get_context

    known = replace(settings, clock=partial(_instant, settings.now()), announce=nobody)
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, context, _begin, (known, request, work)) as pool:
        try:
            yield from _spread(pool, iter(tasks), workers * AHEAD)
        except BrokenProcessPool as error:
            message = "A worker process ended before its work (out of memory?): run the command again to go on."
            raise UnavailableError(message) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _spread(pool: ProcessPoolExecutor, tasks: Iterator[Task], most: int) -> Iterator[int]:
    running: set[Future[int]] = {pool.submit(_do, task) for task in islice(tasks, most)}
    while running:
        done, running = wait(running, return_when=FIRST_COMPLETED)
        running |= {pool.submit(_do, task) for task in islice(tasks, len(done))}
        for one in done:
            yield one.result()


_DESK: list[tuple[Work, Screener]] = []
"""What a worker process has open for the time it lives."""


def _begin(settings: Settings, request: ScreenRequest, work: Work) -> None:
    import atexit
    from contextlib import ExitStack

    stack = ExitStack()
    screener, _ = stack.enter_context(opened(settings, request))
    atexit.register(stack.close)
    if screener.evidence.view.head != work.head:
        raise LedgerError("The ledger changed while it was screened: run the command again with --restart.")
    screener.make_ready()
    stack.enter_context(_unswept())
    _DESK.append((work, screener))


def _do(task: Task) -> int:
    work, screener = _DESK[0]
    return work.do(screener, task)


def _instant(now: datetime) -> datetime:
    return now
