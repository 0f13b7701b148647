"""Which version of a rule stands, for whom it is made, and what the vantage must not see."""

from dataclasses import replace
from datetime import date

import pytest

from fasti.model.act import Act, ActKind
from fasti.model.conduct import Conduct
from fasti.regimes.formula import Formula
from fasti.regimes.rule import Reach, Rule, Suspension
from tests.unit.ledger.worlds import LIST, NEW_YORK, OTHER, World, act, at, entry, issue
from tests.unit.regimes.lawbook import (
    AT_ONCE,
    PURCHASE,
    ask,
    book,
    case,
    company,
    effect,
    listed,
    made,
    standing,
    version,
)

TWO = book(
    version("v1", "law", case(), ended_by="amended"),
    version("v2", "amended", case(), ended_by="replaced"),
)
AMENDED = made("amended", "2021-03-01")
REPLACED = made("replaced", "2021-06-03T17:00:00-04:00")


def which(world: World, as_of: date, **said: object) -> tuple[str, str, str | None]:
    """Return version, status and end of the ban."""
    found = effect(world, as_of, law=TWO, **said)
    assert found.rule is not None
    return found.rule.rpartition("/")[2], found.status, found.until


def test_the_version_that_stands_is_the_one_in_force_at_the_vantage() -> None:
    world = company(AMENDED, REPLACED)
    assert which(world, date(2021, 2, 28)) == ("v1", "in_force", None)
    assert which(world, date(2021, 3, 1)) == ("v2", "in_force", None)
    assert which(world, date(2021, 6, 3)) == ("v2", "in_force", "2021-06-03T17:00:00-04:00")
    assert which(world, date(2021, 6, 4)) == ("v2", "ended", "2021-06-03T17:00:00-04:00")


def test_the_effect_begins_with_the_first_version_not_with_its_amendment() -> None:
    assert effect(company(AMENDED), date(2021, 4, 1), law=TWO).from_ == "2021-01-14"


def test_for_a_listing_that_ended_the_version_is_the_last_that_stood_while_it_lasted() -> None:
    gone = act("off", ActKind.DELISTED, "2021-02-01", "acme")
    assert which(company(AMENDED, REPLACED, gone), date(2021, 12, 31)) == ("v1", "ended", "2021-02-01")
    later = act("off", ActKind.DELISTED, "2021-04-01", "acme")
    assert which(company(AMENDED, REPLACED, later), date(2021, 12, 31)) == ("v2", "ended", "2021-04-01")


def test_a_version_made_later_than_was_known_is_not_seen() -> None:
    known = {"known_at": date(2021, 2, 28)}
    assert which(company(AMENDED, REPLACED), date(2021, 12, 31), **known) == ("v1", "in_force", None)


def test_a_listing_after_the_law_ended_has_no_effect_under_it() -> None:
    world = World().add(made(), AMENDED, REPLACED, listed("2021-07-01"))
    assert standing(world, date(2021, 7, 2), law=TWO).effects == ()


def test_a_version_is_made_at_midnight_of_its_own_zone() -> None:
    """On the evening before, in New York, the amendment was not law, although it was the next day in Greenwich."""
    world = company(AMENDED)
    assert effect(world, at("2021-02-28 23:00"), law=TWO).rule == "test.law.purchase/v1"
    assert effect(world, at("2021-03-01 00:00"), law=TWO).rule == "test.law.purchase/v2"
    assert AMENDED.zone == NEW_YORK


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        ({"named_in": "law"}, False),
        ({"named_in": "on"}, True),
        ({"named_in": "unknown"}, False),
        ({"basis": ("",)}, True),
        ({"basis": ("SDGT",)}, False),
        ({"listed_from": "2021-01-14"}, True),
        ({"listed_from": "2021-01-15"}, False),
        ({"listed_before": "2021-01-15"}, True),
        ({"listed_before": "2021-01-14"}, False),
        ({"unless_listed_on": OTHER}, True),
        ({"listed_from": "2021-01-01", "listed_before": "2021-01-10"}, False),
    ],
)
def test_a_case_holds_if_every_condition_does(when: dict[str, object], *, holds: bool) -> None:
    found = standing(company(), law=book(version(case=case(AT_ONCE, **when)))).effects
    assert bool(found) is holds


def test_the_first_case_that_fits_is_taken() -> None:
    annex, rest = case(Formula(on="2021-02-01"), named_in="on"), case(Formula(on="2021-03-01"))
    law = book(replace(version(), cases=(annex, rest)))
    assert effect(company(), law=law).from_ == "2021-02-01"
    assert effect(World().add(made(), listed(act_id="other")), law=law).from_ == "2021-03-01"


def test_a_row_that_repeats_another_lists_entry_has_no_effect_of_its_own() -> None:
    law = book(version(case=case(unless_listed_on=OTHER)))
    world = company(listed("2020-12-01", list=OTHER, act_id="first"))
    assert standing(world, date(2021, 2, 1), law=law).effects == ()


def test_a_listing_elsewhere_after_the_vantage_is_not_looked_at() -> None:
    """On 1 February nobody could tell that the company would be on the other list by March."""
    law = book(version(case=case(unless_listed_on=OTHER)))
    world = World().add(made(), listed(key="test:1"))
    world.add(issue("2021-02-01 16:00", lists=(OTHER,)))
    world.add(issue("2021-03-01 16:00", entry("test:1", lists=(OTHER,)), lists=(OTHER,)))
    assert [one.status for one in standing(world, date(2021, 2, 10), key="test:1", law=law).effects] == ["in_force"]
    assert standing(world, date(2021, 3, 10), key="test:1", law=law).effects == ()


def test_each_rule_of_a_regime_speaks_for_itself() -> None:
    sale = Rule(
        "sale", Conduct.SALE, "its shares", PURCHASE.bound, "the ban on sales", (version("v2", "amended", case()),)
    )
    law = book(version(case=case()), others=(sale,))
    assert [one.act for one in standing(company(), date(2021, 2, 1), law=law).effects] == ["purchase"]
    found = standing(company(AMENDED), date(2021, 4, 1), law=law).effects
    assert [(one.act, one.from_) for one in found] == [("purchase", "2021-01-14"), ("sale", "2021-03-01")]


def test_a_rule_that_does_not_reach_the_list_says_nothing_of_it() -> None:
    world = company(listed("2020-12-01", list=OTHER, act_id="first"))
    found = {
        one.list: [each.status for each in one.effects] for one in ask(world, law=book(version(case=case()))).standings
    }
    assert found == {LIST: ["in_force"], OTHER: ["not_modelled"]}


def test_a_programme_s_own_instrument_is_taken_before_the_general_one() -> None:
    """Without one of its own, a programme falls under the version that names no basis."""
    law = book(version("general", case=case()), version("own", case=case(), basis=("PROG",)))
    assert effect(World().add(made(), listed()), date(2021, 2, 1), law=law).rule == "test.law.purchase/general"
    own = World().add(made(), issue("2021-01-14 16:00", entry("test:1", "PROG")))
    assert effect(own, date(2021, 2, 1), law=law, key="test:1").rule == "test.law.purchase/own"


def test_two_programmes_give_two_effects_each_by_its_own_instrument() -> None:
    law = book(version("a", case=case(), basis=("A",)), version("b", case=case(), basis=("B",)))
    both = World().add(made(), issue("2021-01-14 16:00", entry("test:1", "A", "B")))
    found = standing(both, date(2021, 2, 1), law=law, key="test:1").effects
    assert [one.rule for one in found] == ["test.law.purchase/a", "test.law.purchase/b"]


def suspended(act_id: str = "paused", on: str = "2021-03-01", **said: object) -> Act:
    """Return an act that suspends the rule."""
    return replace(made(act_id, on, **said), kind=ActKind.RULE_SUSPENDED)


PAUSED = book(version(case=case(), suspensions=(Suspension("paused"), Suspension("paused_again", "resumed"))))


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        (date(2021, 2, 28), "in_force"),
        (date(2021, 3, 1), "suspended"),
        (date(2021, 5, 31), "suspended"),
        (date(2021, 6, 1), "in_force"),
    ],
    ids=str,
)
def test_a_suspended_version_comes_back_at_the_stated_end(as_of: date, status: str) -> None:
    world = company(suspended(ended_at="2021-06-01"))
    assert effect(world, as_of, law=PAUSED, known_at=as_of).status == status


def test_a_suspension_may_be_repeated_lifted_and_unknown() -> None:
    world = company(
        suspended(ended_at="2021-06-01"),
        suspended("paused_again", "2021-05-20"),
        made("resumed", "2021-09-01"),
    )
    for as_of, status in ((date(2021, 7, 1), "suspended"), (date(2021, 9, 1), "in_force")):
        assert effect(world, as_of, law=PAUSED).status == status
    assert effect(world, date(2021, 6, 15), law=PAUSED, known_at=date(2021, 5, 19)).status == "in_force"
    assert effect(company(), date(2021, 4, 1), law=PAUSED).status == "in_force"


def test_a_rule_on_what_a_party_owns_says_nothing_of_the_party() -> None:
    rule = replace(PURCHASE, rule_id="owned", reach=Reach.OWNED)
    effects = standing(company(), date(2021, 4, 1), law=book(others=(rule,))).effects
    assert [one.rule for one in effects] == ["test.law.purchase/v1"]
