"""Acts in the fold: alone, late or contradicted in the files, withdrawn, staying, lifted, and cut by the vantage."""

from dataclasses import replace
from datetime import date

from fasti.model.act import ActKind, Party
from fasti.model.identity import Name
from fasti.model.listing import ENDED, StatedDate
from fasti.model.moment import Moment
from tests.unit.ledger.worlds import LIST, World, act, at, codes, entry, issue, told

LISTED, DELISTED, VACATED = ActKind.LISTED, ActKind.DELISTED, ActKind.VACATED
KEY = "test:1"


def test_an_act_without_a_file_makes_a_spell_until_an_act_ends_it() -> None:
    world = World().add(act("on", LISTED, "2021-01-14", "acme"))
    assert told(world.history("acme")) == ["2021-01-14 act to open"]
    world.add(act("off", VACATED, "2021-05-25T16:09:00-04:00", "acme"))
    assert told(world.history("acme")) == ["2021-01-14 act to 2021-05-25T16:09:00-04:00 act"]


def test_an_act_counts_from_its_effect_and_is_visible_from_the_day_it_was_made() -> None:
    world = World().add(act("on", LISTED, "2021-01-14", "acme", effective_at="2021-02-01"))
    assert told(world.history("acme", date(2021, 1, 13))) == []
    assert told(world.history("acme", date(2021, 1, 14))) == ["2021-02-01 act to open"]


def test_an_act_that_the_files_show_late_says_so() -> None:
    world = World().add(
        act("on", LISTED, "2021-01-05", KEY),
        issue("2021-01-10 16:00"),
        issue("2021-01-20 16:00", KEY),
        issue("2021-01-30 16:00"),
    )
    history = world.history(KEY)
    assert told(history) == ["BASIS 2021-01-05 act to 2021-01-30T16:00:00-05:00 observed"]
    assert codes(history) == ["late_in_file"]


def test_an_act_that_no_file_ever_shows_is_followed_and_said() -> None:
    world = World().add(act("on", LISTED, "2021-01-05", KEY), issue("2021-01-10 16:00"))
    history = world.history(KEY)
    assert told(history) == ["2021-01-05 act to open"]
    assert codes(history) == ["not_in_file"]


def test_an_edition_that_lacks_what_an_act_listed_since_the_last_one_that_had_it_is_contradicted() -> None:
    """Nobody took the entry off the list: the authority listed it anew, and the file is silent."""
    world = World().add(
        issue("2021-01-10 16:00", KEY),
        act("on", LISTED, "2021-01-14", KEY),
        issue("2021-01-20 16:00"),
        issue("2021-01-30 16:00", KEY),
        issue("2021-02-09 16:00"),
    )
    history = world.history(KEY)
    assert told(history) == ["BASIS 2021-01-10T16:00:00-05:00 observed to 2021-02-09T16:00:00-05:00 observed"]
    assert codes(history) == ["not_in_file"]


def test_an_act_after_the_newest_edition_contradicts_nothing() -> None:
    world = World().add(act("on", LISTED, "2021-01-12", KEY), issue("2021-01-10 16:00"))
    assert codes(world.history(KEY)) == []


def test_a_file_that_goes_on_showing_what_an_act_ended_is_contradicted_not_followed() -> None:
    world = World().add(
        issue("2021-01-10 16:00"),
        issue("2021-01-20 16:00", KEY),
        act("off", VACATED, "2021-01-25", KEY),
        issue("2021-01-30 16:00", KEY),
    )
    history = world.history(KEY)
    assert told(history) == ["BASIS 2021-01-20T16:00:00-05:00 observed to 2021-01-25 act"]
    assert codes(history) == ["file_contradicts_act"]


def test_an_act_on_the_day_that_an_entry_states_as_its_end_is_what_ended_it() -> None:
    """The list goes on showing the entry, and says itself that it ended: no conflict."""
    ended = replace(entry(KEY), stated=(StatedDate(ENDED, "2021-01-25", LIST, "Removed"),))
    off = act("off", DELISTED, "2021-01-25T16:00:00-05:00", KEY)
    world = World().add(issue("2021-01-20 16:00", KEY), off, issue("2021-01-30 16:00", ended))
    history = world.history(KEY)
    assert told(history) == ["BASIS 2021-01-20T16:00:00-05:00 observed to 2021-01-25T16:00:00-05:00 act"]
    assert codes(history) == []


def test_ended_and_listed_again_on_one_day_while_the_file_shows_it_throughout_contradicts_nothing() -> None:
    world = World().add(
        issue("2021-01-20 16:00", KEY),
        act("off", DELISTED, "2021-01-25", KEY),
        act("on", LISTED, "2021-01-25", KEY),
        issue("2021-01-30 16:00", KEY),
    )
    history = world.history(KEY)
    assert told(history) == [
        "BASIS 2021-01-20T16:00:00-05:00 observed to 2021-01-25 act",
        "BASIS 2021-01-25 act to open",
    ]
    assert codes(history) == []


def test_a_file_that_first_shows_an_entry_after_an_act_ended_it_counts_and_the_conflict_is_said() -> None:
    world = World().add(
        act("on", LISTED, "2020-12-01", KEY),
        act("off", DELISTED, "2021-01-05", KEY),
        issue("2021-01-10 16:00", KEY),
    )
    history = world.history(KEY)
    assert told(history) == [
        "BASIS 2020-12-01 act to 2021-01-05 act",
        "BASIS 2021-01-10T16:00:00-05:00 observed to open",
    ]
    assert codes(history) == ["file_contradicts_act"]


def test_a_second_listing_after_a_removal_opens_a_second_spell() -> None:
    world = World().add(
        act("on", LISTED, "2020-12-01", KEY),
        act("off", DELISTED, "2021-01-05", KEY),
        act("again", LISTED, "2021-01-08", KEY),
        issue("2021-01-10 16:00", KEY),
    )
    history = world.history(KEY)
    assert told(history) == ["BASIS 2020-12-01 act to 2021-01-05 act", "BASIS 2021-01-08 act to open"]
    assert codes(history) == []


def test_an_act_on_the_whole_list_ends_every_entry() -> None:
    world = World().add(
        act("on", LISTED, "2021-01-14", "acme", "bolt"),
        act("emptied", DELISTED, "2021-06-03", whole_list=True, parties=()),
    )
    assert told(world.history("acme")) == ["2021-01-14 act to 2021-06-03 act"]
    assert told(world.history("bolt")) == ["2021-01-14 act to 2021-06-03 act"]


def test_an_act_on_another_list_ends_nothing_here() -> None:
    world = World().add(
        act("on", LISTED, "2021-01-14", "acme"),
        act("emptied", DELISTED, "2021-06-03", whole_list=True, parties=(), list="other_list", acts=("on",)),
    )
    assert told(world.history("acme")) == ["2021-01-14 act to open"]


def test_a_withdrawn_listing_never_was_one() -> None:
    listed = act("on", LISTED, "2026-02-13", "acme", effective_at="2026-02-20")
    back = act("back", ActKind.WITHDRAWN, "2026-02-14", parties=(), acts=("on",))
    world = World().add(listed, back)
    assert told(world.history("acme", date(2026, 2, 13), date(2026, 3, 1))) == ["2026-02-20 act to open"]
    history = world.history("acme", date(2026, 2, 25), date(2026, 3, 1))
    assert told(history) == []
    assert [one.act_id for one in history.acts] == ["back", "on"]


def test_a_withdrawn_removal_ends_nothing() -> None:
    world = World().add(
        act("on", LISTED, "2021-01-14", "acme"),
        act("off", DELISTED, "2021-02-01", "acme"),
        act("back", ActKind.WITHDRAWN, "2021-02-02", parties=(), acts=("off",)),
    )
    assert told(world.history("acme", date(2021, 2, 1))) == ["2021-01-14 act to 2021-02-01 act"]
    assert told(world.history("acme", date(2021, 2, 2))) == ["2021-01-14 act to open"]


def test_delisted_and_listed_the_same_day_under_another_key_are_two_entries() -> None:
    """An authority's erratum: both clocks restart."""
    slug = Party("luokung", "luokung", (Name("Luokung"),))
    world = World().add(
        act("on", LISTED, "2021-01-14", parties=(Party("luokong", "luokung", (Name("Luokong"),)),)),
        act("off", DELISTED, "2021-03-08", parties=(Party("luokong", "luokung", (Name("Luokong"),)),)),
        act("again", LISTED, "2021-03-08", parties=(slug,)),
    )
    party = world.party("test_list/luokung")
    assert party.party_id == "luokung"
    assert {one.key: told(one) for one in party.entries} == {
        "luokong": ["2021-01-14 act to 2021-03-08 act"],
        "luokung": ["2021-03-08 act to open"],
    }


def test_an_injunction_stays_until_it_is_lifted_or_the_listing_ends() -> None:
    listed = act("on", LISTED, "2021-01-14", "acme")
    stayed = act("stay", ActKind.ENJOINED, "2021-03-12", "acme", stays="effects")
    lifted = act("lift", ActKind.STAY_LIFTED, "2021-04-01T12:00:00-04:00", parties=(), acts=("stay",))
    vacated = act("off", VACATED, "2021-05-25T16:09:00-04:00", "acme")
    (stay,) = World().add(listed, stayed).history("acme").stays
    assert (stay.starts.on, stay.ends, stay.act.stays) == (date(2021, 3, 12), None, "effects")
    (stay,) = World().add(listed, stayed, vacated).history("acme").stays
    assert (str(stay.ends), stay.ended_by) == ("2021-05-25T16:09:00-04:00", "off")
    (stay,) = World().add(listed, stayed, lifted, vacated).history("acme").stays
    assert (str(stay.ends), stay.ended_by) == ("2021-04-01T12:00:00-04:00", "lift")


def test_a_stay_with_an_end_of_its_own_ends_then_at_the_latest() -> None:
    listed = act("on", LISTED, "2021-01-14", "acme")
    stayed = act("stay", ActKind.ENJOINED, "2021-03-12", "acme", stays="listing", ended_at="2021-03-26")
    vacated = act("off", VACATED, "2021-05-25", "acme")
    (stay,) = World().add(listed, stayed, vacated).history("acme").stays
    assert (str(stay.ends), stay.ended_by) == ("2021-03-26", None)


def test_a_withdrawn_removal_ends_no_stay() -> None:
    world = World().add(
        act("on", LISTED, "2021-01-14", "acme"),
        act("stay", ActKind.ENJOINED, "2021-03-12", "acme", stays="effects"),
        act("off", DELISTED, "2021-04-01", "acme"),
        act("back", ActKind.WITHDRAWN, "2021-04-02", parties=(), acts=("off",)),
    )
    (stay,) = world.history("acme").stays
    assert stay.ends is None


def test_an_act_upon_an_act_upon_a_listing_concerns_the_entry() -> None:
    """The lifting names the order, which names the listing, which names the company."""
    world = World().add(
        act("on", LISTED, "2021-01-14", "acme"),
        act("stay", ActKind.ENJOINED, "2021-03-12", parties=(), acts=("on",), stays="effects"),
        act("lift", ActKind.STAY_LIFTED, "2021-04-01", parties=(), acts=("stay",)),
    )
    (stay,) = world.history("acme").stays
    assert (stay.ended_by, str(stay.ends)) == ("lift", "2021-04-01")


def test_an_act_upon_a_listing_that_names_parties_concerns_those_alone() -> None:
    world = World().add(
        act("on", LISTED, "2021-01-14", "acme", "bolt"),
        act("off", VACATED, "2021-05-25", "acme", acts=("on",)),
    )
    assert told(world.history("bolt")) == ["2021-01-14 act to open"]


def test_the_acts_of_an_entry_come_in_order_of_effect() -> None:
    world = World().add(
        act("emptied", DELISTED, "2021-06-03", whole_list=True, parties=()),
        act("stay", ActKind.ENJOINED, "2021-03-12", parties=(), acts=("on",), stays="effects"),
        act("filed", ActKind.SUIT_FILED, "2021-01-29", "acme"),
        act("on", LISTED, "2021-01-14", "acme"),
    )
    assert [one.act_id for one in world.history("acme").acts] == ["on", "filed", "stay", "emptied"]


def test_the_names_of_every_act_are_kept_the_newest_first() -> None:
    old, new = Party("acme", "acme", (Name("Acme"),)), Party("acme", "acme", (Name("Acme Holding"),))
    world = World().add(
        act("on", LISTED, "2021-01-14", parties=(old,)),
        act("named", ActKind.AMENDED, "2021-02-01", parties=(new,)),
    )
    listing = world.history("acme").listing
    assert listing is not None
    assert [one.text for one in listing.names] == ["Acme Holding", "Acme"]
    early = world.history("acme", date(2021, 1, 20)).listing
    assert early is not None
    assert [one.text for one in early.names] == ["Acme"]


def test_an_act_dated_in_a_zone_of_its_own_counts_from_that_zones_midnight() -> None:
    world = World().add(act("on", LISTED, "2021-01-14", "acme", zone="Asia/Tokyo"))
    assert told(world.history("acme", at("2021-01-13 10:30"))) == ["2021-01-14 act to open"]
    assert told(world.history("acme", at("2021-01-13 09:30"))) == []


def test_the_state_of_an_entry_is_confirmed_to_the_newest_thing_said_of_its_list() -> None:
    world = World().add(issue("2021-01-10 16:00", entry(KEY)), issue("2021-01-20 16:00", entry(KEY)))
    assert world.history(KEY, date(2021, 1, 31)).confirmed_to == "2021-01-20"
    assert world.history(KEY, date(2021, 1, 20)).confirmed_to is None
    assert world.history(KEY, date(2021, 1, 15)).confirmed_to is None


def test_an_act_confirms_the_state_on_the_days_it_was_made_and_took_effect_and_on_no_other() -> None:
    announced = act("on", LISTED, "2021-01-14", "acme", effective_at="2021-03-01")
    world = World().add(announced)
    assert world.history("acme", date(2021, 1, 31)).confirmed_to == "2021-01-14"
    assert world.history("acme", date(2021, 3, 1)).confirmed_to is None
    assert world.history("acme", date(2021, 3, 9)).confirmed_to == "2021-03-01"


def test_a_moment_in_the_lists_zone_is_what_a_boundary_carries() -> None:
    (spell,) = World().add(issue("2021-01-20 16:00", KEY)).history(KEY).spells
    assert spell.start.moment == Moment(date(2021, 1, 20), at("2021-01-20 16:00"))
