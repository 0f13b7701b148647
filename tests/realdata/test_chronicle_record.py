"""The chronicle beside the researched record: the same names, days and removals."""

import csv
from datetime import date
from pathlib import Path

import pytest

from fasti.model.act import Act, ActKind
from fasti.sources.chronicle.loader import load_chronicle

pytestmark = pytest.mark.realdata

ACTS = load_chronicle().acts
LISTS = {
    "DoD 1237": "us_dod_ccmc",
    "NS-CMIC": "us_ofac_ns_cmic",
    "DoD 1260H": "us_dod_1260h",
}
OTHER_SOURCES = ("UN ", "OFAC SDN", "OFAC legacy URL")
"""How the anchors begin that official files alone answer for."""


def _rows(shared: Path, name: str) -> list[dict[str, str]]:
    with (shared / "facts" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _dated(act: Act) -> set[str]:
    """Return the days on which an act was made, took effect and became public."""
    return {moment.on.isoformat() for moment in (act.made_at, act.takes_effect, act.publication)}


def test_s_1237_has_the_names_and_days_of_the_record(shared: Path) -> None:
    found = {
        (party.names[0].text, act.made_at.on.isoformat(), act.publication.on.isoformat())
        for act in ACTS
        if act.list == "us_dod_ccmc" and act.kind is ActKind.LISTED
        for party in act.parties
    }
    rows = _rows(shared, "dod_section_1237.csv")
    assert found == {(row["name"], row["made_on"], row["public_on"]) for row in rows}
    assert len(rows) == 45


def test_s_1237_has_the_removals_of_the_record(shared: Path) -> None:
    ended: dict[str, str] = {}
    for act in ACTS:
        if act.list == "us_dod_ccmc" and act.kind in {ActKind.DELISTED, ActKind.VACATED}:
            ended |= {party.key: act.takes_effect.on.isoformat() for party in act.parties}
    whole = next(act for act in ACTS if act.list == "us_dod_ccmc" and act.whole_list)
    rows = _rows(shared, "dod_section_1237.csv")
    alone = {row["name"]: row["removed_on"] for row in rows if row["removed_on"] != whole.takes_effect.on.isoformat()}
    assert sorted(alone.values()) == sorted(ended.values()) == ["2021-03-09", "2021-05-25"]
    assert whole.takes_effect.on == date(2021, 6, 3)


def test_s_1260h_has_the_names_and_days_of_the_record(shared: Path) -> None:
    first: dict[str, str] = {}
    ended: dict[str, str] = {}
    newest: set[str] = set()
    for act in ACTS:
        if act.list != "us_dod_1260h":
            continue
        for party in act.parties:
            day = act.takes_effect.on.isoformat()
            if act.kind is ActKind.LISTED:
                first.setdefault(party.slug, day)
                ended.pop(party.slug, None)
                newest |= {party.slug} if day == "2026-06-08" else set()
            elif act.kind is ActKind.DELISTED:
                ended[party.slug] = day
    names = {party.names[0].text: party.slug for act in ACTS if act.list == "us_dod_1260h" for party in act.parties}
    rows = _rows(shared, "dod_1260h_selected.csv")
    assert len(rows) == len(first) == 44
    for row in rows:
        slug = names[row["name"]]
        assert first[slug] == row["first_listed"], row["name"]
        assert ended.get(slug, "") == row["removed"], row["name"]
        assert (slug in newest) == (row["in_edition_2026_06_08"] == "yes"), row["name"]


def test_every_anchor_of_the_record_has_an_act_on_its_day(shared: Path) -> None:
    days: dict[str, set[str]] = {}
    for act in ACTS:
        for day in _dated(act):
            days.setdefault(day, set()).add(act.list or "")
    missing = []
    for row in _rows(shared, "timeline_anchors.csv"):
        if row["list"].startswith(OTHER_SOURCES):
            continue
        wanted = LISTS.get(row["list"])
        if row["date"] not in days or (wanted and wanted not in days[row["date"]]):
            missing.append((row["date"], row["list"]))
    assert missing == []
