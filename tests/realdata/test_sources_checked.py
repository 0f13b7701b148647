"""Real files against each other and against an independent compilation; and what servers really sent instead."""

import csv
import gzip
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest

from fasti.model.errors import RefusedError
from fasti.model.identity import Quality
from fasti.model.listing import ENTRIES, Fact, Listing
from fasti.sources.drafting import Memo, RawMember
from fasti.sources.ofac.csv_rows import cells, cut_rows
from fasti.sources.ofac.remarks import read_items, read_titles, split
from fasti.sources.offers import find_offers, load
from fasti.sources.reading import READERS, read

pytestmark = pytest.mark.realdata

CSL_LISTS = {
    "Sectoral": "us_ofac_ssi",
    "Palestinian": "us_ofac_plc",
    "Non-SDN Chinese": "us_ofac_ns_cmic",
    "Capta": "us_ofac_capta",
    "Non-SDN Menu": "us_ofac_mbs",
    "Foreign Sanctions": "us_ofac_fse",
    "Specially": "us_ofac_sdn",
}
"""How the names of OFAC's lists begin in the Consolidated Screening List."""


def _entries(source_id: str, path: Path) -> dict[str, Listing]:
    return read(
        source_id, [RawMember(ENTRIES, path.name, load(find_offers(source_id, path)[0])[0].data)], Memo()
    ).parts[ENTRIES]


def _by_list(entries: Collection[Listing]) -> dict[str, set[str]]:
    found = defaultdict(set)
    for listing in entries:
        for member in listing.memberships:
            found[member.list].add(listing.key)
    return found


@pytest.fixture(scope="module")
def consolidated(shared: Path) -> dict[str, Listing]:
    """Return the consolidated entries of 29 April 2022."""
    return _entries("us_ofac_cons", shared / "data/us_ofac_cons_series/2022-04-30T0103Z_0a354f32.xml.gz")


@pytest.fixture(scope="module")
def sdn(shared: Path) -> dict[str, Listing]:
    """Return the SDN entries of 6 May 2022."""
    return _entries("us_ofac_sdn", shared / "data/us_ofac_sdn_series/2022-05-06T1317Z_6d275cd4.csv.gz")


@pytest.fixture(scope="module")
def csl(shared: Path) -> dict[str, set[str]]:
    """Return OFAC's entry keys by list, as the Consolidated Screening List of 6 May 2022 has them."""
    found = defaultdict(set)
    with gzip.open(shared / "data/us_csl/2022-05-06_full/consolidated.csv.gz", "rt", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            for beginning, list_id in CSL_LISTS.items():
                if row["source"].startswith(beginning):
                    found[list_id].add(f"ofac:{row['entity_number']}")
    return found


@pytest.mark.parametrize("list_id", ["us_ofac_ssi", "us_ofac_plc", "us_ofac_ns_cmic", "us_ofac_fse"])
def test_lists_agree_with_the_screening_list(
    list_id: str, consolidated: dict[str, Listing], csl: dict[str, set[str]]
) -> None:
    """Entry by entry, though neither knows of the other."""
    assert _by_list(consolidated.values())[list_id] == csl[list_id]


def test_the_sdn_list_agrees_with_the_screening_list(sdn: dict[str, Listing], csl: dict[str, set[str]]) -> None:
    """All of them."""
    assert set(sdn) == csl["us_ofac_sdn"]


def test_the_menu_based_list_agrees_but_for_who_had_left_the_file(
    consolidated: dict[str, Listing], sdn: dict[str, Listing], csl: dict[str, set[str]]
) -> None:
    """Two were taken out of the consolidated file when they were blocked."""
    ours = _by_list(consolidated.values())["us_ofac_mbs"]
    assert ours < csl["us_ofac_mbs"]
    assert csl["us_ofac_mbs"] - ours == {"ofac:34644", "ofac:34682"}
    assert {"ofac:34644", "ofac:34682"} <= set(sdn) - set(consolidated)


def test_the_capta_list_follows_the_directive(
    consolidated: dict[str, Listing], sdn: dict[str, Listing], csl: dict[str, set[str]]
) -> None:
    """The file names Directive 2 for one entry that the other leaves out, and not for those it has besides."""
    ours = _by_list(consolidated.values())["us_ofac_capta"]
    assert ours - csl["us_ofac_capta"] == {"ofac:17018"}
    rest = csl["us_ofac_capta"] - ours
    assert rest <= set(sdn)
    assert len(rest - set(consolidated)) == 11
    assert not any(_names_directive_2(consolidated[key]) for key in rest & set(consolidated))


def _names_directive_2(listing: Listing) -> bool:
    return any(stated.basis == "RUSSIA-EO14024/2" for stated in listing.stated)


@pytest.mark.parametrize(
    ("table", "document", "differing"),
    [
        ("2018-05-27/cons_prim.csv", "2018-05-27/consolidated.xml", 0),
        ("2025-03-26/cons_prim.csv", "2025-03-28/consolidated.xml", 1),
    ],
)
def test_both_formats_say_the_same(table: str, document: str, differing: int, shared: Path) -> None:
    """But for what only one has, and one entry that was amended in the two days between."""
    folder = shared / "data/us_ofac_cons"
    csv_entries, xml_entries = (_entries("us_ofac_cons", folder / name) for name in (table, document))
    assert set(csv_entries) == set(xml_entries)
    whole = [key for key, one in csv_entries.items() if not any(fact.what == "remarks_cut" for fact in one.facts)]
    different = [key for key in whole if _alike(csv_entries[key]) != _alike(xml_entries[key])]
    assert len(different) == differing


def _alike(listing: Listing) -> Listing:
    """Return what both formats hold: strong aliases and addresses stand elsewhere, figures are grouped or not."""
    names = [name for place, name in enumerate(listing.names) if place == 0 or name.quality is Quality.WEAK]
    facts = {replace(fact, text=fact.value) if "tonnage" in fact.what else fact for fact in listing.facts}
    return replace(
        listing, names=(names[0], *sorted(set(names[1:]))), facts=tuple(sorted(facts)), addresses=(), remarks=""
    )


@pytest.mark.parametrize("source_id", sorted({source for source, _ in READERS}))
def test_what_servers_sent_instead_is_refused(source_id: str, shared: Path) -> None:
    """Error pages, messages, a redirect, and each file of an altered bundle."""
    files = sorted(path for path in (shared / "data/failure_payloads").rglob("*") if path.is_file())
    assert len(files) == 9
    for path in files:
        with pytest.raises(RefusedError):
            read(source_id, load(find_offers(source_id, path)[0]), Memo())


def test_the_altered_bundle_is_refused(shared: Path) -> None:
    """One number stands twice and disagrees."""
    (offer,) = find_offers("us_ofac_sdn", shared / "data/failure_payloads/altered_sdn_bundle_2022-01-31")
    with pytest.raises(RefusedError, match="ofac:2677 stands in it twice and differs, again in line 9044"):
        read("us_ofac_sdn", load(offer), Memo())


def test_one_list_is_not_taken_for_the_other(shared: Path) -> None:
    """Neither in any edition of the other format."""
    for offer in find_offers("us_ofac_cons", shared / "data/us_ofac_cons"):
        primary = [member for member in load(offer) if member.role == ENTRIES]
        with pytest.raises(RefusedError, match="another list"):
            read("us_ofac_sdn", primary, Memo())
    newest = find_offers("us_ofac_sdn", shared / "data/us_ofac_sdn_series")[-2]
    with pytest.raises(RefusedError, match="another list"):
        read("us_ofac_cons", load(newest), Memo())


def test_nearly_every_remark_is_understood(shared: Path) -> None:
    """At least 99.5% of the items in the newest SDN file have a known label or repeat a title."""
    newest = find_offers("us_ofac_sdn", shared / "data/us_ofac_sdn_series")[-2]
    rows = cut_rows(load(newest)[0])
    items = free = 0
    for number, line in enumerate(rows.lines, 1):
        found = cells(line, rows, number)
        titles = {title.text for title in read_titles(found[4])}
        texts = split(found[11])[: -1 if len(found[11]) >= 1000 else None] if found[11] else []
        said = read_items(texts)
        items += len(texts)
        free += sum(isinstance(one, Fact) and one.what == "remark" and one.text not in titles for one in said)
    assert items > 40_000
    assert free < 0.005 * items
