"""Measures finding names: Fasti's screening beside other ways, on the same names and the same questions, in one run.

Run: python bench/names.py [--ledger LEDGER | --names N] [--queries N] [--slow N] [--seed N]. For every peer
install the extra `bench`; a peer that is not installed is named and passed over. Each runs in a process of its own.

Recall is the share of changed names whose party is found at the score that alerts on 1 % (0.1 %) of the negatives;
for Fasti also at its own threshold, with the alert rate there. A party that several lists hold is found where any of
its entries is: by the name alone nobody could tell them apart.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from names_corpus import Listed, of_ledger, synthetic
from peers import PEERS, Found, Peer

from fasti.workflows.bulk.asked import Asked
from fasti.workflows.bulk.request import ScreenRequest
from fasti.workflows.bulk.screener import opened
from fasti.workflows.settings import Settings

FASTI = "Fasti: screen, scored and explained"
IN_TEN = 10
LEAST = 0.5
"""Threshold at which Fasti is asked for the comparison at equal alert rates."""

Positive = tuple[str, frozenset[int]]
"""A changed name, and the numbers of the parties that it stands for."""


class Figures(NamedTuple):
    """What one way to find names costs and finds; times in seconds, memory in MB."""

    title: str
    build: float
    each: float
    memory: float
    best: list[tuple[float, bool, bool]]
    worst: list[float]
    usual: float | None


def main() -> int:
    """Run every peer and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--names", type=int, default=20_000)
    parser.add_argument("--queries", type=int, default=2000)
    parser.add_argument("--slow", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        corpus = (
            of_ledger(given.ledger, given.queries, given.seed)
            if given.ledger
            else synthetic(folder, given.names, given.queries, given.seed)
        )
        print(
            f"{len(corpus.listed):,} names of {len(corpus.parties):,} parties; {len(corpus.positives):,} changed names "
            f"and {len(corpus.negatives):,} others are asked for (a part of them where it is slow)\n"
        )
        meant = [(name, corpus.alike[party]) for name, party in corpus.positives]
        plain = (corpus.ledger.ledger, corpus.listed, meant, corpus.negatives)
        keys = [sorted(party.keys) for party in corpus.parties]
        rows = [_apart(_fasti, *plain[:1], keys, meant, corpus.negatives)]
        rows += [_apart(_peer, at, *plain[1:], given.slow) for at, one in enumerate(PEERS) if not one.missing]
        _print(rows)
    for one in PEERS:
        if one.missing:
            print(f"not run: {one.title} ({one.needs} is not installed)")
    return 0


def _apart(work: Callable[..., Figures], *arguments: object) -> Figures:
    """Run in a process of its own, so that its memory is its own."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(work, arguments)


def _memory() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def _peer(
    at: int, listed: Sequence[Listed], positives: Sequence[Positive], negatives: Sequence[str], slow: int
) -> Figures:
    one: Peer = PEERS[at]
    before, begin = _memory(), time.process_time()
    ask = one.build(listed)
    build = time.process_time() - begin
    if one.slow:
        positives, negatives = positives[:slow], negatives[:slow]
    names = [name for name, _ in positives] + list(negatives)
    ask(names[:1])
    begin = time.process_time()
    found: list[Found] = ask(names)
    each = (time.process_time() - begin) / len(names)
    best = [
        _mark([(listed[at].party, score) for at, score in hits], meant)
        for hits, (_, meant) in zip(found, positives, strict=False)
    ]
    worst = [max((score for _, score in hits), default=0.0) for hits in found[len(positives) :]]
    return Figures(one.title, build, each, _memory() - before, best, worst, one.usual)


def _mark(hits: Sequence[tuple[int, float]], meant: frozenset[int]) -> tuple[float, bool, bool]:
    """Return the score of a party that is meant, and whether one is first, and among ten parties."""
    order = list(dict.fromkeys(number for number, _ in hits))
    score = max((score for number, score in hits if number in meant), default=0.0)
    return score, not meant.isdisjoint(order[:1]), not meant.isdisjoint(order[:IN_TEN])


def _fasti(
    ledger: Path, keys: Sequence[Sequence[str]], positives: Sequence[Positive], negatives: Sequence[str]
) -> Figures:
    names = [name for name, _ in positives] + list(negatives)
    asked = [Asked.named(number, name) for number, name in enumerate(names, 1)]
    settings = Settings(ledger, "bench")
    before, begin = _memory(), time.process_time()
    with opened(settings, ScreenRequest()) as (screener, _):
        screener.screen(asked[:1])
        build = time.process_time() - begin
        screener.screen(asked[: min(100, len(asked))])
        begin = time.process_time()
        screener.screen(asked)
        each = (time.process_time() - begin) / len(asked)
    with opened(settings, ScreenRequest(threshold=LEAST)) as (screener, _):
        rows = screener.screen(asked)
    best = []
    for row, (_, meant) in zip(rows, positives, strict=False):
        own = {key for party in meant for key in keys[party]}
        place = next((at for at, hit in enumerate(row.hits) if own & {*hit.keys, hit.party_id}), None)
        score = row.hits[place].score if place is not None else 0.0
        best.append((score, place == 0, place is not None and place < IN_TEN))
    worst = [row.hits[0].score if row.hits else 0.0 for row in rows[len(positives) :]]
    return Figures(FASTI, build, each, _memory() - before, best, worst, ScreenRequest().least)


def _at_rate(figures: Figures, rate: float) -> float:
    """Return the recall at the least score that alerts on no more than a share of the negatives."""
    worst = sorted(figures.worst, reverse=True)
    limit = worst[min(int(rate * len(worst)), len(worst) - 1)] if worst else 0.0
    return sum(score > limit for score, _, _ in figures.best) / max(len(figures.best), 1)


def _print(rows: Sequence[Figures]) -> None:
    titles = (
        "way",
        "open s",
        "ms a name",
        "names/s",
        "against",
        "MB",
        "first",
        "in ten",
        "recall at 1 %",
        "at 0.1 %",
        "at usual",
        "alerts there",
    )
    print("| " + " | ".join(titles) + " |\n|---" + "|---:" * (len(titles) - 1) + "|")
    for one in rows:
        asked = max(len(one.best), 1)
        usual = alerts = "-"
        if one.usual is not None:
            usual = f"{sum(score >= one.usual for score, _, _ in one.best) / asked:.3f}"
            alerts = f"{sum(score >= one.usual for score in one.worst) / max(len(one.worst), 1):.2%}"
        cells = (
            one.title,
            f"{one.build:.2f}",
            f"{one.each * 1000:.3f}",
            f"{1 / one.each:,.0f}",
            f"{one.each / rows[0].each:.1f}x",
            f"{one.memory:.0f}",
            f"{sum(first for _, first, _ in one.best) / asked:.3f}",
            f"{sum(ten for _, _, ten in one.best) / asked:.3f}",
            f"{_at_rate(one, 0.01):.3f}",
            f"{_at_rate(one, 0.001):.3f}",
            usual,
            alerts,
        )
        print("| " + " | ".join(cells) + " |")


if __name__ == "__main__":
    sys.exit(main())
