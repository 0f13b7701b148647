"""The steps of the fold: each status shows the step that decided it, and a rule without effect the step that failed."""

from datetime import date

import pytest

from fasti.model.act import ActKind
from fasti.model.actor import Role
from fasti.model.conduct import Conduct
from fasti.model.entry import Coverage
from fasti.model.standing import Effect, Standing, Step
from fasti.regimes.question import Question
from fasti.regimes.rule import Rulebook
from tests.unit.ledger.worlds import LIST, World, act, at, claims, issue
from tests.unit.regimes.lawbook import book, case, company, effect, grant, listed, made, standing, version

STAY = act("stay", ActKind.ENJOINED, "2021-03-12", "acme", stays="effects", acts=("on",))
VACATED = act("off", ActKind.VACATED, "2021-05-25", "acme", acts=("on",))


def steps(found: Effect) -> dict[str, Step]:
    """Return the steps by name."""
    return {one.name: one for one in found.steps}


def answers(found: Effect) -> dict[str, str]:
    """Return the answers by name."""
    return {one.name: one.answer for one in found.steps}


def failing(found: Standing) -> list[tuple[str, str, str]]:
    """Return each rule without effect, with the step that failed."""
    return [(one.rule, one.steps[-1].name, one.steps[-1].answer) for one in found.without_effect]


def test_every_question_of_the_fold_is_asked_once_in_order() -> None:
    names = [one.name for one in effect(company(), date(2021, 4, 1)).steps]
    assert names == [
        *("listing", "version", "class", "actor", "act", "running", "stay", "start", "confirmed", "licence"),
        *("modelled", "exception"),
    ]


@pytest.mark.parametrize(
    ("as_of", "decisive", "answer", "status"),
    [
        ("2021-02-01", "start", "no", "pending"),
        ("2021-03-14", "stay", "yes", "suspended"),
        ("2021-06-01", "running", "no", "moot"),
    ],
)
def test_the_step_that_decides_is_told(as_of: str, decisive: str, answer: str, status: str) -> None:
    found = effect(company(STAY, VACATED), date.fromisoformat(as_of))
    assert (found.status, answers(found)[decisive]) == (status, answer)


def test_what_was_in_force_before_its_end_is_told_from_what_never_was() -> None:
    ended = act("off", ActKind.DELISTED, "2021-05-25", "acme", acts=("on",))
    found = effect(company(ended), date(2021, 6, 1))
    assert (found.status, answers(found)["ever"]) == ("ended", "yes")
    assert answers(effect(company(STAY, VACATED), date(2021, 6, 1)))["ever"] == "no"


def test_a_step_names_the_act_that_decided_it_with_its_citation() -> None:
    found = steps(effect(company(STAY, VACATED), date(2021, 3, 14)))
    assert (found["stay"].because, found["stay"].citation) == ("The authority did stay", "1 Test Register stay")
    assert found["listing"].because == "since 2021-01-14: The authority did on"
    assert found["listing"].citation == "1 Test Register on"
    assert found["version"].because == "v1, from 2020-11-12: The authority did law"
    over = steps(effect(company(STAY, VACATED), date(2021, 6, 1)))
    assert (over["running"].because, over["running"].citation) == ("it ended on 2021-05-25", "1 Test Register off")


def test_a_licence_for_the_whole_act_and_one_for_a_part_are_told_apart() -> None:
    whole = steps(effect(company(grant("gl", "2021-02-01", whole=True)), date(2021, 4, 1)))
    part = steps(effect(company(grant("gl", "2021-02-01")), date(2021, 4, 1)))
    assert (whole["licence"].answer, whole["licence"].citation) == ("yes", "1 Test Register gl")
    assert (part["licence"].answer, part["exception"].answer, part["exception"].because) == (
        "no",
        "yes",
        "licence GL 1",
    )


def test_a_rule_past_its_confirmation_says_so() -> None:
    found = steps(effect(company(), date(2021, 4, 1), law=book(version(confirmed_to="2021-03-31"))))
    assert (found["confirmed"].answer, found["confirmed"].because) == ("no", "known to stand up to 2021-03-31")


def test_the_steps_are_those_of_the_strictest_moment_of_the_day() -> None:
    found = steps(effect(company(), date(2021, 3, 15)))
    assert (found["start"].answer, found["start"].because.rpartition("; ")[2]) == (
        "yes",
        "the moment asked about is 2021-03-15T09:30:00-04:00",
    )
    early = steps(effect(company(), at("2021-03-15 09:29")))
    assert early["start"].answer == "no"


@pytest.mark.parametrize(
    ("law", "failed"),
    [
        (book(version(made_by="never")), ("test.law.purchase", "version", "no")),
        (book(version(case=case(named_in="law"))), ("test.law.purchase", "class", "no")),
        (book(version(ended_by="law2")), ("test.law.purchase", "version", "no")),
    ],
)
def test_a_rule_without_effect_says_which_step_failed(law: Rulebook, failed: tuple[str, str, str]) -> None:
    world = World().add(made(), made("law2", "2021-01-01", acts=("law",)), listed())
    found = standing(world, date(2021, 4, 1), law=law)
    assert found.effects == ()
    assert failing(found) == [failed]


@pytest.mark.parametrize(
    ("question", "failed"),
    [
        (Question(frozenset({Role.US_DOD})), ("test.law.purchase", "actor", "no")),
        (Question(conduct=Conduct.EXPORT), ("test.law.purchase", "act", "no")),
        (Question(frozenset({Role.US_PERSON}), Conduct.PURCHASE), None),
    ],
)
def test_who_and_what_was_not_asked_about_is_told(question: Question, failed: tuple[str, str, str] | None) -> None:
    found = standing(company(), date(2021, 4, 1), question=question)
    assert failing(found) == ([failed] if failed else [])


def test_every_step_before_the_one_that_failed_held() -> None:
    found = standing(company(), date(2021, 4, 1), question=Question(frozenset({Role.US_DOD})))
    (rule,) = found.without_effect
    assert {one.answer for one in rule.steps[:-1]} == {"yes"}


def test_where_the_list_is_silent_or_not_held_no_rule_has_an_effect() -> None:
    held = claims(1, Coverage(LIST, "2020-01-01", "2025-12-31", "all"))
    world = World().add(made(), issue("2021-01-20 16:00", "ofac:1"))
    before = standing(world, date(2021, 1, 10), key="ofac:1")
    assert failing(before) == [("test.law.purchase", "listing", "unknown")]
    covered = standing(world.add(held), date(2021, 1, 10), key="ofac:1")
    assert failing(covered) == [("test.law.purchase", "listing", "no")]


def test_an_announced_listing_has_no_effect_yet() -> None:
    world = World().add(made(), listed(effective_at="2021-02-01"))
    found = standing(world, date(2021, 1, 20))
    told = steps(found.effects[0]) if found.effects else {one.name: one for one in found.without_effect[0].steps}
    assert (told["listing"].answer, told["listing"].because) == ("no", "it takes effect on 2021-02-01")
