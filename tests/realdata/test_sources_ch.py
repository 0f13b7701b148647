"""The Swiss sample is a list of changes: refused as one, and its targets are read without a doubt."""

from pathlib import Path

import pytest

from fasti.model.errors import RefusedError
from fasti.model.listing import ENTRIES
from fasti.sources.drafting import Memo, RawMember
from fasti.sources.offers import find_offers, load
from fasti.sources.reading import read

pytestmark = pytest.mark.realdata

SAMPLE = "data/format_samples/ch_seco/2024-01-17_sample/seco.xml"


def test_the_sample_is_no_edition(shared: Path) -> None:
    """Its list is of the type `amendment`."""
    (offer,) = find_offers("ch_seco", shared / SAMPLE)
    with pytest.raises(RefusedError, match=r'"amendment" and not the whole list'):
        read("ch_seco", load(offer), Memo())


def test_its_targets_are_read_whole(shared: Path) -> None:
    """As they would be in a whole list: with names, programme, nationality and date of birth."""
    data = (shared / SAMPLE).read_bytes().replace(b'list-type="amendment"', b'list-type="whole-list"')
    draft = read("ch_seco", [RawMember(ENTRIES, "seco.xml", data)], Memo())
    assert draft.problems == ()
    assert {key: one.caption for key, one in draft.parts[ENTRIES].items()} == {
        "ch:64398": "Test B",
        "ch:64403": "Test C",
        "ch:64393": "Test A",
    }
    for one in draft.parts[ENTRIES].values():
        assert [membership.basis for membership in one.memberships] == ["PPDM"]
        assert {"birth_date", "nationality", "measure"} <= {fact.what for fact in one.facts}
    both = draft.parts[ENTRIES]["ch:64393"]
    assert len([fact for fact in both.facts if fact.what == "measure"]) == 2
