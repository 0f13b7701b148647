"""What editions amended in an entry: each change once, with how many share it, and nothing that only spells tell."""

from dataclasses import replace

from fasti.ledger.amending import Amendments
from fasti.ledger.grouping import MASS
from fasti.model.listing import StatedDate
from tests.unit.ledger.worlds import LIST, OTHER, XML, World, entry, issue

KEY = "test:1"


def _told(world: World, key: str = KEY, on: str = LIST) -> list[tuple[str | None, str | None, int, int]]:
    found = Amendments(world.evidence()).of((on, key))
    return [(one.change.before, one.change.after, one.count, one.ordinal) for one in found]


def test_the_same_change_again_is_another() -> None:
    notes = enumerate(("one", "two", "one", "two"), 1)
    world = World().add(*(issue(f"2021-01-0{day} 16:00", entry(KEY, note=note)) for day, note in notes))
    assert _told(world) == [("one", "two", 1, 0), ("two", "one", 1, 0), ("one", "two", 1, 1)]


def test_an_edition_that_lacks_the_entry_amends_nothing() -> None:
    world = World().add(
        issue("2021-01-01 16:00", entry(KEY, note="one")),
        issue("2021-01-02 16:00"),
        issue("2021-01-03 16:00", entry(KEY, note="two")),
    )
    assert _told(world) == []


def test_two_series_that_tell_the_same_are_told_once_by_the_first() -> None:
    world = World()
    for series, hour in ((XML, "15:00"), ("alpha/csv", "16:00")):
        world.add(
            issue(f"2021-01-01 {hour}", entry(KEY, note="one"), series=series),
            issue(f"2021-01-02 {hour}", entry(KEY, note="two"), series=series),
        )
    (found,) = Amendments(world.evidence()).of((LIST, KEY))
    assert (found.change.after, found.edition.series) == ("two", XML)


def test_another_basis_is_a_spell_and_another_lists_date_is_not_of_this_list() -> None:
    lists = (LIST, OTHER)
    first = entry(KEY, "A", lists=lists)
    date = StatedDate("listing", "2021-01-02", OTHER, "Listing Date")
    second = replace(entry(KEY, "B", lists=lists), stated=(date,))
    world = World().add(*(issue(f"2021-01-0{day} 16:00", one, lists=lists) for day, one in ((1, first), (2, second))))
    assert _told(world) == []
    assert _told(world, on=OTHER) == [(None, "2021-01-02 (other_list, Listing Date)", 1, 0)]


def test_a_change_that_many_share_says_of_how_many() -> None:
    keys = [f"test:{number}" for number in range(MASS)]
    world = World().add(
        issue("2021-01-01 16:00", *(entry(key, note="one") for key in keys)),
        issue("2021-01-02 16:00", *(entry(key, note="two") for key in keys)),
    )
    assert _told(world, keys[0]) == [("one", "two", MASS, 0)]


def test_what_an_edition_lost_as_a_whole_is_no_change() -> None:
    keys = [f"test:{number}" for number in range(MASS)]
    world = World().add(
        issue("2021-01-01 16:00", *(entry(key, note=f"note {key}") for key in keys)),
        issue("2021-01-02 16:00", *keys),
    )
    assert _told(world, keys[0]) == []


def test_only_what_is_visible_counts() -> None:
    world = World().add(
        issue("2021-01-01 16:00", entry(KEY, note="one")), issue("2021-01-03 16:00", entry(KEY, note="two"))
    )
    early = world.evidence(known_at=world.view().admitted("alpha/csv")[0].listed_at)
    assert Amendments(early).of((LIST, KEY)) == ()
