"""A further process that does the work it is told over its standard input, and answers over its standard output.

It is a new interpreter. It does not run the caller's own program again, as `multiprocessing` would, so that a script
that opens a ledger needs no guard.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from select import select
from time import monotonic
from typing import IO, Any, Self, TypeVar

from fasti.model.errors import UnavailableError

PATIENCE = 60.0
"""Seconds that a process is given to begin, and to end."""
AT_ONCE = 0.05
"""Seconds for which it is looked at whether it has begun."""
READY = b"\n"

BEGIN = """
import pickle, sys
sys.path[:] = pickle.load(sys.stdin.buffer)
from fasti.workflows.crew_member import serve
serve()
"""
"""What it runs: it is told first where to import from."""

T = TypeVar("T")
R = TypeVar("R")


@dataclass(slots=True)
class Member:
    """A process, as it is seen by the one that started it.

    Attributes:
        process: Which one.
        asks: Its standard input.
        answers: Its standard output.
        since: When it was started, by a clock that only goes forward.
        serves: Whether it can be given work.
    """

    process: "subprocess.Popen[bytes]"
    asks: IO[bytes]
    answers: IO[bytes]
    since: float
    serves: bool = True
    _begun: bool = False

    @classmethod
    def hired(cls) -> Self:
        """Start a process.

        Raises:
            OSError: It cannot be started.
        """
        from multiprocessing.spawn import get_executable

        interpreter = get_executable()
        if getattr(sys, "frozen", False) or not interpreter:
            raise OSError("this program is not run by an interpreter of its own")
        # In a group of its own it does not hear that the user interrupts: it ends when its input does.
        process = subprocess.Popen(  # noqa: S603 - no shell; our own interpreter and a literal
            [interpreter, "-P", "-c", BEGIN],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            process_group=0,
        )
        if process.stdin is None or process.stdout is None:
            raise OSError("it has no input or output")
        member = cls(process, process.stdin, process.stdout, monotonic())
        with suppress(OSError):  # that it ended already is found out when it is looked at
            member._send(sys.path)
        return member

    def ready(self) -> bool:
        """Look for a moment whether it can be given work.

        Raises:
            UnavailableError: It ended, says something else, or says nothing.
        """
        if not self._begun and select([self.answers], [], [], AT_ONCE)[0]:
            if self.answers.read(len(READY)) != READY:
                raise UnavailableError("it did not start")
            self._begun = True
        if not self._begun and monotonic() - self.since > PATIENCE:
            raise UnavailableError(f"it did not start within {PATIENCE:.0f} seconds")
        return self._begun

    def do(self, work: Callable[[T], R], task: T) -> R:
        """Have a task done.

        Raises:
            UnavailableError: It says that it cannot.
            Exception: Whatever keeps the task or the result from being handed over.
        """
        self._send((work, task))
        done, result = pickle.load(self.answers)  # noqa: S301 - of a process of our own
        if not done:
            raise UnavailableError(str(result))
        found: R = result
        return found

    def _send(self, thing: object) -> None:
        self.asks.write(pickle.dumps(thing, pickle.HIGHEST_PROTOCOL))
        self.asks.flush()

    def dismiss(self, *, at_once: bool = False) -> None:
        """End the process: when it has done what it was told, or at once."""
        self.serves = False
        if at_once:
            self.process.kill()
            return
        with suppress(OSError):
            self.asks.close()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.answers.close()


def serve() -> None:
    """Do what the standard input says until it ends."""
    import gc

    gc.disable()  # what is read is kept or small, and the process ends soon
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what else is printed is no answer
    answers.write(READY)
    answers.flush()
    with suppress(EOFError, BrokenPipeError):
        while _answered(answers):
            pass


def _answered(answers: IO[bytes]) -> bool:
    """Do one task; say whether another may come."""
    try:
        work, task = pickle.load(sys.stdin.buffer)  # noqa: S301 - of the process that started this one
        said: tuple[bool, Any] = True, work(task)
    except EOFError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the other process does the task, and meets it itself
        said = False, f"{type(error).__name__}: {error}"
    answers.write(pickle.dumps(said, pickle.HIGHEST_PROTOCOL))
    answers.flush()
    return said[0]
