"""The keys that decisions bind acts' entries to are those that the list's own reader gives to the names printed."""

import pytest

from fasti.ledger.binding import bindings
from fasti.sources.chronicle.loader import load_chronicle
from fasti.sources.notices.keys import name_key
from fasti.sources.trade.keys import make_key

CHRONICLE = load_chronicle()
BOUND = bindings(CHRONICLE.decisions)
LISTS = ("us_bis_entity", "us_dod_1260h")


def _names(entry: tuple[str, str]) -> list[str]:
    list_id, key = entry
    return [
        name.text
        for act in CHRONICLE.acts
        if act.list == list_id
        for party in act.parties
        if party.key == key
        for name in party.names
    ]


@pytest.mark.parametrize("entry", sorted(BOUND), ids="/".join)
def test_a_bound_key_is_made_of_a_name_that_an_act_prints(entry: tuple[str, str]) -> None:
    list_id, _ = entry
    names = _names(entry)
    made = [make_key(list_id, name, {}) if list_id == "us_bis_entity" else name_key(list_id, name) for name in names]
    assert BOUND[entry] in made


@pytest.mark.parametrize("list_id", LISTS)
def test_every_entry_of_acts_on_a_list_without_numbers_is_bound(list_id: str) -> None:
    entries = {(list_id, party.key) for act in CHRONICLE.acts if act.list == list_id for party in act.parties}
    assert {key for _, key in entries - BOUND.keys() if ":" not in key} == set()


def test_no_two_entries_are_bound_to_one_key() -> None:
    assert len({(list_id, key) for (list_id, _), key in BOUND.items()}) == len(BOUND)
