"""The Consolidated Screening List is held where it is a part of itself, and refused where it contradicts itself."""

import json

import pytest

from fasti.model.errors import RefusedError
from fasti.model.listing import ENTRIES
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.reading import read
from tests.golden.sources.editions import primary

SDN = "Specially Designated Nationals (SDN) - Treasury Department"


def _json(document: object) -> Draft:
    return read("us_trade_csl", [RawMember(ENTRIES, "x.json", json.dumps(document).encode())], Memo())


def _row(**fields: object) -> dict[str, object]:
    return {"source": SDN, "entity_number": "990001", "type": "Entity", "name": "ORE", "programs": ["SDGT"]} | fields


def test_a_page_of_an_answer_is_held() -> None:
    """It says itself that there is more."""
    draft = _json({"total": 2, "results": [_row()]})
    assert "page of an answer" in draft.doubts[0]
    assert "it is a part" in draft.doubts[1]


def test_one_number_under_two_names_is_refused() -> None:
    """On one list; the same name twice says the same."""
    with pytest.raises(RefusedError, match="990001 stands in it twice"):
        _json({"results": [_row(), _row(name="COAL")]})
    assert list(_json({"results": [_row(), _row()]}).parts[ENTRIES]) == ["ofac:990001"]


def test_an_unknown_source_stands_on_no_list() -> None:
    """And is told; a file of nothing else is another list."""
    draft = _json({"results": [_row(), _row(source="New List (NL) - Treasury Department", entity_number="990002")]})
    assert [one.code for one in draft.problems] == ["unknown_list"]
    assert draft.parts[ENTRIES]["ofac:990002"].memberships == ()
    with pytest.raises(RefusedError, match="another list"):
        _json({"results": [_row(source="New List")]})


def test_a_list_that_is_known_and_not_held_is_told() -> None:
    """The catalogue has no EO 13599 List."""
    other = _row(source="EO 13599 List (13599) - Treasury Department", entity_number="990002")
    assert [one.code for one in _json({"results": [_row(), other]}).problems] == ["list_not_held"]


def test_a_row_without_number_is_kept() -> None:
    """Under a key of this list."""
    draft = _json({"results": [_row(), _row(entity_number="")]})
    assert [key.partition(":")[0] for key in draft.parts[ENTRIES]] == ["ofac", "csl"]
    assert [one.code for one in draft.problems] == ["no_number"]


def test_an_unknown_field_is_told() -> None:
    """Of a result and of the document."""
    assert {one.code for one in _json({"results": [_row(colour="red")], "mood": 1}).problems} == {"unknown_field"}


@pytest.mark.parametrize("document", [{"message": "no"}, [], {"results": "none"}, {"results": []}])
def test_another_message_is_refused(document: object) -> None:
    """It says nothing of anyone."""
    with pytest.raises(RefusedError):
        _json(document)


def test_an_unchanged_row_is_known_again_under_another_id() -> None:
    """The publisher makes ids anew when a word changes elsewhere."""
    member = primary("us_trade_csl", "csv")
    again = RawMember(ENTRIES, "x", member.data.replace(b"\n0000", b"\nffff"))
    memo = Memo()
    first, second = (read("us_trade_csl", [one], memo).parts[ENTRIES] for one in (member, again))
    assert all(first[key] is second[key] for key in first)
