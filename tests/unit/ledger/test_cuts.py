"""What a process keeps of the cuts of a log: the same as cutting anew, at every vantage and whenever the log grows."""

from datetime import date, datetime, timedelta

import pytest

from fasti.ledger import cuts
from fasti.ledger.cuts import evidence_from
from fasti.ledger.evidence import Evidence
from fasti.ledger.losses import Losses
from fasti.ledger.parties import component
from fasti.ledger.whole_log import whole_log
from fasti.model.act import ActKind
from fasti.model.entry import Decision
from fasti.model.vantage import Vantage
from tests.unit.ledger.worlds import CATALOG, World, act, at, issue, withdraw

DAYS = [date(2021, 1, 1) + timedelta(days=20 * step) for step in range(12)]


@pytest.fixture
def world() -> World:
    """Return acts, a correction and editions of which one is held."""
    wrong = act("mistyped", ActKind.LISTED, "2021-02-01", "test:a")
    right = act("mistyped-2", ActKind.LISTED, "2021-03-05", "test:a", public_at="2021-03-20")
    acts = [
        act("listing", ActKind.LISTED, "2021-01-14", "test:b", effective_at="2021-04-01"),
        wrong,
        act("end", ActKind.DELISTED, "2021-06-01", "test:b"),
    ]
    editions = [issue("2021-02-10 09:00", "test:c"), issue("2021-05-10 09:00", "test:c", "test:d", doubts=("odd",))]
    return World().add(*acts, *editions, withdraw(wrong.act_id, right))


def _asked(world: World, as_of: date | datetime, known_at: date | datetime, head: int | None = None) -> Evidence:
    vantage = Vantage(as_of, known_at, head)
    return evidence_from(world.store.log(head), vantage, CATALOG, Losses(world.store), world.store)


def test_every_vantage_sees_what_it_sees_in_a_log_cut_anew(world: World) -> None:
    seen = set()
    for known_at in DAYS:
        for as_of in DAYS:
            found = _asked(world, as_of, known_at)
            assert found.view == world.view(as_of, known_at)
            assert found.acts == world.evidence(as_of, known_at).acts
            seen.add((found.view.acts, len(found.view.admissions)))
    assert len(seen) > 4


def test_vantages_that_see_the_same_share_what_follows_from_it(world: World) -> None:
    first = _asked(world, at("2021-07-01 10:00"), at("2021-07-01 10:00"))
    component(first, ["test:a"])
    later = _asked(world, at("2021-07-01 10:05"), at("2021-07-01 10:05"))
    assert later.derived is first.derived
    assert later.derived.links
    assert later.view.vantage != first.view.vantage
    assert _asked(world, at("2021-05-30 10:00"), at("2021-05-30 10:00")).derived is not first.derived


def test_what_is_read_of_the_store_is_not_shared(world: World) -> None:
    first = _asked(world, DAYS[-1], DAYS[-1])
    assert first.spans("test:c")
    assert first.contents()
    assert not _asked(world, DAYS[-1], DAYS[-1]).contents()


def test_a_log_that_grew_is_cut_anew(world: World) -> None:
    before = _asked(world, DAYS[-1], DAYS[-1])
    component(before, ["test:a"])
    world.add(Decision("same_as", ("test:c", "test:a"), "a person", "one firm"))
    world.add(act("late", ActKind.LISTED, "2021-06-20", "test:e"))
    after = _asked(world, DAYS[-1], DAYS[-1])
    assert "late" not in {one.act_id for one in before.view.acts}
    assert "late" in {one.act_id for one in after.view.acts}
    assert component(after, ["test:a"]) == component(before, ["test:a"]) | {"test:c"}
    assert _asked(world, DAYS[-1], DAYS[-1], head=before.view.head[0]).view.acts == before.view.acts


def test_another_log_with_the_same_head_is_another(world: World) -> None:
    """A head is asked for by its hash, but what was made is of the very log that was given."""
    first = _asked(world, DAYS[-1], DAYS[-1])
    copy = [*world.store.log()]
    found = evidence_from(copy, first.view.vantage, CATALOG, Losses(world.store), world.store)
    assert found.derived is not first.derived
    assert found.view == first.view


def test_no_more_is_kept_than_was_asked_for_last(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cuts, "CUTS", 2)
    kept = cuts.Cuts(world.store.log(), whole_log(world.store.log(), CATALOG))
    for day in DAYS:
        kept.at(Vantage(day, day), Losses(world.store))
    assert len(kept.known) == 2
    monkeypatch.setattr(cuts, "LOGS", 3)
    first = [_asked(world, DAYS[-1], DAYS[-1], head).derived for head in range(1, 7)]
    again = [_asked(world, DAYS[-1], DAYS[-1], head).derived for head in range(6, 0, -1)]
    assert [one is other for one, other in zip(first[::-1], again, strict=True)] == [True] * 3 + [False] * 3
