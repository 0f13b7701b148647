"""The catalogue is complete, and what it says can be used where it is used."""

import pytest

from fasti.model.catalog import ListInfo, SourceInfo
from fasti.model.moment import zone
from fasti.sources.catalog import load_catalog
from fasti.sources.description import describe
from fasti.sources.source_info import described

LISTS = {
    "us_dod_ccmc", "us_dod_1260h", "us_ofac_sdn", "us_ofac_ns_ccmc", "us_ofac_ns_cmic", "us_ofac_ssi", "us_ofac_mbs",
    "us_ofac_capta", "us_ofac_plc", "us_ofac_fse", "us_ofac_561", "us_bis_entity", "us_bis_meu", "us_bis_mieu",
    "us_bis_uvl", "us_bis_dpl", "us_state_isn", "us_state_dtc", "us_dhs_uflpa", "us_cbp_wro", "us_fcc_covered",
    "us_ndaa_889", "us_ndaa_5949", "un_sc", "eu_fsf", "gb_sanctions", "ch_seco", "ca_sema", "au_dfat",
}  # fmt: skip


def test_every_list_is_there() -> None:
    """The ids are a contract."""
    assert set(load_catalog().lists) == LISTS


@pytest.mark.parametrize("info", load_catalog().lists.values(), ids=lambda info: info.list_id)
def test_a_list_says_who_what_and_where(info: ListInfo) -> None:
    """The authority completes "Listed by ...", the zone exists, the address is one."""
    assert info.title
    assert info.short
    assert zone(info.zone).key == info.zone
    assert info.url.startswith("https://")
    assert not info.authority.endswith(".")
    assert not info.authority.startswith(("Listed", "by "))


@pytest.mark.parametrize("info", load_catalog().sources.values(), ids=lambda info: info.source_id)
def test_a_source_can_be_judged(info: SourceInfo) -> None:
    """Its lists are in the catalogue, its bounds are shares, its age is in days."""
    assert set(info.lists) <= LISTS
    assert list(info.lists) == sorted(info.lists)
    assert 0 <= info.max_loss <= 1
    assert 0 <= info.max_loss_per_year <= 1
    assert info.stale_after_days > 0
    assert zone(info.zone).key == info.zone


def test_the_chronicle_is_a_source_without_whole_lists() -> None:
    """What it holds completely depends on its own claims, not on its existence."""
    assert load_catalog().sources["chronicle"].lists == ()


@pytest.mark.parametrize("source_id", described())
def test_tags_lead_to_lists_of_the_source(source_id: str) -> None:
    """Every rule names a list that a whole edition is complete for; where it is so for none, a list that we know."""
    source = describe(source_id)
    assert {rule.list for rule in source.rules} == set(source.info.lists or load_catalog().lists)


@pytest.mark.parametrize("source_id", described())
def test_a_tag_has_one_meaning_at_a_time(source_id: str) -> None:
    """No tag without a condition is mapped twice, and none is both mapped without condition and set aside."""
    source = describe(source_id)
    plain = [rule.tag for rule in source.rules if not rule.order and not rule.unless_order]
    assert len(plain) == len(set(plain))
    assert set(plain) & (set(source.companions) | set(source.unlisted)) == set()


@pytest.mark.parametrize("source_id", described())
def test_what_is_ignored_has_a_reason(source_id: str) -> None:
    """A field is left out with a sentence that says why."""
    for fields in describe(source_id).ignored.values():
        assert all(reason.endswith(".") for reason in fields.values())


def test_a_renamed_tag_shares_its_basis() -> None:
    """The tag's old and new name stand for one legal basis."""
    rules = {rule.tag: rule.basis for rule in describe("us_ofac_cons").rules}
    assert rules["CMIC-EO"] == rules["CMIC-EO13959"] == "CMIC-EO13959"
