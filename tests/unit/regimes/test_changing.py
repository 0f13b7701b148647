"""How the law changed: by the acts that made, ended and suspended versions, from the day they take effect."""

from datetime import date

import pytest

from fasti.model.act import ActKind
from fasti.regimes.changing import law_changes, rule_entries
from fasti.regimes.question import law_at
from fasti.regimes.rule import Suspension
from tests.unit.ledger.worlds import LATER, World, act
from tests.unit.regimes.lawbook import book, grant, listed, made, version

LAW = book(version("v1", ended_by="law2"), version("v2", "law2", suspensions=(Suspension("pause", "lift"),)))
WORLD = World().add(
    made(),
    made("law2", "2021-01-13", acts=("law",)),
    made("pause", "2021-03-01"),
    made("lift", "2021-04-01"),
    listed(),
    act("stay", ActKind.ENJOINED, "2021-03-12", "acme", stays="effects"),
    grant("gl", "2021-02-01"),
)


def changed(since: str | None = None, as_of: str = "2021-06-01", known_at: date = LATER) -> list[str]:
    """Return the ids of the acts by which the law changed."""
    law = law_at(WORLD.view(date.fromisoformat(as_of), known_at), LAW)
    return [one.act_id for one in law_changes(law, date.fromisoformat(since) if since else None)]


def test_acts_on_the_law_are_told_by_date_and_those_on_one_party_are_not() -> None:
    assert changed() == ["law", "law2", "gl", "pause", "lift"]


@pytest.mark.parametrize(
    ("since", "first"), [("2021-01-12", "law2"), ("2021-01-13", "law2"), ("2021-01-14", "gl"), ("2021-04-02", None)]
)
def test_a_change_counts_from_the_day_it_takes_effect(since: str, first: str | None) -> None:
    assert next(iter(changed(since)), None) == first


def test_what_was_not_public_or_not_made_is_not_told() -> None:
    assert changed(known_at=date(2021, 2, 15)) == ["law", "law2", "gl"]
    assert changed(as_of="2021-01-12") == ["law"]


def test_a_change_names_the_versions_it_made_ended_and_suspended() -> None:
    law = law_at(WORLD.view(date(2021, 6, 1)), LAW)
    told = {one.act_id: (one.made, one.ended, one.suspended, one.licence) for one in law_changes(law, None)}
    assert told["law"] == (("test.law.purchase/v1",), (), (), None)
    assert told["law2"] == (("test.law.purchase/v2",), ("test.law.purchase/v1",), (), None)
    assert told["pause"] == ((), (), ("test.law.purchase/v2",), None)
    assert told["gl"] == ((), (), (), "GL 1")


@pytest.mark.parametrize(
    ("as_of", "states"),
    [
        ("2021-01-12", [("v1", "in_force")]),
        ("2021-01-13", [("v1", "ended"), ("v2", "in_force")]),
        ("2021-03-15", [("v1", "ended"), ("v2", "suspended")]),
        ("2021-04-01", [("v1", "ended"), ("v2", "in_force")]),
    ],
)
def test_every_version_has_its_state(as_of: str, states: list[tuple[str, str]]) -> None:
    view = WORLD.view(date.fromisoformat(as_of))
    found = rule_entries(law_at(view, LAW), view.vantage.at("UTC"))
    assert [(one.version, one.state) for one in found] == states
