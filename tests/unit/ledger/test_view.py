"""What a vantage sees: acts begun and public, editions public, after every correction recorded by the head."""

from datetime import date, datetime

import pytest

from fasti.model.act import ActKind
from fasti.model.entry import Coverage
from fasti.model.errors import LedgerError
from tests.unit.ledger.worlds import LIST, OTHER, World, act, at, claims, issue, told, withdraw

LISTED = ActKind.LISTED


def seen(world: World, as_of: date | datetime, known_at: date | datetime, head: int | None = None) -> list[str]:
    """Return the ids of the visible acts."""
    return [one.act_id for one in world.view(as_of, known_at, head).acts]


def test_an_act_counts_from_the_earlier_of_being_made_and_taking_effect() -> None:
    late = act("late", LISTED, "2021-01-14", "acme", effective_at="2021-02-01", public_at="2021-01-14")
    back = act("back", LISTED, "2021-01-14", "acme", effective_at="2021-01-01", public_at="2020-12-31")
    world = World().add(late, back)
    assert seen(world, date(2020, 12, 31), date(2026, 1, 1)) == []
    assert seen(world, date(2021, 1, 1), date(2026, 1, 1)) == ["back"]
    assert seen(world, date(2021, 1, 14), date(2026, 1, 1)) == ["back", "late"]


def test_acts_come_in_order_of_effect() -> None:
    world = World().add(
        act("b", LISTED, "2021-03-01", "acme"),
        act("c", LISTED, "2021-01-01", "acme", effective_at="2021-04-01"),
        act("a", LISTED, "2021-03-01", "acme"),
    )
    assert seen(world, date(2026, 1, 1), date(2026, 1, 1)) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("known_at", "public"),
    [
        (date(2021, 1, 19), False),
        (date(2021, 1, 20), True),
        (at("2021-01-20 23:59:58"), False),
        (at("2021-01-20 23:59:59"), True),
    ],
)
def test_a_bare_date_of_publication_counts_from_the_end_of_the_authoritys_day(
    known_at: date | datetime, *, public: bool
) -> None:
    world = World().add(act("on", LISTED, "2021-01-14", "acme", public_at="2021-01-20"))
    assert seen(world, date(2026, 1, 1), known_at) == (["on"] if public else [])


def test_a_clock_time_of_publication_counts_to_the_second() -> None:
    world = World().add(act("on", LISTED, "2021-01-14", "acme", public_at="2021-01-14T16:15:00-05:00"))
    assert seen(world, date(2026, 1, 1), at("2021-01-14 16:14:59")) == []
    assert seen(world, date(2026, 1, 1), at("2021-01-14 16:15")) == ["on"]


def test_an_unknown_publication_is_taken_to_be_the_acts_own_date() -> None:
    world = World().add(act("on", LISTED, "2021-01-14", "acme"))
    assert seen(world, date(2026, 1, 1), date(2021, 1, 13)) == []
    assert seen(world, date(2026, 1, 1), date(2021, 1, 14)) == ["on"]


def test_an_act_on_no_list_is_dated_in_its_own_zone() -> None:
    order = act("order", ActKind.RULE_MADE, "2021-01-13", list=None, zone="America/New_York")
    world = World().add(order)
    assert seen(world, at("2021-01-12 23:59:59"), date(2026, 1, 1)) == []
    assert seen(world, at("2021-01-13 00:00"), date(2026, 1, 1)) == ["order"]
    assert seen(world, date(2026, 1, 1), at("2021-01-13 20:00")) == []


def test_an_edition_is_visible_from_its_publication() -> None:
    world = World().add(issue("2021-01-20 16:00", "test:1"))
    assert told(world.history("test:1", date(2026, 1, 1), at("2021-01-20 15:59:59"))) == []
    assert told(world.history("test:1", date(2026, 1, 1), at("2021-01-20 16:00"))) != []


def test_an_edition_that_states_its_day_was_public_by_its_end_though_seen_later() -> None:
    world = World().add(issue("2021-06-01 16:00", "test:1", stated=date(2021, 1, 20)))
    (spell,) = world.history("test:1", date(2021, 1, 20), date(2021, 1, 20)).spells
    assert spell.start.by == at("2021-01-20 23:59:59")


def test_an_edition_that_states_a_later_day_than_it_was_seen_speaks_for_when_it_was_seen() -> None:
    (spell,) = World().add(issue("2021-01-20 16:00", "test:1", stated=date(2021, 1, 21))).history("test:1").spells
    assert spell.start.by == at("2021-01-20 16:00")


def test_the_head_cuts_the_log() -> None:
    world = World().add(act("on", LISTED, "2021-01-14", "acme"), act("off", ActKind.DELISTED, "2021-02-01", "acme"))
    assert told(world.history("acme", head=1)) == ["2021-01-14 act to open"]
    assert told(world.history("acme", head=2)) == ["2021-01-14 act to 2021-02-01 act"]
    assert world.view(head=1).head[0] == 1


def test_a_correction_replaces_an_act_at_every_vantage_recorded_after_it() -> None:
    """Corrections are not cut by what was public: what was never so was never known."""
    wrong = act("on", LISTED, "2021-01-15", "acme")
    world = World().add(wrong, withdraw("on", act("on", LISTED, "2021-01-14", "acme")))
    assert told(world.history("acme", date(2021, 1, 20), date(2021, 1, 20))) == ["2021-01-14 act to open"]
    assert told(world.history("acme", date(2021, 1, 20), date(2021, 1, 20), head=1)) == ["2021-01-15 act to open"]
    assert world.view().corrected == {"on": wrong}


def test_a_correction_without_a_replacement_removes_an_act() -> None:
    world = World().add(act("on", LISTED, "2021-01-14", "acme"), withdraw("on"))
    assert told(world.history("acme")) == []


def test_a_correction_may_give_another_id_and_be_corrected_itself() -> None:
    world = World().add(
        act("on", LISTED, "2021-01-14", "acme"),
        withdraw("on", act("better", LISTED, "2021-01-15", "acme")),
        withdraw("better", act("best", LISTED, "2021-01-16", "acme")),
    )
    assert [one.act_id for one in world.view().acts] == ["best"]


def test_the_last_of_several_corrections_stands() -> None:
    world = World().add(
        act("on", LISTED, "2021-01-14", "acme"),
        withdraw("on", act("on", LISTED, "2021-01-15", "acme")),
        withdraw("on", act("on", LISTED, "2021-01-16", "acme")),
    )
    assert told(world.history("acme")) == ["2021-01-16 act to open"]


def test_a_corrected_edition_is_gone() -> None:
    edition, parts = issue("2021-01-20 16:00", "test:1")
    world = World().add((edition, parts), withdraw(edition.edition_id))
    assert told(world.history("test:1")) == []
    assert world.view().admissions == {}
    assert told(world.history("test:1", head=1)) != []


def test_the_newest_claim_counts_whatever_the_order_of_recording() -> None:
    old, new = (claims(number, Coverage(LIST, "2020-01-01", f"202{number}-01-01", "read")) for number in (1, 2))
    for ones in ((old, new), (new, old)):
        view = World().add(*ones).view()
        assert view.coverage[LIST].complete_to == "2022-01-01"
        assert view.chronicle.startswith("chronicle@2")


def test_a_list_that_the_newest_claim_leaves_out_keeps_its_older_one() -> None:
    world = World().add(
        claims(1, Coverage(LIST, "2020-01-01", "2021-01-01", "read")), claims(2, Coverage(OTHER, None, None, "in part"))
    )
    assert sorted(world.view().coverage) == [OTHER, LIST]


def test_a_corrected_chronicle_edition_claims_nothing() -> None:
    edition = claims(1, Coverage(LIST, "2020-01-01", "2021-01-01", "read"))
    assert World().add(edition, withdraw(edition.edition_id)).view().coverage == {}


def test_an_act_recorded_twice_under_one_id_stands_as_first_public_and_the_defect_is_said() -> None:
    first = act("on", LISTED, "2021-01-14", "acme", title="As it was")
    second = act("on", LISTED, "2021-01-14", "acme", title="As it was later", public_at="2021-03-01")
    for ones in ((first, second), (second, first)):
        view = World().add(*ones).view()
        assert [one.title for one in view.acts] == ["As it was"]
        assert [one.code for one in view.problems] == ["act_recorded_twice"]


def test_an_edition_of_a_source_that_this_version_does_not_know_stops_with_a_sentence() -> None:
    world = World().add(issue("2021-01-20 16:00", "test:1", series="unknown/csv"))
    with pytest.raises(LedgerError, match=r"unknown/csv.*newer version"):
        world.view()


def test_an_empty_log_is_a_view_of_nothing() -> None:
    view = World().view()
    assert (view.acts, view.admissions, view.head, view.chronicle) == ((), {}, (0, ""), "")
