"""Who is one party: the same authority key, a slug, a strong identifier or a decision; never a name alone."""

from datetime import date

import pytest

from fasti.ledger.parties import component, node, strong
from fasti.model.act import ActKind, Party
from fasti.model.entry import Decision
from fasti.model.history import PartyHistory
from fasti.model.identity import Identifier, Name, PartyKind
from tests.unit.ledger.worlds import LIST, OTHER, XML, World, act, entry, issue

LISTED = ActKind.LISTED
LEI, LEI_TWO = "529900T8BM49AURSDO55", "5493001KJTIIGC8Y1R12"


def keys(world: World, seed: str) -> set[str]:
    """Return the keys of a party."""
    return set(component(world.evidence(), [seed]))


def decision(kind: str, *subjects: str) -> Decision:
    """Return a decision on two keys."""
    return Decision(kind, tuple(sorted(subjects)), "a person", f"{kind} for a reason")


def test_an_authority_key_is_one_party_in_every_series_and_on_every_list() -> None:
    world = World().add(
        issue("2021-01-10 16:00", "test:1"),
        issue("2021-01-20 16:00", "test:1", series=XML),
        act("on", LISTED, "2021-01-14", "test:1", list=OTHER),
    )
    assert [(one.list, one.key) for one in world.party("test:1").entries] == [(OTHER, "test:1"), (LIST, "test:1")]


def test_a_slug_joins_the_entries_of_acts_and_gives_the_party_its_id() -> None:
    world = World().add(
        act("on", LISTED, "2021-01-14", parties=(Party("acme", "acme", (Name("Acme"),)),)),
        act("other", LISTED, "2021-01-15", parties=(Party("test:1", "acme", (Name("Acme Ltd"),)),), list=OTHER),
        issue("2021-01-10 16:00", "test:1"),
    )
    party = world.party("test_list/acme")
    assert (party.party_id, party.keys) == ("acme", ("test:1", "test_list/acme"))
    assert [(one.list, one.key) for one in party.entries] == [(OTHER, "test:1"), (LIST, "acme"), (LIST, "test:1")]


def test_further_keys_of_an_acts_party_join_the_entries_of_files() -> None:
    named = Party("acme", "acme", (Name("Acme"),), keys=("test:1",))
    world = World().add(act("on", LISTED, "2021-01-14", parties=(named,)), issue("2021-01-10 16:00", "test:1"))
    assert "test_list/acme" in keys(world, "test:1")


def test_a_slug_that_names_entries_on_two_lists_keeps_them_apart_as_entries() -> None:
    assert (node((LIST, "acme")), node((OTHER, "acme")), node((LIST, "test:1"))) == (
        "test_list/acme",
        "other_list/acme",
        "test:1",
    )


def test_equal_strong_identifiers_in_visible_content_join() -> None:
    world = World().add(
        issue("2021-01-10 16:00", entry("test:1", ids=(f"lei:{LEI}",))),
        issue("2021-01-20 16:00", entry("test:1"), entry("beta:2", ids=(f"lei:{LEI}",))),
    )
    assert keys(world, "beta:2") == {"test:1", "beta:2", f"lei:{LEI}"}
    early = component(world.evidence(known_at=date(2021, 1, 15)), ["test:1"])
    assert early == {"test:1", f"lei:{LEI}"}


@pytest.mark.parametrize("same", ["tax_id:123", "lei:NOTALEI", "isin:US1694261033"])
def test_a_weak_or_malformed_identifier_joins_nothing(same: str) -> None:
    world = World().add(issue("2021-01-10 16:00", entry("test:1", ids=(same,)), entry("beta:2", ids=(same,))))
    assert keys(world, "test:1") == {"test:1"}


def test_equal_names_join_nothing() -> None:
    world = World().add(issue("2021-01-10 16:00", entry("test:1", name="Acme"), entry("beta:2", name="Acme")))
    assert keys(world, "test:1") == {"test:1"}


def test_strong_identifiers_are_compared_without_spaces_and_labels() -> None:
    found = strong([Identifier("imo", "IMO 9319466"), Identifier("lei", LEI.lower()), Identifier("imo", "9319467")])
    assert found == {"imo:9319466", f"lei:{LEI}"}


def test_a_decision_joins_and_a_later_one_parts() -> None:
    world = World().add(issue("2021-01-10 16:00", "test:1", "beta:2"), decision("same_as", "test:1", "beta:2"))
    assert keys(world, "beta:2") == {"test:1", "beta:2"}
    world.add(decision("not_same_as", "test:1", "beta:2"))
    assert keys(world, "beta:2") == {"beta:2"}


@pytest.mark.parametrize("seed", ["test:1", "beta:2"])
def test_a_decision_parts_what_an_identifier_joins(seed: str) -> None:
    """Two entries may carry one number by mistake; the decision must reach past the number itself."""
    number = (f"lei:{LEI}",)
    world = World().add(
        issue("2021-01-10 16:00", entry("test:1", ids=number), entry("beta:2", ids=number)),
        decision("not_same_as", "test:1", "beta:2"),
    )
    assert keys(world, seed) == {seed, f"lei:{LEI}"}


def test_a_decision_parts_whatever_way_round_the_search_comes() -> None:
    world = World().add(
        issue(
            "2021-01-10 16:00",
            entry("test:1", ids=(f"lei:{LEI}",)),
            entry("beta:2", ids=(f"lei:{LEI}", f"lei:{LEI_TWO}")),
            entry("test:3", ids=(f"lei:{LEI_TWO}",)),
        ),
        decision("not_same_as", "test:1", "test:3"),
    )
    for seed, other in (("test:1", "test:3"), ("test:3", "test:1")):
        assert "beta:2" in keys(world, seed)
        assert other not in keys(world, seed)
    assert len(keys(world, "beta:2") & {"test:1", "test:3"}) == 1


@pytest.mark.parametrize("name", ["acme", "party:acme"])
def test_a_decision_may_name_a_party_by_its_id(name: str) -> None:
    world = World().add(
        act("on", LISTED, "2021-01-14", "acme"),
        issue("2021-01-10 16:00", "test:1"),
        decision("same_as", "test:1", name),
    )
    assert {"test:1", "test_list/acme"} <= keys(world, "test:1")
    assert {"test:1", "test_list/acme"} <= keys(world, "test_list/acme")


def test_a_party_without_a_slug_goes_by_its_smallest_key() -> None:
    world = World().add(
        issue("2021-01-10 16:00", "test:1", "beta:2"),
        decision("same_as", "test:1", "beta:2"),
    )
    party: PartyHistory = world.party("test:1")
    assert (party.party_id, party.keys) == ("beta:2", ("beta:2", "test:1"))


def test_kind_and_caption_come_from_what_is_shown() -> None:
    vessel = Party("acme", "acme", (Name("Acme Star"),), kind=PartyKind.VESSEL)
    party = World().add(act("on", LISTED, "2021-01-14", parties=(vessel,))).party("test_list/acme")
    assert (party.caption, party.kind) == ("Acme Star", "vessel")


def test_a_key_that_nothing_shows_is_a_party_without_entries() -> None:
    party = World().party("test:404")
    assert (party.party_id, party.entries, party.caption) == ("test:404", (), "test:404")


def test_a_un_reference_joins_only_once_two_editions_print_it() -> None:
    """A stray digit in one edition must not make two parties one."""
    named = [entry("test:1", ids=("un_ref:QDi.001",)), entry("test:2", ids=("un_ref:QDi.001",))]
    once = World().add(issue("2021-01-10 16:00", *named))
    assert keys(once, "test:1") == {"test:1"}
    twice = once.add(issue("2021-01-20 16:00", *named))
    assert keys(twice, "test:1") == {"test:1", "test:2", "un_ref:QDI001"}


@pytest.mark.parametrize("printed", ["QDi.001.1", "QDi.1", "001", "QDx.001"])
def test_what_is_no_un_reference_joins_nothing(printed: str) -> None:
    assert strong([Identifier("un_ref", printed)]) == set()


def test_a_short_number_whose_check_digits_happen_to_hold_is_no_lei() -> None:
    assert strong([Identifier("lei", "0001")]) == set()
