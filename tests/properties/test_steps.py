"""The steps of an effect imply its status, whatever is recorded and whenever it is asked."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from fasti.model.standing import Effect, EffectStatus
from fasti.regimes.line_state import LineState
from tests.properties.histories import DAYS, KEYS, LAWBOOK, Body, day, recorded, worlds
from tests.unit.regimes.lawbook import ask


def implied(answers: Mapping[str, str]) -> EffectStatus:
    """Return the status that the answers imply: the first that holds, in the order of `EffectStatus`."""
    if answers["running"] == "no":
        return EffectStatus.ENDED if answers["ever"] == "yes" else EffectStatus.MOOT
    decisive = (
        ("stay", "yes", EffectStatus.SUSPENDED),
        ("start", "no", EffectStatus.PENDING),
        ("confirmed", "no", EffectStatus.UNCONFIRMED),
        ("licence", "yes", EffectStatus.LICENSED),
        ("modelled", "no", EffectStatus.NOT_MODELLED),
    )
    return next((status for name, answer, status in decisive if answers[name] == answer), EffectStatus.IN_FORCE)


def effects(bodies: list[Body], number: int) -> list[Effect]:
    """Return the effects on every party of a world on a day."""
    world = recorded(bodies)
    found = [ask(world, day(number), key=key, law=LAWBOOK).standings for key in KEYS]
    return [effect for standings in found for one in standings for effect in one.effects]


@settings(max_examples=40)
@given(worlds(ruled=False), st.integers(0, DAYS - 1))
def test_steps_imply_the_status(bodies: list[Body], number: int) -> None:
    for one in effects(bodies, number):
        if one.status != EffectStatus.NOT_MODELLED or one.steps:
            assert implied({step.name: step.answer for step in one.steps}) == one.status


@settings(max_examples=20)
@given(worlds(ruled=False), st.integers(0, DAYS - 1))
def test_a_rule_without_effect_failed_at_its_last_step_only(bodies: list[Body], number: int) -> None:
    world = recorded(bodies)
    for key in KEYS:
        for one in ask(world, day(number), key=key, law=LAWBOOK).standings:
            for rule in one.without_effect:
                assert [step.answer for step in rule.steps[:-1]] == ["yes"] * (len(rule.steps) - 1)
                assert rule.steps[-1].answer != "yes"


@given(st.tuples(*[st.booleans()] * 7))
def test_the_status_is_the_first_that_holds(flags: tuple[bool, ...]) -> None:
    state = LineState(*flags)
    said = {True: "yes", False: "no"}
    answers = {
        "running": said[not state.over],
        "ever": said[state.ever],
        "stay": said[state.stayed],
        "start": said[state.begun],
        "confirmed": said[state.confirmed],
        "licence": said[state.licensed],
        "modelled": said[state.modelled],
    }
    assert state.status == implied(answers)
