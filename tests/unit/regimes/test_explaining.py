"""What the law behind a list says: versions by what was made and public, and only what the rulebook holds."""

from datetime import date

import pytest

from fasti.model.explanation import RegimeView
from fasti.regimes.explaining import explain_list
from fasti.regimes.formula import Formula
from fasti.regimes.question import law_at
from fasti.regimes.rule import Exemption, ReachText, Regime, Rule, Rulebook, ScheduledStep, Suspension
from tests.unit.ledger.worlds import LATER, LIST, NEW_YORK, OTHER, World, at
from tests.unit.regimes.lawbook import DIVEST, PURCHASE, REGIME, book, case, grant, made, version

WORLD = World().add(
    made(),
    made("law2", "2021-01-13", acts=("law",)),
    made("law3", "2021-06-03", acts=("law2",), effective_at="2021-08-02"),
)
THREE = book(
    version("v1", "law", ended_by="law2"),
    version("v2", "law2", ended_by="law3"),
    version("v3", "law3", confirmed_to="2022-12-31"),
    exit=(ReachText("Ask.", "Act s.9"), ReachText("Elsewhere.", "Act s.9", lists=(OTHER,))),
    ownership=(ReachText("Since 2021.", "Act s.8", made_by="law2"),),
    outlook=(
        ScheduledStep("A report.", "scheduled_law", "Act s.7", "law", (LIST,), on="2021-03-01"),
        ScheduledStep("A list.", "list_edition", "Act s.7", "law3", (LIST,)),
    ),
)


def explained(
    as_of: date = LATER, known_at: date = LATER, *, law: Rulebook = THREE, on: str = LIST
) -> tuple[str, tuple[RegimeView, ...]]:
    """Explain a list at a vantage."""
    view = WORLD.view(as_of, known_at)
    return explain_list(on, law_at(view, law), view.at(on))


def states(as_of: date, known_at: date = LATER) -> list[tuple[str, str]]:
    """Return the versions told and their state."""
    _, (regime,) = explained(as_of, known_at)
    return [(one.version, one.state) for rule in regime.rules for one in rule.versions]


@pytest.mark.parametrize(
    ("as_of", "told"),
    [
        ("2020-11-12", [("v1", "in_force")]),
        ("2021-01-12", [("v1", "in_force")]),
        ("2021-01-13", [("v1", "ended"), ("v2", "in_force")]),
        ("2021-06-03", [("v1", "ended"), ("v2", "in_force"), ("v3", "pending")]),
        ("2021-08-01", [("v1", "ended"), ("v2", "in_force"), ("v3", "pending")]),
        ("2021-08-02", [("v1", "ended"), ("v2", "ended"), ("v3", "in_force")]),
        ("2022-12-31", [("v1", "ended"), ("v2", "ended"), ("v3", "in_force")]),
        ("2023-01-01", [("v1", "ended"), ("v2", "ended"), ("v3", "unconfirmed")]),
    ],
)
def test_each_version_is_told_from_the_day_its_act_was_made(as_of: str, told: list[tuple[str, str]]) -> None:
    assert states(date.fromisoformat(as_of)) == told


def test_what_was_not_public_is_not_told() -> None:
    assert states(date(2021, 9, 1), date(2021, 6, 2)) == [("v1", "ended"), ("v2", "in_force")]


def test_before_the_first_rule_the_law_is_not_there_yet() -> None:
    assert explained(date(2020, 11, 11)) == ("not_yet", ())


def test_a_list_without_rules_is_not_modelled() -> None:
    assert explained(on=OTHER) == ("not_modelled", ())


def test_the_version_that_stands_is_named() -> None:
    _, (before,) = explained(date(2021, 6, 3))
    _, (after,) = explained(date(2021, 8, 2))
    assert [rule.version for rule in (*before.rules, *after.rules)] == ["v2", "v3"]


def test_sentences_are_told_for_their_lists_once_their_act_is_visible() -> None:
    _, (early,) = explained(date(2020, 12, 1))
    _, (late,) = explained(date(2021, 2, 1))
    assert [one.text for one in late.exit] == ["Ask."]
    assert (early.ownership, [one.text for one in late.ownership]) == ((), ["Since 2021."])


def test_the_outlook_is_what_is_still_ahead() -> None:
    _, (early,) = explained(date(2020, 12, 1))
    _, (late,) = explained(date(2021, 7, 1))
    assert [one.what for one in early.outlook] == ["A report."]
    assert [one.what for one in late.outlook] == ["A list."]


def test_a_case_tells_its_formulas_and_words() -> None:
    law = book(version(case=case(Formula(days=60, clock="09:30", zone="EST", words="60 days"))))
    _, (regime,) = explained(law=law)
    (told,) = regime.rules[0].versions[0].cases
    assert (told.start, told.end, told.time_text) == ("60 days after the listing, 09:30 EST", None, "60 days")


def test_deadlines_and_exceptions_say_whether_the_day_counts() -> None:
    open_ = Exemption("divestment", "What was held.", "Act s.3", end=Formula(on="2021-11-11"), through=True)
    law = book(version(exemptions=(open_,)))
    _, (regime,) = explained(law=law)
    told = regime.rules[0].versions[0]
    assert [one.due for one in told.cases[0].deadlines] == ["through 365 days after the listing"]
    assert [one.text for one in told.exceptions] == ["divestment: What was held. Through 2021-11-11."]
    assert told.cases[0].deadlines[0].what == DIVEST.what


def test_only_rules_that_reach_the_list_are_told() -> None:
    other = Regime(
        "xx.other",
        "Other",
        "all",
        (Rule("x", PURCHASE.act, "", PURCHASE.bound, "", (version(lists=(OTHER,)),)),),
    )
    law = Rulebook("rulebook/test", (*book().regimes, other))
    assert [one.regime for one in explained(law=law)[1]] == [REGIME]
    assert [one.regime for one in explained(law=law, on=OTHER)[1]] == ["xx.other"]


def test_an_instant_within_the_day_of_a_change_tells_the_law_of_that_instant() -> None:
    view = WORLD.view(at("2021-08-01 23:59"))
    _, (regime,) = explain_list(LIST, law_at(view, THREE), view.at(LIST))
    assert regime.rules[0].version == "v2"
    assert view.zone_of(LIST) == NEW_YORK


@pytest.mark.parametrize(
    ("as_of", "state"),
    [("2021-02-28", "in_force"), ("2021-03-01", "suspended"), ("2021-05-31", "suspended"), ("2021-06-01", "in_force")],
)
def test_a_version_that_an_act_suspended_comes_back_by_itself(as_of: str, state: str) -> None:
    world = World().add(made(), made("pause", "2021-03-01", ended_at="2021-06-01"))
    view = world.view(date.fromisoformat(as_of))
    law = book(version(suspensions=(Suspension("pause"),)))
    _, (regime,) = explain_list(LIST, law_at(view, law), view.at(LIST))
    assert [one.state for one in regime.rules[0].versions] == [state]
    assert regime.rules[0].version == "v1"


def test_licences_of_the_regime_are_told_with_what_became_of_them() -> None:
    world = World().add(
        made(), grant("gl", "2021-02-01", ended_at="2021-03-01"), grant("gl2", "2021-02-01", name="GL 2")
    )
    view = world.view(date(2021, 4, 1))
    _, (regime,) = explain_list(LIST, law_at(view, book()), view.at(LIST))
    assert [(one.name, one.status, one.until) for one in regime.licences] == [
        ("GL 1", "ended", "2021-03-01"),
        ("GL 2", "in_force", None),
    ]
