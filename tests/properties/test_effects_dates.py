"""Effects change only on dates that a rule, act or edition names; a day's status is the strictest of its hours."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from fasti.model.act import Act
from fasti.model.entry import Edition
from fasti.model.moment import Moment
from fasti.model.standing import EffectStatus, Standing
from fasti.regimes.effects import STRICTEST
from tests.properties.histories import (
    ANNEX_DAY,
    DAYS,
    KEYS,
    LAW,
    LAWBOOK,
    WAIT,
    Body,
    day,
    recorded,
    worlds,
)
from tests.unit.ledger.worlds import NEW_YORK, World, at
from tests.unit.regimes.lawbook import ask

Seen = tuple[str, tuple[tuple[str | None, str], ...]]


def standings(world: World, key: str, as_of: date | datetime) -> tuple[Standing, ...]:
    """Return the party's standings, everything known."""
    return ask(world, as_of, key=key, law=LAWBOOK).standings


def seen(world: World, key: str, as_of: datetime) -> tuple[Seen, ...]:
    """Return the statuses of listing and effects at an instant."""
    return tuple(
        (one.status, tuple((effect.rule, effect.status) for effect in one.effects))
        for one in standings(world, key, as_of)
    )


def named(bodies: list[Body]) -> Iterator[date]:
    """Yield every date that an act, an edition or an entry names."""
    for body in (*LAW, *bodies):
        if isinstance(body, tuple):
            yield Moment.of(body[0].listed_at, NEW_YORK).on
            for entry in body[1]["entries"].values():
                yield from (date.fromisoformat(stated.on) for stated in entry.stated)
        elif isinstance(body, Edition):
            yield from (date.fromisoformat(claim.complete_from) for claim in body.coverage if claim.complete_from)
        elif isinstance(body, Act):
            for moment in (body.made_at, body.effective_at, body.ended_at):
                if moment is not None:
                    yield moment.on


@settings(max_examples=15)
@given(worlds(ruled=False))
def test_statuses_change_only_on_dates_that_something_names(bodies: list[Body]) -> None:
    dates = set(named(bodies))
    may_change = dates | {one + timedelta(days=WAIT) for one in dates} | {ANNEX_DAY}
    world = recorded(bodies)
    noons = [at(f"{day(number)} 12:00") for number in range(-1, DAYS + WAIT)]
    told = [seen(world, KEYS[0], noon) for noon in noons]
    for (noon, before), (later, after) in pairwise(zip(noons, told, strict=True)):
        if before != after:
            assert {noon.date(), later.date()} & may_change


@settings(max_examples=15)
@given(worlds(ruled=False), st.integers(0, DAYS - 1))
def test_a_days_status_is_the_strictest_of_its_hours(bodies: list[Body], number: int) -> None:
    world = recorded(bodies)
    on = day(number)
    whole = _strictest(world, on)
    for clock in ("00:00", "09:00", "09:30", "16:00", "23:00", "23:59:59"):
        for rule, rank in _strictest(world, at(f"{on} {clock}")).items():
            assert whole[rule] <= rank


def _strictest(world: World, as_of: date | datetime) -> dict[tuple[str, str], int]:
    """Return the strictest status of each rule on each list, as its place among statuses."""
    found: dict[tuple[str, str], int] = {}
    for one in standings(world, KEYS[0], as_of):
        for effect in one.effects:
            rule = (one.list, (effect.rule or "").partition("/")[0])
            found[rule] = min(_rank(effect.status), found.get(rule, len(STRICTEST)))
    return found


def _rank(status: str) -> int:
    return STRICTEST.index(EffectStatus(status))
