"""Histories: the fold applied to one entry, with what confirms it and what evidences it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from fasti.ledger.act_index import EntryRef
from fasti.ledger.coverage import complete_to
from fasti.ledger.evidence import Evidence
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
    brief, runs = _folded(evidence, ref)
    sequence = evidence.sequence(*ref)
    return replace(
        brief,
        editions=_editions(brief.shown, runs, sequence),
        confirmed_to=_confirmed_to(evidence, ref, sequence, brief.acts, evidence.view.at(ref[0])),
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
    return _folded(evidence, ref)[0]


def _folded(evidence: Evidence, ref: EntryRef) -> tuple[EntryHistory, tuple[Run, ...]]:
    """Return the history of an entry without what evidences it, and what the editions show of it."""
    list_id, key = ref
    zone_name = evidence.view.zone_of(list_id)
    sequence = evidence.sequence(list_id, key)
    spans = [span for span in evidence.spans(key, evidence.series_of(list_id)) if span.part == ENTRIES]
    runs = observed_runs(list_id, spans, evidence.contents(), sequence)
    acts = evidence.acts.of(ref)
    folded = fold_entry(list_id, key, zone_name, runs, sequence, acts)
    place = newest_place(runs, bisect_right(sequence.instants, evidence.view.at(list_id)))
    shown = None if place is None else sequence.editions[place]
    listing = _named(evidence, ref) if place is None else _listing(evidence, key, sequence, place)
    history = EntryHistory(
        list_id, key, zone_name, folded.spells, folded.stays, acts, listing, (), None, folded.problems, shown
    )
    return history, runs


def _listing(evidence: Evidence, key: str, sequence: EditionSequence, place: int) -> Listing | None:
    """Return what the edition at a place says of an entry."""
    return evidence.listing_at(key, sequence.editions[place].series, sequence.placed[place])


def _named(evidence: Evidence, ref: EntryRef) -> Listing | None:
    """Return what acts say of an entry that no edition shows."""
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
