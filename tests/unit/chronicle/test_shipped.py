"""The shipped chronicle: it holds, it is locked, and it says what the record says."""

from collections import Counter

import pytest

from fasti.model.act import Act, ActKind, Confidence, Rank
from fasti.model.identity import Quality
from fasti.sources.chronicle.digests import fingerprints
from fasti.sources.chronicle.files import shipped_members
from fasti.sources.chronicle.loader import load_chronicle
from fasti.sources.chronicle.lock import breaches, shipped_lock

ACTS = {act.act_id: act for act in load_chronicle().acts}
REFERRED = (
    "us-eo-13959",
    "us-eo-13974",
    "us-eo-14032",
    "us-31cfr586",
    "us-ndaa-1999-1237",
    "us-ndaa-2021-1260h",
    "us-ndaa-2024-805",
    "us-ndaa-2025-1346",
    "us-ear-744-11",
    "us-ieepa-blocking",
)


def _listed(list_id: str) -> list[Act]:
    return [act for act in ACTS.values() if act.list == list_id and act.kind is ActKind.LISTED]


def test_nothing_shipped_was_edited() -> None:
    """An act that is wrong is corrected in corrections.toml; `python -m fasti.sources.chronicle.lock` adds new ones."""
    assert breaches(shipped_lock(), fingerprints(load_chronicle())) == []


def test_everything_shipped_is_locked() -> None:
    assert sorted(set(fingerprints(load_chronicle())) - set(shipped_lock())) == []


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_every_act_is_cited(act: Act) -> None:
    assert act.citation
    assert act.url.startswith("http") or "No link: " in act.note


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_every_act_has_its_times(act: Act) -> None:
    assert act.public_at is not None
    assert act.made_at.on <= act.public_at.on


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_what_was_not_read_is_not_sure(act: Act) -> None:
    assert act.confidence is not Confidence.HIGH or act.primary_read


def test_the_acts_that_rules_refer_to_are_there() -> None:
    assert [act_id for act_id in REFERRED if act_id not in ACTS] == []


def test_company_statements_and_press_are_never_acts() -> None:
    assert {act.rank for act in ACTS.values()} & {Rank.COMPANY, Rank.PRESS} == set()


def test_the_tranches_of_s_1237_hold_44_names() -> None:
    sizes = {act.act_id: len(act.parties) for act in _listed("us_dod_ccmc")}
    assert sizes == {
        "us-dod-ccmc-2020-06-12": 20,
        "us-dod-ccmc-2020-08-28": 11,
        "us-dod-ccmc-2020-12-03": 4,
        "us-dod-ccmc-2021-01-14": 9,
        "us-dod-ccmc-2021-03-09-luokung": 1,
    }


def test_the_annexes_name_what_the_orders_name() -> None:
    annex = {party.key for party in ACTS["us-eo-13959"].parties}
    tranches = ("us-dod-ccmc-2020-06-12", "us-dod-ccmc-2020-08-28")
    assert annex == {party.key for act_id in tranches for party in ACTS[act_id].parties}
    listed = {party.key for party in ACTS["us-ofac-ns-cmic-2021-06-03"].parties}
    assert {party.key for party in ACTS["us-eo-14032"].parties} == listed
    assert len(listed) == 59


def test_ofac_s_lists_have_their_entries() -> None:
    sizes = {list_id: sum(len(act.parties) for act in _listed(list_id)) for list_id in OFAC}
    assert sizes == OFAC


OFAC = {"us_ofac_ns_ccmc": 39, "us_ofac_ns_cmic": 68}


def test_every_company_that_ofac_repeated_is_one_party_with_its_entry() -> None:
    repeated = {party.slug for party in ACTS["us-ofac-ns-ccmc-2021-01-08-repeated"].parties}
    tranches = ("us-dod-ccmc-2020-06-12", "us-dod-ccmc-2020-08-28", "us-dod-ccmc-2020-12-03")
    assert repeated == {party.slug for act_id in tranches for party in ACTS[act_id].parties}


def test_luokung_has_two_entries_and_is_one_party() -> None:
    entries = {
        party.key: party.slug for act in _listed("us_dod_ccmc") for party in act.parties if party.key.startswith("luok")
    }
    assert entries == {"luokong": "luokung", "luokung": "luokung"}
    gone, come = ACTS["us-dod-ccmc-2021-03-09-luokong"], ACTS["us-dod-ccmc-2021-03-09-luokung"]
    assert (gone.kind, come.kind, gone.made_at) == (ActKind.DELISTED, ActKind.LISTED, come.made_at)


def test_xiaomi_was_vacated_at_nine_minutes_past_four() -> None:
    act = ACTS["xiaomi-v-dod-2021-05-25-vacated"]
    assert str(act.takes_effect) == "2021-05-25T16:09:00-04:00"
    assert act.time_text == "4:09 pm (Eastern Standard Time)"
    assert ACTS["xiaomi-v-dod-2021-03-12-injunction"].stays == "effects"


def test_the_withdrawn_notice_lists_nobody() -> None:
    withdrawn = ACTS["us-dod-1260h-2026-02-13-withdrawn"]
    assert {ACTS[act_id].kind for act_id in withdrawn.acts} == {ActKind.ANNOUNCED}
    named = {party.slug for act_id in withdrawn.acts for party in ACTS[act_id].parties}
    assert {"alibaba", "baidu", "byd", "wuxi-apptec", "ymtc", "cxmt"} <= named


@pytest.mark.parametrize("list_id", ["us_dod_1260h", "us_bis_entity"])
def test_an_extract_claims_no_completeness(list_id: str) -> None:
    (claim,) = (one for one in load_chronicle().coverage if one.list == list_id)
    assert (claim.complete_from, claim.complete_to) == (None, None)


def test_no_strong_name_of_an_entry_stands_twice() -> None:
    doubled = []
    for act in ACTS.values():
        for party in act.parties:
            names = Counter(name.text.casefold() for name in party.names if name.quality is Quality.STRONG)
            doubled += [(act.act_id, party.key, text) for text, count in names.items() if count > 1]
    assert doubled == []


def test_every_toml_file_of_the_folder_is_read() -> None:
    names = {member.name for member in shipped_members()}
    assert "parties.toml" in names
    assert "acts/xiaomi.toml" in names
    assert {member.name for member in load_chronicle().members} == names
