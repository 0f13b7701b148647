"""Whole lists: the same fold, entry by entry, with each entry as the list gave it at the vantage."""

from datetime import date

from fasti.model.act import ActKind
from fasti.workflows.listings import live_entries
from tests.unit.ledger.worlds import BALLAST, LIST, XML, World, act, entry, issue

KEY = "test:1"


def present(world: World, as_of: date) -> dict[str, str]:
    """Return key to caption of the entries on the list, the ballast left out."""
    return {one.key: one.caption for one in live_entries(world.evidence(as_of), LIST) if one.key not in BALLAST}


def test_an_entry_bears_the_name_it_had_at_the_vantage() -> None:
    world = World().add(
        issue("2021-01-10 16:00", entry(KEY, name="Old")),
        issue("2021-01-20 16:00", entry(KEY, name="New")),
        issue("2021-01-30 16:00"),
        issue("2021-02-10 16:00", entry(KEY, name="Newest")),
    )
    days = (date(2021, 1, 10), date(2021, 1, 20), date(2021, 1, 30), date(2021, 2, 10))
    assert [present(world, one) for one in days] == [{KEY: "Old"}, {KEY: "New"}, {}, {KEY: "Newest"}]


def test_acts_and_editions_of_every_series_make_one_list() -> None:
    world = World().add(
        issue("2021-01-10 16:00", entry("test:1", name="One")),
        issue("2021-01-12 16:00", entry("test:2", name="Two"), series=XML),
        act("on", ActKind.LISTED, "2021-01-14", "acme"),
        act("coming", ActKind.LISTED, "2021-01-14", "bolt", effective_at="2021-03-01"),
        act("elsewhere", ActKind.LISTED, "2021-01-14", "cord", list="other_list"),
    )
    assert present(world, date(2021, 1, 11)) == {"test:1": "One"}
    assert present(world, date(2021, 1, 13)) == {"test:2": "Two"}
    assert present(world, date(2021, 1, 15)) == {"test:2": "Two", "acme": "acme", "bolt": "bolt"}


def test_each_entry_says_its_status_and_since_when() -> None:
    world = World().add(
        issue("2021-01-10 16:00", entry(KEY)),
        act("coming", ActKind.LISTED, "2021-01-14", "bolt", effective_at="2021-03-01"),
    )
    found = {
        one.key: (one.status, one.listed_on, one.basis) for one in live_entries(world.evidence(date(2021, 1, 15)), LIST)
    }
    assert (found[KEY], found["bolt"]) == (("listed", "2021-01-10", "observed"), ("announced", "2021-03-01", "act"))


def test_what_is_asked_of_some_keys_is_what_the_whole_list_says_of_them() -> None:
    world = World().add(issue("2021-01-10 16:00", KEY, "test:2"))
    whole = live_entries(world.evidence(), LIST)
    assert live_entries(world.evidence(), LIST, [KEY]) == tuple(one for one in whole if one.key == KEY)
