"""Tables of the Department of State against what the Consolidated Screening List makes of them."""

from pathlib import Path

import pytest

from fasti.model.listing import ENTRIES
from fasti.sources.drafting import Draft, Memo
from fasti.sources.offers import find_offers, load
from fasti.sources.reading import read

pytestmark = pytest.mark.realdata

FIXTURES = "data/format_samples/govwizely_fixtures/2019-03-18"


def _draft(source_id: str, path: Path) -> Draft:
    (offer,) = find_offers(source_id, path)
    return read(source_id, load(offer), Memo())


@pytest.mark.parametrize(
    ("source_id", "name", "entries", "shared_keys"),
    [("us_state_isn", "isn__isn.csv", 3, 2), ("us_state_dtc", "dtc__itar_debarred_parties.csv", 4, 4)],
)
def test_samples_are_read_and_held(source_id: str, name: str, entries: int, shared_keys: int, shared: Path) -> None:
    """Entries that the screening list of 2022 still has are known by the same key."""
    draft = _draft(source_id, shared / FIXTURES / name)
    whole = _draft("us_trade_csl", shared / "data/us_csl/2022-05-06_full").parts[ENTRIES]
    assert len(draft.parts[ENTRIES]) == entries
    assert len(set(draft.parts[ENTRIES]) & set(whole)) == shared_keys
    assert draft.problems == ()
    assert any("it is a part" in doubt for doubt in draft.doubts)


def test_laws_of_one_day_are_bases_of_one_entry(shared: Path) -> None:
    """Three rows, one party, three laws."""
    entries = _draft("us_state_isn", shared / FIXTURES / "isn__isn.csv").parts[ENTRIES].values()
    (one,) = (entry for entry in entries if entry.caption == "Abdul Qadeer Khan")
    assert {member.basis for member in one.memberships} == {
        "E.O. 13382",
        "Export-Import Bank Act",
        "Nuclear Proliferation Prevention Act",
    }


def test_a_corrected_notice_is_the_key(shared: Path) -> None:
    """As in the screening list; both notices are kept."""
    entries = _draft("us_state_dtc", shared / FIXTURES / "dtc__itar_debarred_parties.csv").parts[ENTRIES].values()
    (one,) = (entry for entry in entries if entry.caption.startswith("Dilligas"))
    assert [fact.value for fact in one.facts if fact.what == "citation"] == ["57 FR 37184", "57 FR 43768"]
