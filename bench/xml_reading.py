"""Measures reading the big XML lists: new content, content seen before, and memory, beside a plain pass of lxml.

Run: python bench/xml_reading.py [FORM]... [--megabytes N]. The files are made here: the records of the authored
examples of each format, written again and again with other numbers and other names until the file is large enough.
Each figure is from a process of its own; memory is what reading adds to the process's peak.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from lxml import etree

from fasti.sources.drafting import Memo, RawMember
from fasti.sources.offers import Offer, load
from fasti.sources.reading import read

GOLDEN = Path(__file__).parents[1] / "tests" / "golden" / "sources"
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Form:
    """One format: where its example lies, which tags hold its records, and what to change in each copy of one."""

    source: str
    file: str
    records: str
    number: str
    words: str


FORMS = {
    "ofac": Form(
        "us_ofac_sdn", "sdn.xml", "sdnEntry", r"(?<=<sdnEntry>)(\s*<uid>)(\d+)", r"(<lastName>|<city>|<remarks>)"
    ),
    "un": Form(
        "un_sc", "consolidated.xml", "INDIVIDUAL|ENTITY", r"(<DATAID>)(\d+)", r"(<FIRST_NAME>|<ALIAS_NAME>|<CITY>)"
    ),
    "eu": Form(
        "eu_fsf", "xmlfullsanctionslist_1_1.xml", "sanctionEntity",
        r'(<sanctionEntity[^>]* logicalId=")(\d+)', r'(wholeName="(?=[^"])|street="|number="|<remark>)',
    ),
    "uk": Form(
        "gb_uksl", "uk-sanctions-list.xml", "Designation", r"(<UniqueID>[A-Z]+)(\d+)", r"(<Name6>|<AddressLine1>)"
    ),
    "ch": Form(
        "ch_seco", "swiss-sanctions-list.xml", "target",
        r'(<target[^>]* ssid=")(\d+)', r"(<value>|<address-details>)",
    ),
    "ca": Form("ca_sema", "sema-lmes.xml", "record", r"(<Item>)(\d*)", r"(<LastName>|<EntityOrShip>)"),
}  # fmt: skip


def main() -> int:
    """Measure the formats asked for and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("forms", nargs="*", default=[*FORMS])
    parser.add_argument("--megabytes", type=int, default=30)
    parser.add_argument("--one", type=Path)
    asked = parser.parse_args()
    if asked.one:
        _measure(asked.forms[0], asked.one)
        return 0
    for name in asked.forms:
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / FORMS[name].file
            path.write_bytes(b"".join(enlarged(FORMS[name], asked.megabytes * MEGABYTE)))
            command = [sys.executable, __file__, name, "--one", str(path)]
            print(name, subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip())
    return 0


def enlarged(form: Form, size: int) -> Iterator[bytes]:
    """Yield the pieces of a file of about a size, made of the records of a format's example."""
    text = (GOLDEN / form.source / form.file).read_text(encoding="utf-8")
    pieces = re.split(rf"(<(?:{form.records})[\s>].*?</(?:{form.records})>)", text, flags=re.DOTALL)
    starts = tuple(f"<{one}" for one in form.records.split("|"))
    number, total = 100_000, sum(len(one.encode()) for one in pieces)
    rounds = 1 + size // total
    for piece in pieces:
        if not piece.startswith(starts) or "</" not in piece:
            yield re.sub(r"(<Record_Count>)\d+", rf"\g<1>{_count(pieces, starts) * rounds}", piece).encode()
            continue
        for _ in range(rounds):
            number += 1
            token = "".join(chr(97 + int(digit)) for digit in str(number))
            copy = re.sub(form.number, rf"\g<1>{number}", piece, count=1)
            yield re.sub(form.words, rf"\g<1>{token} ", copy).encode()


def _count(pieces: list[str], starts: tuple[str, ...]) -> int:
    return sum(one.startswith(starts) for one in pieces)


def _measure(name: str, path: Path) -> None:
    """Print what one file costs, in this process."""
    form, size = FORMS[name], path.stat().st_size / MEGABYTE
    small = RawMember("entries", form.file, (GOLDEN / form.source / form.file).read_bytes())
    read(form.source, [small], Memo())
    Path("/proc/self/clear_refs").write_text("5")
    before = _memory("VmHWM")
    begin = time.process_time()
    memo = Memo()
    draft = read(form.source, load(Offer((("entries", path),), None, path.name)), memo)
    new = time.process_time() - begin
    peak = _memory("VmHWM") - before
    begin = time.process_time()
    read(form.source, load(Offer((("entries", path),), None, path.name)), memo)
    seen = time.process_time() - begin
    floor = _plain_pass(path.read_bytes())
    entries = len(draft.parts["entries"])
    print(
        f"{size:.0f} MB, {entries:,} entries: plain pass {size / floor:.0f} MB/s,"
        f" new content {size / new:.1f} MB/s ({new / floor:.1f} times the pass),"
        f" seen {size / seen:.0f} MB/s ({seen / floor:.2f}), +{peak:.0f} MB at the peak"
    )


def _memory(field: str) -> float:
    """Return a measure of this process's memory, in MB (Linux, proc(5))."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field)) * 1024 / MEGABYTE


def _plain_pass(data: bytes) -> float:
    begin = time.process_time()
    for _, element in etree.iterparse(BytesIO(data), events=("end",)):
        element.clear()
    return time.process_time() - begin


if __name__ == "__main__":
    sys.exit(main())
