"""Exchange files that other tools wrote are read whole; told is only what is no list of ours or no known field."""

from collections import Counter
from pathlib import Path

import pytest

from fasti.model.identity import PartyKind
from fasti.model.listing import ENTRIES
from fasti.sources.drafting import Draft, Memo
from fasti.sources.ftm.exported import Exported
from fasti.sources.ftm.writer import write_entities
from fasti.sources.offers import find_offers, load
from fasti.sources.reading import read

pytestmark = pytest.mark.realdata


def _read(shared: Path, place: str) -> Draft:
    (offer,) = find_offers("ftm", shared / "data" / "opensanctions_export" / place)
    return read("ftm", load(offer), Memo())


def test_json_lines_are_read_whole(shared: Path) -> None:
    """Persons and positions are entries; families and occupancies are told of them."""
    draft = _read(shared, "2024-03-22")
    entries = draft.parts[ENTRIES].values()
    assert Counter(one.kind for one in entries) == {PartyKind.PERSON: 607, PartyKind.UNKNOWN: 100}
    told = Counter(problem.code for problem in draft.problems)
    assert told.keys() == {"unknown_dataset", "unknown_property", "unknown_field"}
    assert told["unknown_dataset"] == 1
    families = [fact for one in entries for fact in one.facts if fact.what == "family"]
    assert len(families) >= 756


def test_nested_lines_are_read_whole(shared: Path) -> None:
    """Entities in entities are entries as well."""
    draft = _read(shared, "2024-03-09/targets.nested.json")
    assert len(draft.parts[ENTRIES]) == 100
    assert [problem.code for problem in draft.problems] == ["unknown_dataset"]


def test_simple_csv_is_read_whole(shared: Path) -> None:
    """Every row, names in several scripts and numbers of ships among them."""
    draft = _read(shared, "2026-03-13")
    entries = draft.parts[ENTRIES]
    assert len(entries) == 5600
    assert [problem.code for problem in draft.problems] == ["unknown_dataset"]
    ships = [one for one in entries.values() if one.kind is PartyKind.VESSEL]
    assert sum(any(number.scheme == "imo" for number in one.identifiers) for one in ships) > 1300


def test_what_was_read_can_be_written(shared: Path) -> None:
    """Every entry, under the id that it had."""
    for key, listing in _read(shared, "2024-03-22").parts[ENTRIES].items():
        own = write_entities(Exported(listing, ()), {})[0]
        assert own["id"] == key.removeprefix("ftm:")
