"""What a file of stakes costs, in seconds of processor time, and how that grows: `python bench/ownership.py`.

Companies are made in layers with a few holders each, some circles and some unknown shares; a party in fifty is listed.
Beside it, where networkx is installed, the same on its graph: a party is reached once reached ones hold half of it.
"""

import random
import resource
import subprocess
import sys
import time
from collections import deque
from pathlib import Path
from tempfile import TemporaryDirectory

from fasti.model.ownership import OwnershipVersion
from fasti.ownership.collecting import Collector
from fasti.ownership.graph import graph_on
from fasti.ownership.reaching import reach
from fasti.ownership.stakes import StakeBook
from fasti.ownership.table_file import read_table
from fasti.regimes.ownership.reading import load_ownership

SIZES = (125_000, 250_000, 500_000, 1_000_000)
DAY = 739_000
HOLDINGS = (
    ("60", "30", "10"),
    ("50", "25", "25"),
    ("40", "35", "25"),
    (">50", "20", "unknown"),
    ("34", "33", "33"),
    ("100", "0", "0"),
    ("30", "unknown", "5"),
)
"""What the three owners of a company hold."""
CIRCLES = 0.02
"""Share of stakes that run against the order of the layers."""
RULES = {
    "added (us_ofac_sdn)": "us_ofac_sdn",
    "added, control (eu_fsf)": "eu_fsf",
    "not added (gb_sanctions)": "gb_sanctions",
}


def write_stakes(path: Path, count: int, seed: int = 7) -> None:
    """Write a table of stakes: three in each company on the average, one in fifty against the order of the layers."""
    chance, companies = random.Random(seed), max(count // 3, 2)
    with path.open("w", encoding="utf-8") as file:
        file.write("owner,asset,share\n")
        for number in range(count):
            asset = number // 3 + 1
            owner = chance.randrange(asset) if chance.random() > CIRCLES else chance.randrange(companies)
            held = HOLDINGS[asset % len(HOLDINGS)]
            file.write(f"Company {owner},Company {asset},{held[number % 3]}\n")


def chain(path: Path, count: int) -> None:
    """Write one chain of companies, each the whole owner of the next."""
    rows = (f"Company {number},Company {number + 1},100\n" for number in range(count))
    path.write_text("owner,asset,share\n" + "".join(rows), encoding="utf-8")


def timed_read(path: Path) -> tuple[StakeBook, float]:
    """Return the stakes of a file and the seconds that reading took."""
    start, into = time.process_time(), Collector()
    read_table(path.name, path.read_text(encoding="utf-8"), into)
    return into.book(), time.process_time() - start


def version_of(list_id: str) -> OwnershipVersion:
    """Return the newest version of a list's rule."""
    found = load_ownership().of(list_id)
    assert found is not None  # noqa: S101 - a bench of a list without a rule is a mistake here
    return found[1].versions[-1]


def listed(book: StakeBook) -> list[int]:
    """Return every fiftieth party, as a number."""
    return list(range(0, len(book.names), 50))


def run(count: int) -> None:
    """Print the seconds of each step for one size, and the most memory held."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "stakes.csv"
        write_stakes(path, count)
        book, reading = timed_read(path)
    start = time.process_time()
    graph = graph_on(book, DAY, joint=False)
    making = time.process_time() - start
    told = [f"{count:>9,} stakes: read {reading:.2f} s, graph {making:.2f} s"]
    for name, list_id in RULES.items():
        start = time.process_time()
        found = reach(graph, version_of(list_id), listed(book), [])
        told.append(f"{name} {time.process_time() - start:.2f} s ({int(found.certain.inside.sum()):,} reached)")
    told.append(f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    print("; ".join(told), flush=True)


def beside_networkx(count: int) -> None:
    """Print what the least fixed point alone takes on a graph of networkx."""
    try:
        import networkx as nx
    except ImportError:
        print("networkx is not installed: pip install networkx, to compare", flush=True)
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "stakes.csv"
        write_stakes(path, count)
        book, _ = timed_read(path)
    start = time.process_time()
    graph = nx.MultiDiGraph()
    graph.add_weighted_edges_from(zip(book.owners.tolist(), book.assets.tolist(), book.low.tolist(), strict=True))
    making = time.process_time() - start
    start, need = time.process_time(), 10**12 // 2
    held: dict[int, int] = {}
    found = {one for one in listed(book) if one in graph}
    queue = deque(found)
    while queue:
        for _, asset, share in graph.out_edges(queue.popleft(), data="weight"):
            held[asset] = held.get(asset, 0) + share
            if held[asset] >= need and asset not in found:
                found.add(asset)
                queue.append(asset)
    walking = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = f"networkx, {count:,} stakes: graph {making:.2f} s, least fixed point alone {walking:.2f} s"
    print(f"{told} ({len(found):,} reached); at most {memory:.0f} MB", flush=True)


def deep(count: int) -> None:
    """Print what one chain takes, the worst case for work by rounds."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "stakes.csv"
        chain(path, count)
        book, _ = timed_read(path)
    start = time.process_time()
    found = reach(graph_on(book, DAY, joint=False), version_of("us_ofac_sdn"), [0], [])
    print(
        f"a chain of {count:,}: {time.process_time() - start:.2f} s ({int(found.certain.inside.sum()):,} reached)",
        flush=True,
    )


if __name__ == "__main__":
    if len(sys.argv) > 2:  # noqa: PLR2004 - a size and what to do with it: one process each, so that memory is its own
        {"run": run, "networkx": beside_networkx, "chain": deep}[sys.argv[1]](int(sys.argv[2]))
    else:
        for kind, sizes in (("run", SIZES), ("networkx", SIZES[-1:]), ("chain", (100_000, 200_000))):
            for size in sizes:
                subprocess.run([sys.executable, __file__, kind, str(size)], check=True)
