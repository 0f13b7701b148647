"""`backfill`: past editions from an archive into the ledger, each at the time the archive attests; resumable.

What the ledger has already is not asked for or read again, so an interrupted run goes on where it stopped.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from fasti.ledger.recording import make_edition, record_edition
from fasti.model.answer import IngestedView
from fasti.model.backfill import BackfillAnswer, PastView
from fasti.model.entry import Edition, Member
from fasti.model.errors import BadInputError, LedgerError, RefusedError, UnavailableError, UsageError
from fasti.model.moment import Moment, end_of_day, utc_text
from fasti.sources.archives import archives, searches
from fasti.sources.catalog import load_catalog
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.offers import find_offers, load
from fasti.sources.reading import READERS, read
from fasti.workflows.asking_archives import Asker
from fasti.workflows.notices import past_notices
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.past import Past
from fasti.workflows.past_ecfr import versions_of
from fasti.workflows.past_git import commits_of
from fasti.workflows.settings import Settings
from fasti.workflows.taking import HELD_ALREADY, refused, with_admissions

SCHEMA = "fasti/backfill/1"

Progress = Callable[[int, int, str], None]
"""Called before each edition with its number from 0, how many there are, and its name."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the ledger has of a source already.

    Attributes:
        times: Series, `listed_at` and `seen_at` of each edition.
        files: `seen_at` and the hashes of the files of each.
    """

    times: frozenset[tuple[str, str, str]]
    files: frozenset[tuple[str, frozenset[str]]]


def check_source(source: str) -> None:
    """Refuse a source without a reader.

    Raises:
        UsageError: There is none.
    """
    known = sorted({name for name, _ in READERS})
    if source not in known:
        raise UsageError(f"{source} is no source that can be read: use one of {', '.join(known)}.")


def of_folder(source: str, folder: Path) -> list[Past]:
    """Return the past editions that a folder of dated names holds; a name without a date is no past edition.

    Raises:
        UsageError: There is no such source.
        UnavailableError: There is no such folder.
        BadInputError: It holds no edition.
    """
    check_source(source)
    offers = [offer for offer in find_offers(source, folder) if offer.seen_at is not None]
    if not offers:
        raise BadInputError(f"No name in {folder} is dated: name files or folders as 2021-06-04 or 2021-06-04T0122Z.")
    return [Past(one.name, one.seen_at, partial(load, one)) for one in offers if one.seen_at is not None]


def of_git(source: str, repository: Path, paths: Sequence[str]) -> list[Past]:
    """Return the past editions that a git repository holds; see `past_git.commits_of`."""
    check_source(source)
    return commits_of(source, repository, paths)


def of_archive(settings: Settings, source: str, base: str | None, pause: float) -> tuple[str, list[Past]]:
    """Return where the public archive of a source lies, and the past editions that it holds.

    Args:
        settings: Who asks.
        source: Source id.
        base: Another address at which the same archive can be asked; `None` means its own.
        pause: Seconds between two requests.

    Raises:
        UsageError: No public archive of the source is known.
        UnavailableError: The archive cannot be reached.
        RefusedError: Its answer makes no sense.
    """
    archive, search = archives().get(source), searches().get(source)
    if archive is not None:
        check_source(source)
        archive = replace(archive, base=(base or archive.base).rstrip("/"))
        stale = load_catalog().sources[source].stale_after_days
        return archive.base, versions_of(archive, Asker(settings, archive.base, pause), stale)
    if search is not None and search.editions:
        check_source(source)
        search = replace(search, base=(base or search.base).rstrip("/"))
        return search.base, past_notices(search, Asker(settings, search.base, pause), settings.now().date())
    known = ", ".join(sorted({*archives(), *(name for name, one in searches().items() if one.editions)}))
    raise UsageError(f"No public archive of {source} is known, only of {known}: use --from-git or --from-folder.")


def between(past: Sequence[Past], since: datetime | None, until: datetime | None) -> list[Past]:
    """Return the editions seen from one instant on and up to another, both inclusive; `None` is no bound."""
    return [one for one in past if (since is None or since <= one.seen_at) and (until is None or one.seen_at <= until)]


def backfill(
    settings: Settings, source: str, archive: str, past: Sequence[Past], progress: Progress | None = None
) -> BackfillAnswer:
    """Offer past editions to the ledger, oldest first.

    One that cannot be had or read is told and does not stop the rest.

    Args:
        settings: Clock and place of the ledger.
        source: Source id.
        archive: Where the history comes from, in words.
        past: The editions, oldest first.
        progress: Told of each before it is had.

    Raises:
        UnavailableError: The ledger cannot be had.
    """
    check_source(source)
    with open_ledger(settings) as ledger:
        held, memo = _held(ledger, source), Memo()
        views = []
        for number, one in enumerate(past):
            if progress is not None:
                progress(number, len(past), one.name)
            views.append(_take(ledger, settings, source, one, held, memo))
        views = _with_admissions(ledger, settings, views)
        seq, link = ledger.store.head()
    return BackfillAnswer(SCHEMA, source, archive, f"{seq}:{link}", tuple(views))


def _held(ledger: Ledger, source: str) -> Held:
    bodies = (entry.body for entry in ledger.store.log())
    editions = [body for body in bodies if isinstance(body, Edition) and body.source == source]
    return Held(
        frozenset((one.series, utc_text(one.listed_at), utc_text(one.seen_at)) for one in editions),
        frozenset((utc_text(one.seen_at), frozenset(member.sha256 for member in one.members)) for one in editions),
    )


def _take(ledger: Ledger, settings: Settings, source: str, one: Past, held: Held, memo: Memo) -> PastView:
    """Have, read and record one past edition."""
    seen = utc_text(one.seen_at)
    if one.seen_at > settings.now():
        return PastView(one.name, seen, "refused", "It is dated in the future: check the clocks.", None)
    if (f"{source}/{one.form}", _listed(source, one), seen) in held.times:
        return PastView(one.name, seen, "unchanged", HELD_ALREADY, None)
    try:
        members = one.load()
    except UnavailableError as error:
        return PastView(one.name, seen, "unavailable", str(error), None)
    except RefusedError as error:
        return PastView(one.name, seen, "refused", str(error), None)
    if (seen, frozenset(_hash(member) for member in members)) in held.files:
        return PastView(one.name, seen, "unchanged", HELD_ALREADY, None)
    try:
        view = _record(ledger, settings, one, members, read(source, members, memo))
    except LedgerError:
        raise
    except BadInputError as error:
        view = refused(source, str(error))
    return PastView(one.name, seen, view.outcome, view.reason, view)


def _record(ledger: Ledger, settings: Settings, one: Past, members: Sequence[RawMember], draft: Draft) -> IngestedView:
    edition = _edition(one, members, draft)
    files = [member.data for member in members]
    new = record_edition(ledger.store, ledger.archive, edition, files, draft.parts, settings.now()) is not None
    return IngestedView(
        edition=edition.edition_id,
        series=edition.series,
        listed_at=str(Moment.of(edition.listed_at, draft.zone)),
        entries=dict(edition.counts).get("entries", 0),
        outcome="admitted" if new else "unchanged",
        reason="" if new else HELD_ALREADY,
        problems=draft.problems,
    )


def _edition(one: Past, members: Sequence[RawMember], draft: Draft) -> Edition:
    """Return the edition; where only the archive says its day, it was public from when it was to be seen there."""
    edition = make_edition(
        source=draft.source,
        series=draft.series,
        reader=draft.reader,
        members=tuple(Member(member.role, _hash(member), len(member.data), member.name) for member in members),
        stated_on=draft.stated_on or one.stated_on,
        zone=draft.zone,
        seen_at=one.seen_at,
        parts=draft.parts,
        lists=draft.lists,
        doubts=draft.doubts,
    )
    return edition if draft.stated_on or one.stated_on is None else replace(edition, public_at=edition.seen_at)


def _listed(source: str, one: Past) -> str:
    """Return the instant that an edition will speak for, if the archive says its day."""
    if one.stated_on is None:
        return utc_text(one.seen_at)
    return utc_text(min(end_of_day(one.stated_on, load_catalog().sources[source].zone), one.seen_at))


def _hash(member: RawMember) -> str:
    return hashlib.sha256(member.data).hexdigest()


def _with_admissions(ledger: Ledger, settings: Settings, views: Sequence[PastView]) -> list[PastView]:
    """Mark the editions that the fold holds."""
    offered = with_admissions(ledger, settings, [one.edition for one in views if one.edition is not None])
    after = iter(offered)
    return [one if one.edition is None else _after(one, next(after)) for one in views]


def _after(one: PastView, edition: IngestedView) -> PastView:
    return PastView(one.name, one.seen_at, edition.outcome, edition.reason, edition)
