"""What the search finds among the names of OFAC's consolidated list."""

import gzip
from pathlib import Path

import pytest
from lxml import etree

from fasti.model.identity import Name, NameKind, Quality
from fasti.screening.name_v0 import MATCH
from fasti.screening.search import search

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def listed(shared: Path) -> list[tuple[str, Name]]:
    newest = max((shared / "data" / "us_ofac_cons_series").glob("*.xml.gz"))
    root = etree.fromstring(gzip.decompress(newest.read_bytes()), etree.XMLParser(resolve_entities=False))
    found = []
    for entry in root.iterfind("{*}sdnEntry"):
        owner = entry.findtext("{*}uid", default="")
        found.append((owner, Name(_name(entry))))
        for aka in entry.iterfind("{*}akaList/{*}aka"):
            quality = Quality.WEAK if aka.findtext("{*}category") == "weak" else Quality.STRONG
            found.append((owner, Name(_name(aka), NameKind.AKA, quality)))
    return found


def _name(node: "etree._Element") -> str:
    parts = node.findtext("{*}firstName"), node.findtext("{*}lastName")
    return " ".join(part for part in parts if part)


def test_every_primary_name_finds_its_entry_with_score_one(listed: list[tuple[str, Name]]) -> None:
    primary = [(owner, name) for owner, name in listed if name.kind is NameKind.PRIMARY]
    missed = [
        name.text
        for owner, name in primary[::5]
        if not any(hit.owner == owner and hit.score == 1 for hit in search(None, name.text, extra=listed))
    ]
    assert missed == []


@pytest.mark.parametrize("query", ["China", "Bank", "Technology", "Limited", "Company Group", "International Trading"])
def test_common_words_find_nothing(query: str, listed: list[tuple[str, Name]]) -> None:
    assert search(None, query, MATCH, extra=listed) == []


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Rosneft", "ROSNEFT"),
        ("Роснефть", "OAO ROSNEFT OIL COMPANY"),
        ("Sber Bank", "PJSC SBERBANK"),
        ("Gazprombank", "GAZPROMBANK OPEN JOINT STOCK COMPANY"),
        ("Hikvison", "HIKVISION"),
    ],
)
def test_a_usual_name_finds_a_listed_one(query: str, name: str, listed: list[tuple[str, Name]]) -> None:
    assert name in {hit.name for hit in search(None, query, extra=listed)}
