"""The chronicle beside the official files: the same entries on the same days, under the same keys and names."""

import csv
import gzip
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from fasti.model.act import Act, ActKind, Party
from fasti.sources.chronicle.loader import load_chronicle

pytestmark = pytest.mark.realdata

TAGS = {"us_ofac_ns_ccmc": {"CCMC-EO13959"}, "us_ofac_ns_cmic": {"CMIC-EO", "CMIC-EO13959"}}
PROGRAM = 3
STATED = {"us_ofac_ns_ccmc": "Listing Date (CCMC)", "us_ofac_ns_cmic": "Listing Date (CMIC)"}


class OfficialEdition:
    """One consolidated.xml: its day, and the entries of each list by key."""

    def __init__(self, path: Path) -> None:
        """Read the file."""
        root = etree.fromstring(gzip.decompress(path.read_bytes()))
        space = {"o": root.nsmap[None]}
        month, day, year = (int(part) for part in root.findtext(".//o:Publish_Date", "", space).split("/"))
        self.day = date(year, month, day)
        self.entries: dict[str, dict[str, etree._Element]] = {list_id: {} for list_id in TAGS}
        self.space = space
        for entry in root.iterfind("o:sdnEntry", space):
            tags = {program.text for program in entry.iterfind(".//o:program", space)}
            for list_id, wanted in TAGS.items():
                if tags & wanted:
                    self.entries[list_id][f"ofac:{entry.findtext('o:uid', '', space)}"] = entry

    def name(self, list_id: str, key: str) -> str:
        """Return the primary name of an entry."""
        return str(self.entries[list_id][key].findtext("o:lastName", "", self.space))

    def identifiers(self, list_id: str, key: str) -> Iterator[tuple[str, str]]:
        """Yield labels and values of an entry's identifiers."""
        for one in self.entries[list_id][key].iterfind(".//o:id", self.space):
            yield one.findtext("o:idType", "", self.space), one.findtext("o:idNumber", "", self.space)


@pytest.fixture(scope="module")
def editions(shared: Path) -> list[OfficialEdition]:
    """Return the official editions in order."""
    return [OfficialEdition(path) for path in sorted((shared / "data" / "us_ofac_cons_series").glob("*.xml.gz"))]


@pytest.mark.parametrize("day", ["2025-03-26", "2025-04-21", "2025-08-18", "2025-12-19"])
def test_the_later_files_have_the_same_entries(shared: Path, day: str) -> None:
    """The claim of completeness rests on the last of them."""
    path = shared / "data" / "us_ofac_cons" / day / "cons_prim.csv"
    with path.open(encoding="latin-1", newline="") as file:
        found = {f"ofac:{row[0]}" for row in csv.reader(file) if len(row) > PROGRAM and "CMIC" in row[PROGRAM]}
    assert found == set(_on_list("us_ofac_ns_cmic", date.fromisoformat(day)))
    (claim,) = (one for one in load_chronicle().coverage if one.list == "us_ofac_ns_cmic")
    assert claim.complete_to == "2025-12-19"


def _acts(list_id: str) -> list[Act]:
    return [act for act in load_chronicle().acts if act.list == list_id]


def _on_list(list_id: str, day: date) -> dict[str, Party]:
    """Return the entries that the chronicle holds to be on a list at the end of a day."""
    entries: dict[str, Party] = {}
    for act in sorted(_acts(list_id), key=lambda act: (act.takes_effect.on, act.kind is ActKind.LISTED)):
        if act.takes_effect.on > day:
            continue
        if act.kind is ActKind.LISTED:
            entries |= {party.key: party for party in act.parties}
        elif act.kind is ActKind.DELISTED and act.whole_list:
            entries.clear()
    return entries


@pytest.mark.parametrize("list_id", TAGS)
def test_every_edition_has_the_entries_that_the_chronicle_has(list_id: str, editions: list[OfficialEdition]) -> None:
    assert len(editions) > 20
    wrong = [one.day for one in editions if set(one.entries[list_id]) != set(_on_list(list_id, one.day))]
    assert wrong == []


@pytest.mark.parametrize(("list_id", "count"), [("us_ofac_ns_ccmc", 39), ("us_ofac_ns_cmic", 68)])
def test_each_entry_is_named_as_the_edition_names_it(list_id: str, count: int, editions: list[OfficialEdition]) -> None:
    named = {}
    for act in _acts(list_id):
        if act.kind is ActKind.LISTED:
            edition = next(one for one in editions if one.day >= act.takes_effect.on and one.entries[list_id])
            for party in act.parties:
                named[party.key] = (party.names[0].text, edition.name(list_id, party.key))
    changed = {key: pair for key, pair in named.items() if pair[0] != pair[1]}
    assert (len(named), changed) == (count, {})


@pytest.mark.parametrize("list_id", TAGS)
def test_listing_dates_are_those_that_the_entries_state(list_id: str, editions: list[OfficialEdition]) -> None:
    """Only the companies that DoD had listed before have an earlier date in OFAC's own entries."""
    differing = set()
    for act in _acts(list_id):
        if act.kind is not ActKind.LISTED:
            continue
        edition = next(one for one in editions if one.day >= act.takes_effect.on and one.entries[list_id])
        for party in act.parties:
            stated = dict(edition.identifiers(list_id, party.key))[STATED[list_id]]
            if stated != f"{act.takes_effect.on:%d %b %Y}":
                differing.add(act.act_id)
    assert differing <= {"us-ofac-ns-ccmc-2021-01-08-repeated"}


def test_identifiers_are_those_of_the_last_edition_of_each_list(editions: list[OfficialEdition]) -> None:
    last_of_each = [next(one for one in editions if one.day == date(2021, 5, 21)), editions[-1]]
    unknown = []
    for act in _acts("us_ofac_ns_cmic"):
        for party in act.parties:
            values = set()
            for key in (party.key, *party.keys):
                for edition in last_of_each:
                    for list_id in TAGS:
                        if key in edition.entries[list_id]:
                            values |= {" ".join(value.split()) for _, value in edition.identifiers(list_id, key)}
            unknown += [(party.key, one.value) for one in party.identifiers if one.value not in values]
    assert unknown == []
