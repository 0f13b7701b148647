"""Authored editions and listings for the tests of the ledger: small, and the same every time."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from fasti.ledger.archive import Archive
from fasti.ledger.recording import make_edition, record_edition
from fasti.ledger.sqlite import open_store
from fasti.ledger.store import Store
from fasti.model.act import Act, ActKind, Party
from fasti.model.entry import Edition, LogEntry, Member
from fasti.model.identity import Identifier, Name, NameKind, Quality
from fasti.model.listing import Listing, Membership
from fasti.model.moment import Moment

SERIES = "test_list/csv"
DAY_ONE = datetime(2022, 1, 1, tzinfo=UTC)
RECORDED_AT = datetime(2023, 6, 1, 12, tzinfo=UTC)

Parts = Mapping[str, Mapping[str, Listing]]


def memory() -> Store:
    """Return an empty store in memory."""
    return open_store(None)


def archive_in(folder: Path) -> Archive:
    """Return the archive of the ledger in a folder."""
    return Archive(folder / "archive")


def on_disk(folder: Path) -> tuple[Store, Archive]:
    """Return the store and the archive in a folder, made if need be."""
    return open_store(folder / "ledger.db"), archive_in(folder)


def listing(key: str, name: str = "Acme Trading", remarks: str = "") -> Listing:
    """Return a listing with two names and an identifier."""
    return Listing(
        key,
        names=(Name(name), Name(f"{name} Ltd", NameKind.AKA, Quality.WEAK)),
        memberships=(Membership("test_list", "BASIS", "TAG"),),
        identifiers=(Identifier("isin", f"XS-{key}"),),
        remarks=remarks,
    )


def entries(**names: str) -> Parts:
    """Return one part, `entries`, with a listing for each key and name."""
    return {"entries": {f"test:{key}": listing(f"test:{key}", name) for key, name in names.items()}}


def raw(day: int) -> bytes:
    """Return the bytes that a publisher might have put out on a day."""
    return f"file of day {day}\n".encode() * 50


def edition(day: int, parts: Parts, series: str = SERIES) -> Edition:
    """Return the edition of a day with those parts."""
    data = raw(day)
    return make_edition(
        source=series.partition("/")[0],
        series=series,
        reader="test/1",
        members=[Member("entries", sha256(data).hexdigest(), len(data), f"{day}.csv")],
        stated_on=None,
        zone="UTC",
        seen_at=DAY_ONE + timedelta(days=day),
        parts=parts,
        lists=["test_list"],
    )


def append(store: Store, day: int, parts: Parts) -> LogEntry | None:
    """Append the edition of a day without keeping its file."""
    return store.append(edition(day, parts), RECORDED_AT, parts)


def record(store: Store, archive: Archive, day: int, parts: Parts) -> LogEntry | None:
    """Keep the file of a day's edition and append its entry."""
    return record_edition(store, archive, edition(day, parts), [raw(day)], parts, RECORDED_AT)


def act(number: int) -> Act:
    """Return an act that lists one party."""
    return Act(
        act_id=f"test/{number}",
        kind=ActKind.LISTED,
        title="The authority listed Acme.",
        authority="The authority",
        made_at=Moment.parse("2021-01-14"),
        citation="1 Test Register 1",
        list="test_list",
        parties=(Party("acme", "acme", (Name("Acme Trading"),)),),
        effective_at=Moment.parse("2021-01-14T16:15:00-05:00"),
    )
