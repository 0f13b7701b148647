"""The listing status at an instant, the spells that speak, and what lies between two editions."""

from datetime import date, datetime

import pytest

from fasti.model.act import ActKind, Party
from fasti.model.identity import Name
from fasti.regimes.selecting import Selection, select
from tests.unit.ledger.worlds import LATER, World, act, at, entry, issue

LISTED, DELISTED, VACATED = ActKind.LISTED, ActKind.DELISTED, ActKind.VACATED
KEY = "test:1"
ON = act("on", LISTED, "2021-01-14", "acme")
OFF = act("off", VACATED, "2021-05-25T16:09:00-04:00", "acme")


def selected(world: World, as_of: date | datetime, key: str = "acme", *, covered: bool = True) -> Selection:
    """Select at a vantage that knows everything."""
    instant = world.view(as_of).at("test_list")
    return select([world.history(key, as_of)], instant, covered=covered)


def status(world: World, as_of: date | datetime, key: str = "acme") -> str:
    """Return the listing status."""
    return selected(world, as_of, key).status.value


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2021, 1, 13), "not_found"),
        (at("2021-01-13 23:59:59"), "not_found"),
        (at("2021-01-14 00:00"), "listed"),
        (date(2021, 1, 14), "listed"),
        (at("2021-05-25 16:08:59"), "listed"),
        (at("2021-05-25 16:09"), "ended"),
        (date(2021, 5, 25), "ended"),
        (date(2030, 1, 1), "ended"),
    ],
)
def test_a_spell_is_closed_open(as_of: date | datetime, expected: str) -> None:
    """A date asks for the end of that day in the list's zone."""
    assert status(World().add(ON, OFF), as_of) == expected


def test_silence_is_absence_only_where_the_list_is_covered() -> None:
    assert selected(World(), LATER, covered=True).status == "not_found"
    assert selected(World(), LATER, covered=False).status == "not_covered"


def test_announced_until_it_takes_effect() -> None:
    world = World().add(act("on", LISTED, "2021-01-14", "acme", effective_at="2021-02-01"))
    assert [status(world, date(2021, 1, day)) for day in (13, 14, 31)] == ["not_found", "announced", "announced"]
    assert status(world, date(2021, 2, 1)) == "listed"
    coming = selected(world, date(2021, 1, 20))
    assert [str(spell.start.moment) for _, spell in coming.current] == ["2021-02-01"]
    assert coming.deciding is not None
    assert coming.deciding.act_id == "on"


def test_an_announcement_alone_is_announced_and_one_taken_back_is_withdrawn() -> None:
    world = World().add(act("plan", ActKind.ANNOUNCED, "2025-02-13", "acme"))
    assert status(world, date(2025, 2, 13)) == "announced"
    world.add(act("back", ActKind.WITHDRAWN, "2025-02-14", parties=(), acts=("plan",)))
    assert status(world, date(2025, 2, 13)) == "announced"
    found = selected(world, date(2025, 2, 14))
    assert (found.status, found.current, found.deciding and found.deciding.act_id) == ("withdrawn", (), "back")


def test_a_withdrawn_listing_is_withdrawn() -> None:
    world = World().add(
        act("on", LISTED, "2025-02-13", "acme", effective_at="2025-02-20"),
        act("back", ActKind.WITHDRAWN, "2025-02-14", parties=(), acts=("on",)),
    )
    assert [status(world, date(2025, 2, day)) for day in (13, 14, 25)] == ["announced", "withdrawn", "withdrawn"]


def test_a_withdrawal_of_something_new_does_not_hide_that_it_is_listed() -> None:
    world = World().add(
        ON,
        act("plan", ActKind.ANNOUNCED, "2021-02-13", "acme"),
        act("back", ActKind.WITHDRAWN, "2021-02-14", parties=(), acts=("plan",)),
    )
    assert status(world, date(2021, 2, 20)) == "listed"


@pytest.mark.parametrize(("made", "expected"), [("2021-05-20", "ended"), ("2021-06-20", "announced")])
def test_an_announcement_speaks_if_it_is_newer_than_the_last_end(made: str, expected: str) -> None:
    world = World().add(ON, OFF, act("plan", ActKind.ANNOUNCED, made, "acme"))
    assert status(world, date(2021, 7, 1)) == expected


@pytest.mark.parametrize(("stays", "expected"), [("listing", "suspended"), ("effects", "listed")])
def test_an_order_that_stays_the_listing_suspends_it_and_one_that_stays_its_effects_does_not(
    stays: str, expected: str
) -> None:
    world = World().add(ON, act("stay", ActKind.ENJOINED, "2021-03-12", "acme", stays=stays), OFF)
    assert status(world, date(2021, 3, 11)) == "listed"
    found = selected(world, date(2021, 3, 12))
    assert (found.status, found.stay and found.stay.act_id) == (expected, "stay")
    assert (status(world, date(2021, 5, 25)), selected(world, date(2021, 5, 25)).stay) == ("ended", None)


def test_of_two_orders_the_one_that_stays_the_listing_decides() -> None:
    world = World().add(
        ON,
        act("effects", ActKind.ENJOINED, "2021-03-12", "acme", stays="effects"),
        act("listing", ActKind.ENJOINED, "2021-03-20", "acme", stays="listing"),
    )
    found = selected(world, date(2021, 4, 1))
    assert (found.status, found.stay and found.stay.act_id) == ("suspended", "listing")


def test_an_order_on_one_of_a_partys_entries_stays_the_party() -> None:
    world = World().add(
        act("stay", ActKind.ENJOINED, "2021-03-12", "acme", stays="listing"), issue("2021-01-20 16:00", KEY)
    )
    histories = [world.history(KEY), world.history("acme")]
    assert select(histories, at("2021-04-01 12:00"), covered=True).status == "suspended"


def test_several_spells_may_speak_at_once() -> None:
    world = World().add(
        issue("2021-01-10 16:00", entry(KEY, "SDGT")),
        issue("2021-01-20 16:00", entry(KEY, "SDGT", "IFSR")),
        issue("2021-01-30 16:00", entry(KEY, "IFSR")),
    )
    bases = [
        [spell.legal_basis for _, spell in selected(world, date(2021, 1, day), KEY).current] for day in (15, 25, 31)
    ]
    assert bases == [["SDGT"], ["SDGT", "IFSR"], ["IFSR"]]


def test_an_end_after_the_vantage_is_left_open() -> None:
    """Whoever asks about 1 February gets the listing as it ran, not as it was to end."""
    (placed,) = selected(World().add(ON, OFF), date(2021, 2, 1)).past
    assert placed[1].end is None


def test_after_several_ends_the_last_one_speaks() -> None:
    world = World().add(
        ON, OFF, act("again", LISTED, "2021-08-01", "acme"), act("gone", DELISTED, "2021-09-01", "acme")
    )
    found = selected(world, LATER)
    assert (found.status, found.deciding and found.deciding.act_id, len(found.past)) == ("ended", "gone", 2)
    assert [str(spell.end and spell.end.moment) for _, spell in found.current] == ["2021-09-01"]


def test_between_two_editions_that_differ_the_answer_says_so() -> None:
    world = World().add(issue("2021-01-10 16:00"), issue("2021-01-20 16:00", KEY), issue("2021-01-30 16:00"))
    came = selected(world, date(2021, 1, 15), KEY)
    assert came.between is not None
    assert (came.status, came.between.after, came.between.before) == (
        "not_found",
        "2021-01-10T16:00:00-05:00",
        "2021-01-20T16:00:00-05:00",
    )
    gone = selected(world, date(2021, 1, 25), KEY)
    assert gone.between is not None
    assert (gone.status, gone.between.says) == (
        "listed",
        "the edition of 2021-01-20 and the next one held, of 2021-01-30, differ: the latter no longer has it",
    )


@pytest.mark.parametrize("instant", ["2021-01-10 16:00", "2021-01-20 16:00"])
def test_at_an_edition_itself_nothing_lies_between(instant: str) -> None:
    world = World().add(issue("2021-01-10 16:00"), issue("2021-01-20 16:00", KEY))
    assert selected(world, at(instant), KEY).between is None


def test_an_act_that_fixes_the_date_leaves_nothing_between() -> None:
    world = World().add(issue("2021-01-10 16:00"), issue("2021-01-20 16:00", KEY), act("on", LISTED, "2021-01-14", KEY))
    assert selected(world, date(2021, 1, 16), KEY).between is None


def test_a_party_may_stand_on_a_list_twice() -> None:
    """The entry misprinted ended the day the right one began: the party is listed, since that day."""
    old, new = (Party(key, "luokung", (Name(key),)) for key in ("luokong", "luokung"))
    world = World().add(
        act("on", LISTED, "2021-01-14", parties=(old,)),
        act("off", DELISTED, "2021-03-08", parties=(old,)),
        act("again", LISTED, "2021-03-08", parties=(new,)),
    )
    histories = [world.history("luokong"), world.history("luokung")]
    found = select(histories, at("2021-03-08 12:00"), covered=True)
    assert (found.status, [(one.key, str(spell.start.moment)) for one, spell in found.current]) == (
        "listed",
        [("luokung", "2021-03-08")],
    )
