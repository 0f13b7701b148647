"""The run block of every answer: what it was made from, what was not screened, what no list can say."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fasti.ledger.coverage import ListState
from fasti.ledger.evidence import Evidence
from fasti.model.answer import Run
from fasti.model.problem import Problem
from fasti.model.vantage import Vantage
from fasti.workflows.opening import Ledger
from fasti.workflows.settings import Settings

NOT_ASSESSED = (
    "country programmes and embargoes",
    "end-use and end-user controls",
    "military end users that no list names",
    "ownership and control: no stakes were given",
)
"""What no list of names can answer."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What a question came upon besides its answer.

    Attributes:
        states: The lists consulted.
        problems: Defects met.
        corrections: Corrections that changed the answer, one sentence each.
        scorer: Scorer of names; empty if none was used.
        rulebook: Rulebook; empty if none was used.
        policies: Readings of the law.
    """

    states: tuple[ListState, ...]
    problems: frozenset[Problem] = frozenset()
    corrections: frozenset[str] = frozenset()
    scorer: str = ""
    rulebook: str = ""
    policies: Mapping[str, str] = field(default_factory=dict)


def make_run(settings: Settings, ledger: Ledger, evidence: Evidence, findings: Findings) -> Run:
    """Return the run block of an answer."""
    view, states = evidence.view, findings.states
    readers = {one.edition.reader for ones in view.admissions.values() for one in ones if one.admitted}
    return Run(
        engine=settings.engine,
        scorer=findings.scorer,
        rulebook=findings.rulebook,
        chronicle=view.chronicle,
        readers=tuple(sorted(readers)),
        head=f"{view.head[0]}:{view.head[1]}",
        content_id=ledger.store.content_id(view.vantage.head),
        known_by=_known_by(view.vantage),
        policies=dict(findings.policies),
        corrections=tuple(sorted(findings.corrections)),
        problems=tuple(sorted({*findings.problems, *view.problems})),
        sources=tuple(source for state in states for source in state.sources),
        not_screened=tuple(state.gap for state in states if state.gap is not None),
        not_assessed=NOT_ASSESSED,
    )


def _known_by(vantage: Vantage) -> str:
    return vantage.known_at.isoformat()
