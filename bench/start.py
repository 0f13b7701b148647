"""Measures how long a command takes from a cold process, as a ratio to starting the interpreter alone.

Run: python bench/start.py [LEDGER]. Without a ledger a new one is made, as on a fresh install.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 7
FASTI = str(Path(sys.executable).with_name("fasti"))


def main() -> int:
    """Run the measurement and print one line per command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path, nargs="?")
    named = parser.parse_args().ledger
    with tempfile.TemporaryDirectory() as scratch:
        ledger = str(named or Path(scratch) / "ledger.db")
        first = _once([FASTI, "check", "Xiaomi", "--db", ledger])
        print(f"first check on this ledger: {first:.2f} s")
        floor = _median([sys.executable, "-c", "pass"])
        print(f"interpreter alone: {floor:.3f} s")
        for name, arguments in {
            "--help": ["--help"],
            "check by name": ["check", "Xiaomi", "--db", ledger],
            "check by key": ["check", "ofac:30946", "--db", ledger],
            "demo": ["demo", "--db", ledger],
        }.items():
            taken = _median([FASTI, *arguments])
            print(f"{name}: {taken:.2f} s, {taken / floor:.0f} times the interpreter alone")
    return 0


def _median(command: list[str]) -> float:
    return statistics.median(_once(command) for _ in range(RUNS))


def _once(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(main())
