"""Licences: a whole one lifts the effect, a narrower one stands in the exceptions; chains are stretched and cut."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from fasti.model.act import ActKind
from fasti.model.standing import ExceptionView
from fasti.regimes.formula import Formula
from fasti.regimes.rule import Exemption
from tests.unit.ledger.worlds import World, act, at, issue
from tests.unit.regimes.lawbook import book, company, effect, grant, listed, made, standing, version

AMENDED, OVER = ActKind.LICENCE_AMENDED, ActKind.LICENCE_ENDED


def statuses(world: World, *days: date | datetime) -> list[str]:
    """Return the status of the ban on days."""
    return [effect(world, day).status for day in days]


def exception(world: World, as_of: date | datetime) -> ExceptionView:
    """Return the one exception of the ban."""
    (found,) = effect(world, as_of).exceptions
    return found


def test_a_licence_that_covers_the_whole_act_lifts_it_while_it_lasts() -> None:
    world = company(grant("gl", "2021-04-01", whole=True, ended_at="2021-05-01"))
    days = (date(2021, 3, 31), date(2021, 4, 1), at("2021-04-30 23:59:59"), at("2021-05-01 00:00"))
    assert statuses(world, *days) == ["in_force", "licensed", "licensed", "in_force"]
    assert effect(world, date(2021, 4, 2)).exceptions == ()


def test_a_narrower_licence_leaves_it_in_force_and_is_named() -> None:
    world = company(grant("gl", "2021-04-01", ended_at="2021-05-01"))
    found = exception(world, date(2021, 4, 2))
    assert effect(world, date(2021, 4, 2)).status == "in_force"
    assert (found.kind, found.name, found.scope, found.from_, found.until, found.status) == (
        "licence",
        "GL 1",
        "gl's scope",
        "2021-04-01",
        "2021-05-01",
        "in_force",
    )
    assert exception(world, date(2021, 5, 1)).status == "ended"


def test_a_licence_made_and_not_yet_effective_is_pending() -> None:
    world = company(grant("gl", "2021-04-01", effective_at="2021-04-15"))
    assert effect(world, date(2021, 3, 31)).exceptions == ()
    assert exception(world, date(2021, 4, 1)).status == "pending"


def test_extensions_stretch_a_licence() -> None:
    world = company(
        grant("gl", "2021-04-01", ended_at="2021-05-01"),
        grant("gl-1a", "2021-04-20", kind=AMENDED, ended_at="2021-08-01"),
        grant("gl-1b", "2021-07-20", kind=AMENDED, ended_at="2021-11-01"),
    )
    assert (exception(world, date(2021, 4, 10)).until, exception(world, date(2021, 4, 10)).scope) == (
        "2021-05-01",
        "gl's scope",
    )
    found = exception(world, date(2021, 9, 1))
    assert (found.from_, found.until, found.status, found.scope) == (
        "2021-04-01",
        "2021-11-01",
        "in_force",
        "gl-1b's scope",
    )


def test_an_end_cuts_a_licence_short() -> None:
    over = grant("over", "2021-06-01", kind=OVER, acts=("gl",))
    world = company(grant("gl", "2021-04-01", whole=True, ended_at="2021-11-01"), over)
    assert statuses(world, date(2021, 5, 31), at("2021-06-01 00:00")) == ["licensed", "in_force"]


def test_a_licence_granted_again_after_its_end_runs_again_and_not_between() -> None:
    world = company(
        grant("gl", "2021-04-01", whole=True),
        grant("over", "2021-06-01", kind=OVER, acts=("gl",)),
        grant("again", "2021-08-01", whole=True, ended_at="2021-09-01"),
    )
    days = (date(2021, 5, 1), date(2021, 7, 1), date(2021, 8, 2), date(2021, 9, 2))
    assert statuses(world, *days) == ["licensed", "in_force", "licensed", "in_force"]


def test_a_renewal_that_comes_after_the_expiry_leaves_a_gap() -> None:
    world = company(
        grant("gl", "2021-04-01", whole=True, ended_at="2021-05-01"),
        grant("late", "2021-05-20", whole=True, kind=AMENDED, ended_at="2021-06-20"),
    )
    days = (date(2021, 4, 10), date(2021, 5, 10), date(2021, 5, 20), date(2021, 6, 20))
    assert statuses(world, *days) == ["licensed", "in_force", "licensed", "in_force"]


def test_a_licence_narrowed_covers_the_whole_act_only_until_then() -> None:
    world = company(
        grant("gl", "2021-04-01", whole=True, ended_at="2021-12-01"),
        grant("narrow", "2021-06-01", kind=AMENDED, ended_at="2021-12-01"),
    )
    assert statuses(world, at("2021-05-31 12:00"), at("2021-06-01 12:00")) == ["licensed", "in_force"]
    assert exception(world, date(2021, 6, 2)).scope == "narrow's scope"


def test_what_is_made_ahead_of_its_effect_changes_nothing_before() -> None:
    world = company(
        grant("gl", "2021-04-01", whole=True, ended_at="2021-05-01"),
        grant("late", "2021-04-10", kind=AMENDED, effective_at="2021-05-20", ended_at="2021-06-20"),
    )
    assert statuses(world, date(2021, 4, 15), date(2021, 5, 10), date(2021, 5, 20)) == [
        "licensed",
        "in_force",
        "in_force",
    ]
    gap = exception(world, date(2021, 5, 10))
    assert (gap.from_, gap.until, gap.status) == ("2021-05-20", "2021-06-20", "pending")


@pytest.mark.parametrize(
    "other",
    [
        grant("gl", "2021-04-01", whole=True, list="other_list"),
        grant("gl", "2021-04-01", whole=True, list="test_list", parties=listed(key="bolt").parties),
        grant("gl", "2021-04-01", whole=True, public_at="2027-01-01"),
    ],
)
def test_a_licence_for_another_list_another_company_or_of_later_days_lifts_nothing(other: object) -> None:
    assert statuses(company(other), date(2021, 5, 1)) == ["in_force"]  # type: ignore[arg-type] # an act


def test_a_licence_for_named_companies_lifts_what_binds_dealing_with_them() -> None:
    world = company(grant("gl", "2021-04-01", whole=True, list="test_list", parties=listed().parties))
    assert statuses(world, date(2021, 5, 1)) == ["licensed"]


def test_a_licence_that_runs_while_an_order_stays_the_effect_does_not_show() -> None:
    world = company(
        grant("gl", "2021-02-01", whole=True), act("stay", ActKind.ENJOINED, "2021-03-12", "acme", stays="effects")
    )
    assert statuses(world, date(2021, 4, 1)) == ["suspended"]


def test_the_rules_own_exemptions_count_from_its_start_and_end_with_it() -> None:
    window = Exemption("divestment", "what was held", "s.1(c)", end=Formula(days=365), through=True)
    law = book(version(exemptions=(window,)))
    world = company()

    def told(as_of: date) -> tuple[str | None, str | None, str]:
        (found,) = effect(world, as_of, law=law).exceptions
        return found.from_, found.until, found.status

    assert told(date(2021, 2, 1)) == ("2021-03-15T09:30:00-04:00", "2022-01-15", "pending")
    assert told(date(2022, 1, 14))[2] == "in_force"
    assert told(date(2022, 1, 15))[2] == "ended"
    world.add(act("off", ActKind.DELISTED, "2021-06-01", "acme"))
    assert told(date(2021, 6, 2))[2] == "ended"


def test_licences_expire_in_the_outlook() -> None:
    world = World().add(made(), listed(), grant("gl", "2021-04-01", ended_at="2021-05-01"), issue("2021-01-10 16:00"))
    ahead = [(one.what, one.on, one.kind) for one in standing(world, date(2021, 4, 2)).outlook]
    assert ("GL 1 expires", "2021-05-01", "licence_expiry") in ahead


def test_an_exemption_that_an_act_opened_is_seen_with_it_and_begins_with_it() -> None:
    """Of the whole rule or of some legal bases alone."""
    opened = Exemption("aid", "Relief goods.", "Order 2", made_by="aid")
    other = Exemption("others", "Of another programme.", "Order 3", basis=("OTHER",))
    law = book(version())
    regime = law.regimes[0]
    law = replace(law, regimes=(replace(regime, rules=(replace(regime.rules[0], exemptions=(opened, other)),)),))
    world = company(made("aid", "2021-05-01"))
    assert effect(world, date(2021, 4, 30), law=law).exceptions == ()
    (found,) = effect(world, date(2021, 5, 2), law=law).exceptions
    assert (found.name, found.from_, found.status) == ("aid", "2021-05-01", "in_force")
