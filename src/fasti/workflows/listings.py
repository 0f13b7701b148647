"""`list`: who was on a list at a vantage."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from fasti.ledger.coverage import list_state
from fasti.ledger.evidence import Evidence
from fasti.ledger.glancing import Glance, Glances, glances
from fasti.ledger.histories import brief_history
from fasti.model.answer import NOTICE, ListAnswer, ListEntry
from fasti.model.history import EntryHistory
from fasti.model.standing import LIVE, ListingStatus
from fasti.regimes.selecting import Selection, earliest, select
from fasti.workflows.asking import CheckRequest, check_lists, evidence_at, query_of, vantage_of
from fasti.workflows.correcting import corrections_in, everyone
from fasti.workflows.opening import open_ledger
from fasti.workflows.running import Findings, make_run
from fasti.workflows.settings import Settings

SCHEMA = "fasti/list/1"

LISTED = ListingStatus.LISTED.value


def list_entries(
    settings: Settings,
    list_id: str,
    as_of: date | datetime | None = None,
    known_at: date | datetime | None = None,
    head: int | None = None,
) -> ListAnswer:
    """Return the entries announced, listed or suspended on a list at a vantage, by key.

    Raises:
        UsageError: The list is unknown.
    """
    with open_ledger(settings) as ledger:
        vantage = vantage_of(as_of, known_at, head, settings.now())
        evidence = evidence_at(ledger, vantage)
        check_lists(evidence.view, [list_id])
        state = list_state(evidence.view, list_id)
        entries = live_entries(evidence, list_id)
        extract = any(source.coverage == "extract" for source in state.sources)
        run = make_run(
            settings,
            ledger,
            evidence,
            Findings((state,), corrections=corrections_in(evidence, [list_id], everyone([list_id]))),
        )
        return ListAnswer(
            schema=SCHEMA,
            notice=NOTICE,
            query=replace(query_of(CheckRequest(list_id), evidence.view, settings), name=list_id),
            list=list_id,
            coverage="complete" if state.covered else "extract" if extract else "none",
            count=len(entries),
            run=run,
            entries=entries,
        )


def live_entries(evidence: Evidence, list_id: str, keys: Iterable[str] | None = None) -> tuple[ListEntry, ...]:
    """Return the entries of a list that are announced, listed or suspended at the vantage, by key.

    Args:
        evidence: The visible evidence.
        list_id: The list.
        keys: Consider these alone; `None` means every entry of files and acts.
    """
    wanted = None if keys is None else frozenset(keys)
    named = {key for ref, key in evidence.acts.named if ref == list_id} if wanted is None else wanted
    seen = glances(evidence, list_id, wanted)
    found = {key: _glanced(key, one) for key, one in seen.on_list.items()}
    found |= _folded(evidence, list_id, _to_fold(evidence, list_id, named, seen))
    return tuple(found[key] for key in sorted(found))


class Captioned(NamedTuple):
    """What a comparison shows of an entry; a tuple, of which many are made."""

    key: str
    caption: str
    kind: str


def captions(evidence: Evidence, list_id: str, keys: Iterable[str]) -> dict[str, Captioned]:
    """Return by key those of some entries that `live_entries` finds on a list, without since when and why."""
    wanted = frozenset(keys)
    seen = glances(evidence, list_id, wanted)
    found = {key: Captioned(key, one.sketch.names[0].text, one.sketch.kind) for key, one in seen.on_list.items()}
    for key, entry in _folded(evidence, list_id, _to_fold(evidence, list_id, wanted, seen)).items():
        found[key] = Captioned(key, entry.caption, entry.kind)
    return found


def _to_fold(evidence: Evidence, list_id: str, keys: Iterable[str], seen: Glances) -> set[str]:
    """Return those of some entries that a glance cannot tell of."""
    concerned = evidence.acts.entries_of(list_id)
    return {key for key in keys if key in concerned} | seen.left


def _folded(evidence: Evidence, list_id: str, keys: Collection[str]) -> dict[str, ListEntry]:
    """Return those of some entries that are on a list, each folded."""
    evidence.preload(keys, evidence.series_of(list_id))
    at = evidence.view.at(list_id)
    found = {}
    for key in keys:
        history = brief_history(evidence, (list_id, key))
        selection = select([history], at, covered=True)
        if selection.status in LIVE:
            found[key] = _entry(history, selection)
    return found


def _glanced(key: str, glance: Glance) -> ListEntry:
    sketch, start = glance.sketch, glance.start
    on = start.moment.on.isoformat()
    return ListEntry(key, sketch.names[0].text, sketch.kind, LISTED, on, start.basis)


def _entry(history: EntryHistory, selection: Selection) -> ListEntry:
    listing = history.listing
    start = earliest(selection.current)[1].start if selection.current else None
    return ListEntry(
        key=history.key,
        caption=listing.caption if listing else history.key,
        kind=listing.kind.value if listing else "unknown",
        status=selection.status.value,
        listed_on=start.moment.on.isoformat() if start else None,
        basis=start.basis if start else None,
    )
