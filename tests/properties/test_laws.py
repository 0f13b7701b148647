"""The laws of the ledger on generated worlds: answers stay, look at no later knowledge, and need no order."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fasti.model.act import Act
from fasti.model.answer import CheckAnswer
from fasti.model.entry import Correction, Decision, Edition
from fasti.workflows import checking
from fasti.workflows.correcting import corrections_in, everyone
from fasti.workflows.listings import live_entries
from tests.properties.histories import (
    LAW,
    LAWBOOK,
    Body,
    acts,
    answers,
    bare,
    issues,
    knowing,
    recorded,
    vantages,
    worlds,
)
from tests.unit.ledger.worlds import LIST, World

asking = st.tuples(vantages, knowing)
Vantages = list[tuple[date | datetime, date | datetime]]
orders = st.randoms(use_true_random=False)


@pytest.fixture(scope="module", autouse=True)
def _authored_law() -> Iterator[None]:
    """Let the checks of this module apply a small law whose dates fall into the generated weeks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "load_rulebook", lambda: LAWBOOK)
        yield


def told(world: World, questions: Vantages, head: int | None = None) -> list[CheckAnswer]:
    """Return every answer to the questions."""
    return [answer for as_of, known_at in questions for answer in answers(world, as_of, known_at, head)]


@settings(max_examples=15)
@given(worlds(), st.lists(asking, min_size=1, max_size=2))
def test_l1_an_answer_at_a_head_never_changes(bodies: list[Body], questions: Vantages) -> None:
    world = recorded([])
    history = []
    for body in bodies:
        world.add(body)
        head, _ = world.store.head()
        history.append((head, told(world, questions)))
    for head, before in history:
        after = told(world, questions, head)
        assert after == before


@settings(max_examples=30)
@given(worlds(), vantages, vantages, st.data())
def test_l2_what_becomes_public_later_leaves_every_earlier_answer(
    bodies: list[Body], as_of: date | datetime, known_at: date | datetime, data: st.DataObject
) -> None:
    """Held fixed: corrections and decisions, which by design are not cut by what was known."""
    editions = data.draw(st.lists(issues(), max_size=2))
    chronicle = [data.draw(acts(number)) for number in range(10, 10 + data.draw(st.integers(0, 3)))]
    world = recorded(bodies)
    view = world.view(as_of, known_at)
    later: list[Body] = [one for one in editions if one[0].public_at > view.vantage.known_until("America/New_York")]
    later += [one for one in chronicle if _public(one) > view.vantage.known_until("America/New_York")]
    assume(later)
    taken = {body[0].order for body in bodies if isinstance(body, tuple)}
    assume(not any(one[0].order in taken for one in editions))
    before = told(world, [(as_of, known_at)])
    world.add(*later)
    assert list(map(bare, told(world, [(as_of, known_at)]))) == list(map(bare, before))


def _public(act: Act) -> datetime:
    return act.publication.published("America/New_York")


@settings(max_examples=30)
@given(worlds(), st.lists(asking, min_size=1, max_size=2), orders)
def test_l3_the_order_of_recording_matters_to_no_answer(
    bodies: list[Body], questions: Vantages, chance: Random
) -> None:
    """Held fixed: the order of corrections and decisions among themselves, of which the last on a matter stands."""
    rulings = [body for body in bodies if isinstance(body, Correction | Decision)]
    others: list[Body] = [*LAW, *(body for body in bodies if not isinstance(body, Correction | Decision))]
    chance.shuffle(others)
    places = sorted(chance.choices(range(len(others) + 1), k=len(rulings)))
    for place, ruling in reversed(list(zip(places, rulings, strict=True))):
        others.insert(place, ruling)
    one, other = recorded(bodies), World().add(*others)
    assert one.store.content_id() == other.store.content_id()
    assert list(map(bare, told(one, questions))) == list(map(bare, told(other, questions)))


@settings(max_examples=15)
@given(worlds(), asking, orders)
def test_what_is_offered_again_changes_nothing(
    bodies: list[Body], question: tuple[date | datetime, date | datetime], chance: Random
) -> None:
    world = recorded(bodies)
    before = told(world, [question])
    again = [*LAW, *bodies]
    chance.shuffle(again)
    assert [world.append(body) for body in again] == [None] * len(again)
    assert told(world, [question]) == before


@settings(max_examples=30)
@given(worlds(ruled=False), st.lists(asking, min_size=2, max_size=3), st.data())
def test_l6_a_correction_is_named_in_every_answer_it_changed(
    bodies: list[Body], questions: Vantages, data: st.DataObject
) -> None:
    wrong = data.draw(st.sampled_from([*LAW, *bodies]))
    corrects = _id(wrong)
    replacement = None
    if isinstance(wrong, Act) and data.draw(st.booleans()):
        other = data.draw(acts(9))
        replacement = replace(other, act_id=data.draw(st.sampled_from((wrong.act_id, "act-9"))))
    correction = Correction(corrects, "it was mistyped", "2 Test Register", replacement)
    world = recorded(bodies)
    head, _ = world.store.head()
    world.add(correction)
    for before, after in zip(told(world, questions, head), told(world, questions), strict=True):
        if bare(before) != _unnamed(after):
            assert after.run.corrections == (f"{corrects}: it was mistyped (2 Test Register)",)
    for as_of, known_at in questions:
        was, now = (live_entries(world.evidence(as_of, known_at, cut), LIST) for cut in (head, None))
        if was != now:
            assert corrections_in(world.evidence(as_of, known_at), [LIST], everyone([LIST]))


def _id(body: Body) -> str:
    """Return what a correction of a body names."""
    if isinstance(body, tuple):
        return body[0].edition_id
    if isinstance(body, Edition):
        return body.edition_id
    assert isinstance(body, Act)
    return body.act_id


def _unnamed(answer: CheckAnswer) -> CheckAnswer:
    plain = bare(answer)
    return replace(plain, run=replace(plain.run, corrections=()))
