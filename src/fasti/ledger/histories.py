"""Histories: the fold applied to one entry, with what confirms it and what evidences it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from fasti.ledger.coverage import complete_to
from fasti.ledger.evidence import EntryRef, Evidence
from fasti.ledger.fold import fold_entry
from fasti.ledger.precedence import Compared
from fasti.ledger.runs import EditionSequence, Run, newest_place, observed_runs
from fasti.model.act import Act
from fasti.model.entry import Edition
from fasti.model.history import EntryHistory
from fasti.model.identity import Name
from fasti.model.listing import ENTRIES, Listing
from fasti.model.moment import Moment
from fasti.model.problem import Problem


def entry_history(evidence: Evidence, ref: EntryRef) -> EntryHistory:
    """Fold one entry on one list from the visible evidence."""
    runs, brief = _folded(evidence, ref)
    sequence = evidence.sequence(*ref)
    at = evidence.view.at(ref[0])
    shown = _shown(runs, sequence, at)
    return replace(
        brief,
        listing=_listing(evidence, ref, shown),
        editions=_editions(shown, runs, sequence),
        confirmed_to=_confirmed_to(evidence, ref, sequence, brief.acts, at),
        shown=shown,
        problems=(*brief.problems, *_repeated_otherwise(evidence, ref, runs, sequence)),
    )


def _repeated_otherwise(
    evidence: Evidence, ref: EntryRef, runs: tuple[Run, ...], sequence: EditionSequence
) -> Iterator[Problem]:
    """Yield where publications that repeat the list differ from its own file."""
    list_id, key = ref
    compared = Compared(list_id, runs, sequence, evidence.view.zone_of(list_id))
    for series, editions in evidence.set_aside(list_id, key).items():
        spans = [span for span in evidence.spans(key, [series]) if span.part == ENTRIES]
        source = evidence.view.catalog.sources[editions[0].source]
        yield from compared.differences(editions, spans, evidence.contents(), source)


def brief_history(evidence: Evidence, ref: EntryRef) -> EntryHistory:
    """Fold one entry without gathering the editions that evidence it; for whole lists."""
    runs, brief = _folded(evidence, ref)
    shown = _shown(runs, evidence.sequence(*ref), evidence.view.at(ref[0]))
    return replace(brief, listing=_listing(evidence, ref, shown), shown=shown)


def _folded(evidence: Evidence, ref: EntryRef) -> tuple[tuple[Run, ...], EntryHistory]:
    """Return what the editions show of an entry, and its history as far as the fold gives it."""
    list_id, key = ref
    zone_name = evidence.view.zone_of(list_id)
    sequence = evidence.sequence(list_id, key)
    spans = [span for span in evidence.spans(key, evidence.series_of(list_id)) if span.part == ENTRIES]
    runs = observed_runs(list_id, spans, evidence.contents(), sequence)
    acts = evidence.acts.of(ref)
    folded = fold_entry(list_id, key, zone_name, runs, sequence, acts)
    brief = EntryHistory(list_id, key, zone_name, folded.spells, folded.stays, acts, None, (), None, folded.problems)
    return runs, brief


def _shown(runs: Iterable[Run], sequence: EditionSequence, at: datetime) -> Edition | None:
    """Return the newest edition up to the instant that shows the entry, else the first that does."""
    chosen = newest_place(runs, bisect_right(sequence.instants, at))
    return None if chosen is None else sequence.editions[chosen]


def _listing(evidence: Evidence, ref: EntryRef, shown: Edition | None) -> Listing | None:
    if shown is not None:
        return evidence.listing_at(ref[1], shown.series, shown.order)
    party = evidence.acts.named.get(ref)
    if party is None:
        return None
    names: tuple[Name, ...] = party.names
    return Listing(ref[1], party.kind, names, identifiers=tuple(sorted(party.identifiers)))


def _editions(shown: Edition | None, runs: Iterable[Run], sequence: EditionSequence) -> tuple[Edition, ...]:
    """Return the editions that evidence an entry: the one shown, and those on either side of each change."""
    places: set[int] = set()
    for run in runs:
        places |= {run.first - 1, run.first, run.stop - 1, run.stop}
    found = [sequence.editions[place] for place in sorted(places) if 0 <= place < len(sequence.editions)]
    return tuple(found if shown is None or shown in found else [*found, shown])


def _confirmed_to(
    evidence: Evidence, ref: EntryRef, sequence: EditionSequence, acts: Iterable[Act], at: datetime
) -> str | None:
    """Return the date up to which the present state is confirmed; `None` if it is at the vantage itself."""
    zone_name = evidence.view.zone_of(ref[0])
    today = Moment.of(at, zone_name).on
    dates = [Moment.of(sequence.editions[-1].listed_at, zone_name).on] if sequence.editions else []
    claimed = complete_to(evidence.view, ref[0])
    dates += [claimed] if claimed else []
    said = (moment.on for act in acts if act.list == ref[0] for moment in (act.made_at, act.takes_effect))
    dates += [on for on in said if on <= today]
    newest = max(dates, default=None)
    return newest.isoformat() if newest is not None and newest < today else None
