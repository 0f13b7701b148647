"""A big file is never held as a tree: cutting it costs a small part of what the tree would."""

import subprocess
import sys
from pathlib import Path

import pytest

PEAK = Path("/proc/self/clear_refs")
MEGABYTES = 20
SCRIPT = """
import sys
from pathlib import Path
from fasti.sources.drafting import RawMember
from fasti.sources.records.slicing import cut_xml
from fasti.sources.xml_parsing import parse_xml

def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024

record = b"<one id='%d'><name><part>a</part><part>b</part></name><where><city>c</city></where></one>"
body = b"".join(record % number for number in range(int(sys.argv[1]) * 1_000_000 // len(record)))
data = b"<list>" + body + b"</list>"
del body
member = RawMember("entries", "x.xml", data)
Path("/proc/self/clear_refs").write_text("5")
before = peak()
if sys.argv[2] == "cut":
    cut = cut_xml(member, "list", "the list", ("one",))
    assert len({one.mark() for one in cut.records}) == len(cut.records) > 100_000
else:
    parse_xml(member)
print(peak() - before)
"""


def _grown(how: str) -> int:
    """Return by how many megabytes a process grows that cuts a file of `MEGABYTES`, or parses it whole."""
    command = [sys.executable, "-c", SCRIPT, str(MEGABYTES), how]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@pytest.mark.skipif(not PEAK.exists(), reason="only Linux tells the peak of a process's memory")
def test_cutting_needs_far_less_than_the_tree() -> None:
    cut, tree = _grown("cut"), _grown("tree")
    assert cut < 100
    assert cut < tree / 2
