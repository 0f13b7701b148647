"""`ingest`: official files in, through the reader and its gates, archived and then recorded; nothing is lost.

Bytes are archived and synced before their entry is; what a gate refuses leaves the ledger as it was, and
what the fold holds is kept in the log until a decision frees it.
"""

import hashlib
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from fasti.ledger.admitting import Admission
from fasti.ledger.recording import make_edition
from fasti.ledger.view import build_view
from fasti.model.answer import IngestAnswer, IngestedView
from fasti.model.entry import Edition, Member
from fasti.model.errors import RefusedError, UsageError
from fasti.model.moment import Moment, end_of_day
from fasti.model.problem import Problem
from fasti.model.vantage import Vantage
from fasti.sources.catalog import load_catalog
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.offers import Offer, find_offers, load
from fasti.sources.reading import READERS, read
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.settings import Settings

SCHEMA = "fasti/ingest/1"

Progress = Callable[[int, int, str], None]
"""Called before each edition with its number from 0, how many there are, and its name."""


def ingest(
    settings: Settings,
    source: str,
    paths: Sequence[Path],
    seen_at: date | datetime | None = None,
    progress: Progress | None = None,
) -> IngestAnswer:
    """Offer files to the ledger as editions of a source.

    Args:
        settings: Clock and place of the ledger.
        source: Source id.
        paths: Files or folders: a file is one edition, a folder of dated names is a series, a folder with the source's
            member files is one edition.
        seen_at: When the files were seen, a date meaning by its end; `None` means as their names say, else now.
        progress: Told of each edition before it is read.

    Raises:
        UsageError: The source is unknown.
        UnavailableError: A path or the ledger cannot be had.
    """
    known = sorted({name for name, _ in READERS})
    if source not in known:
        message = f"{source} is no source that can be ingested: use one of {', '.join(known)}."
        raise UsageError(message)
    seen = _instant(seen_at, source)
    offers = [offer for path in paths for offer in find_offers(source, path)]
    with open_ledger(settings) as ledger:
        memo = Memo()
        views = []
        for number, offer in enumerate(offers):
            if progress is not None:
                progress(number, len(offers), offer.name)
            views.append(_take(ledger, settings, source, offer, seen, memo))
        ledger.losses.forget_spans()
        views = _with_admissions(ledger, settings, views)
        ledger.losses.save()
        seq, link = ledger.store.head()
    return IngestAnswer(SCHEMA, source, f"{seq}:{link}", tuple(views))


def _instant(seen_at: date | datetime | None, source: str) -> datetime | None:
    """Return when the files were seen; a date counts to its end in the publisher's zone."""
    if seen_at is None or isinstance(seen_at, datetime):
        return seen_at
    return end_of_day(seen_at, load_catalog().sources[source].zone)


def _take(
    ledger: Ledger, settings: Settings, source: str, offer: Offer, seen_at: datetime | None, memo: Memo
) -> IngestedView:
    """Read, archive and record one edition."""
    try:
        members = load(offer)
        draft = read(source, members, memo)
    except RefusedError as error:
        return IngestedView("", source, "", 0, "refused", str(error), ())
    now = settings.now()
    edition = _edition(draft, members, seen_at or offer.seen_at or now)
    unchanged = seen_at is None and offer.seen_at is None and _is_newest(ledger, edition)
    if not unchanged:
        for member in members:
            ledger.archive.put(member.data)
        unchanged = ledger.store.append(edition, now, draft.parts) is None
    outcome = "unchanged" if unchanged else "admitted"
    reason = "the ledger holds this edition already" if unchanged else ""
    return _view(edition, draft.zone, outcome, reason, draft.problems)


def _edition(draft: Draft, members: Sequence[RawMember], seen_at: datetime) -> Edition:
    return make_edition(
        source=draft.source,
        series=draft.series,
        reader=draft.reader,
        members=tuple(
            Member(one.role, hashlib.sha256(one.data).hexdigest(), len(one.data), one.name) for one in members
        ),
        stated_on=draft.stated_on,
        zone=draft.zone,
        seen_at=seen_at,
        parts=draft.parts,
        lists=draft.lists,
        doubts=draft.doubts,
    )


def _is_newest(ledger: Ledger, edition: Edition) -> bool:
    """Say whether the newest edition held of the series has the same files."""
    held = [
        entry.body
        for entry in ledger.store.log()
        if isinstance(entry.body, Edition) and entry.body.series == edition.series
    ]
    newest = max(held, key=lambda one: one.order, default=None)
    return newest is not None and {one.sha256 for one in newest.members} == {one.sha256 for one in edition.members}


def _view(edition: Edition, zone_name: str, outcome: str, reason: str, problems: tuple[Problem, ...]) -> IngestedView:
    return IngestedView(
        edition=edition.edition_id,
        series=edition.series,
        listed_at=str(Moment.of(edition.listed_at, zone_name)),
        entries=dict(edition.counts).get("entries", 0),
        outcome=outcome,
        reason=reason,
        problems=problems,
    )


def _with_admissions(ledger: Ledger, settings: Settings, views: list[IngestedView]) -> list[IngestedView]:
    """Mark the editions that the fold holds."""
    now = settings.now()
    view = build_view(ledger.store.log(), Vantage(now, now), ledger.catalog, ledger.losses)
    held: dict[tuple[str, str], Admission] = {
        (one.edition.series, one.edition.edition_id): one
        for ones in view.admissions.values()
        for one in ones
        if not one.admitted
    }
    return [_held(one, held.get((one.series, one.edition))) for one in views]


def _held(view: IngestedView, admission: Admission | None) -> IngestedView:
    if admission is None or view.outcome == "refused":
        return view
    return IngestedView(
        view.edition, view.series, view.listed_at, view.entries, "held", admission.reason, view.problems
    )
