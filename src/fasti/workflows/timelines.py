"""`timeline`: every act upon a party, every spell and every change of its entries, with the evidence."""

from fasti.ledger.amending import Amendments
from fasti.ledger.coverage import list_states
from fasti.ledger.evidence import Evidence
from fasti.ledger.parties import party_history
from fasti.model.answer import NOTICE, TimelineAnswer, TimelineEvent, TimelineParty
from fasti.model.history import EntryHistory, PartyHistory
from fasti.model.standing import Event
from fasti.model.standing import Evidence as Proof
from fasti.regimes.events import amendment_event, events_of
from fasti.regimes.proofs import act_evidence, edition_evidence, evidence_of
from fasti.regimes.selecting import select
from fasti.workflows.asking import (
    SCORER,
    CheckRequest,
    check_lists,
    evidence_at,
    find_parties,
    query_of,
    threshold_of,
    unknown_scheme,
    vantage_of,
)
from fasti.workflows.correcting import asked_for, corrections_in
from fasti.workflows.matching import Found, Matcher
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.running import Findings, make_run
from fasti.workflows.settings import Settings

SCHEMA = "fasti/timeline/1"


def timeline(settings: Settings, request: CheckRequest) -> TimelineAnswer:
    """Return every event up to the vantage of the parties that a name or key finds.

    Raises:
        UsageError: A part of the request names nothing known.
    """
    with open_ledger(settings) as ledger:
        return timeline_in(ledger, settings, request)


def timeline_in(ledger: Ledger, settings: Settings, request: CheckRequest) -> TimelineAnswer:
    """Return the events, from an open ledger."""
    vantage = vantage_of(request.as_of, request.known_at, request.head, settings.now())
    evidence = evidence_at(ledger, vantage)
    check_lists(evidence.view, request.lists)
    states = [one for name, one in list_states(evidence.view).items() if not request.lists or name in request.lists]
    keys: set[str] = set()
    parties, problems, amendments = [], set(unknown_scheme(evidence, request.name)), Amendments(evidence)
    for found in find_parties(Matcher(ledger, evidence), request.name, threshold_of(request)):
        history = party_history(evidence, found.keys)
        parties.append(_party(amendments, history, found, request.lists))
        keys |= found.keys
        problems |= {problem for entry in history.entries for problem in entry.problems}
    concerned = asked_for(request.name, threshold_of(request), keys)
    corrections = corrections_in(evidence, [state.list for state in states], concerned)
    findings = Findings(tuple(states), frozenset(problems), corrections, scorer=SCORER)
    run = make_run(settings, ledger, evidence, findings)
    query = query_of(request, evidence.view, settings)
    return TimelineAnswer(SCHEMA, NOTICE, query, run, tuple(parties))


def _party(amendments: Amendments, history: PartyHistory, found: Found, lists: tuple[str, ...]) -> TimelineParty:
    events: list[TimelineEvent] = []
    for list_id in sorted({entry.list for entry in history.entries}):
        entries = tuple(entry for entry in history.entries if entry.list == list_id)
        if not lists or list_id in lists:
            events += _of_list(amendments.evidence, list_id, entries)
            events += _changes(amendments, entries)
    events.sort(key=lambda one: (one.event.on, one.list or "", one.event.kind, one.event.summary))
    return TimelineParty(history.party_id, history.keys, history.caption, history.kind, found.match, tuple(events))


def _of_list(evidence: Evidence, list_id: str, entries: tuple[EntryHistory, ...]) -> list[TimelineEvent]:
    at = evidence.view.at(list_id)
    past = select(entries, at, covered=True).past
    return [TimelineEvent(list_id, event, _proofs(evidence, event, entries)) for event in events_of(entries, past)]


def _changes(amendments: Amendments, entries: tuple[EntryHistory, ...]) -> list[TimelineEvent]:
    """Return what editions amended in the entries while they were on their list."""
    view = amendments.evidence.view
    return [
        TimelineEvent(entry.list, amendment_event(entry, one), (edition_evidence(one.edition, entry, view),))
        for entry in entries
        for one in amendments.of((entry.list, entry.key))
    ]


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
