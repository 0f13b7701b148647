"""Every real edition of OFAC's two lists is read whole and without an unexplained doubt."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from fasti.model.errors import RefusedError
from fasti.model.listing import ENTRIES, Listing
from fasti.sources.drafting import Draft, Memo
from fasti.sources.offers import Offer, find_offers, load
from fasti.sources.reading import read

pytestmark = pytest.mark.realdata

EXPLAINED = {
    ("us_ofac_cons/csv", "2018-05-27"): {"list_not_held"},
    ("us_ofac_cons/xml", "2018-05-27"): {"list_not_held"},
    ("us_ofac_sdn/csv", "2019-01-16"): {"no_end_mark"},
    ("us_ofac_sdn/csv", "2021-07-07"): {"no_end_mark"},
}
"""Problems of real editions, each explained in the README of its source."""


Drafts = Sequence[tuple[Offer, Draft]]


@pytest.fixture(scope="module")
def sdn(shared: Path) -> Drafts:
    """Return the SDN series, read once."""
    return _drafts("us_ofac_sdn", shared / "data" / "us_ofac_sdn_series")


@pytest.fixture(scope="module")
def consolidated(shared: Path) -> Drafts:
    """Return the consolidated series, read once."""
    return _drafts("us_ofac_cons", shared / "data" / "us_ofac_cons_series")


def _drafts(source_id: str, folder: Path) -> Drafts:
    memo = Memo()
    offers = [offer for offer in find_offers(source_id, folder) if not offer.name.endswith("_empty.csv")]
    return [(offer, read(source_id, load(offer), memo)) for offer in offers]


def _index(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "INDEX.csv").open(encoding="utf-8", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


def test_the_sdn_series_is_whole(sdn: Drafts, shared: Path) -> None:
    """As many entries as rows, no doubt at all, everybody on the list; and what is not new costs nothing."""
    index = _index(shared / "data" / "us_ofac_sdn_series")
    rows, contents = 0, set()
    for offer, draft in sdn:
        entries = draft.parts[ENTRIES]
        assert len(entries) == int(index[offer.name]["rows"])
        assert draft.problems == ()
        assert all(listing.memberships[0].list == "us_ofac_sdn" for listing in entries.values())
        rows += len(entries)
        contents |= set(map(id, entries.values()))
    assert rows > 800_000
    assert len(contents) < 0.03 * rows


def test_the_empty_file_is_refused(shared: Path) -> None:
    """It was really served."""
    offers = find_offers("us_ofac_sdn", shared / "data" / "us_ofac_sdn_series")
    with pytest.raises(RefusedError, match="is empty"):
        read("us_ofac_sdn", load(offers[-1]), Memo())


def test_the_consolidated_series_is_whole(consolidated: Drafts, shared: Path) -> None:
    """As many entries as the publisher counts, on the day that it states, with no doubt at all."""
    index = _index(shared / "data" / "us_ofac_cons_series")
    for offer, draft in consolidated:
        row = index[offer.name]
        china = [one for one in draft.parts[ENTRIES].values() if _on(one, "us_ofac_ns_ccmc", "us_ofac_ns_cmic")]
        assert len(draft.parts[ENTRIES]) == int(row["record_count"])
        assert len(china) == int(row["china_mil_entries"])
        assert draft.stated_on is not None
        assert draft.stated_on.strftime("%m/%d/%Y") == row["publish_date"]
        assert draft.problems == ()
        assert all(listing.memberships for listing in draft.parts[ENTRIES].values())


@pytest.mark.parametrize(
    ("source_id", "folder"), [("us_ofac_cons", "us_ofac_cons"), ("us_ofac_sdn", "us_ofac_sdn_bundle")]
)
def test_single_editions_have_explained_doubts_only(source_id: str, folder: str, shared: Path) -> None:
    """Files of other years and formats, and bundles with their secondary files."""
    for offer, draft in _drafts(source_id, shared / "data" / folder):
        expected = EXPLAINED.get((draft.series, offer.name), set())
        assert {problem.code for problem in draft.problems} == expected
        assert set(draft.parts) == {role for role, _ in offer.members}


def test_one_number_on_two_lists(sdn: Drafts, consolidated: Drafts) -> None:
    """17018 and 17260 join the SDN List in 2022 and never leave the SSI List."""
    joined = {"ofac:17018": "2022-04-06", "ofac:17260": "2022-06-28"}
    for offer, draft in sdn:
        for key, day in joined.items():
            assert (key in draft.parts[ENTRIES]) == (offer.name >= day)
    for _, draft in consolidated:
        assert all(draft.parts[ENTRIES][key].on_list("us_ofac_ssi") for key in joined)


def test_the_china_list_is_replaced_in_june_2021(consolidated: Drafts) -> None:
    """29 numbers go on under another legal basis, 30 come, 10 go; a tag renamed later changes no basis."""
    before, after, renamed = (_of(consolidated, day) for day in ("2021-05-22", "2021-06-04", "2021-06-17"))
    old = {key for key, one in before.items() if _on(one, "us_ofac_ns_ccmc")}
    new = {key for key, one in after.items() if _on(one, "us_ofac_ns_cmic")}
    assert (len(old & new), len(new - old), len(old - new)) == (29, 30, 10)
    assert not any(_on(one, "us_ofac_ns_ccmc") for one in after.values())
    for key in new:
        assert {one.basis for one in after[key].memberships} == {one.basis for one in renamed[key].memberships}
        assert {one.tag for one in after[key].memberships} == {one.tag for one in renamed[key].memberships}


@pytest.mark.parametrize(
    ("day", "list_id", "count"), [("2021-05-22", "us_ofac_ns_ccmc", 39), ("2024-02-24", "us_ofac_ns_cmic", 68)]
)
def test_every_china_entry_states_its_dates(day: str, list_id: str, count: int, consolidated: Drafts) -> None:
    """Listing, effective and divestment date, of its own list."""
    entries = [one for one in _of(consolidated, day).values() if _on(one, list_id)]
    assert len(entries) == count
    for one in entries:
        assert [date.what for date in one.stated] == ["divestment", "effective", "listing"]
        assert {date.list for date in one.stated} == {list_id}


def _of(drafts: Drafts, day: str) -> dict[str, Listing]:
    """Return the entries of the edition that was seen on a day."""
    return next(draft.parts[ENTRIES] for offer, draft in drafts if offer.name.startswith(day))


def _on(listing: Listing, *lists: str) -> bool:
    return any(listing.on_list(list_id) for list_id in lists)
