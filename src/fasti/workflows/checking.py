"""`check`: what applied to a party at a vantage, with the evidence and with what was not consulted."""

from collections.abc import Iterable, Sequence

from fasti.ledger.coverage import ListState, list_states
from fasti.ledger.parties import party_history
from fasti.model.answer import NOTICE, CheckAnswer, PartyAnswer
from fasti.model.history import PartyHistory
from fasti.model.problem import Problem
from fasti.model.standing import LIVE, Standing
from fasti.regimes.assess import assess
from fasti.regimes.clock import POLICY
from fasti.regimes.policies import chosen
from fasti.regimes.question import Law, Question, law_at
from fasti.regimes.rulebook import load_rulebook
from fasti.screening.name_v1 import MATCH
from fasti.workflows.asking import (
    SCORER,
    CheckRequest,
    actor_of,
    check_lists,
    conduct_of,
    evidence_at,
    find_parties,
    query_of,
    threshold_of,
    unknown_scheme,
    vantage_of,
)
from fasti.workflows.correcting import asked_for, corrections_in
from fasti.workflows.dated_events import check_events, unheeded
from fasti.workflows.indexing import Tell
from fasti.workflows.matching import Found, Matcher
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.recorded import recorded_by
from fasti.workflows.running import Findings, make_run
from fasti.workflows.settings import Settings

SCHEMA = "fasti/check/1"


def check(settings: Settings, request: CheckRequest, tell: Tell | None = None) -> CheckAnswer:
    """Answer a question about a name or key.

    Args:
        settings: Which ledger.
        request: The question.
        tell: Told in words what takes time.

    Raises:
        UsageError: A part of the request names nothing known.
        LedgerError: The ledger cannot be used.
    """
    with open_ledger(settings) as ledger:
        return check_in(ledger, settings, request, tell)


def check_in(ledger: Ledger, settings: Settings, request: CheckRequest, tell: Tell | None = None) -> CheckAnswer:
    """Answer a question from a ledger that is open already."""
    vantage = vantage_of(request.as_of, request.known_at, request.head, settings.now())
    policies = chosen(request.policies)
    evidence = evidence_at(ledger, recorded_by(ledger, vantage, policies))
    check_lists(evidence.view, (*request.lists, *request.require))
    law = law_at(evidence.view, load_rulebook())
    check_events(request.events, law.rulebook)
    question = Question(actor_of(request.actors), conduct_of(request.act), policies[POLICY], request.events)
    states = {name: state for name, state in list_states(evidence.view).items() if _wanted(name, request)}
    covered = {name: state.covered for name, state in states.items()}
    problems = set(unknown_scheme(evidence, request.name))
    keys: set[str] = set()
    parties = []
    for found in find_parties(Matcher(ledger, evidence, tell), request.name, threshold_of(request)):
        history = party_history(evidence, found.keys)
        answer, defects = _party(history, found, question, law, covered, request.lists)
        parties.append(answer)
        problems |= defects
        keys |= found.keys
    findings = Findings(
        tuple(states.values()),
        frozenset(problems) | unheeded(request.events, parties),
        corrections_in(evidence, states, asked_for(request.name, threshold_of(request), keys)),
        scorer=SCORER,
        rulebook=law.rulebook.name,
        policies=policies,
    )
    run = make_run(settings, ledger, evidence, findings)
    verdict = _verdict(parties, states.values())
    return CheckAnswer(SCHEMA, NOTICE, query_of(request, evidence.view, settings), verdict, run, tuple(parties))


def _wanted(list_id: str, request: CheckRequest) -> bool:
    return not request.lists or list_id in {*request.lists, *request.require}


def _party(
    history: PartyHistory,
    found: Found,
    question: Question,
    law: Law,
    covered: dict[str, bool],
    lists: Sequence[str],
) -> tuple[PartyAnswer, set[Problem]]:
    assessment = assess(history, question, law, covered)
    standings = tuple(one for one in assessment.standings if not lists or one.list in lists)
    answer = PartyAnswer(history.party_id, history.keys, history.caption, history.kind, found.match, standings)
    return answer, set(assessment.problems)


def _verdict(parties: Iterable[PartyAnswer], states: Iterable[ListState]) -> str:
    """Return the verdict: a live listing first, absence only where every list consulted supports it."""
    live = [party.match.score for party in parties if any(_live(one) for one in party.standings)]
    if live:
        return "match" if max(live) >= MATCH else "possible"
    return "no_match" if all(state.covered for state in states) else "incomplete"


def _live(standing: Standing) -> bool:
    return standing.status in LIVE
