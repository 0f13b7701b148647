"""Parties side by side: each cell is what one list means for one act with one party, the strictest where rules meet."""

from dataclasses import replace

import pytest

from fasti.model.conduct import Conduct
from fasti.model.contrast import ContrastRow
from fasti.model.standing import Effect, ExceptionView, Standing
from fasti.regimes.contrasting import Side, columns_of, lists_of, rows_of
from tests.surfaces.authored import BAN, SUSPENDED

BASE = replace(BAN, exceptions=(), alternatives=(), status="in_force")
LICENCE = ExceptionView("licence", "GL 2", "Some.", "2021-01-14", None, "in_force", "GL 2", "high")


def effect(act: str | None = "purchase", status: str = "in_force", **said: object) -> Effect:
    """Return an effect; `said` fills it."""
    return replace(BASE, act=act, status=status, **said)  # type: ignore[arg-type] # by name


def standing(*effects: Effect, on: str = "one", status: str = "listed", **said: object) -> Standing:
    """Return a standing with effects."""
    return replace(SUSPENDED, list=on, status=status, effects=effects, **said)  # type: ignore[arg-type] # by name


def rows(*sides: Side, acts: tuple[Conduct, ...] = (), covered: tuple[str, ...] = ()) -> tuple[ContrastRow, ...]:
    """Return the rows over every list on which a side stands."""
    columns = columns_of(sides, lists_of(sides), dict.fromkeys(covered, True))
    return rows_of(sides, columns, acts)


def told(*effects: Effect, acts: tuple[Conduct, ...] = (), status: str = "listed") -> list[tuple[str, str, str]]:
    """Return act, class and status of each row for one party on one list."""
    found = rows(Side("a", (standing(*effects, status=status),)), acts=acts)
    return [(row.act, row.actor, row.cells[0].status) for row in found]


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (effect(), "forbidden"),
        (effect("report"), "required"),
        (effect(exceptions=(LICENCE,)), "licensed_in_part"),
        (effect(exceptions=(replace(LICENCE, status="ended"),)), "forbidden"),
        (effect(exceptions=(replace(LICENCE, kind="exemption"),)), "forbidden"),
        *((effect(status=one), one) for one in ("pending", "suspended", "licensed", "unconfirmed", "ended", "moot")),
    ],
)
def test_a_cell_says_what_became_of_the_rule(given: Effect, status: str) -> None:
    assert [one[2] for one in told(given)] == [status]


def test_a_list_without_rule_on_an_act_does_not_forbid_it() -> None:
    assert told(effect(), acts=(Conduct.EXPORT,)) == [("export", "", "not_forbidden")]
    assert told(acts=(Conduct.EXPORT,)) == [("export", "", "not_forbidden")]


def test_a_rule_on_an_act_reaches_the_acts_that_it_contains() -> None:
    assert told(effect("deal"), acts=(Conduct.PURCHASE,)) == [("purchase", "us-person", "forbidden")]
    assert told(effect("purchase"), acts=(Conduct.DEAL,)) == [("deal", "", "not_forbidden")]


def test_each_class_bound_has_a_row_of_its_own() -> None:
    both = (effect(), effect(status="pending", bound=("exporter", "us-dod")))
    assert told(*both) == [
        ("purchase", "exporter", "pending"),
        ("purchase", "us-dod", "pending"),
        ("purchase", "us-person", "forbidden"),
    ]


def test_of_several_rules_the_strictest_counts() -> None:
    assert told(effect(status="moot"), effect(status="pending"), effect(status="suspended"))[0][2] == "suspended"


def test_a_list_that_is_not_modelled_says_so_for_every_act() -> None:
    assert told(effect(None, "not_modelled"), acts=(Conduct.SALE,)) == [("sale", "", "not_modelled")]


def test_absence_is_told_from_what_is_not_held() -> None:
    sides = (Side("a", (standing(effect()),)), Side("b", ()))
    assert [one.status for one in rows(*sides)[0].cells] == ["forbidden", "not_covered"]
    assert [one.status for one in rows(*sides, covered=("one",))[0].cells] == ["forbidden", "not_listed"]
    silent = Side("b", (standing(status="not_found"),))
    assert [one.status for one in rows(sides[0], silent)[0].cells] == ["forbidden", "not_listed"]


def test_columns_are_the_lists_on_which_any_party_stands_for_each_of_them() -> None:
    sides = (Side("a", (standing(on="one"),)), Side("b", (standing(on="two"), standing(on="three", status="ended"))))
    columns = columns_of(sides, lists_of(sides), {})
    assert [(one.party_id, one.list) for one in columns] == [("a", "one"), ("a", "two"), ("b", "one"), ("b", "two")]


def test_where_nobody_stands_on_a_list_the_past_is_shown() -> None:
    assert lists_of((Side("a", (standing(on="one", status="ended"),)), Side("b", ()))) == ("one",)
    assert lists_of((Side("a", ()), Side("b", ()))) == ()
