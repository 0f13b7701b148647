"""`sources`: what the ledger holds of each source and list, and the decision to free an edition that is held."""

from dataclasses import replace

from fasti.ledger.admitting import Admission
from fasti.ledger.coverage import list_states
from fasti.ledger.covering import intervals
from fasti.ledger.health import findings
from fasti.ledger.view import View
from fasti.model.answer import EditionView, SourcesAnswer, SourceView
from fasti.model.entry import Decision
from fasti.model.errors import UsageError
from fasti.model.moment import Moment
from fasti.model.problem import Problem
from fasti.workflows.asking import evidence_at, vantage_of
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.settings import Settings

SCHEMA = "fasti/sources/1"


def sources(settings: Settings, *, health: bool = False) -> SourcesAnswer:
    """Return every source with its editions, and every list with how it is covered now.

    Args:
        settings: Clock and place of the ledger.
        health: Also look at volumes, fields, drift and silence of the newest editions; reads them whole.
    """
    with open_ledger(settings) as ledger:
        answer = _answer(ledger, settings)
        return replace(answer, findings=_findings(ledger, settings)) if health else answer


def _findings(ledger: Ledger, settings: Settings) -> tuple[Problem, ...]:
    evidence = evidence_at(ledger, vantage_of(None, None, None, settings.now()))
    found = [one for info in ledger.catalog.sources.values() for one in findings(evidence, info)]
    return tuple(sorted(found))


def accept(settings: Settings, edition: str, why: str) -> SourcesAnswer:
    """Free an edition that is held, by a decision in the log.

    Args:
        settings: Who decides, and where.
        edition: Edition id, or its first digits.
        why: The reason, kept for ever.

    Raises:
        UsageError: No edition held, or more than one, goes by that id, or no reason is given.
    """
    if not why.strip():
        message = "--why is blank: say why the edition is to be believed; it is kept in the log."
        raise UsageError(message)
    with open_ledger(settings) as ledger:
        view = _view(ledger, settings)
        held = [one for ones in view.admissions.values() for one in ones if not one.admitted]
        named = {one.edition.edition_id for one in held if one.edition.edition_id.startswith(edition)}
        if len(named) != 1:
            message = f"--accept {edition} names {len(named)} editions that are held: `fasti sources` shows them."
            raise UsageError(message)
        ledger.store.append(Decision("release", (named.pop(),), settings.user, why), settings.now())
        return _answer(ledger, settings)


def _view(ledger: Ledger, settings: Settings) -> View:
    return evidence_at(ledger, vantage_of(None, None, None, settings.now())).view


def _answer(ledger: Ledger, settings: Settings) -> SourcesAnswer:
    view = _view(ledger, settings)
    states = list_states(view).values()
    return SourcesAnswer(
        schema=SCHEMA,
        head=f"{view.head[0]}:{view.head[1]}",
        content_id=ledger.store.content_id(),
        sources=tuple(_source(view, source_id) for source_id in sorted(ledger.catalog.sources)),
        lists=tuple(source for state in states for source in state.sources),
        not_loaded=tuple(state.gap for state in states if state.gap is not None),
        coverage=intervals(view),
        as_of=settings.now().date().isoformat(),
    )


def _source(view: View, source_id: str) -> SourceView:
    info = view.catalog.sources[source_id]
    ones = [one for series in view.admissions.values() for one in series if one.edition.source == source_id]
    ones.sort(key=lambda one: (one.edition.series, one.edition.order))
    return SourceView(
        source=source_id,
        title=info.title,
        lists=info.lists,
        state=_state(view, source_id, ones),
        editions=tuple(_edition(one, info.zone) for one in ones),
    )


def _state(view: View, source_id: str, ones: list[Admission]) -> str:
    """Return `current`, `stale`, `held` (the newest edition is not admitted), `not_loaded` or `built_in`."""
    info = view.catalog.sources[source_id]
    if not ones:
        return "built_in" if source_id == "chronicle" and view.chronicle else "not_loaded"
    newest = max(ones, key=lambda one: one.edition.order)
    if not newest.admitted:
        return "held"
    age = (view.vantage.at(info.zone) - newest.edition.listed_at).days
    return "stale" if age > info.stale_after_days else "current"


def _edition(one: Admission, zone_name: str) -> EditionView:
    return EditionView(
        edition=one.edition.edition_id,
        series=one.edition.series,
        listed_at=str(Moment.of(one.edition.listed_at, zone_name)),
        basis=one.edition.basis,
        seen_at=str(Moment.of(one.edition.seen_at, zone_name)),
        entries=dict(one.edition.counts).get("entries", 0),
        state="admitted" if one.admitted else "held",
        reason=one.reason,
    )
