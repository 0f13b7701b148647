"""`timeline`: every event and act of a party, with its evidence."""

from fasti.ledger.coverage import list_states
from fasti.ledger.evidence import Evidence
from fasti.ledger.parties import party_history
from fasti.model.answer import NOTICE, TimelineAnswer, TimelineEvent, TimelineParty
from fasti.model.history import EntryHistory, PartyHistory
from fasti.model.standing import Event
from fasti.model.standing import Evidence as Proof
from fasti.regimes.events import events_of
from fasti.regimes.proofs import act_evidence, evidence_of
from fasti.regimes.selecting import select
from fasti.workflows.asking import (
    SCORER,
    CheckRequest,
    check_lists,
    evidence_at,
    find_parties,
    query_of,
    threshold_of,
    vantage_of,
)
from fasti.workflows.correcting import asked_for, corrections_in
from fasti.workflows.matching import Found, Matcher
from fasti.workflows.opening import open_ledger
from fasti.workflows.running import Findings, make_run
from fasti.workflows.settings import Settings

SCHEMA = "fasti/timeline/1"


def timeline(settings: Settings, request: CheckRequest) -> TimelineAnswer:
    """Return every event up to the vantage of the parties that a name or key finds.

    Raises:
        UsageError: A part of the request names nothing known.
    """
    with open_ledger(settings) as ledger:
        vantage = vantage_of(request.as_of, request.known_at, request.head, settings.now())
        evidence = evidence_at(ledger, vantage)
        check_lists(evidence.view, request.lists)
        states = [one for name, one in list_states(evidence.view).items() if not request.lists or name in request.lists]
        keys: set[str] = set()
        parties, problems = [], set()
        for found in find_parties(Matcher(ledger, evidence), request.name, threshold_of(request)):
            history = party_history(evidence, found.keys)
            parties.append(_party(evidence, history, found, request.lists))
            keys |= found.keys
            problems |= {problem for entry in history.entries for problem in entry.problems}
        concerned = asked_for(request.name, threshold_of(request), keys)
        corrections = corrections_in(evidence, [state.list for state in states], concerned)
        findings = Findings(tuple(states), frozenset(problems), corrections, scorer=SCORER)
        run = make_run(settings, ledger, evidence, findings)
        query = query_of(request, evidence.view, settings)
        return TimelineAnswer(SCHEMA, NOTICE, query, run, tuple(parties))


def _party(evidence: Evidence, history: PartyHistory, found: Found, lists: tuple[str, ...]) -> TimelineParty:
    events: list[TimelineEvent] = []
    for list_id in sorted({entry.list for entry in history.entries}):
        entries = tuple(entry for entry in history.entries if entry.list == list_id)
        if not lists or list_id in lists:
            events += _of_list(evidence, list_id, entries)
    events.sort(key=lambda one: (one.event.on, one.list or "", one.event.kind, one.event.event_id))
    return TimelineParty(history.party_id, history.keys, history.caption, history.kind, found.match, tuple(events))


def _of_list(evidence: Evidence, list_id: str, entries: tuple[EntryHistory, ...]) -> list[TimelineEvent]:
    at = evidence.view.at(list_id)
    past = select(entries, at, covered=True).past
    return [TimelineEvent(list_id, event, _proofs(evidence, event, entries)) for event in events_of(entries, past)]


def _proofs(evidence: Evidence, event: Event, entries: tuple[EntryHistory, ...]) -> tuple[Proof, ...]:
    """Return the evidence of one event: of the act it is, or of the edition that shows it."""
    for entry in entries:
        for act in entry.acts:
            if act.title in event.summary and act.citation == event.citation:
                return act_evidence(act, evidence.view)
    edition = event.citation.removeprefix("edition ")
    return tuple(
        proof for proof in evidence_of(entries, evidence.view) if proof.sha256 and proof.sha256.startswith(edition)
    )
