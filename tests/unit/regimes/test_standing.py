"""The standing as a whole: who is bound, which acts are asked, dates, reasons and outlook."""

from dataclasses import replace
from datetime import date

import pytest

from fasti.model.act import ActKind, Matter, Step
from fasti.model.actor import Role
from fasti.model.conduct import Conduct
from fasti.model.entry import Coverage
from fasti.model.moment import Moment
from fasti.model.standing import ListingStatus
from fasti.regimes.narrative import stated_reason
from fasti.regimes.question import Question
from fasti.regimes.rule import ReachText, Rule, ScheduledStep
from fasti.regimes.selecting import select
from tests.unit.ledger.worlds import LIST, OTHER, World, act, at, claims, entry, issue
from tests.unit.regimes.lawbook import (
    book,
    case,
    company,
    listed,
    made,
    standing,
    version,
)

LISTED = ActKind.LISTED
MATTER = Matter("acme-v-dod", "D.D.C.", "1:21-cv-1", "Acme v. DoD", "its listing")
BLOCKING = Rule("blocking", Conduct.DEAL, "its property", (Role.US_PERSON,), "the blocking", (version(case=case()),))
EXPORT = Rule(
    "export", Conduct.EXPORT, "goods", (Role.EXPORTER, Role.US_PERSON), "the licence duty", (version(case=case()),)
)
CONTRACT = Rule("contract", Conduct.DOD_CONTRACT, "it", (Role.US_DOD,), "the ban on contracts", (version(case=case()),))
WIDE = book(others=(BLOCKING, EXPORT, CONTRACT))


def acts_told(*roles: Role, conduct: Conduct | None = None) -> tuple[list[str | None], list[tuple[str, str | None]]]:
    """Return the acts of the effects that answer, and who else is bound to what."""
    found = standing(company(), date(2021, 4, 1), law=WIDE, question=Question(frozenset(roles), conduct))
    return [one.act for one in found.effects], [(one.actor, one.act) for one in found.others_bound]


def test_without_an_actor_everyone_bound_is_told() -> None:
    assert acts_told() == (["deal", "dod_contract", "export", "purchase"], [])


def test_an_actor_gets_what_binds_it_and_hears_who_else_is_bound() -> None:
    assert acts_told(Role.US_DOD) == (
        ["dod_contract"],
        [("exporter", "export"), ("us-person", "deal"), ("us-person", "export"), ("us-person", "purchase")],
    )
    assert acts_told(Role.NON_US_PERSON)[0] == []


def test_an_actor_of_several_roles_gets_what_binds_any_of_them() -> None:
    assert acts_told(Role.US_DOD, Role.EXPORTER)[0] == ["dod_contract", "export"]


@pytest.mark.parametrize(
    ("conduct", "told"),
    [
        (Conduct.PURCHASE, ["deal", "purchase"]),
        (Conduct.SALE, ["deal"]),
        (Conduct.DEAL, ["deal"]),
        (Conduct.EXPORT, ["export"]),
        (Conduct.TRAVEL, []),
    ],
)
def test_asking_one_act_reports_it_and_every_act_that_contains_it(conduct: Conduct, told: list[str]) -> None:
    assert acts_told(conduct=conduct)[0] == told


def test_others_bound_keeps_to_the_act_asked_about() -> None:
    assert acts_told(Role.US_DOD, conduct=Conduct.SALE) == ([], [("us-person", "deal")])


def test_silence_of_a_covered_list_is_not_found_and_of_another_is_not_covered() -> None:
    late = World().add(made(), listed("2021-01-14"))
    assert standing(late, date(2021, 1, 14)).status == "listed"
    early = World().add(made(), issue("2021-01-20 16:00", "test:1"))
    assert standing(early, date(2021, 1, 10), key="test:1").status == "not_covered"
    early.add(claims(1, Coverage(LIST, "2020-01-01", "2025-01-01", "all")))
    found = standing(early, date(2021, 1, 10), key="test:1")
    assert (found.status, found.effects, found.not_forbidden, found.listed_on) == ("not_found", (), (), None)
    assert found.why == "Not on the list as held for that moment."


def test_the_dates_are_those_of_the_spell_at_the_vantage() -> None:
    world = World().add(
        made(),
        issue("2021-01-10 16:00"),
        issue("2021-01-20 16:00", entry("test:1", stated="2021-01-02")),
        issue("2021-01-30 16:00"),
    )
    running = standing(world, date(2021, 1, 25), key="test:1")
    assert (running.listed_on, running.listed_after, running.listed_by, running.basis, running.stated_on) == (
        "2021-01-20",
        "2021-01-10",
        "2021-01-20",
        "observed",
        "2021-01-02",
    )
    assert (running.ended_on, running.ended_by) == (None, None)
    over = standing(world, date(2021, 2, 10), key="test:1")
    assert (over.status, over.listed_on, over.ended_on, over.ended_after, over.ended_by) == (
        "ended",
        "2021-01-20",
        "2021-01-30",
        "2021-01-20",
        "2021-01-30",
    )
    assert [(one.listed_on, one.ended_on, one.basis, one.key) for one in over.spells] == [
        ("2021-01-20", "2021-01-30", "observed", "test:1")
    ]


def test_an_end_needs_no_confirming() -> None:
    world = company(act("off", ActKind.VACATED, "2021-05-25", "acme"))
    assert standing(world, date(2021, 5, 20)).confirmed_to == "2021-01-14"
    assert standing(world, date(2022, 5, 20)).confirmed_to is None


def test_a_chronicle_confirms_to_its_end_and_no_further_than_was_known() -> None:
    world = company().add(claims(1, Coverage(LIST, "2020-01-01", "2021-12-31", "all")))
    assert standing(world, date(2021, 12, 31)).confirmed_to is None
    assert standing(world, date(2022, 2, 1)).confirmed_to == "2021-12-31"
    assert standing(world, date(2021, 6, 1), known_at=date(2021, 3, 1)).confirmed_to == "2021-03-01"


def test_the_reason_comes_from_the_act_that_decides() -> None:
    world = World().add(
        made(),
        listed(title="The authority listed Acme.", stated_reason="It supplies the army."),
        act("stay", ActKind.ENJOINED, "2021-03-12", "acme", stays="effects", title="A court suspended the ban"),
        act(
            "off",
            ActKind.VACATED,
            "2021-05-25",
            "acme",
            title="A court struck it out",
            stated_reason="It was arbitrary.",
        ),
    )
    early = standing(world, date(2021, 2, 1))
    assert (early.why, early.stated_reason) == (
        "The authority listed Acme (1 Test Register on).",
        "It supplies the army.",
    )
    stayed = standing(world, date(2021, 4, 1))
    assert (
        stayed.why
        == "The authority listed Acme (1 Test Register on). A court suspended the ban (1 Test Register stay)."
    )
    over = standing(world, date(2021, 6, 1))
    assert (over.why, over.stated_reason) == ("A court struck it out (1 Test Register off).", "It was arbitrary.")


def test_a_live_entry_gives_its_authority_s_reason_where_the_list_has_one() -> None:
    """In a kind of fact or in the free text, as the catalogue says; an end has a reason of its own or none."""
    party = World().add(issue("2021-01-14 16:00", entry("test:1", note="It arms."))).party("test:1")
    live = select(party.entries, at("2021-02-01 12:00"), covered=True)
    assert stated_reason(live, "note") == "It arms."
    assert stated_reason(live, "remarks") is None
    assert stated_reason(live) is None
    assert stated_reason(replace(live, status=ListingStatus.ENDED), "note") is None


@pytest.mark.parametrize(
    ("stated", "as_of", "why"),
    [
        (None, date(2021, 1, 20), "First shown by the edition of 2021-01-20; the record holds no act that says why."),
        (
            "2021-01-14",
            date(2021, 1, 20),
            "The entry itself states its listing date, 2021-01-14; the record holds no act that says why.",
        ),
        (
            None,
            date(2021, 2, 1),
            "The edition of 2021-01-30 no longer has the entry; the record holds no act that says why.",
        ),
    ],
)
def test_without_an_act_the_reason_says_what_the_editions_show(stated: str | None, as_of: date, why: str) -> None:
    world = World().add(
        issue("2021-01-10 16:00"), issue("2021-01-20 16:00", entry("test:1", stated=stated)), issue("2021-01-30 16:00")
    )
    assert standing(world, as_of, key="test:1").why == why


def test_what_the_list_does_not_forbid_is_told_while_the_law_that_says_so_stands() -> None:
    texts = (ReachText("Imports are free", "s.1"), ReachText("Elsewhere", "s.2", (OTHER,)))
    law = book(not_forbidden=texts)
    assert standing(company(), law=law).not_forbidden == ("Imports are free (s.1)",)


def test_the_outlook_tells_what_is_ahead() -> None:
    world = company(
        act("suit", ActKind.SUIT_FILED, "2021-01-29", "acme", matter=MATTER),
        act(
            "report",
            ActKind.STATUS_REPORTED,
            "2021-02-01",
            "acme",
            matter=MATTER,
            next_step=Step("joint proposed order due", Moment.parse("2021-02-20")),
        ),
    )
    ahead = [(one.what, one.on, one.kind) for one in standing(world, date(2021, 2, 2)).outlook]
    assert ahead == [
        ("joint proposed order due", "2021-02-20", "court"),
        ("the ban on purchases begins (purchase)", "2021-03-15T09:30:00-04:00", "scheduled_law"),
        ("sell what was held", "2022-01-14", "scheduled_law"),
        ("Acme v. DoD, 1:21-cv-1 (D.D.C.) is pending: its listing", None, "court"),
    ]


def test_a_proceeding_that_is_over_is_not_ahead() -> None:
    world = company(
        act("suit", ActKind.SUIT_FILED, "2021-01-29", "acme", matter=MATTER),
        act("off", ActKind.VACATED, "2021-05-25", "acme", matter=MATTER),
    )
    assert standing(world, date(2021, 6, 1)).outlook == ()


def test_a_step_is_ahead_until_its_day_is_over() -> None:
    step = Step("report due", Moment.parse("2021-02-20"))
    world = company(act("suit", ActKind.SUIT_FILED, "2021-01-29", "acme", next_step=step))
    for as_of, ahead in ((at("2021-02-20 12:00"), True), (date(2021, 2, 20), False)):
        assert any(one.what == "report due" for one in standing(world, as_of).outlook) is ahead


def test_a_listing_to_come_is_ahead_and_one_that_was_withdrawn_is_not() -> None:
    world = World().add(made(), listed("2021-01-14", effective_at="2021-02-01", title="It lists Acme"))
    assert [(one.what, one.on) for one in standing(world, date(2021, 1, 20)).outlook][:1] == [
        ("It lists Acme", "2021-02-01")
    ]
    world.add(act("back", ActKind.WITHDRAWN, "2021-01-18", parties=(), acts=("on",)))
    found = standing(world, date(2021, 1, 20))
    assert (found.status, found.outlook) == ("withdrawn", ())


def test_what_the_law_foresees_is_ahead_once_the_act_that_set_it_is_known() -> None:
    yearly = ScheduledStep("the list is published each year", "list_edition", "s.2", "law", (LIST,), until="2021-12-31")
    dated = ScheduledStep("the ban widens", "scheduled_law", "s.3", "later", (LIST,), on="2021-06-30")
    law = book(version(case=case()), outlook=(yearly, dated))
    world = company(made("later", "2021-03-01"))

    def ahead(as_of: date) -> list[str]:
        return [one.what for one in standing(world, as_of, law=law).outlook]

    assert ahead(date(2021, 2, 1)) == ["the list is published each year"]
    assert ahead(date(2021, 6, 30)) == ["the ban widens", "the list is published each year"]
    assert ahead(date(2021, 7, 1)) == ["the list is published each year"]
    assert ahead(date(2022, 1, 1)) == []
