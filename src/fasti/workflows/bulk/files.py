"""`screen`: a table of names in, a table of hits out; interrupted, it goes on where it was."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from fasti.ledger.store import Store
from fasti.model.answer import NOTICE
from fasti.model.errors import BadInputError, UsageError
from fasti.model.screened import ScreenAnswer, ScreenInput, ScreenOutput
from fasti.workflows.asking import SCORER
from fasti.workflows.bulk.inputs import Fingerprint, Reading, Table, fingerprint, open_table
from fasti.workflows.bulk.outputs import format_of, join_parts
from fasti.workflows.bulk.request import ScreenRequest
from fasti.workflows.bulk.screener import Screener, screener_of
from fasti.workflows.bulk.source import Source
from fasti.workflows.bulk.tally import total
from fasti.workflows.bulk.unfinished import Unfinished, sync_folder
from fasti.workflows.bulk.working import Task, Work, chunks, in_one, in_several
from fasti.workflows.indexing import Tell
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.replacing import check_place, replaced
from fasti.workflows.settings import Settings

SCHEMA = "fasti/screen/1"
PARTS, LEAST_PART, MOST_PART = 16, 1000, 10_000
"""Parts of a table at least, so that processes share it; and rows of a part, each of which is synced to the disk."""
SEVERAL_FROM = 20_000
"""Rows from which more processes than one are worth starting; each takes a second or two to be ready."""
SIDECAR = ".run.json"
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Job:
    """Which table is screened into which.

    Attributes:
        source: The table.
        out: Where the result goes; replaced whole or not at all.
        reading: How the table is read.
        form: `csv`, `jsonl` or `parquet`; `None` goes by the ending of `out`.
        workers: Processes; `None` is one for each core that may be used, and one alone for a short table.
        restart: Whether to forget a run that was interrupted.
        chunk: Rows that are asked at once; `None` goes by the size of the table.
        named: What the answer and messages call the table and the result; their paths if `None`.
    """

    source: Path
    out: Path
    reading: Reading = field(default_factory=Reading)
    form: str | None = None
    workers: int | None = None
    restart: bool = False
    chunk: int | None = None
    named: tuple[str | None, str | None] = (None, None)

    @property
    def table(self) -> Source:
        """The table with what it is called."""
        return Source(self.source, self.named[0] or str(self.source))

    def rows_of_part(self, lines: int) -> int:
        """Return how many rows are asked at once of a table of so many lines."""
        return self.chunk or min(max(lines // PARTS, LEAST_PART), MOST_PART)


def screen_file(settings: Settings, job: Job, request: ScreenRequest, tell: Progress) -> ScreenAnswer:
    """Screen every row of a table.

    Raises:
        UsageError: A part of the request names nothing known, or an interrupted run asked something else.
        BadInputError: The table is empty or damaged, or has no column for a name.
        LedgerError: The ledger cannot be used.
        UnavailableError: The output cannot be written, or another run is writing it.
    """
    form = format_of(job.out, job.form, "--output-format")
    table, read_as = open_table(job.table, job.reading)
    if job.out.exists() and job.out.samefile(job.source):
        raise UsageError(f"{job.out} is the table itself: write to another file.")
    check_place(job.out)
    print_ = fingerprint(job.source)
    expected = print_.lines if table.length is None else table.length
    job = replace(job, chunk=job.rows_of_part(expected))
    unfinished = Unfinished.of(job.out)
    with open_ledger(settings) as ledger, unfinished.held():
        screener = _begin(settings, ledger, job, request, print_, unfinished, partial(tell, 0, expected))
        work = Work(unfinished, form, screener.request.history, screener.evidence.view.head)
        parts = _Run(settings, job, screener, work, expected, request.head).through(table, tell)
        if fingerprint(job.source) != print_:
            raise BadInputError(f"{job.table} changed while it was read: run the command again with --restart.")
        told = ScreenInput(
            str(job.table),
            print_.sha256,
            print_.size,
            read_as,
            dict(sorted(table.mapped.roles.items())),
            table.mapped.unused,
        )
        counts, errors, notes = total(unfinished.tallies(parts))
        run = screener.run(settings, ledger)
        output = ScreenOutput(job.named[1] or str(job.out), form, "", 0)
        answer = ScreenAnswer(SCHEMA, NOTICE, screener.query(settings), told, output, counts, errors, notes, run)
        answer = _finish(answer, unfinished, parts)
        unfinished.remove()
    return answer


def _begin(
    settings: Settings,
    ledger: Ledger,
    job: Job,
    request: ScreenRequest,
    print_: Fingerprint,
    unfinished: Unfinished,
    *tellers: Tell,
) -> Screener:
    """Return the screener of a new run, or of the one that was interrupted, at the vantage that it had."""
    if job.restart:
        unfinished.clear()
    recorded = unfinished.recorded()
    if recorded is not None:
        request = _at_recorded(request, recorded["request"])
    screener = screener_of(ledger, settings, request, *tellers)
    asks = {
        "input": asdict(print_),
        "reading": {**asdict(job.reading), "columns": {role: list(ones) for role, ones in job.reading.columns.items()}},
        "output format": format_of(job.out, job.form, "--output-format"),
        "request": screener.request.told(),
        "ledger": _state(ledger.store),
        "program": [settings.engine, SCORER],
        "chunk": job.chunk,
    }
    if recorded is None:
        unfinished.begin(asks)
    else:
        unfinished.check(recorded, asks)
    return screener


def _at_recorded(request: ScreenRequest, recorded: Mapping[str, Any]) -> ScreenRequest:
    """Return a request with what it leaves to the moment as the interrupted run had it."""
    as_of, known_at = request.as_of, request.known_at
    if as_of is None and known_at is None:
        as_of = _when(recorded["as_of"])
    known_at = _when(recorded["known_at"]) if known_at is None else known_at
    return replace(request, as_of=as_of, known_at=known_at)


def _when(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _state(store: Store) -> list[object]:
    return [*store.head(), store.content_id()]


@dataclass(slots=True)
class _Run:
    """A run under way.

    Attributes:
        settings: Which ledger.
        job: Which table.
        screener: Whom to ask in this process.
        work: What is done with each chunk.
        expected: Rows that the table has, roughly.
        head: Log position that was asked for, if one was.
        parts: Chunks met so far.
        rows: Rows done so far.
    """

    settings: Settings
    job: Job
    screener: Screener
    work: Work
    expected: int
    head: int | None
    parts: int = 0
    rows: int = 0

    def through(self, table: Table, tell: Progress) -> int:
        """Do what is not done yet; return how many parts there are."""
        workers = self.job.workers or (1 if self.expected < SEVERAL_FROM else len(os.sched_getaffinity(0)))
        todo = self._todo(table)
        part = self.job.rows_of_part(self.expected)
        if workers > 1 and self.expected > part:
            self.screener.make_ready(compiled=True)
            request = replace(self.screener.request, head=self.head)
            done = in_several(self.work, self.settings, request, todo, workers)
        else:
            done = in_one(self.work, self.screener, todo)
        for rows in done:
            self.rows += rows
            tell(self.rows, max(self.expected, self.rows), f"{self.rows:,} rows")
        return self.parts

    def _todo(self, table: Table) -> Iterator[Task]:
        for task in chunks(table.rows(), self.job.rows_of_part(self.expected)):
            self.parts = task.number + 1
            if self.work.unfinished.done(task.number):
                self.rows += len(task.rows)
            else:
                yield task


def _finish(answer: ScreenAnswer, unfinished: Unfinished, parts: int) -> ScreenAnswer:
    """Put the output and its stamp in their places."""
    out = unfinished.out
    whole = asdict(answer)
    stamp = {name: whole[name] for name in ("query", "input", "counts", "run")}
    with replaced(out) as file:
        joined = (unfinished.part(number) for number in range(parts))
        join_parts(joined, answer.output.format, file, _json(stamp))
        file.flush()
        written = fingerprint(Path(file.name))
    answer = replace(answer, output=replace(answer.output, sha256=written.sha256, size=written.size))
    with replaced(out.with_name(out.name + SIDECAR)) as file:
        file.write(_json(asdict(answer)) + b"\n")
    sync_folder(out.parent)
    return answer


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace")
