"""Measures how soon a list update is seen: the index of a ledger renewed after an edition with some new names.

Run: python bench/updating.py LEDGER [--names N]. The ledger is copied, not changed. Processor time, against opening the
index as it is. The edition is a file of the simple CSV form with made-up parties; taking it in is told apart.
"""

import argparse
import csv
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TypeVar

from fasti.sources.ftm.simple import COLUMNS
from fasti.workflows.indexing import names_of
from fasti.workflows.ingesting import ingest
from fasti.workflows.opening import open_ledger
from fasti.workflows.settings import Settings
from fasti.workflows.validating.negatives import made_up

SEED = 1

T = TypeVar("T")


def main() -> int:
    """Run the measurement and print one line per figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--names", type=int, default=60)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(_copied(asked.ledger, Path(scratch)), "bench")
        before = _names(settings)
        opened, _ = _timed(lambda: _names(settings))
        edition = Path(scratch) / "made_up.csv"
        _write(edition, asked.names)
        taken, _ = _timed(lambda: ingest(settings, "ftm", [edition]))
        renewed, after = _timed(lambda: _names(settings))
    print(f"opening the index of {before:,} names as it is: {opened:.3f} s of processor time")
    print(f"taking in an edition of {asked.names:,} made-up parties: {taken:.2f} s")
    print(f"renewing the index by {after - before:,} names: {renewed:.2f} s")
    return 0


def _copied(ledger: Path, folder: Path) -> Path:
    for part in ledger.parent.glob(f"{ledger.name}*"):
        if part.is_dir():
            shutil.copytree(part, folder / part.name)
        else:
            shutil.copy2(part, folder)
    return folder / ledger.name


def _names(settings: Settings) -> int:
    with open_ledger(settings) as ledger:
        return len(names_of(ledger))


def _write(path: Path, names: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for number, one in enumerate(islice(made_up(SEED, evidence=False), names)):
            says = {"id": f"made-up-{number}", "schema": "LegalEntity", "name": one.names[0].text, "dataset": "made_up"}
            writer.writerow({**says, "first_seen": "2026-01-01", "last_seen": "2026-01-02"})


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    begin = time.process_time()
    found = work()
    return time.process_time() - begin, found


if __name__ == "__main__":
    sys.exit(main())
