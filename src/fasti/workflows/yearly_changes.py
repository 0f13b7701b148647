"""`backfill --changes`: OFAC's yearly archives of changes date what editions only bracket; each match becomes an act.

The archives print names and no numbers. An entry is meant only if its name begins the printed one, a programme of it
stands there, and the editions held show it coming or going around that very day; where no edition lies before it, a
number or birth date of it must stand in the text as well. Whatever fits no entry, or several, is told and left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from fasti.ledger.evidence import Evidence
from fasti.ledger.histories import brief_history
from fasti.model.act import Act, ActKind, Confidence, Party, Rank
from fasti.model.backfill import BackfillAnswer, PastView
from fasti.model.errors import RefusedError, UsageError
from fasti.model.history import Boundary, EntryHistory
from fasti.model.listing import ENTRIES, Listing
from fasti.model.moment import Moment, end_of_day, start_of_day, utc_text
from fasti.sources.drafting import RawMember
from fasti.sources.ofac.yearly_changes import Change, Kind, YearOfChanges, read_changes
from fasti.sources.unpacking import unpack
from fasti.workflows.asking import evidence_at, vantage_of
from fasti.workflows.opening import Ledger, open_ledger
from fasti.workflows.settings import Settings

SCHEMA = "fasti/backfill/1"
SOURCE = "us_ofac_sdn"
LIST = "us_ofac_sdn"
KINDS = {Kind.ADDED: ActKind.LISTED, Kind.REMOVED: ActKind.DELISTED}
WORDS = {Kind.ADDED: "OFAC added {} to the SDN List", Kind.REMOVED: "OFAC removed {} from the SDN List"}


@dataclass(frozen=True, slots=True)
class Archive:
    """One archive with the hash of its bytes."""

    name: str
    digest: str
    read: YearOfChanges


def backfill_changes(settings: Settings, source: str, paths: Sequence[Path]) -> BackfillAnswer:
    """Record as acts what archives of changes say of entries that the ledger's editions show.

    Args:
        settings: Clock and place of the ledger.
        source: Source id; only OFAC publishes such archives of its SDN List.
        paths: Text files, packed or not.

    Raises:
        UsageError: The source has no such archives.
        UnavailableError: A file or the ledger cannot be had.
    """
    if source != SOURCE:
        raise UsageError(f"--changes reads OFAC's archives of changes to the SDN List: use it with {SOURCE}.")
    with open_ledger(settings) as ledger:
        views: list[PastView] = []
        entries = _entries(evidence_at(ledger, vantage_of(None, None, None, settings.now())))
        for path in paths:
            views += _of_file(ledger, settings, path, entries)
        seq, link = ledger.store.head()
    return BackfillAnswer(SCHEMA, source, ", ".join(map(str, paths)), f"{seq}:{link}", tuple(views))


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the list as its editions show it."""

    history: EntryHistory
    listing: Listing
    slug: str
    zone: str


def _entries(evidence: Evidence) -> list[_Entry]:
    slugs = {key: party.slug for (list_id, key), party in evidence.acts.named.items()}
    found = []
    for key in evidence.preload_list(LIST):
        history = brief_history(evidence, (LIST, key))
        if history.spells and history.listing is not None and history.listing.names:
            found.append(_Entry(history, history.listing, slugs.get(key, key), history.zone))
    return found


def _of_file(ledger: Ledger, settings: Settings, path: Path, entries: Sequence[_Entry]) -> Iterator[PastView]:
    now = utc_text(settings.now())
    data = unpack(path)
    try:
        read = read_changes(RawMember(ENTRIES, path.name, data))
    except RefusedError as error:
        yield PastView(path.name, now, "refused", str(error), None)
        return
    ledger.archive.put(data)
    archive = Archive(path.name, sha256(data).hexdigest(), read)
    yield from (PastView(path.name, now, "unchanged", one.message, None) for one in read.problems)
    for change in read.changes:
        yield _recorded(ledger, settings, archive, change, entries)


def _recorded(
    ledger: Ledger, settings: Settings, archive: Archive, change: Change, entries: Sequence[_Entry]
) -> PastView:
    """Record one change as an act, if the editions show whom it means."""
    meant = [one for one in entries if _means(change, one)]
    name = f"{change.on} {change.kind}: {meant[0].history.key if len(meant) == 1 else change.printed[:60]}"
    seen = utc_text(end_of_day(change.on, entries[0].zone)) if entries else utc_text(settings.now())
    if len(meant) != 1:
        shown = "no entry" if not meant else f"{len(meant)} entries"
        why = f"{shown} by this name and programme came or went around this day in the editions held"
        return PastView(name, seen, "unchanged", why, None)
    new = ledger.store.append(_act(archive, change, meant[0]), settings.now()) is not None
    return PastView(name, seen, "admitted" if new else "unchanged", "" if new else "the ledger holds this act", None)


def _means(change: Change, entry: _Entry) -> bool:
    tags = {one.tag for one in entry.listing.on_list(LIST)}
    if not change.names(entry.listing.names[0].text) or not any(f"[{tag}]" in change.printed for tag in tags):
        return False
    if change.kind is Kind.ADDED:
        ends = [one.start for one in entry.history.spells if not _running(entry, one.start.after)]
    else:
        ends = [one.end for one in entry.history.spells if one.end is not None and not _running(entry, one.end.by)]
    around = [one for one in ends if _around(change, one, entry.zone)]
    return any(one.after is not None for one in around) or (bool(around) and _marked(change, entry.listing))


def _running(entry: _Entry, at: datetime | None) -> bool:
    """Say whether the entry stood on the list at an instant, under any legal basis."""
    return at is not None and any(
        one.start.moment.starts(entry.zone) <= at and (one.end is None or at < one.end.moment.starts(entry.zone))
        for one in entry.history.spells
    )


def _around(change: Change, boundary: Boundary, zone: str) -> bool:
    """Say whether the day lies between the last edition before a turn and the first after it."""
    if boundary.by is None or start_of_day(change.on, zone) > boundary.by:
        return False
    return boundary.after is None or end_of_day(change.on, zone) > boundary.after


def _marked(change: Change, listing: Listing) -> bool:
    """Say whether a number or a birth date of the entry stands in the text."""
    marks: Iterable[str] = (
        *(one.value for one in listing.identifiers),
        *(one.text for one in listing.facts if one.what == "birth_date"),
    )
    return any(change.says(one) for one in marks if any(char.isdigit() for char in one))


def _act(archive: Archive, change: Change, entry: _Entry) -> Act:
    key, name = entry.history.key, entry.listing.names[0]
    return Act(
        act_id=f"us-ofac-sdn-{change.on}-{change.kind}-{key.rpartition(':')[2]}",
        kind=KINDS[change.kind],
        title=WORDS[change.kind].format(name.text),
        authority="US Treasury, Office of Foreign Assets Control",
        made_at=Moment(change.on),
        public_at=Moment(change.on),
        citation=f"OFAC, Changes to the SDN List since January 1, {archive.read.year}, under {change.on:%m/%d/%y}",
        list=LIST,
        parties=(Party(key, entry.slug, (name,), entry.listing.kind),),
        time_text=change.heading,
        rank=Rank.LIST_FILE,
        confidence=Confidence.MED,
        primary_read=True,
        note=(
            f"The archive prints no number: the entry is meant by name, programme and the editions around the day. "
            f"{archive.name}, sha256 {archive.digest}."
        ),
    )
