"""Measures what a question costs within a running process: opening at a vantage, one party, whole lists, differences.

Run: python bench/asking.py LEDGER [--series S] [--list L] [--from D] [--to D]; by default OFAC's SDN list, two years.
Processor time, best of several. Whole lists are given as ratios to unpacking every listing of the ledger once, measured
in the same run; a party is the mean over two thousand. Rubbish is collected as seldom as by the command.
"""

import argparse
import gc
import random
import sqlite3
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from fasti.cli.main import COLLECT_SELDOM
from fasti.ledger import codec
from fasti.ledger.histories import brief_history
from fasti.ledger.packing import unpack
from fasti.ledger.parties import component, party_history
from fasti.workflows.asking import evidence_at, vantage_of
from fasti.workflows.differences import diff, diff_all
from fasti.workflows.listings import list_entries
from fasti.workflows.opening import open_ledger
from fasti.workflows.settings import Settings

PARTIES = 2_000


def main() -> int:
    """Run the measurement and print one line per figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--series", default="us_ofac_sdn/csv")
    parser.add_argument("--list", default="us_ofac_sdn")
    parser.add_argument("--from", dest="early", type=date.fromisoformat, default=date(2022, 1, 1))
    parser.add_argument("--to", dest="late", type=date.fromisoformat, default=date(2024, 4, 1))
    asked = parser.parse_args()
    gc.set_threshold(*COLLECT_SELDOM)
    settings = Settings(asked.ledger, "bench")
    _opening(settings, asked.late)
    _parties(settings, asked.series, asked.late)
    floor = _best(lambda: _unpacked(asked.ledger))
    print(f"floor: every listing unpacked once in {floor:.3f} s")
    questions: dict[str, Callable[[], object]] = {
        f"list {asked.list}": lambda: list_entries(settings, asked.list, asked.late),
        f"diff {asked.list} from {asked.early} to {asked.late}": lambda: diff(
            settings, asked.list, asked.early, asked.late
        ),
        f"diff all from {asked.early} to {asked.late}": lambda: diff_all(settings, asked.early, asked.late),
    }
    for name, ask in questions.items():
        best = _best(ask)
        print(f"{name}: {best:.3f} s, {best / floor:.1f} times the floor")
    return 0


def _opening(settings: Settings, on: date) -> None:
    """Time opening the ledger at a vantage: with nothing read, and again in the same process."""

    def first() -> None:
        settings.ledger.touch()  # what was read of a ledger is kept until its file changes
        codec.decode_body.cache_clear()
        again()

    def again() -> None:
        with open_ledger(settings) as ledger:
            evidence_at(ledger, vantage_of(on, None, None, settings.now()))

    again()
    print(
        f"opening at a vantage: {_best(first) * 1e3:.1f} ms with the log read anew, {_best(again) * 1e3:.1f} ms again"
    )


def _parties(settings: Settings, series: str, on: date) -> None:
    """Time what one party costs that is met for the first time, alone and among many."""
    with open_ledger(settings) as ledger:
        keys = sorted({span.key for span in ledger.store.spans_of_series(series)})
        keys = random.Random(1).sample(keys, min(PARTIES, len(keys)))
        for word in ("alone", "among many"):
            evidence = evidence_at(ledger, vantage_of(on, None, None, settings.now()))
            begin = time.process_time()
            if word != "alone":
                evidence.preload(keys)
            for key in keys:
                evidence.lists_of(key)
            read = time.process_time()
            for key in keys:
                for list_id in evidence.lists_of(key):
                    brief_history(evidence, (list_id, key))
            folded = time.process_time()
            for key in keys:
                party_history(evidence, component(evidence, [key]), brief_history)
            joined = time.process_time()
            spent = (read - begin, folded - read, joined - folded)
            reading, folding, joining = (one / len(keys) * 1e6 for one in spent)
            print(f"a party {word}: {reading:.0f} us to read, {folding:.0f} to fold, {joining:.0f} as a whole party")


def _unpacked(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return sum(len(unpack(body)) for (body,) in connection.execute("SELECT body FROM content"))
    finally:
        connection.close()


T = TypeVar("T")


def _best(action: Callable[[], T], times: int = 5) -> float:
    spent = []
    for _ in range(times):
        begin = time.process_time()
        action()
        spent.append(time.process_time() - begin)
    return min(spent)


if __name__ == "__main__":
    sys.exit(main())
