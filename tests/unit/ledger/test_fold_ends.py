"""A list can go on showing an entry that it says has ended; the stated end then counts, unless the file was quicker."""

from dataclasses import replace

from fasti.model.listing import ENDED, LISTING, Listing, StatedDate
from tests.unit.ledger.test_fold_brackets import KEY
from tests.unit.ledger.worlds import LIST, World, entry, issue, told


def dated(begun: str, ended: str | None, list_id: str = LIST) -> Listing:
    """Return an entry that states when it began and ended."""
    dates = [StatedDate(LISTING, begun, list_id, "Effective date")]
    dates += [StatedDate(ENDED, ended, list_id, "Expiration date")] if ended else []
    return replace(entry(KEY), stated=tuple(sorted(dates)))


def test_an_entry_that_states_its_end_ends_then_though_the_file_keeps_it() -> None:
    world = World().add(
        issue("2021-01-20 16:00", dated("2019-05-01", "2021-03-01")),
        issue("2021-06-01 16:00", dated("2019-05-01", "2021-03-01")),
    )
    assert told(world.history(KEY)) == ["BASIS 2019-05-01 stated to 2021-03-01 stated"]


def test_what_the_last_edition_says_of_the_end_counts() -> None:
    world = World().add(
        issue("2021-01-20 16:00", dated("2019-05-01", "2021-03-01")),
        issue("2021-02-01 16:00", dated("2019-05-01", None)),
    )
    assert told(world.history(KEY)) == ["BASIS 2019-05-01 stated to open"]


def test_an_edition_that_drops_the_entry_before_its_stated_end_is_followed() -> None:
    world = World().add(issue("2021-01-20 16:00", dated("2019-05-01", "2025-03-01")), issue("2021-02-01 16:00"))
    assert told(world.history(KEY)) == ["BASIS 2019-05-01 stated to 2021-02-01T16:00:00-05:00 observed"]


def test_the_end_of_a_stay_on_another_list_ends_nothing_here() -> None:
    world = World().add(issue("2021-01-20 16:00", dated("2019-05-01", "2021-03-01", "other_list")))
    assert told(world.history(KEY)) == ["BASIS 2021-01-20T16:00:00-05:00 observed to open"]


def test_an_entry_first_seen_after_its_stated_end_was_never_live_here() -> None:
    first = issue("2021-01-10 16:00")
    world = World().add(first, issue("2021-01-20 16:00", dated("2019-05-01", "2020-03-01")))
    (spell,) = world.history(KEY).spells
    assert spell.end is not None
    assert spell.end.moment.on.isoformat() == "2020-03-01"
