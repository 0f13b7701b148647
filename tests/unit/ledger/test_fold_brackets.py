"""What fixes the date of a change between two editions that differ: an act, a stated date, or the edition alone."""

from datetime import date

import pytest

from fasti.model.act import ActKind
from tests.unit.ledger.worlds import CSV, XML, World, act, at, codes, entry, issue, told

LISTED, DELISTED, VACATED = ActKind.LISTED, ActKind.DELISTED, ActKind.VACATED
KEY = "test:1"


def between(*bodies: object) -> World:
    """Return a world whose editions of 10, 20, 30 and 40 January lack, have, have and lack the entry."""
    world = World().add(
        issue("2021-01-10 16:00"),
        issue("2021-01-20 16:00", KEY),
        issue("2021-01-30 16:00", KEY),
        issue("2021-02-09 16:00"),
    )
    return world.add(*bodies)  # type: ignore[arg-type] # whatever a world takes


def test_without_an_act_the_editions_bound_the_change_and_the_first_to_show_it_dates_it() -> None:
    (spell,) = between().history(KEY).spells
    assert (spell.start.moment.on, spell.start.basis) == (date(2021, 1, 20), "observed")
    assert (spell.start.after, spell.start.by) == (at("2021-01-10 16:00"), at("2021-01-20 16:00"))
    assert spell.end is not None
    assert (spell.end.moment.on, spell.end.basis) == (date(2021, 2, 9), "observed")
    assert (spell.end.after, spell.end.by) == (at("2021-01-30 16:00"), at("2021-02-09 16:00"))


def test_an_act_inside_the_bracket_fixes_the_date() -> None:
    world = between(act("on", LISTED, "2021-01-14", KEY), act("off", VACATED, "2021-02-03T16:09:00-05:00", KEY))
    (spell,) = world.history(KEY).spells
    assert told(world.history(KEY)) == ["BASIS 2021-01-14 act to 2021-02-03T16:09:00-05:00 act"]
    assert (spell.start.act_id, spell.start.by) == ("on", at("2021-01-20 16:00"))
    assert spell.end is not None
    assert (spell.end.act_id, spell.end.after) == ("off", at("2021-01-30 16:00"))
    assert codes(world.history(KEY)) == []


@pytest.mark.parametrize("day", ["2021-01-10", "2021-01-20"])
def test_a_bare_date_is_its_whole_day_so_it_fits_a_bracket_that_begins_or_ends_within(day: str) -> None:
    world = between(act("on", LISTED, day, KEY))
    assert told(world.history(KEY)) == [f"BASIS {day} act to 2021-02-09T16:00:00-05:00 observed"]


@pytest.mark.parametrize("day", ["2021-01-30", "2021-02-09"])
def test_a_bare_date_of_removal_is_its_whole_day_too(day: str) -> None:
    world = between(act("off", DELISTED, day, KEY))
    assert told(world.history(KEY)) == [f"BASIS 2021-01-20T16:00:00-05:00 observed to {day} act"]
    assert codes(world.history(KEY)) == []


@pytest.mark.parametrize("clock", ["2021-01-10T16:00:00-05:00", "2021-01-20T16:00:01-05:00"])
def test_an_instant_at_the_last_edition_without_or_after_the_first_with_is_outside(clock: str) -> None:
    """The bracket is open to the left and closed to the right."""
    (spell, *_) = between(act("on", LISTED, clock, KEY)).history(KEY).spells
    assert (spell.start.basis == "act") is clock.startswith("2021-01-10")
    assert spell.start.by == at("2021-01-20 16:00")
    assert spell.start.after is None or spell.start.basis == "observed"


def test_a_back_filled_edition_narrows_the_bracket() -> None:
    world = between()
    world.add(issue("2021-01-15 16:00"), issue("2021-02-02 16:00", KEY))
    (spell,) = world.history(KEY).spells
    assert (spell.start.after, spell.start.by) == (at("2021-01-15 16:00"), at("2021-01-20 16:00"))
    assert spell.end is not None
    assert (spell.end.after, spell.end.by) == (at("2021-02-02 16:00"), at("2021-02-09 16:00"))


def test_in_the_first_edition_held_the_bracket_is_open_to_the_left() -> None:
    (spell,) = World().add(issue("2021-01-20 16:00", KEY)).history(KEY).spells
    assert (spell.start.after, spell.start.by, spell.end) == (None, at("2021-01-20 16:00"), None)


def test_an_act_of_any_earlier_day_fits_a_bracket_open_to_the_left() -> None:
    world = World().add(issue("2021-01-20 16:00", KEY), act("on", LISTED, "2014-07-16", KEY))
    assert told(world.history(KEY)) == ["BASIS 2014-07-16 act to open"]


@pytest.mark.parametrize(
    ("stated", "start"),
    [
        ("2021-01-14", "2021-01-14 stated"),
        ("2021-01-10", "2021-01-10 stated"),
        ("2021-01-20", "2021-01-20 stated"),
        ("2021-01-09", "2021-01-20T16:00:00-05:00 observed"),
        ("2021-01-21", "2021-01-20T16:00:00-05:00 observed"),
    ],
)
def test_a_date_stated_in_the_entry_counts_inside_the_bracket_alone(stated: str, start: str) -> None:
    world = World().add(issue("2021-01-10 16:00"), issue("2021-01-20 16:00", entry(KEY, stated=stated)))
    history = world.history(KEY)
    assert told(history) == [f"BASIS {start} to open"]
    assert history.spells[0].stated_on == (stated if "observed" in start else None)


def test_a_stated_date_counts_if_the_bracket_is_open_to_the_left() -> None:
    world = World().add(issue("2021-01-20 16:00", entry(KEY, stated="2014-07-16")))
    assert told(world.history(KEY)) == ["BASIS 2014-07-16 stated to open"]


def test_an_act_wins_over_the_stated_date_which_is_kept() -> None:
    world = World().add(
        issue("2021-01-10 16:00"),
        issue("2021-01-20 16:00", entry(KEY, stated="2021-01-15")),
        act("on", LISTED, "2021-01-14", KEY),
    )
    (spell,) = world.history(KEY).spells
    assert (str(spell.start.moment), spell.start.basis, spell.stated_on) == ("2021-01-14", "act", "2021-01-15")


def test_two_editions_that_speak_for_the_same_instant_are_taken_in_the_order_seen() -> None:
    """Both state the same day: what the one shows and the next does not was never there at a later instant."""
    day = date(2021, 1, 20)
    world = World().add(
        issue("2021-01-19 16:00"),
        issue("2021-01-22 10:00", KEY, stated=day),
        issue("2021-01-22 11:00", stated=day),
        issue("2021-02-01 16:00"),
    )
    (spell,) = world.history(KEY).spells
    assert spell.end is not None
    assert (spell.end.after, spell.end.by) == (at("2021-01-20 23:59:59"), at("2021-01-20 23:59:59"))


def test_an_entry_that_leaves_and_comes_back_on_a_stated_day_is_on_the_list_again() -> None:
    """The stated day began before the edition that lacks the entry, and the entry came back after that edition."""
    world = World().add(
        issue("2021-01-19 16:00", KEY),
        issue("2021-01-20 10:00"),
        issue("2021-01-21 16:00", entry(KEY, stated="2021-01-20")),
    )
    assert told(world.history(KEY)) == [
        "BASIS 2021-01-19T16:00:00-05:00 observed to 2021-01-20T10:00:00-05:00 observed",
        "BASIS 2021-01-20 stated to open",
    ]


def test_an_entry_seen_once_on_the_day_an_act_ends_it_has_ended() -> None:
    world = World().add(
        issue("2021-01-19 16:00"),
        issue("2021-01-20 10:00", KEY),
        issue("2021-01-21 16:00"),
        act("off", DELISTED, "2021-01-20", KEY),
    )
    assert told(world.history(KEY)) == ["BASIS 2021-01-20T10:00:00-05:00 observed to 2021-01-20 act"]


def test_two_series_of_one_list_are_one_sequence_in_which_the_newest_speaks() -> None:
    world = World().add(
        issue("2021-01-10 16:00", KEY),
        issue("2021-01-12 16:00", KEY, series=XML),
        issue("2021-01-14 16:00", series=XML),
        issue("2021-01-16 16:00", KEY, series=CSV),
    )
    assert told(world.history(KEY)) == [
        "BASIS 2021-01-10T16:00:00-05:00 observed to 2021-01-14T16:00:00-05:00 observed",
        "BASIS 2021-01-16T16:00:00-05:00 observed to open",
    ]


def test_an_edition_without_entries_says_nothing_of_who_is_on_the_list() -> None:
    world = World().add(
        issue("2021-01-10 16:00", KEY),
        issue("2021-01-12 16:00", parts={"aliases": [entry("test:9")]}),
        issue("2021-01-16 16:00", KEY),
    )
    assert told(world.history(KEY)) == ["BASIS 2021-01-10T16:00:00-05:00 observed to open"]


def test_an_edition_that_is_not_complete_for_the_list_says_nothing_of_it() -> None:
    world = World().add(
        issue("2021-01-10 16:00", KEY),
        issue("2021-01-12 16:00", lists=("other_list",)),
        issue("2021-01-16 16:00", KEY),
    )
    assert told(world.history(KEY)) == ["BASIS 2021-01-10T16:00:00-05:00 observed to open"]


def test_a_change_of_legal_basis_ends_one_spell_and_begins_another() -> None:
    world = World().add(
        issue("2021-01-10 16:00", entry(KEY, "SDGT")),
        issue("2021-01-20 16:00", entry(KEY, "SDGT", "IFSR")),
        issue("2021-01-30 16:00", entry(KEY, "IFSR")),
    )
    assert told(world.history(KEY)) == [
        "SDGT 2021-01-10T16:00:00-05:00 observed to 2021-01-30T16:00:00-05:00 observed",
        "IFSR 2021-01-20T16:00:00-05:00 observed to open",
    ]


def test_a_change_of_content_or_of_the_tag_alone_ends_no_spell() -> None:
    renamed = entry(KEY, note="renamed")
    world = World().add(issue("2021-01-10 16:00", KEY), issue("2021-01-20 16:00", renamed))
    assert told(world.history(KEY)) == ["BASIS 2021-01-10T16:00:00-05:00 observed to open"]
    assert world.history(KEY).listing == renamed


def test_the_listing_shown_is_that_of_the_vantage() -> None:
    old, new = entry(KEY, name="Old"), entry(KEY, name="New")
    world = World().add(issue("2021-01-10 16:00", old), issue("2021-01-20 16:00", new))
    assert world.history(KEY, date(2021, 1, 15)).listing == old
    assert world.history(KEY, date(2021, 1, 20)).listing == new
    assert world.history(KEY, date(2021, 1, 1)).listing == old


def test_each_part_comes_from_the_newest_edition_that_holds_it() -> None:
    alias = entry(KEY, name="Alias")
    world = World().add(
        issue("2021-01-10 16:00", parts={"entries": [entry(KEY, name="Name")], "aliases": [alias]}),
        issue("2021-01-20 16:00", parts={"entries": [entry(KEY, name="Name")]}),
    )
    shown = world.history(KEY).listing
    assert shown is not None
    assert [one.text for one in shown.names] == ["Name", "Alias"]
