"""Measures bulk screening end to end: a CSV in, a table of hits out, by one process, now and at past vantages.

Run: python bench/screening.py LEDGER [--names N] [--seed N] [--past YYYY-MM-DD]...

The floor is reading the same file with the csv module and folding each name.
"""

import argparse
import csv
import sys
import tempfile
import time
from datetime import date
from itertools import islice
from pathlib import Path

from fasti.index.folding import fold
from fasti.workflows.bulk.files import Job, screen_file
from fasti.workflows.bulk.request import ScreenRequest
from fasti.workflows.settings import Settings
from fasti.workflows.validating.negatives import made_up

DIFFERENT = 12_000
"""Made-up names that are put together of whole parts; rows beyond have the last word of another."""


def main() -> int:
    """Run the measurement and print one line for each vantage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--names", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--past", type=date.fromisoformat, action="append", default=[])
    given = parser.parse_args()
    settings = Settings(given.ledger, "bench")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        source = _table(folder, given.names, given.seed)
        floor = _floor(source)
        print(f"{given.names:,} names; reading and folding alone: {floor:.2f} s")
        _screen(settings, source, folder / "warm.csv", None, rows=200)
        base = 0.0
        for day in (None, *given.past):
            taken, told = _screen(settings, source, folder / f"{day}.csv", day)
            base = base or taken
            speed = f"{taken:.2f} s, {given.names / taken:,.0f} names/s"
            print(f"{day or 'now'}: {speed}, {taken / floor:.1f} times the floor, {taken / base:.2f} times now; {told}")
    return 0


def _table(folder: Path, names: int, seed: int) -> Path:
    """Write a table of customers, each a name of its own."""
    path = folder / "customers.csv"
    different = [one.names[0].text for one in islice(made_up(seed, evidence=False), min(names, DIFFERENT))]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "name"))
        for row in range(names):
            first, second = (
                different[row % len(different)],
                different[(row * 7919 + row // len(different)) % len(different)],
            )
            writer.writerow((row, first if row < len(different) else _mixed(first, second)))
    return path


def _mixed(first: str, second: str) -> str:
    """Return the words of one name with the last word of another."""
    return " ".join([*first.split()[:-1], second.rsplit(maxsplit=1)[-1]])


def _floor(source: Path) -> float:
    begin = time.process_time()
    with source.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            fold(row[1])
    return time.process_time() - begin


def _screen(settings: Settings, source: Path, out: Path, day: date | None, rows: int = 0) -> tuple[float, str]:
    if rows:
        short = source.with_name("short.csv")
        with source.open(encoding="utf-8") as file:
            short.write_text("".join(islice(file, rows)), encoding="utf-8")
        source = short
    begin = time.process_time()
    answer = screen_file(settings, Job(source, out, workers=1), ScreenRequest(as_of=day, known_at=day), _quiet)
    taken = time.process_time() - begin
    return taken, f"{answer.counts.hits:,} hits in {answer.counts.rows:,} rows"


def _quiet(*_: object) -> None:
    """Say nothing."""


if __name__ == "__main__":
    sys.exit(main())
