"""OFSI's real files are read whole and without a doubt, and agree with each other."""

import csv
import io
from collections import defaultdict
from pathlib import Path

import pytest

from fasti.model.identity import NameKind
from fasti.model.listing import ENTRIES, Listing
from fasti.sources.drafting import Draft, Memo
from fasti.sources.offers import find_offers, load
from fasti.sources.reading import read

pytestmark = pytest.mark.realdata

Editions = dict[str, tuple[bytes, Draft]]


@pytest.fixture(scope="module")
def editions(shared: Path) -> Editions:
    """Return both editions, read in one run."""
    memo = Memo()
    offers = find_offers("gb_conlist", shared / "data" / "gb_hmt_conlist")
    return {offer.name: (load(offer)[0].data, read("gb_conlist", load(offer), memo)) for offer in offers}


def _rows(data: bytes) -> list[dict[str, str]]:
    lines = csv.reader(io.StringIO(data.decode("cp1252"), newline=""))
    next(lines)
    heading = next(lines)
    return [dict(zip(heading, row, strict=True)) for row in lines]


def test_the_files_are_read_whole(editions: Editions) -> None:
    """Every group once, on the day that the file states, with no doubt at all."""
    stated = {name: str(draft.stated_on) for name, (_, draft) in editions.items()}
    assert stated == {"2016-03-25": "2016-03-23", "2018-04-13": "2018-04-13"}
    for data, draft in editions.values():
        assert set(draft.parts[ENTRIES]) == {f"ofsi:{row['Group ID']}" for row in _rows(data)}
        assert draft.problems == ()
        assert draft.doubts == ()
        assert draft.lists == ("gb_sanctions",)


def test_every_regime_has_its_own_date(editions: Editions) -> None:
    """As the rows say, group by group."""
    for data, draft in editions.values():
        expected = defaultdict(set)
        for row in _rows(data):
            day, month, year = row["Listed On"].split("/")
            expected[f"ofsi:{row['Group ID']}"].add((row["Regime"].strip(), f"{year}-{month}-{day}"))
        for key, listing in draft.parts[ENTRIES].items():
            assert {(one.basis, one.on) for one in listing.stated if one.what == "listing"} == expected[key]
            assert {one.basis for one in listing.memberships} == {basis for basis, _ in expected[key]}


def test_nobody_has_two_primary_names_or_none(editions: Editions) -> None:
    """Though a group has up to 252 rows; and every date of birth is read."""
    for _, draft in editions.values():
        for listing in draft.parts[ENTRIES].values():
            assert [name.kind for name in listing.names].count(NameKind.PRIMARY) == 1
            assert all(fact.value for fact in listing.facts if fact.what == "birth_date")


def test_most_references_of_the_un_are_read(editions: Editions) -> None:
    """All but those whose committee the file does not name."""
    for name, (_, draft) in editions.items():
        entries = draft.parts[ENTRIES].values()
        named = [one for one in entries if "UN REF" in one.remarks.upper()]
        missed = [one for one in named if not _references(one)]
        assert len(missed) == {"2016-03-25": 0, "2018-04-13": 9}[name]


def _references(listing: Listing) -> set[str]:
    return {one.value for one in listing.identifiers if one.scheme == "un_ref"}


def test_few_leave_in_two_years(editions: Editions) -> None:
    """Far less than what would hold an edition."""
    before, after = (set(draft.parts[ENTRIES]) for _, draft in editions.values())
    assert len(before - after) / len(before) < 0.07
