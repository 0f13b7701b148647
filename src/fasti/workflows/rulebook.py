"""`rules`: the versions of every rule, how the law changed since a day, and what of ours was corrected since."""

from collections.abc import Iterator
from datetime import date, datetime

from fasti.ledger.coverage import list_states
from fasti.model.act import Act
from fasti.model.answer import NOTICE
from fasti.model.entry import Correction, LogEntry
from fasti.model.moment import Moment
from fasti.model.rules import PolicyChoice, PolicyView, RecordFix, RulesAnswer, RulesQuery
from fasti.regimes.changing import law_changes, rule_entries
from fasti.regimes.fixes import load_fixes
from fasti.regimes.policies import chosen, load_policies
from fasti.regimes.question import law_at
from fasti.regimes.rulebook import load_rulebook
from fasti.workflows.asking import CheckRequest, evidence_at, query_of, vantage_of
from fasti.workflows.correcting import corrections_in, everyone
from fasti.workflows.opening import open_ledger
from fasti.workflows.running import Findings, make_run
from fasti.workflows.settings import Settings

SCHEMA = "fasti/rules/1"
ZONE = "UTC"


def rules(
    settings: Settings,
    since: date | None = None,
    as_of: date | datetime | None = None,
    known_at: date | datetime | None = None,
    head: int | None = None,
) -> RulesAnswer:
    """Return the rules as they stood at a vantage, and what changed since a day.

    A change of the law counts from the day on which its act takes effect; a correction from the day on which it was
    recorded here, whatever day it is about.

    Raises:
        UsageError: The head names no place in the log.
    """
    with open_ledger(settings) as ledger:
        vantage = vantage_of(as_of, known_at, head, settings.now())
        evidence = evidence_at(ledger, vantage)
        law = law_at(evidence.view, load_rulebook())
        query = query_of(CheckRequest(""), evidence.view, settings)
        lists = tuple(evidence.view.catalog.lists)
        findings = Findings(
            tuple(list_states(evidence.view).values()),
            corrections=corrections_in(evidence, lists, everyone(lists)),
            rulebook=law.rulebook.name,
            policies=chosen({}),
        )
        return RulesAnswer(
            schema=SCHEMA,
            notice=NOTICE,
            query=RulesQuery(since.isoformat() if since else None, query.as_of, query.known_at, query.projected),
            rules=rule_entries(law, vantage.at(ZONE)),
            law_changed=law_changes(law, since),
            record_corrected=tuple(sorted(_fixes(ledger.store.log(vantage.head), since), key=lambda one: one.on)),
            policies=policy_views(),
            run=make_run(settings, ledger, evidence, findings),
        )


def policy_views() -> tuple[PolicyView, ...]:
    """Return every policy with its values and what they mean."""
    return tuple(
        PolicyView(
            one.name, one.asks, one.default, one.why, tuple(PolicyChoice(each.value, each.means) for each in one.values)
        )
        for one in load_policies()
    )


def _fixes(log: tuple[LogEntry, ...], since: date | None) -> Iterator[RecordFix]:
    """Yield the corrections recorded in the log, and the fixes of the rulebook, on or after a day."""
    for entry in log:
        on = Moment.of(entry.recorded_at, ZONE).on
        if isinstance(entry.body, Correction) and (since is None or on >= since):
            yield _correction(entry.body, on)
    for one in load_fixes():
        if since is None or date.fromisoformat(one.on) >= since:
            yield RecordFix(one.on, "rulebook", one.subject, one.was, one.stands, one.because, one.citation)


def _correction(one: Correction, on: date) -> RecordFix:
    stands = _said(one.replacement) if one.replacement else "nothing stands instead"
    return RecordFix(on.isoformat(), "correction", one.corrects, one.corrects, stands, one.reason, one.citation)


def _said(act: Act) -> str:
    return f"{act.title} ({act.takes_effect}; {act.citation})"
