"""`explain`: one screen on the law behind a list, as it stood and was known at a vantage."""

from collections.abc import Mapping
from datetime import date, datetime

from fasti.ledger.coverage import list_state
from fasti.model.answer import NOTICE
from fasti.model.explanation import ExplainAnswer, ExplainQuery
from fasti.regimes.explaining import explain_list, sources_of
from fasti.regimes.policies import chosen
from fasti.regimes.question import law_at
from fasti.regimes.rulebook import load_rulebook
from fasti.workflows.asking import CheckRequest, check_lists, evidence_at, query_of, vantage_of
from fasti.workflows.correcting import corrections_in, everyone
from fasti.workflows.opening import open_ledger
from fasti.workflows.recorded import recorded_by
from fasti.workflows.running import Findings, make_run
from fasti.workflows.settings import Settings

SCHEMA = "fasti/explain/1"


def explain(
    settings: Settings,
    list_id: str,
    as_of: date | datetime | None = None,
    known_at: date | datetime | None = None,
    head: int | None = None,
    policies: Mapping[str, str] | None = None,
) -> ExplainAnswer:
    """Say what the law behind a list forbids, to whom, from when until when, and how one leaves the list.

    Raises:
        UsageError: The list is unknown, or a policy is.
    """
    with open_ledger(settings) as ledger:
        followed = chosen(policies or {})
        vantage = recorded_by(ledger, vantage_of(as_of, known_at, head, settings.now()), followed)
        evidence = evidence_at(ledger, vantage)
        check_lists(evidence.view, [list_id])
        law = law_at(evidence.view, load_rulebook())
        state, regimes = explain_list(list_id, law, evidence.view.at(list_id))
        info = evidence.view.catalog.lists[list_id]
        findings = Findings(
            (list_state(evidence.view, list_id),),
            corrections=corrections_in(evidence, [list_id], everyone([list_id])),
            rulebook=law.rulebook.name,
            policies=followed,
        )
        query = query_of(CheckRequest(list_id), evidence.view, settings)
        return ExplainAnswer(
            schema=SCHEMA,
            notice=NOTICE,
            query=ExplainQuery(list_id, query.as_of, query.known_at, query.projected),
            list=list_id,
            title=info.title,
            short=info.short,
            authority=info.authority,
            url=info.url,
            note=info.note,
            law=state,
            regimes=regimes,
            sources=sources_of(regimes, law),
            run=make_run(settings, ledger, evidence, findings),
        )
