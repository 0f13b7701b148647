"""Turning points: what fixes each, and the order in which they are taken."""

from datetime import datetime

import pytest

from fasti.ledger.turns import DatedAct, Turn, act_turn, closers, dated, in_order, openers
from fasti.model.act import ActKind
from fasti.model.history import Boundary
from fasti.model.moment import Moment
from tests.unit.ledger.worlds import NEW_YORK, act, at

LISTED, DELISTED = ActKind.LISTED, ActKind.DELISTED


def one(made: str, kind: ActKind = LISTED, act_id: str = "on") -> DatedAct:
    """Return a dated act."""
    (found,) = dated([act(act_id, kind, made, "acme")], NEW_YORK)
    return found


@pytest.mark.parametrize(
    ("made", "after", "inside"),
    [
        ("2021-01-10", "2021-01-10 00:00", True),
        ("2021-01-10", "2021-01-10 23:59:58", True),
        ("2021-01-10", "2021-01-10 23:59:59", False),
        ("2021-01-20", "2021-01-10 16:00", True),
        ("2021-01-21", "2021-01-10 16:00", False),
        ("2021-01-10T16:00:00-05:00", "2021-01-10 16:00", False),
        ("2021-01-10T16:00:01-05:00", "2021-01-10 16:00", True),
        ("2021-01-20T16:00:00-05:00", "2021-01-10 16:00", True),
        ("2021-01-20T16:00:01-05:00", "2021-01-10 16:00", False),
        ("2001-01-01", None, True),
    ],
)
def test_a_bracket_is_open_to_the_left_and_closed_to_the_right(made: str, after: str | None, *, inside: bool) -> None:
    assert one(made).inside(at(after) if after else None, at("2021-01-20 16:00")) is inside


def test_acts_are_dated_in_their_own_zone_and_an_end_comes_before_a_beginning() -> None:
    acts = [
        act("on", LISTED, "2021-01-10", "acme"),
        act("off", DELISTED, "2021-01-10", "acme"),
        act("far", LISTED, "2021-01-10", "acme", zone="Asia/Tokyo"),
    ]
    assert [each.act.act_id for each in dated(acts, NEW_YORK)] == ["far", "off", "on"]


def test_what_was_withdrawn_neither_opens_nor_closes() -> None:
    acts = dated(
        [
            act("on", LISTED, "2021-01-10", "acme"),
            act("off", DELISTED, "2021-01-11", "acme"),
            act("back", ActKind.WITHDRAWN, "2021-01-12", acts=("on", "off"), parties=()),
        ],
        NEW_YORK,
    )
    assert (openers(acts), closers(acts)) == ([], [])


def shown(text: str, *, opens: bool) -> Turn:
    """Return a turn that an edition shows."""
    instant: datetime = at(text)
    return Turn(instant, opens=opens, boundary=Boundary(Moment.of(instant, NEW_YORK), "observed"), in_file=True)


def test_turns_that_editions_show_keep_their_order() -> None:
    turns = [shown("2021-01-20 10:00", opens=False), shown("2021-01-20 00:00", opens=True)]
    assert in_order(turns, []) == turns


def test_at_one_instant_an_end_comes_first_then_the_editions_then_a_beginning() -> None:
    on, off = (
        act_turn(one("2021-01-20", kind, name), opens=kind is LISTED)
        for kind, name in ((LISTED, "on"), (DELISTED, "off"))
    )
    edition = shown("2021-01-20 00:00", opens=True)
    assert in_order([edition], [on, off]) == [off, edition, on]


def test_acts_fall_between_the_editions_by_their_instants() -> None:
    turns = [shown("2021-01-10 10:00", opens=True), shown("2021-01-30 10:00", opens=False)]
    off = act_turn(one("2021-01-20", DELISTED, "off"), opens=False)
    assert in_order(turns, [off]) == [turns[0], off, turns[1]]
