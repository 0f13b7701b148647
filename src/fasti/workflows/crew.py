"""Spreads work over processes: this one, and as many more as the machine has further processors to run.

What a process that cannot be started, or that gives up, leaves undone is done here; the results and their order are the
same, whoever worked.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from fasti.workflows.crew_member import Member

WORTH = 3
"""Tasks from which on further processes are started: one takes as long to start as half a task."""
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
        size: Processes in all, this one included.
        tell: Told in words if the work goes on with fewer.
        members: The further processes; `None` as long as none was needed.
    """

    size: int
    tell: Tell
    members: list[Member] | None = None

    def __call__(self, work: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
        """Yield the result of each task, in their order; what is raised is what the work raised.

        Args:
            work: Can be pickled, if it is to be shared.
            tasks: The same holds.
        """
        if self.members is None and len(tasks) >= WORTH:
            self.members = self._hired()
        members = [one for one in self.members or () if one.serves]
        return _Shift(work, tasks, members, self.tell).results() if members else map(work, tasks)

    def _hired(self) -> list[Member]:
        members: list[Member] = []
        try:
            for _ in range(min(self.size, MOST) - 1):
                members.append(Member.hired())  # noqa: PERF401 - those that could be started before one could not be
        except OSError as error:
            self.tell(f"no further process can be started ({error}): going on with {len(members) + 1}")
        return members

    def __enter__(self) -> Self:
        """Return the crew; nothing is started yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes."""
        for member in self.members or ():
            member.dismiss()
        self.members = []


@dataclass(slots=True)
class _Shift(Generic[T, R]):
    """Tasks under way. A thread for each further process hands it one after the other; this thread works as well."""

    work: Callable[[T], R]
    tasks: Sequence[T]
    members: Sequence[Member]
    tell: Tell
    _turn: threading.Condition = field(default_factory=threading.Condition)
    _taken: int = 0
    _given_back: list[int] = field(default_factory=list)
    _done: dict[int, R] = field(default_factory=dict)
    _wanted: int = 0
    _over: bool = False
    _news: list[str] = field(default_factory=list)

    def results(self) -> Iterator[R]:
        """Yield the results in order."""
        threads = [threading.Thread(target=self._hand_to, args=(member,), daemon=True) for member in self.members]
        for thread in threads:
            thread.start()
        try:
            for number in range(len(self.tasks)):
                yield self._result(number)
        finally:
            with self._turn:
                self._over = True
                self._turn.notify_all()
            if self._wanted + 1 < len(self.tasks):  # nobody wants the rest
                for member in self.members:
                    member.dismiss(at_once=True)
            for thread in threads:
                thread.join()
            self._tell_news()

    def _tell_news(self) -> None:
        while self._news:
            self.tell(self._news.pop())

    def _result(self, wanted: int) -> R:
        while True:
            with self._turn:
                self._wanted = wanted
                self._turn.notify_all()
                self._tell_news()
                if wanted in self._done:
                    return self._done.pop(wanted)
                task = self._next()
                if task is None:
                    self._turn.wait()
                    continue
            result = self.work(self.tasks[task])
            with self._turn:
                self._done[task] = result

    def _next(self) -> int | None:
        """Take a task; `None` if there is none, or enough is done ahead."""
        if self._given_back:
            return self._given_back.pop()
        if self._taken >= min(len(self.tasks), self._wanted + AHEAD * (len(self.members) + 1)):
            return None
        self._taken += 1
        return self._taken - 1

    def _hand_to(self, member: Member) -> None:
        try:
            while not member.ready() and not self._over:
                pass
            while (task := self._claimed()) is not None:
                self._hand(member, task)
        except Exception as error:  # noqa: BLE001 - whatever it is, the work is done without this process
            with self._turn:
                if member.serves:  # nobody dismissed it
                    self._news.append(
                        f"a further process gave up ({str(error) or type(error).__name__}): going on without it"
                    )
                member.serves = False
                self._turn.notify_all()

    def _claimed(self) -> int | None:
        """Wait for a task; `None` if there is none any more."""
        with self._turn:
            while not self._over:
                task = self._next()
                if task is not None:
                    return task
                self._turn.wait()
        return None

    def _hand(self, member: Member, task: int) -> None:
        try:
            result: Any = member.do(self.work, self.tasks[task])
        except BaseException:
            with self._turn:
                self._given_back.append(task)
            raise
        with self._turn:
            self._done[task] = result
            self._turn.notify_all()
