"""The section on how each effect was decided, and why other rules of a list give none: one line a step."""

from collections.abc import Iterable, Mapping

from fasti.cli.text.document import Block, Bullet, Bullets, Paragraph, Section, Tone, Words, section
from fasti.cli.text.words import info_of, say_act, say_status, sentence_case
from fasti.model.catalog import ListInfo
from fasti.model.standing import Effect, Standing, Step, WithoutEffect

TONES = {"yes": Tone.STRONG, "no": Tone.STRONG, "unknown": Tone.ALERT}


def sections_of(standings: Iterable[Standing], lists: Mapping[str, ListInfo]) -> tuple[Section, ...]:
    """Return the steps of every effect, then of every rule without one."""
    told = tuple(standings)
    held = [block for one in told for effect in one.effects if effect.steps for block in _effect(effect, one, lists)]
    failed = [block for one in told for rule in one.without_effect for block in _without(rule, one, lists)]
    return (*section("Steps, effect by effect", *held), *section("Rules without effect here, and why", *failed))


def _effect(effect: Effect, standing: Standing, lists: Mapping[str, ListInfo]) -> tuple[Block, ...]:
    named = f"{info_of(lists, standing.list).short}, {effect.rule} [{say_act(effect.act)}]"
    name = f"{named}: {sentence_case(effect.phrase)}: "
    return (Paragraph((Words(name), say_status(effect.status))), _steps(effect.steps))


def _without(rule: WithoutEffect, standing: Standing, lists: Mapping[str, ListInfo]) -> tuple[Block, ...]:
    name = f"{info_of(lists, standing.list).short}, {rule.rule}: {sentence_case(rule.phrase)}"
    return (Paragraph((Words(name),)), _steps(rule.steps))


def _steps(steps: Iterable[Step]) -> Bullets:
    return Bullets(tuple(_step(one) for one in steps))


def _step(step: Step) -> Bullet:
    words = (
        Words(f"{step.question} "),
        Words(sentence_case(step.answer), TONES.get(step.answer, Tone.PLAIN)),
        Words(f": {step.because}."),
        Words(f" [{step.citation}]" if step.citation else "", Tone.QUIET),
    )
    return Bullet(tuple(one for one in words if one.text))
