"""Asks the law of every entry that stands on a list, without going through its name."""

from collections.abc import Iterator
from datetime import date

from fasti.ledger.coverage import list_states
from fasti.ledger.parties import component, party_history
from fasti.model.standing import Effect
from fasti.model.vantage import Vantage
from fasti.regimes.assess import assess
from fasti.regimes.question import Question, law_at
from fasti.regimes.rulebook import load_rulebook
from fasti.workflows.asking import evidence_at
from fasti.workflows.opening import open_ledger
from fasti.workflows.settings import Settings

TODAY = date(2026, 11, 28)


def effects_on(settings: Settings, list_id: str, day: date, step: int = 1) -> Iterator[tuple[str, tuple[Effect, ...]]]:
    """Yield the key and the effects of the entries that are on a list on a day.

    Args:
        settings: The ledger.
        list_id: The list.
        day: The day.
        step: Of how many entries one is asked.
    """
    with open_ledger(settings) as opened:
        evidence = evidence_at(opened, Vantage(day, TODAY))
        law = law_at(evidence.view, load_rulebook())
        covered = {name: state.covered for name, state in list_states(evidence.view).items()}
        for key in evidence.preload_list(list_id)[::step]:
            party = party_history(evidence, component(evidence, [key]))
            for standing in assess(party, Question(), law, covered).standings:
                if standing.list == list_id and standing.status == "listed":
                    yield key, standing.effects


def speaks(effect: Effect) -> bool:
    """Say whether an effect tells something: in force, cited and binding somebody, or plainly not modelled."""
    return effect.status == "not_modelled" or (effect.status == "in_force" and bool(effect.citation and effect.bound))
