"""Exit codes: decides what an answer means to a script."""

from typing import TYPE_CHECKING

from fasti.cli.codes import Exit, FailOn, FailOnRow
from fasti.model.answer import CheckAnswer, IngestAnswer, NotScreened, Run, SourcesAnswer, VerifyAnswer
from fasti.model.standing import LIVE, EffectStatus

if TYPE_CHECKING:
    from fasti.model.backfill import BackfillAnswer
    from fasti.model.screened import ScreenAnswer
    from fasti.model.sync import SyncAnswer

FORBIDDING = frozenset({EffectStatus.IN_FORCE, EffectStatus.UNCONFIRMED, EffectStatus.NOT_MODELLED})
"""Effects that count for `--fail-on effect`: in force, or not known to be lifted."""

FOUND = frozenset({"match", "possible"})
UNHEALTHY = frozenset({"stale", "held", "doubtful"})


def of_check(answer: CheckAnswer, fail_on: FailOn | None, require: tuple[str, ...]) -> Exit:
    """Return the exit code of a check; a condition that held comes before a list not consulted."""
    if fail_on is not None and holds(answer, fail_on):
        return Exit.HELD
    if not_consulted(answer.run, require):
        return Exit.NOT_CONSULTED
    return Exit.DONE


def of_screen(answer: "ScreenAnswer", fail_on: FailOnRow | None) -> Exit:
    """Return the exit code of a bulk screening: a finding, then a list not consulted, then rows that were not asked."""
    found = answer.counts.match + (answer.counts.possible if fail_on is FailOnRow.POSSIBLE else 0)
    if fail_on is not None and found:
        return Exit.HELD
    if not_consulted(answer.run, answer.query.require):
        return Exit.NOT_CONSULTED
    return Exit.BAD_INPUT if answer.counts.error else Exit.DONE


def holds(answer: CheckAnswer, condition: FailOn) -> bool:
    """Say whether a `--fail-on` condition holds for any party found, a possible match included."""
    standings = [standing for party in answer.parties for standing in party.standings]
    match condition:
        case FailOn.MATCH:
            return answer.verdict in FOUND
        case FailOn.LISTED:
            return any(standing.status in LIVE for standing in standings)
        case FailOn.EFFECT:
            return any(effect.status in FORBIDDING for standing in standings for effect in standing.effects)


def not_consulted(run: Run, require: tuple[str, ...]) -> tuple[NotScreened, ...]:
    """Return the required lists that an answer does not rest on, or only on stale editions."""
    named = {one.list: one for one in run.not_screened}
    fresh = {state.list for state in run.sources if not state.stale}
    return tuple(
        named.get(list_id, NotScreened(list_id, "not_loaded", f"fasti ingest SOURCE PATH (a source of {list_id})"))
        for list_id in require
        if list_id in named or list_id not in fresh
    )


def of_ingest(answer: IngestAnswer) -> Exit:
    """Return 3 if any edition was refused or held."""
    stopped = any(one.outcome in {"refused", "held"} for one in answer.editions)
    return Exit.BAD_INPUT if stopped else Exit.DONE


def of_backfill(answer: "BackfillAnswer") -> Exit:
    """Return 4 if an edition could not be had, else 3 if one was refused or held."""
    outcomes = {one.outcome for one in answer.past}
    if "unavailable" in outcomes:
        return Exit.UNAVAILABLE
    return Exit.BAD_INPUT if outcomes & {"refused", "held"} else Exit.DONE


def of_sync(answer: "SyncAnswer") -> Exit:
    """Return 4 if a source could not be had, else 3 if an edition was refused or held."""
    outcomes = {one.outcome for one in answer.sources}
    if "unavailable" in outcomes:
        return Exit.UNAVAILABLE
    return Exit.BAD_INPUT if outcomes & {"refused", "held"} else Exit.DONE


def of_verify(answer: VerifyAnswer) -> Exit:
    """Return 1 if a fault was found."""
    return Exit.HELD if answer.faults else Exit.DONE


def of_health(answer: SourcesAnswer) -> Exit:
    """Return 1 if a list is stale, a source's newest edition is stale, held or doubtful, or anything was found."""
    unwell = any(source.state in UNHEALTHY for source in answer.sources) or any(one.stale for one in answer.lists)
    return Exit.HELD if unwell or answer.findings else Exit.DONE
