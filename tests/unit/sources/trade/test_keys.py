"""Keys agree between files that print one entry differently, and differ where entries do."""

import pytest

from fasti.sources.trade.keys import key_rule, make_key

DATE = {"listed_on": "2021-02-24"}


def test_a_key_has_the_prefix_that_the_source_declares() -> None:
    """And twelve digits."""
    assert make_key("us_bis_entity", "Ore Works", {}) == "bis_el:" + make_key("us_bis_entity", "Ore Works", {})[-12:]
    assert key_rule("us_bis_dpl").fields == ("listed_on",)


@pytest.mark.parametrize(
    ("list_id", "one", "other"),
    [
        ("us_bis_entity", "Xi'an Ore Co., Ltd.", "Xi?an  Ore Co. Ltd"),
        ("us_bis_entity", "Düsseldorf Ore", "Dusseldorf ORE"),
        ("us_bis_dpl", "ORE,  BO", "Ore, Bo"),
        ("us_state_dtc", "Ore, Bo Adam", "Bo Adam Ore"),
        ("us_state_dtc", "Ore, Bo (deceased)", "Bo Ore"),
    ],
)
def test_prints_of_one_name_give_one_key(list_id: str, one: str, other: str) -> None:
    """Marks, spaces, accents and case; for debarred parties the order of words and brackets too."""
    assert make_key(list_id, one, DATE) == make_key(list_id, other, DATE)


@pytest.mark.parametrize(
    ("list_id", "one", "other"),
    [
        ("us_bis_entity", "Semi Works (North) Corporation", "Semi Works (South) Corporation"),
        ("us_bis_entity", "Engineering Solutions Ltd.", "Solutions Engineering Ltd."),
        ("us_bis_dpl", "ORE (HK) COMPANY", "ORE COMPANY"),
        ("us_bis_dpl", "JIN, ORE", "ORE JIN"),
        ("us_bis_entity", "矿业公司", "电子公司"),
    ],
)
def test_names_of_several_parties_do_not(list_id: str, one: str, other: str) -> None:
    """Each pair stands for two entries that one list really had."""
    assert make_key(list_id, one, DATE) != make_key(list_id, other, DATE)


def test_only_what_the_rule_names_counts() -> None:
    """A date parts denial orders, and not entities of the Entity List."""
    later = {"listed_on": "2022-01-01"}
    assert make_key("us_bis_dpl", "Ore", DATE) != make_key("us_bis_dpl", "Ore", later)
    assert make_key("us_bis_entity", "Ore", DATE) == make_key("us_bis_entity", "Ore", later)
