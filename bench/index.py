"""Measures the index of names on made-up names, against a scan of all of them by rapidfuzz in the same run.

Run: python bench/index.py [NAMES]. The names are drawn from syllables by rank, so that some words are common and most
are rare, and the queries are names with one letter changed, some with words in another order, and as many fresh ones.
Times are of the processor, for one core. Reading a name is measured on the made-up customers of bench/screening.py:
each on all three shelves, forms included, once when nothing was met yet, and at best of five times when its words were.
With --workers the index is built once more by so many processes, and the clock on the wall read for both.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from fasti.index.names import NameIndex
from fasti.index.segments import ListedName, open_segment, write_segment
from fasti.index.tokens import tokenize
from fasti.index.wording import Form, Shelf
from fasti.model.identity import PartyKind
from fasti.model.subject import Subject
from fasti.screening.legal_forms import part
from fasti.screening.name_v1 import score
from fasti.screening.names.forms import forms
from fasti.screening.names.wording import NameWording
from fasti.workflows.crew import Crew
from fasti.workflows.validating.negatives import made_up

SEED = 20261128
LEAST = 0.7
PERSONS, FRESH, SHUFFLED = 0.65, 0.5, 0.3
CUSTOMERS = 6_000
MORE = 2_000
BEGINS = [
    "b",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "z",
    "br",
    "dr",
    "gr",
    "kh",
    "sh",
    "st",
    "tr",
    "ch",
    "al",
    "mar",
    "kar",
    "ver",
]
MIDDLES = ["a", "e", "i", "o", "u", "ai", "ei", "ou", "ia"]
ENDS = [
    "n",
    "r",
    "s",
    "l",
    "m",
    "t",
    "k",
    "d",
    "v",
    "nov",
    "dze",
    "ian",
    "sen",
    "man",
    "din",
    "ra",
    "la",
    "na",
    "ki",
    "vic",
]
TRADES = [
    "trading",
    "shipping",
    "energy",
    "metals",
    "holding",
    "bank",
    "industries",
    "systems",
    "aviation",
    "logistics",
    "chemical",
    "steel",
]
FORMS = ["ltd", "llc", "gmbh", "jsc", "sa", "co"]


def main() -> int:
    """Build an index, ask it in bulk and one by one, and print figures and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", type=int, nargs="?", default=50_000)
    parser.add_argument("--queries", type=int, default=2_000)
    parser.add_argument("--workers", type=int, default=1)
    named = parser.parse_args()
    draw = random.Random(SEED)
    listed = sorted({_name(draw) for _ in range(named.names)})
    asked = [_query(draw, listed) for _ in range(named.queries)]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "segment"
        wording = _TimedWording()
        begin = time.monotonic()
        built = _timed(lambda: write_segment(folder, listed, wording))
        if named.workers > 1:
            _shared(folder.with_name("shared"), listed, named.workers, time.monotonic() - begin)
        more = [ListedName(f"{name.text} {text}", name.kind) for name, (text, _) in zip(listed, asked, strict=False)]
        added = _timed(lambda: write_segment(folder.with_name("more"), more[:MORE], NameWording()))
        _read()
        size = sum(path.stat().st_size for path in folder.iterdir())
        opened = _timed(lambda: open_segment(folder))
        index = NameIndex((open_segment(folder),), None, NameWording())
        print(
            f"{len(listed):,} names: built in {built:.1f} s, {size / 1e6:.1f} MB "
            f"({size / len(listed):.0f} MB for a million), opened in {opened * 1000:.1f} ms"
        )
        each, share = built / len(listed) * 1e5, wording.taken / built
        print(
            f"building: {each:.1f} s for 100,000 names, {share:.0%} of it reading them; "
            f"a part of {len(more[:MORE]):,} more: {added:.2f} s"
        )
        print(f"kernel loaded or compiled in {_timed(lambda: index.search(asked[:1], 0.7, bulk=True)):.1f} s")
        _measure(index, listed, asked)
    return 0


def _shared(folder: Path, listed: list[ListedName], workers: int, alone: float) -> None:
    """Build by several processes and print what it takes, beside what it took one on the wall."""
    begin = time.monotonic()
    with Crew(workers, print) as crew:
        mine = _timed(lambda: write_segment(folder, listed, NameWording(), crew))
    taken = time.monotonic() - begin
    print(
        f"built by {workers} processes in {taken:.1f} s on the wall where one took {alone:.1f} s; "
        f"the first of them {mine:.1f} s of processor time"
    )


def _read() -> None:
    """Print what reading a name costs by what sort of name it is."""
    sorts: dict[str, list[str]] = {"plain persons": [], "companies": [], "other scripts": []}
    for one in islice(made_up(SEED, evidence=False), CUSTOMERS):
        text = one.names[0].text
        formed = bool(part(tokenize(text)).classes)
        sorts["companies" if formed else "plain persons" if text.isascii() else "other scripts"].append(text)
    for sort, names in sorts.items():
        runs = [_timed(partial(_prepared, names)) / len(names) * 1e6 for _ in range(6)]
        print(f"reading {len(names):,} {sort}: {runs[0]:.0f} us a name at first, {min(runs[1:]):.1f} us with words met")


def _prepared(names: list[str]) -> None:
    for name in names:
        forms(name, (*Shelf,))


class _TimedWording(NameWording):
    """The wording, with the time that it took to read names."""

    taken = 0.0

    def forms(self, name: str, shelves: tuple[Shelf, ...]) -> list[tuple[Form, ...]]:
        begin = time.process_time()
        found = super().forms(name, shelves)
        self.taken += time.process_time() - begin
        return found


def _measure(index: NameIndex, listed: list[ListedName], asked: list[tuple[str, PartyKind]]) -> None:
    for threshold in (0.7, 0.8, 0.9):
        before = index.counters.looked_at, index.counters.passed
        taken = _timed(partial(index.search, asked, threshold, bulk=True)) / len(asked)
        looked, passed = index.counters.looked_at - before[0], index.counters.passed - before[1]
        print(
            f"bulk at {threshold}: {taken * 1e6:.0f} us a name, {1 / taken:,.0f} names/s; "
            f"{looked / len(asked):.0f} forms looked at, {passed / len(asked):.1f} passed"
        )
    scored = _timed(lambda: _scored(index, asked)) / len(asked)
    print(f"bulk at 0.7 with every name found scored: {scored * 1e6:.0f} us a name, {1 / scored:,.0f} names/s")
    single = sorted(_timed(partial(index.search, [one], 0.7, bulk=True)) for one in asked[:500])
    print(f"one by one at 0.7: median {single[250] * 1e3:.2f} ms, 99th of a hundred {single[495] * 1e3:.2f} ms")
    plain = _timed(lambda: index.search(asked[:20], 0.7, bulk=False)) / 20
    texts = [name.text.lower() for name in listed]
    scan = (
        _timed(lambda: process.cdist([name.lower() for name, _ in asked[:20]], texts, scorer=JaroWinkler.similarity))
        / 20
    )
    print(f"plain Python: {plain * 1e3:.1f} ms a name; a scan by Jaro-Winkler: {scan * 1e3:.1f} ms")
    found = _timed(lambda: index.search(asked, LEAST, bulk=True)) / len(asked)
    print(f"the scan takes {scan / found:.0f} times as long as finding in bulk, {scan / scored:.1f} times with scoring")


def _scored(index: NameIndex, asked: list[tuple[str, PartyKind]]) -> int:
    hits = 0
    for (name, kind), found in zip(asked, index.search(asked, 0.7, bulk=True), strict=True):
        for number in found:
            other = index.name(number)
            hits += score(Subject.named(name, kind), Subject.named(other.text, other.kind)).score >= LEAST
    return hits


def _timed(run: Callable[[], object]) -> float:
    begin = time.process_time()
    run()
    return time.process_time() - begin


def _word(draw: random.Random, common: int) -> str:
    """Return a word; the lower its rank, the more names have it."""
    rank = int(common * draw.random() ** 3)
    own = random.Random(rank)
    syllables = [own.choice(BEGINS) + own.choice(MIDDLES) for _ in range(own.choice((1, 2, 2, 3)))]
    return "".join(syllables) + own.choice(ENDS)


def _name(draw: random.Random) -> ListedName:
    if draw.random() < PERSONS:
        words = [_word(draw, 4_000), *(_word(draw, 60_000) for _ in range(draw.choice((1, 1, 2, 3))))]
        return ListedName(" ".join(words).title(), PartyKind.PERSON)
    words = [*(_word(draw, 90_000) for _ in range(draw.choice((1, 2)))), draw.choice(TRADES), draw.choice(FORMS)]
    return ListedName(" ".join(words).title(), PartyKind.ORGANIZATION)


def _query(draw: random.Random, listed: list[ListedName]) -> tuple[str, PartyKind]:
    if draw.random() < FRESH:
        fresh = _name(draw)
        return fresh.text, fresh.kind
    name = draw.choice(listed)
    words = name.text.split()
    if draw.random() < SHUFFLED:
        draw.shuffle(words)
    text = " ".join(words)
    at = draw.randrange(len(text))
    return text[:at] + draw.choice("aeiorst") + text[at + 1 :], name.kind


if __name__ == "__main__":
    sys.exit(main())
