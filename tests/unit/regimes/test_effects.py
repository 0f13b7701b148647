"""The status of an effect: the first that holds, in order; on a day, the strictest, with what changed within it."""

from datetime import date, datetime

import pytest

from fasti.model.act import ActKind, Confidence
from fasti.model.entry import Decision
from fasti.model.standing import Effect
from fasti.regimes.formula import Formula
from fasti.regimes.question import Question
from fasti.regimes.rule import Case
from tests.unit.ledger.worlds import LIST, World, act, at, entry, issue
from tests.unit.regimes.lawbook import (
    AFTER_60,
    AT_ONCE,
    HIGH,
    V1,
    book,
    company,
    effect,
    grant,
    listed,
    made,
    standing,
    version,
)

STAY = act("stay", ActKind.ENJOINED, "2021-03-12", "acme", stays="effects")
VACATED = act("off", ActKind.VACATED, "2021-05-25T16:09:00-04:00", "acme")


def status(world: World, as_of: date | datetime) -> str:
    """Return the status of the ban."""
    return effect(world, as_of).status


def test_pending_until_the_instant_it_begins() -> None:
    world = company()
    assert status(world, date(2021, 1, 14)) == "pending"
    assert status(world, at("2021-03-15 09:29:59")) == "pending"
    assert status(world, at("2021-03-15 09:30")) == "in_force"
    assert effect(world, date(2021, 3, 14)).from_ == "2021-03-15T09:30:00-04:00"


def test_on_the_day_it_begins_it_is_in_force_and_the_change_is_told() -> None:
    found = effect(company(), date(2021, 3, 15))
    assert found.status == "in_force"
    assert [(one.at, one.status) for one in found.changes] == [("2021-03-15T09:30:00-04:00", "in_force")]
    assert effect(company(), date(2021, 3, 16)).changes == ()


def test_a_stay_before_the_start_suspends_rather_than_leaves_pending() -> None:
    world = company(STAY)
    assert status(world, date(2021, 3, 11)) == "pending"
    assert [status(world, date(2021, 3, day)) for day in (12, 14, 15, 16)] == ["suspended"] * 4


def test_ended_before_ever_in_force_it_is_moot() -> None:
    world = company(STAY, VACATED)
    assert status(world, at("2021-05-25 16:08:59")) == "suspended"
    assert status(world, at("2021-05-25 16:09")) == "moot"
    assert status(company(VACATED), date(2021, 5, 26)) == "ended"
    early = company(act("off", ActKind.DELISTED, "2021-03-15T09:30:00-04:00", "acme"))
    assert status(early, date(2021, 3, 16)) == "moot"


def test_on_the_day_it_ends_the_strictest_status_stands_and_the_end_is_told() -> None:
    found = effect(company(VACATED), date(2021, 5, 25))
    assert (found.status, found.until) == ("in_force", "2021-05-25T16:09:00-04:00")
    assert [(one.at, one.status) for one in found.changes] == [("2021-05-25T16:09:00-04:00", "ended")]
    stayed = effect(company(STAY, VACATED), date(2021, 5, 25))
    assert (stayed.status, [one.status for one in stayed.changes]) == ("suspended", ["moot"])


def test_in_force_for_a_time_between_two_stays_it_is_ended_not_moot() -> None:
    lifted = act("lift", ActKind.STAY_LIFTED, "2021-04-01", acts=("stay",), parties=())
    assert status(company(STAY, lifted), date(2021, 4, 1)) == "in_force"
    assert status(company(STAY, lifted, VACATED), date(2021, 6, 1)) == "ended"


def test_a_day_with_a_stay_and_its_lifting_shows_the_strictest() -> None:
    """In force for an hour of the day means in force on that day."""
    stay = act("stay", ActKind.ENJOINED, "2021-04-01T10:00:00-04:00", "acme", stays="effects")
    found = effect(company(stay), date(2021, 4, 1))
    assert (found.status, [(one.at, one.status) for one in found.changes]) == (
        "in_force",
        [("2021-04-01T10:00:00-04:00", "suspended")],
    )


def test_past_the_date_to_which_the_rule_is_confirmed_it_is_unconfirmed() -> None:
    law = book(version(confirmed_to="2021-06-30"))
    assert effect(company(), date(2021, 6, 30), law=law).status == "in_force"
    assert effect(company(), date(2021, 7, 1), law=law).status == "unconfirmed"
    assert (
        effect(company(act("s", ActKind.ENJOINED, "2021-03-12", "acme")), date(2021, 7, 1), law=law).status
        == "suspended"
    )


def test_unconfirmed_comes_before_licensed() -> None:
    law = book(version(confirmed_to="2021-06-30"))
    assert effect(company(grant("gl", "2021-02-01", whole=True)), date(2021, 7, 1), law=law).status == "unconfirmed"


def test_a_rule_that_its_own_terms_end_has_ended() -> None:
    law = book(version(case=Case("listed", AFTER_60, end=Formula(on="2021-06-03"))))
    assert effect(company(), date(2021, 6, 2), law=law).status == "in_force"
    assert effect(company(), at("2021-06-03 00:00"), law=law).status == "ended"
    assert effect(company(), date(2021, 6, 3), law=law).until == "2021-06-03"


@pytest.mark.parametrize(
    ("listing", "start", "made_on", "begins"),
    [
        ("2021-01-14", AFTER_60, "2020-11-12", "2021-03-15T09:30:00-04:00"),
        ("2021-01-14", AT_ONCE, "2020-11-12", "2021-01-14"),
        ("2021-01-14", AT_ONCE, "2021-02-01", "2021-02-01"),
        ("2021-01-14", Formula(on="2020-12-31"), "2020-11-12", "2021-01-14"),
        ("2019-05-16T16:15:00-04:00", AT_ONCE, "2018-01-01", "2019-05-16T16:15:00-04:00"),
    ],
)
def test_it_begins_with_the_latest_of_case_listing_and_law(
    listing: str, start: Formula, made_on: str, begins: str
) -> None:
    world = World().add(made(on=made_on), listed(listing))
    assert effect(world, law=book(version(case=Case("listed", start)))).from_ == begins


def test_the_other_reading_of_the_clock_is_shown_where_it_differs() -> None:
    (other,) = effect(company(), date(2021, 3, 15)).alternatives
    assert (other.policy, other.from_) == ("us.clock=literal", "2021-03-15T10:30:00-04:00")
    winter = World().add(made(), listed("2020-11-13"))
    assert effect(winter, date(2021, 1, 12)).alternatives == ()
    literal = effect(company(), at("2021-03-15 10:00"), question=Question(clock="literal"))
    assert (literal.status, literal.from_) == ("pending", "2021-03-15T10:30:00-04:00")
    assert literal.alternatives[0].policy == "us.clock=wall"


def test_another_reading_of_a_clock_that_does_not_decide_the_start_is_not_shown() -> None:
    """The rule's printed hour was past when the company was listed."""
    law = book(version(case=Case("listed", Formula(on="2020-08-02", clock="09:30", zone="EST"))))
    assert effect(company(), law=law).alternatives == ()


def test_confidence_is_the_weaker_of_rule_and_listing() -> None:
    law = book(version(confidence=HIGH, primary_read=True))
    sure = World().add(made(), listed(confidence=HIGH))
    assert effect(sure, law=law).confidence == "high"
    assert effect(sure).confidence == "med"
    assert effect(World().add(made(), listed(confidence=Confidence.LOW)), law=law).confidence == "low"


def test_what_the_answer_says_of_an_effect() -> None:
    found: Effect = effect(company(), date(2021, 3, 16))
    assert (found.regime, found.act, found.object, found.bound) == (
        "test.law",
        "purchase",
        "its securities",
        ("us-person",),
    )
    assert (found.rule, found.citation, found.time_text) == (
        "test.law.purchase/v1",
        "Order 1 s.1",
        "9:30 a.m. eastern standard time, 60 days after",
    )


def test_the_same_rule_through_two_legal_bases_is_one_effect_the_strictest_and_earliest() -> None:
    world = World().add(made(), issue("2021-01-14 16:00", entry("test:1", "A")))
    world.add(issue("2021-04-01 16:00", entry("test:1", "A", "B")))
    found = effect(world, date(2021, 4, 2), key="test:1")
    assert (found.status, found.from_) == ("in_force", "2021-03-15T09:30:00-04:00")


def test_on_the_day_of_a_relisting_what_bound_in_the_morning_is_told_beside_what_is_to_come() -> None:
    world = company(
        act("off", ActKind.DELISTED, "2021-06-01T10:00:00-04:00", "acme"),
        listed("2021-06-01T16:00:00-04:00", act_id="again"),
    )
    morning, coming = standing(world, date(2021, 6, 1)).effects
    assert (morning.status, morning.until) == ("in_force", "2021-06-01T10:00:00-04:00")
    assert [(one.at, one.status) for one in morning.changes] == [("2021-06-01T10:00:00-04:00", "ended")]
    assert (coming.status, coming.from_) == ("pending", "2021-07-31T09:30:00-04:00")
    assert effect(world, at("2021-06-01 12:00")).status == "ended"
    assert effect(world, date(2021, 6, 2)).status == "pending"


def test_on_the_day_of_a_relisting_what_bound_nobody_that_day_is_not_told_again() -> None:
    """An erratum: both clocks restart, and the first had not run out."""
    world = company(act("off", ActKind.DELISTED, "2021-03-08", "acme"), listed("2021-03-08", act_id="again"))
    assert effect(world, date(2021, 3, 8)).from_ == "2021-05-07T09:30:00-04:00"


def test_an_order_that_stays_one_evidence_of_the_listing_stays_the_other_too() -> None:
    """The injunction names the company's entry in the chronicle; the file has it under a number of its own."""
    same = Decision("same_as", ("test:7", "test_list/acme"), "a person", "one company")
    world = company(STAY).add(issue("2021-01-20 16:00", entry("test:7", name="Acme")), same)
    found = standing(world, date(2021, 4, 1), key="test:7")
    assert (found.stayed_by, [one.status for one in found.effects]) == ("stay", ["suspended"])


def test_a_list_without_law_in_the_rulebook_is_not_modelled_and_one_without_a_standing_version_has_no_effect() -> None:
    other = book(version(lists=("other_list",)))
    (found,) = standing(company(), law=other).effects
    assert (found.status, found.act, found.rule) == ("not_modelled", None, None)
    assert standing(World().add(listed())).effects == ()


def test_every_version_of_the_authored_law_reaches_the_list() -> None:
    assert V1.lists == (LIST,)
