"""Decides the times and the digest of an edition, and that its files are kept before its entry is written."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256

from fasti.ledger.archive import Archive
from fasti.ledger.codec import content_hash
from fasti.ledger.store import Store
from fasti.model.entry import Coverage, Edition, LogEntry, Member
from fasti.model.errors import BadInputError
from fasti.model.listing import Listing
from fasti.model.moment import end_of_day

Parts = Mapping[str, Mapping[str, Listing]]
"""Part name, then entry key, to listing."""


def make_edition(  # noqa: PLR0913 (an edition has this many facts, and they come from different places)
    *,
    source: str,
    series: str,
    reader: str,
    members: Sequence[Member],
    stated_on: date | None,
    zone: str,
    seen_at: datetime,
    parts: Parts,
    lists: Iterable[str],
    doubts: Sequence[str] = (),
    coverage: Sequence[Coverage] = (),
) -> Edition:
    """Return the log body of an edition; the main member comes first and names it.

    Args:
        source: Source id.
        series: `source/format`.
        reader: Reader and version that normalised the files.
        members: The files, main one first.
        stated_on: The day the files say they are of, in the publisher's zone; `None` if they say none.
        zone: IANA zone of the publisher.
        seen_at: When the files were seen; fractions of a second are dropped.
        parts: What the files say.
        lists: Lists for which the edition is complete.
        doubts: Reasons to hold the edition.
        coverage: For the chronicle's own editions.
    """
    seen = seen_at.replace(microsecond=0)
    listed = seen if stated_on is None else min(end_of_day(stated_on, zone), seen)
    return Edition(
        series=series,
        source=source,
        members=tuple(members),
        listed_at=listed,
        basis="seen" if stated_on is None else "stated",
        seen_at=seen,
        public_at=listed,
        reader=reader,
        digest=digest(hashes(parts)),
        counts=tuple(sorted((part, len(listings)) for part, listings in parts.items())),
        lists=tuple(sorted(lists)),
        doubts=tuple(doubts),
        coverage=tuple(coverage),
    )


def hashes(parts: Parts) -> dict[str, dict[str, str]]:
    """Return the content hash of each listing, by part and key."""
    return {part: {key: content_hash(one) for key, one in listings.items()} for part, listings in parts.items()}


def digest(held: Mapping[str, Mapping[str, str]]) -> str:
    r"""Return the sha256 over the sorted lines `part\tkey\tcontent hash` of an edition, in hex."""
    lines = [f"{part}\t{key}\t{content}\n" for part, contents in held.items() for key, content in contents.items()]
    return sha256("".join(sorted(lines)).encode()).hexdigest()


def record_edition(
    store: Store, archive: Archive, edition: Edition, files: Iterable[bytes], parts: Parts, recorded_at: datetime
) -> LogEntry | None:
    """Keep an edition's files, then append its entry; `None` if the ledger has it already.

    Raises:
        BadInputError: The files are not the edition's members.
    """
    kept = {archive.put(data) for data in files}
    if kept != {member.sha256 for member in edition.members}:
        raise BadInputError(f"The files given are not the members of edition {edition.edition_id}: read them again.")
    return store.append(edition, recorded_at, parts)
