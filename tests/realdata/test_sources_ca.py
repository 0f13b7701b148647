"""The complete real file of the Canadian list is read whole."""

from collections import Counter
from pathlib import Path

import pytest
from stdnum import imo

from fasti.model.identity import PartyKind
from fasti.model.listing import ENTRIES, LISTING
from fasti.sources.drafting import Draft, Memo
from fasti.sources.offers import find_offers, load
from fasti.sources.reading import read

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def draft(shared: Path) -> Draft:
    """Return the file of 25 May 2025."""
    (offer,) = find_offers("ca_sema", shared / "data/format_samples/ca_sema/2025-05-25")
    return read("ca_sema", load(offer), Memo())


def test_every_record_is_an_entry(draft: Draft) -> None:
    """Each with a name, one regulation and its date of listing."""
    entries = draft.parts[ENTRIES]
    assert len(entries) == 4759
    assert Counter(one.kind for one in entries.values()) == {
        PartyKind.PERSON: 3334,
        PartyKind.ORGANIZATION: 1316,
        PartyKind.VESSEL: 109,
    }
    for one in entries.values():
        assert one.names
        assert len(one.memberships) == 1
        assert [stated.what for stated in one.stated] == [LISTING]


def test_only_two_dates_are_none(draft: Draft) -> None:
    """Both stand in the README."""
    assert [(problem.code, problem.message.partition('" ')[0]) for problem in draft.problems] == [
        ("unreadable_date", '"Sep-99'),
        ("unreadable_date", '"born in the early 1970s'),
    ]


def test_ships_have_valid_numbers(draft: Draft) -> None:
    """All of them, so that they can be found in other lists."""
    numbers = [one.value for entry in draft.parts[ENTRIES].values() for one in entry.identifiers]
    assert len(numbers) == 109
    assert all(map(imo.is_valid, numbers))
