"""Measures how long a command takes from a cold process, as a ratio to starting the interpreter alone.

Run: python bench/start.py [LEDGER]... A new ledger is made and measured, as on a fresh install, then each named.
Each figure is the best of several runs: processor time, which other programs disturb little, and the clock on the wall.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 9
FASTI = str(Path(sys.executable).with_name("fasti"))
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment of an installed program, whose modules are compiled once and kept."""


WARM = """
import sys, time, fasti
settings, asked = fasti.Settings.from_environment(sys.argv[1]), fasti.CheckRequest("Xiaomi")
times = [time.process_time()]
for _ in range(20):
    fasti.check(settings, asked)
    times.append(time.process_time())
print(min(after - before for before, after in zip(times, times[1:])))
"""
"""What a service does for each question: the ledger opened, the answer built, nothing drawn."""


def main() -> int:
    """Run the measurement and print one line per command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledgers", type=Path, nargs="*", metavar="LEDGER")
    named = parser.parse_args().ledgers
    floor = _best([sys.executable, "-c", "pass"])
    print(f"interpreter alone: {_told(floor)}")
    _show("--help", ["--help"], floor)
    with tempfile.TemporaryDirectory() as scratch:
        for ledger in (Path(scratch) / "ledger.db", *named):
            print(f"{ledger}: first check {_told(_once([FASTI, 'check', 'Xiaomi', '--db', str(ledger)]))}")
            for name, arguments in {
                "check by name": ["check", "Xiaomi"],
                "check by key": ["check", "ofac:30946"],
                "check, JSON": ["check", "Xiaomi", "--format", "json"],
                "demo": ["demo"],
            }.items():
                _show(name, [*arguments, "--db", str(ledger)], floor)
            warm = subprocess.check_output([sys.executable, "-c", WARM, str(ledger)], text=True, env=COMPILED)
            print(f"  check by name in a running process: {float(warm) * 1000:.0f} ms of processor")
    return 0


def _show(name: str, arguments: list[str], floor: tuple[float, float]) -> None:
    taken = _best([FASTI, *arguments])
    print(f"  {name}: {_told(taken)}; {taken[0] / floor[0]:.0f} times the interpreter alone in processor time")


def _told(taken: tuple[float, float]) -> str:
    return f"{taken[0]:.3f} s of processor, {taken[1]:.3f} s on the wall"


def _best(command: list[str]) -> tuple[float, float]:
    runs = [_once(command) for _ in range(RUNS)]
    return min(one[0] for one in runs), min(one[1] for one in runs)


def _once(command: list[str]) -> tuple[float, float]:
    before, begin = _processor(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=COMPILED)
    return _processor() - before, time.perf_counter() - begin


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
