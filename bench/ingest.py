"""Measures ingesting the dated OFAC series, and what the ledger then weighs and how fast it answers.

Run: python bench/ingest.py FOLDER, where FOLDER holds `us_ofac_sdn_series` and `us_ofac_cons_series`. Times are
given as ratios to decompressing and splitting the same files into rows, measured in the same run.
"""

import argparse
import csv
import gzip
import io
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from fasti.workflows.asking import CheckRequest
from fasti.workflows.checking import check
from fasti.workflows.differences import diff
from fasti.workflows.ingesting import ingest
from fasti.workflows.listings import list_entries
from fasti.workflows.settings import Settings

SERIES = {"us_ofac_sdn": "us_ofac_sdn_series", "us_ofac_cons": "us_ofac_cons_series"}
MEGABYTE = 1_000_000


def main() -> int:
    """Run the measurement and print one line per figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(Path(scratch) / "ledger.db", "bench")
        floor, rows = _timed(lambda: sum(_rows(folder / name) for name in SERIES.values()))
        print(f"floor: {rows:,} rows decompressed and split in {floor:.1f} s")
        total = 0.0
        editions = 0
        for source, name in SERIES.items():
            seconds, answer = _timed(partial(ingest, settings, source, [folder / name]))
            total += seconds
            admitted = sum(one.outcome == "admitted" for one in answer.editions)
            editions += admitted
            print(f"ingest {source}: {admitted} of {len(answer.editions)} editions in {seconds:.1f} s")
        size = sum(one.stat().st_size for one in Path(scratch).glob("ledger.db*") if one.is_file())
        print(f"ingest in all: {editions} editions in {total:.1f} s, {total / floor:.1f} times the floor")
        print(f"ledger without archive: {size / MEGABYTE:.1f} MB")
        _questions(settings)
    return 0


def _questions(settings: Settings) -> None:
    """Time the questions a user asks of that ledger."""
    early, late = datetime(2022, 1, 1, tzinfo=UTC), datetime(2024, 4, 1, tzinfo=UTC)
    questions: dict[str, Callable[[], object]] = {
        "check by name": lambda: check(settings, CheckRequest("Rosneft", late)),
        "check by key": lambda: check(settings, CheckRequest("ofac:17018", late)),
        "list us_ofac_sdn": lambda: list_entries(settings, "us_ofac_sdn", late),
        "diff us_ofac_sdn": lambda: diff(settings, "us_ofac_sdn", early, late),
    }
    for name, ask in questions.items():
        best = min(_timed(ask)[0] for _ in range(3))
        print(f"{name}: {best:.3f} s")


def _rows(folder: Path) -> int:
    count = 0
    for path in sorted(folder.glob("*.gz")):
        text = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        count += sum(1 for _ in csv.reader(io.StringIO(text))) if ".csv" in path.name else text.count("<sdnEntry>")
    return count


T = TypeVar("T")


def _timed(action: Callable[[], T]) -> tuple[float, T]:
    begin = time.perf_counter()
    result = action()
    return time.perf_counter() - begin, result


if __name__ == "__main__":
    sys.exit(main())
