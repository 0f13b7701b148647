"""What the law says of the entries of real files of lists outside the United States: none is met with silence."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from fasti.model.standing import Effect
from fasti.workflows.asking import CheckRequest
from fasti.workflows.checking import check
from fasti.workflows.ingesting import ingest
from fasti.workflows.inventory import accept
from fasti.workflows.settings import Settings
from tests.cases.entries import effects_on, speaks

pytestmark = pytest.mark.realdata

FILES = {
    "un_sc": "un_sc_series/2026-02-27T0000Z_archive.xml.gz",
    "gb_conlist": "gb_hmt_conlist/2018-04-13",
    "ca_sema": "format_samples/ca_sema/2025-05-25",
    "eu_fsf": "format_samples/eu_fsf/2016-02_old_xml/data.xml",
}
DAYS = {
    "un_sc": date(2026, 2, 27),
    "gb_sanctions": date(2018, 4, 14),
    "ca_sema": date(2025, 5, 26),
    "eu_fsf": date(2016, 2, 12),
}
STEPS = {"un_sc": 1, "gb_sanctions": 15, "ca_sema": 25, "eu_fsf": 5}
"""Of how many entries one is asked: all of the UN's, whose committees differ most."""

Told = dict[str, tuple[Effect, ...]]
BOUND = {"un_sc": "state", "gb_sanctions": "gb-person", "ca_sema": "ca-person", "eu_fsf": "eu-person"}


@pytest.fixture(scope="module")
def ledger(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return a ledger of one real edition of each list; the EU's, a part of the list, is accepted as it is."""
    settings = Settings(tmp_path_factory.mktemp("law") / "ledger.db", "test")
    for source, path in FILES.items():
        for edition in ingest(settings, source, [shared / "data" / path]).editions:
            if edition.outcome == "held":
                accept(settings, edition.edition, "A part of the list, asked of its own entries only.")
    return settings


@pytest.fixture(scope="module")
def told(ledger: Settings) -> dict[str, Told]:
    """Return the effects of the entries that are on each list on the day of its file, by key."""
    return {name: dict(effects_on(ledger, name, day, STEPS[name])) for name, day in DAYS.items()}


@pytest.mark.parametrize("list_id", DAYS)
def test_no_entry_is_without_an_effect(told: dict[str, Told], list_id: str) -> None:
    """Each has one in force that is cited and binds somebody, or says it is not modelled: silence would permit."""
    assert len(told[list_id]) > 100
    assert [key for key, effects in told[list_id].items() if not any(speaks(one) for one in effects)] == []


def test_a_travel_ban_alone_freezes_nothing(told: dict[str, Told]) -> None:
    """Of the UN's file: the ten of Guinea-Bissau, and those of Libya who say so; of Iraq's list none is barred."""
    acts: dict[str, Counter[str]] = {}
    for effects in told["un_sc"].values():
        for basis in {(one.rule or "").rpartition("/")[2].removesuffix("-v1") for one in effects}:
            acts.setdefault(basis, Counter()).update(
                one.act or "" for one in effects if (one.rule or "").endswith(f"/{basis}-v1")
            )
    assert acts["guinea-bissau"] == {"travel": 10}
    assert acts["iraq"] == {"deal": 75}
    assert 0 < acts["libya"]["deal"] < acts["libya"]["travel"] + acts["libya"]["deal"]


def test_a_sectoral_listing_is_no_ban_on_dealings(ledger: Settings) -> None:
    """Novatek stands in Schedule 3 of Canada's Russia Regulations: a limit on new debt, and the name is found."""
    answer = check(ledger, CheckRequest("OAO Novatek", DAYS["ca_sema"], lists=("ca_sema",)))
    effects = [one for party in answer.parties for standing in party.standings for one in standing.effects]
    assert {one.act for one in effects if one.status == "in_force"} >= {"new_debt"}
    assert not any(one.act == "deal" for one in effects)


@pytest.mark.parametrize("list_id", DAYS)
def test_check_says_who_is_bound_and_where_that_is_written(
    ledger: Settings, told: dict[str, Told], list_id: str
) -> None:
    """Asked by the key of some listed party, as any user asks."""
    key = next(iter(told[list_id]))
    answer = check(ledger, CheckRequest(key, DAYS[list_id]))
    (standing,) = [one for party in answer.parties for one in party.standings if one.list == list_id]
    assert any(BOUND[list_id] in one.bound and one.citation and one.confidence for one in standing.effects)
