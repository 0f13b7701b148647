"""Files of the Bureau of Industry and Security against what the Consolidated Screening List makes of them."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from fasti.model.listing import ENDED, ENTRIES, LISTING, Listing
from fasti.sources.drafting import Draft, Memo
from fasti.sources.offers import find_offers, load
from fasti.sources.reading import read
from fasti.sources.trade.joining import PARTLY_ENDED, join
from fasti.sources.us_trade_csl.agency_rows import read_agency
from fasti.sources.us_trade_csl.records import from_row

pytestmark = pytest.mark.realdata

DPL = "Denied Persons List (DPL) - Bureau of Industry and Security"
FIXTURES = "data/format_samples/govwizely_fixtures/2019-03-18"


def _draft(source_id: str, path: Path) -> Draft:
    (offer,) = find_offers(source_id, path)
    return read(source_id, load(offer), Memo())


def _days(listing: Listing) -> set[tuple[str, str]]:
    return {(one.what, one.on) for one in listing.stated}


def _denied(path: Path) -> Iterator[Listing]:
    """Yield what the screening list says of denied persons, row by row: the file itself is a part, cut at its end."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["source"] == DPL:
                yield read_agency(from_row(row), "us_bis_dpl").listing


@pytest.mark.parametrize(
    ("day", "rows", "entries", "told"),
    [("2021-07-07", 546, 417, []), ("2022-09-07", 581, 461, []), ("2023-11-30", 665, 547, ["contradicting_ends"])],
)
def test_denied_persons(day: str, rows: int, entries: int, told: list[str], shared: Path) -> None:
    """Rows of one name and effective date are one entry, which keeps every address."""
    path = shared / "data/us_bis_dpl" / day / "dpl.txt"
    draft = _draft("us_bis_dpl", path)
    assert (len(draft.parts[ENTRIES]), draft.doubts) == (entries, ())
    assert [one.code for one in draft.problems] == told
    with path.open(encoding="utf-8", newline="") as file:
        table = [row for row in csv.DictReader(file, delimiter="\t") if row["Name"]]
    assert len(table) == rows
    kept = {(name.text, one.street) for e in draft.parts[ENTRIES].values() for name in e.names for one in e.addresses}
    for row in table:
        street = " ".join(row["Street_Address"].split())
        assert not street or (" ".join(row["Name"].split()), street) in kept


def test_denied_persons_agree_with_the_screening_list_of_the_day(shared: Path) -> None:
    """Key by key, and in the dates that an order begins and ends; but for one whose second row that list dropped."""
    ours = _draft("us_bis_dpl", shared / "data/us_bis_dpl/2023-11-30/dpl.txt").parts[ENTRIES]
    theirs = defaultdict(list)
    for one in _denied(shared / "data/us_csl/2023-11-30_subset/csl.csv"):
        theirs[one.key].append(one)
    assert set(ours) == set(theirs)
    differing = [one.caption for key, one in ours.items() if _days(one) != _days(join(theirs[key]))]
    assert differing == ["JESUS ADRIAN RAMIREZ"]


def test_an_order_with_two_ends_has_the_later(shared: Path) -> None:
    """A slip in one row of an order must not end it seven years early."""
    entries = _draft("us_bis_dpl", shared / "data/us_bis_dpl/2023-11-30/dpl.txt").parts[ENTRIES].values()
    (one,) = (entry for entry in entries if entry.caption == "JESUS ADRIAN RAMIREZ")
    assert _days(one) == {(LISTING, "2023-03-21"), (PARTLY_ENDED, "2023-12-16"), (ENDED, "2030-12-16")}


def test_expired_orders_say_when_they_ended(shared: Path) -> None:
    """Hernandez's was shown to 2021 though it had expired in 2020."""
    entries = _draft("us_bis_dpl", shared / "data/us_bis_dpl/2021-07-07/dpl.txt").parts[ENTRIES].values()
    (one,) = (entry for entry in entries if entry.caption == "ADRIAN MANUEL HERNANDEZ")
    assert [(date.what, date.on) for date in one.stated] == [(ENDED, "2020-10-13"), (LISTING, "2017-10-16")]


@pytest.mark.parametrize(
    ("source_id", "name", "entries", "shared_keys"),
    [
        ("us_bis_entity", "el__el.csv", 5, 4),
        ("us_bis_uvl", "uvl__uvl.csv", 13, 8),
        ("us_bis_dpl", "dpl__dpl.txt", 9, 1),
    ],
)
def test_samples_are_read_and_held(source_id: str, name: str, entries: int, shared_keys: int, shared: Path) -> None:
    """Entries that the screening list of 2022 still has are known by the same key."""
    draft = _draft(source_id, shared / FIXTURES / name)
    whole = _draft("us_trade_csl", shared / "data/us_csl/2022-05-06_full").parts[ENTRIES]
    assert len(draft.parts[ENTRIES]) == entries
    assert len(set(draft.parts[ENTRIES]) & set(whole)) == shared_keys
    assert any("it is a part" in doubt for doubt in draft.doubts)
    assert {one.code for one in draft.problems} <= {"windows_1252"}


def test_rows_of_one_entity_are_joined(shared: Path) -> None:
    """Two addresses and three aliases are six rows."""
    entries = _draft("us_bis_entity", shared / FIXTURES / "el__el.csv").parts[ENTRIES].values()
    (one,) = (entry for entry in entries if entry.caption == "Fazal Rahim Farid")
    assert len(one.addresses) == 2
    assert [name.text for name in one.names[1:]] == ["Engineer Idris", "Farid", "Fazel Rahim Farid"]
