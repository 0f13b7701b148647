"""Takes files in memory into the ledger as an edition: read, gated, archived, recorded; nothing acknowledged is lost.

Bytes are archived and synced before their entry is; what a gate refuses leaves the ledger as it was, and
what the fold holds is kept in the log until a decision frees it.
"""

import fcntl
import hashlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from fasti.ledger.admitting import Admission
from fasti.ledger.recording import make_edition
from fasti.ledger.view import build_view
from fasti.model.answer import IngestedView
from fasti.model.entry import Edition, Member
from fasti.model.errors import RefusedError, UnavailableError
from fasti.model.moment import Moment
from fasti.model.problem import Problem
from fasti.model.vantage import Vantage
from fasti.sources.catalog import load_catalog
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.ftm.datasets import of_dataset
from fasti.sources.reading import read
from fasti.workflows.opening import Ledger
from fasti.workflows.settings import Settings

TURN = ".turn"
HELD_ALREADY = "the ledger holds this edition already"


@dataclass(frozen=True, slots=True)
class Seen:
    """When files were seen.

    Attributes:
        at: The instant.
        live: Whether they are what the publisher serves at that instant. Then the files of the newest edition say
            nothing new; files whose time somebody states may be an edition that came back.
    """

    at: datetime
    live: bool


def take(
    ledger: Ledger,
    settings: Settings,
    source: str,
    members: Sequence[RawMember],
    seen: Seen,
    memo: Memo,
    *,
    dataset: str = "",
) -> IngestedView:
    """Read, archive and record one edition; what a gate refuses is an outcome and no exception.

    Args:
        ledger: Where it goes.
        settings: Clock and place of the ledger.
        source: Source id.
        members: The files.
        seen: When they were seen.
        memo: What was read before.
        dataset: Of exchange files, the dataset whose series they belong to; empty as the files themselves say.

    Raises:
        UsageError: No reader is known for the source.
        UnavailableError: The archive or the ledger cannot be written.
    """
    try:
        draft = read(source, members, memo)
    except RefusedError as error:
        return refused(source, str(error))
    if dataset:
        draft = of_dataset(replace(draft, series="/".join(draft.series.split("/")[:2])), dataset)
    edition = _edition(draft, members, seen.at)
    with turn(settings.archive) if seen.live else nullcontext():
        unchanged = seen.live and _has_files(newest_of(ledger, edition.series), _hashes(members))
        if not unchanged:
            for member in members:
                ledger.archive.put(member.data)
            unchanged = ledger.store.append(edition, settings.now(), draft.parts) is None
    outcome, reason = ("unchanged", HELD_ALREADY) if unchanged else ("admitted", "")
    return _view(edition, draft.zone, outcome, reason, draft.problems)


def refused(source: str, why: str) -> IngestedView:
    """Return what became of files that are no edition."""
    return IngestedView("", source, "", 0, "refused", why, ())


def unchanged_edition(ledger: Ledger, source: str, hashes: Collection[str]) -> IngestedView | None:
    """Return the newest edition of one of the source's series if it has just these files, else `None`."""
    prefix = f"{source}/"
    for series in {one.series for one in _editions(ledger) if one.series.startswith(prefix)}:
        newest = newest_of(ledger, series)
        if newest is not None and _has_files(newest, hashes):
            return _view(newest, load_catalog().sources[source].zone, "unchanged", HELD_ALREADY, ())
    return None


def newest_of(ledger: Ledger, series: str) -> Edition | None:
    """Return the newest edition held of a series."""
    held = [one for one in _editions(ledger) if one.series == series]
    return max(held, key=lambda one: one.order, default=None)


def with_admissions(ledger: Ledger, settings: Settings, views: Sequence[IngestedView]) -> list[IngestedView]:
    """Mark the editions that the fold holds, and keep what was learned of their losses."""
    ledger.losses.forget_spans()
    now = settings.now()
    view = build_view(ledger.store.log(), Vantage(now, now), ledger.catalog, ledger.losses)
    held: dict[tuple[str, str], Admission] = {
        (one.edition.series, one.edition.edition_id): one
        for ones in view.admissions.values()
        for one in ones
        if not one.admitted
    }
    ledger.losses.save()
    return [_held(one, held.get((one.series, one.edition))) for one in views]


@contextmanager
def turn(archive: Path) -> Iterator[None]:
    """Keep other processes of this machine from deciding at the same time whether live files are new to the ledger.

    Args:
        archive: Folder of the ledger's raw bytes, beside which the lock lies.

    Raises:
        UnavailableError: The lock cannot be made.
    """
    path = archive.with_name(archive.name + TURN)
    try:
        file = path.open("ab")
    except OSError as error:
        raise UnavailableError(
            f"{path} cannot be written ({error.strerror}): allow writing beside the ledger."
        ) from error
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _editions(ledger: Ledger) -> Iterator[Edition]:
    return (entry.body for entry in ledger.store.log() if isinstance(entry.body, Edition))


def _has_files(edition: Edition | None, hashes: Collection[str]) -> bool:
    return edition is not None and {one.sha256 for one in edition.members} == set(hashes)


def _hashes(members: Sequence[RawMember]) -> set[str]:
    return {hashlib.sha256(one.data).hexdigest() for one in members}


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


def _held(view: IngestedView, admission: Admission | None) -> IngestedView:
    if admission is None or view.outcome == "refused":
        return view
    return replace(view, outcome="held", reason=admission.reason)
