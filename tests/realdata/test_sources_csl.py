"""The whole Consolidated Screening List against OFAC's own files of its day, and parts of it."""

from pathlib import Path

import pytest

from fasti.model.errors import RefusedError
from fasti.model.listing import ENTRIES, Listing
from fasti.sources.drafting import Draft, Memo
from fasti.sources.offers import find_offers, load
from fasti.sources.reading import read

pytestmark = pytest.mark.realdata

MISTYPED = {'"0017-05-26" in start_date is no day', '"0097-06-30" in start_date is no day'}
"""The only defects of the file; README.md of the source names them."""


def _draft(source_id: str, path: Path) -> Draft:
    (offer,) = find_offers(source_id, path)
    return read(source_id, load(offer), Memo())


def _bases(entries: dict[str, Listing], list_id: str) -> dict[str, set[str]]:
    found = {key: {one.basis for one in listing.on_list(list_id)} for key, listing in entries.items()}
    return {key: bases for key, bases in found.items() if bases}


@pytest.fixture(scope="module")
def whole(shared: Path) -> Draft:
    """Return the edition of 6 May 2022."""
    return _draft("us_trade_csl", shared / "data/us_csl/2022-05-06_full")


def test_the_whole_file_is_read(whole: Draft) -> None:
    """Thirteen lists, no doubt, and no defect but three mistyped years."""
    assert len(whole.lists) == 13
    assert whole.doubts == ()
    assert {one.message.partition(" (")[0] for one in whole.problems} == MISTYPED
    assert all(listing.memberships and listing.names for listing in whole.parts[ENTRIES].values())


def test_every_row_is_in_an_entry(whole: Draft) -> None:
    """As many entries on each list as distinct keys can be."""
    counts = {one: len(_bases(whole.parts[ENTRIES], one)) for one in whole.lists}
    assert counts == {
        "us_bis_dpl": 438,
        "us_bis_entity": 1946,
        "us_bis_meu": 71,
        "us_bis_uvl": 201,
        "us_ofac_capta": 52,
        "us_ofac_fse": 3,
        "us_ofac_mbs": 17,
        "us_ofac_ns_cmic": 68,
        "us_ofac_plc": 78,
        "us_ofac_sdn": 10026,
        "us_ofac_ssi": 290,
        "us_state_dtc": 727,
        "us_state_isn": 163,
    }


def test_it_has_the_ids_and_bases_of_the_sdn_file(whole: Draft, shared: Path) -> None:
    """All 10,026, from two archives that do not know of each other."""
    sdn = _draft("us_ofac_sdn", shared / "data/us_ofac_sdn_series/2022-05-06T1317Z_6d275cd4.csv.gz").parts[ENTRIES]
    assert _bases(whole.parts[ENTRIES], "us_ofac_sdn") == _bases(sdn, "us_ofac_sdn")


@pytest.mark.parametrize("list_id", ["us_ofac_ssi", "us_ofac_plc", "us_ofac_ns_cmic", "us_ofac_fse"])
def test_it_has_the_ids_and_bases_of_the_consolidated_file(list_id: str, whole: Draft, shared: Path) -> None:
    """Those of a week before."""
    own = _draft("us_ofac_cons", shared / "data/us_ofac_cons_series/2022-04-30T0103Z_0a354f32.xml.gz").parts[ENTRIES]
    assert _bases(whole.parts[ENTRIES], list_id) == _bases(own, list_id)


def test_one_number_on_three_lists(whole: Draft) -> None:
    """Sberbank, each list under its own legal basis."""
    assert {(one.list, one.basis) for one in whole.parts[ENTRIES]["ofac:17018"].memberships} == {
        ("us_ofac_mbs", "RUSSIA-EO14024/3"),
        ("us_ofac_sdn", "RUSSIA-EO14024"),
        ("us_ofac_ssi", "UKRAINE-EO13662/1"),
    }


@pytest.mark.parametrize("name", ["2019-12_sample/csl.csv", "2025-06_sample/consolidated.csv"])
def test_a_part_is_held(name: str, shared: Path) -> None:
    """With the reason, and without any other defect."""
    draft = _draft("us_trade_csl", shared / "data/us_csl" / name)
    assert any("us_ofac_sdn" in doubt and "it is a part" in doubt for doubt in draft.doubts)
    assert draft.problems == ()


def test_a_part_that_ends_inside_a_row_is_refused(shared: Path) -> None:
    """As the one of November 2023 does."""
    with pytest.raises(RefusedError, match="cut short"):
        _draft("us_trade_csl", shared / "data/us_csl/2023-11-30_subset/csl.csv")
