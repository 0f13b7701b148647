"""Tables through pipes: `-` in place of a file means standard input, or standard output.

A table is read twice and a result is written whole, so that both lie in a temporary folder for the time of the run.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from fasti.workflows.bulk.files import Job
from fasti.workflows.bulk.inputs import form_of_start

DASH = Path("-")
INPUT, OUTPUT = "standard input", "standard output"
START = 4096
"""Bytes by which the form of a table is told."""
PLAIN = "csv"
"""Form of a result that goes to standard output and is not named."""


@contextmanager
def unpiped(job: Job) -> Iterator[Job]:
    """Give a job with files in place of pipes; a result for standard output goes there when the block ends well.

    Raises:
        OSError: There is no room, or the pipe is closed.
    """
    if DASH not in (job.source, job.out):
        yield job
        return
    with TemporaryDirectory(prefix="fasti-") as folder:
        into = _taken(job, Path(folder) / "table") if job.source == DASH else job
        if job.out != DASH:
            yield into
            return
        result = Path(folder) / "result"
        yield replace(into, out=result, form=job.form or PLAIN, named=(into.named[0], OUTPUT))
        _give(result)


def _taken(job: Job, copy: Path) -> Job:
    """Return a job that reads a copy of standard input, whose first bytes say its form if nobody does."""
    with copy.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    reading = job.reading
    if reading.form is None:
        with copy.open("rb") as file:
            reading = replace(reading, form=form_of_start(file.read(START)))
    return replace(job, source=copy, reading=reading, named=(INPUT, job.named[1]))


def _give(result: Path) -> None:
    """Write a result to standard output; a reader that closed the pipe early is no failure."""
    try:
        with result.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
