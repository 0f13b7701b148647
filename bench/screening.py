"""Measures bulk screening end to end: a CSV in, a table of hits out, now and at past vantages, by one process or more.

Run: python bench/screening.py LEDGER [--names N] [--listed] [--past YYYY-MM-DD]... [--workers N]... [--single]

Each line is a process of its own, which first screens some names that are not counted: that opens the ledger, loads the
compiled search and reads the tables. The floor is reading the same file with the csv module and folding each name.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import Any

from fasti.index.folding import fold
from fasti.workflows.bulk.files import Job, screen_file
from fasti.workflows.bulk.request import ScreenRequest
from fasti.workflows.indexing import names_of
from fasti.workflows.opening import open_ledger
from fasti.workflows.settings import Settings
from fasti.workflows.validating.negatives import made_up

DIFFERENT = 12_000
"""Made-up names that are put together of whole parts; rows beyond have the last word of another."""
WARMING = 300
"""Names screened before the clock runs."""
SINGLE = 1000
"""Names asked one by one."""


def main() -> int:
    """Run the measurement and print one line for each vantage and number of processes."""
    given = _arguments()
    if given.measure:
        print(json.dumps(_measured(given)))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        names = _listed(given) if given.listed else _customers(given.names + WARMING, given.seed)
        _table(folder / "warm.csv", islice(names, WARMING))
        _table(folder / "names.csv", names)
        floor = _floor(folder / "names.csv")
        print(f"the floor, reading and folding alone: {floor:.2f} s of processor time")
        base = _told(given, folder, floor, None, 1, None)
        for day in given.past:
            _told(given, folder, floor, day, 1, base)
        for workers in given.workers:
            _told(given, folder, floor, None, workers, base)
        if given.single:
            _told(given, folder, floor, None, 0, None)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--names", type=int, default=50_000)
    parser.add_argument("--listed", action="store_true", help="ask for listed names, one in three with a slip")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--past", type=date.fromisoformat, action="append", default=[])
    parser.add_argument("--workers", type=int, action="append", default=[])
    parser.add_argument("--single", action="store_true", help=f"also ask {SINGLE} names one by one")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _told(
    given: argparse.Namespace, folder: Path, floor: float, day: date | None, workers: int, base: float | None
) -> float:
    """Measure in a process of its own, print a line, and return the seconds of processor time."""
    line = [sys.executable, __file__, str(given.ledger), "--measure", str(folder), "--workers", str(workers)]
    line += ["--past", day.isoformat()] if day else []
    found: dict[str, Any] = json.loads(subprocess.run(line, check=True, capture_output=True, text=True).stdout)
    if not workers:
        print(
            f"one by one: median {found['median']:.2f} ms, 99th of a hundred {found['last']:.2f} ms; {found['mb']} MB"
        )
        return 0.0
    taken, several = found["seconds"], "es" * (workers > 1)
    print(
        f"{day or 'now'}, {workers} process{several}: {taken:.2f} s, {found['rows'] / taken:,.0f} names/s, "
        f"{taken / floor:.1f} times the floor, {taken / (base or taken):.2f} times the first; {found['elapsed']:.2f} s "
        f"by the clock; {found['hits']:,} hits in {found['rows']:,} rows; {found['mb']} MB"
    )
    return float(taken)


def _measured(given: argparse.Namespace) -> dict[str, object]:
    """Return what one run takes; several processes are counted together, with their start."""
    settings, (workers,), folder = Settings(given.ledger, "bench", long_lived=True), given.workers, given.measure
    day = given.past[0] if given.past else None
    request = ScreenRequest(as_of=day, known_at=day)
    if not workers:
        return _one_by_one(settings, folder)
    screen_file(settings, Job(folder / "warm.csv", folder / "warm.out.csv", workers=1), request, _quiet)
    begin, clock = _processor(), time.perf_counter()
    job = Job(folder / "names.csv", folder / f"out-{workers}-{day}.csv", workers=workers)
    counts = screen_file(settings, job, request, _quiet).counts
    return {
        "seconds": _processor() - begin,
        "elapsed": time.perf_counter() - clock,
        "rows": counts.rows,
        "hits": counts.hits,
        "mb": max(getrusage(who).ru_maxrss for who in (RUSAGE_SELF, RUSAGE_CHILDREN)) // 1024,
    }


def _one_by_one(settings: Settings, folder: Path) -> dict[str, object]:
    """Return what one name takes, found, scored and explained, in a process that has been asked before."""
    from fasti.workflows.asking import evidence_at, vantage_of
    from fasti.workflows.matching import Matcher

    with open_ledger(settings) as ledger:
        matcher = Matcher(ledger, evidence_at(ledger, vantage_of(None, None, None, settings.now())))
        for name in _names_in(folder / "warm.csv"):
            matcher.find([name], 0.7)
        taken = sorted(
            _timed(partial(matcher.find, [name], 0.7)) for name in islice(_names_in(folder / "names.csv"), SINGLE)
        )
    rss = getrusage(RUSAGE_SELF).ru_maxrss // 1024
    return {"median": 1e3 * taken[len(taken) // 2], "last": 1e3 * taken[len(taken) * 99 // 100], "mb": rss}


def _timed(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def _processor() -> float:
    """Return the seconds of processor time of this process and of those it has waited for."""
    return sum(one.ru_utime + one.ru_stime for one in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


def _customers(names: int, seed: int) -> Iterator[str]:
    """Yield names of customers, each a name of its own."""
    different = [one.names[0].text for one in islice(made_up(seed, evidence=False), min(names, DIFFERENT))]
    for row in range(names):
        first = different[row % len(different)]
        second = different[(row * 7919 + row // len(different)) % len(different)]
        yield first if row < len(different) else _mixed(first, second)


def _listed(given: argparse.Namespace) -> Iterator[str]:
    """Yield listed names, chosen by the seed; one in three with a letter changed."""
    chance = Random(given.seed)
    with open_ledger(Settings(given.ledger, "bench")) as ledger:
        index = names_of(ledger)
        chosen = chance.sample(range(len(index)), min(given.names + WARMING, len(index)))
        names = [index.name(number).text for number in chosen]
    for place, name in enumerate(names):
        at = chance.randrange(len(name))
        yield name if place % 3 else f"{name[:at]}{chance.choice('aeiourst')}{name[at + 1 :]}"


def _mixed(first: str, second: str) -> str:
    """Return the words of one name with the last word of another."""
    return " ".join([*first.split()[:-1], second.rsplit(maxsplit=1)[-1]])


def _table(path: Path, names: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "name"))
        writer.writerows(enumerate(names))


def _names_in(source: Path) -> Iterator[str]:
    with source.open(encoding="utf-8", newline="") as file:
        yield from (row["name"] for row in csv.DictReader(file))


def _floor(source: Path) -> float:
    begin = time.process_time()
    with source.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            fold(row[1])
    return time.process_time() - begin


def _quiet(*_: object) -> None:
    """Say nothing."""


if __name__ == "__main__":
    sys.exit(main())
