"""Names on DoD's s.1260H list, in an independent transcription of every edition, are taken apart as that has them."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from fasti.sources.notices.keys import name_key
from fasti.sources.notices.names import take_apart
from fasti.sources.notices.rules import table

pytestmark = pytest.mark.realdata

SOURCE = "us_dod_1260h"
THEIRS = 11
"""Rows whose columns leave out, change or add to what the transcription itself prints."""


@pytest.fixture
def transcription(shared: Path) -> list[dict[str, str]]:
    """Return the rows: the name as printed, and in columns of their own what it consists of."""
    text = (shared / "data" / "cross_list" / "dod_1260h_opensanctions.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def _words() -> frozenset[str]:
    return frozenset(table(SOURCE)["names"]["part_of_name"])


def test_names_and_aliases_are_those_of_the_transcription(transcription: list[dict[str, str]]) -> None:
    """All but the rows that differ from their own print."""
    others = []
    for row in transcription:
        found = take_apart(row["Name"], _words())
        aliases = {one for one in (row["Alias"], row["Previous Name"]) if one}
        if (found.name, {one.text for one in found.aliases}) != (row["Clean Name"], aliases):
            others.append(row["Name"])
        assert found.notes == ()
    assert (len(transcription), len(others)) == (397, THEIRS)


def test_no_two_names_of_an_edition_share_a_key(transcription: list[dict[str, str]]) -> None:
    """However alike the names of branches are."""
    keys = defaultdict(list)
    for row in transcription:
        keys[row["Start date"]].append(name_key(SOURCE, take_apart(row["Name"], _words()).name))
    assert {day: len(found) - len(set(found)) for day, found in keys.items()} == dict.fromkeys(keys, 0)
