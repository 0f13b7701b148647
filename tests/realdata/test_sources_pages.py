"""The pages of `docs/sources` give the counts of real editions as the readers find them.

`.venv/bin/python -m tests.realdata.test_sources_pages` makes the pages anew.
"""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from fasti.sources.drafting import Memo, RawMember
from fasti.sources.ofac.csv_rows import cut_rows
from fasti.sources.offers import find_offers, load
from fasti.sources.reading import read
from fasti.sources.source_info import described
from tests.conftest import ROOT
from tests.unit.sources.field_pages import FOLDER, fields_section, introduction, tags_section

pytestmark = pytest.mark.realdata

COUNTED = {
    "gb_conlist": ("gb_hmt_conlist/2016-03-25", "gb_hmt_conlist/2018-04-13"),
    "us_bis_dpl": ("us_bis_dpl/2021-07-07", "us_bis_dpl/2023-11-30"),
    "us_trade_csl": ("us_csl/2022-05-06_full",),
    "ca_sema": ("format_samples/ca_sema/2025-05-25",),
    "un_sc": ("un_sc_series/2018-06-07T1903Z_archive.xml.gz", "un_sc_series/2026-02-27T0000Z_archive.xml.gz"),
    "us_ofac_cons": ("us_ofac_cons/2025-12-19", "us_ofac_cons/2025-03-28"),
    "us_ofac_sdn": ("us_ofac_sdn_bundle/2021-07-07", "us_ofac_sdn_series/2024-05-03T1843Z_a5ec3c5e.csv.gz"),
}
"""Editions whose counts a page gives; a source of which no complete file is at hand has none."""

RECORDS = {
    "ca_sema": rb"<record>",
    "un_sc": rb"<(?:INDIVIDUAL|ENTITY)>",
    "us_ofac_cons": rb"<sdnEntry>",
    "us_ofac_sdn": rb"<sdnEntry>",
}
"""How a record begins in the XML format of a source."""

TABLES = {"gb_conlist": ",", "us_bis_dpl": "\t", "us_trade_csl": ","}
"""What parts the cells of a source whose files are tables with a heading."""

HEADINGS = {"gb_conlist": 2}
"""Rows above the entries, where they are not one."""


@pytest.mark.parametrize("source_id", described())
def test_a_page_gives_the_counts(source_id: str, shared: Path) -> None:
    """Rows in, parties out."""
    page = (FOLDER / f"{source_id}.md").read_text(encoding="utf-8")
    assert page == _page(source_id, shared / "data")


def _page(source_id: str, data: Path) -> str:
    return "".join(
        (introduction(source_id), counts_section(source_id, data), fields_section(source_id), tags_section(source_id))
    )


def counts_section(source_id: str, data: Path) -> str:
    """Return the rows and the parties of real editions; nothing if there is none."""
    if source_id not in COUNTED:
        return ""
    lines = [
        "",
        "## Rows in, parties out",
        "",
        "| edition | file | rows in | part | parties out |",
        "|---|---|---:|---|---:|",
    ]
    lines += [line for place in COUNTED[source_id] for line in _counts(source_id, data / place)]
    return "\n".join(lines) + "\n"


def _counts(source_id: str, path: Path) -> Iterator[str]:
    for offer in find_offers(source_id, path):
        draft = read(source_id, load(offer), Memo())
        for member in load(offer):
            rows = _rows(source_id, draft.series.rpartition("/")[2], member)
            parties = len(draft.parts[member.role])
            yield f"| {offer.name[:10]} | `{member.name}` | {rows:,} | {member.role} | {parties:,} |"


def _rows(source_id: str, form: str, member: RawMember) -> int:
    """Return the number of rows or records in a file."""
    if source_id in TABLES:
        text = io.StringIO(member.data.decode("utf-8", errors="replace"), newline="")
        rows = sum(any(row) for row in csv.reader(text, delimiter=TABLES[source_id]))
        return rows - HEADINGS.get(source_id, 1)
    return len(cut_rows(member).lines if form == "csv" else re.findall(RECORDS[source_id], member.data))


if __name__ == "__main__":
    for one in described():
        (FOLDER / f"{one}.md").write_text(_page(one, ROOT.parent / "shared" / "data"), encoding="utf-8")
