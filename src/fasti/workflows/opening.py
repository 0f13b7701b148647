"""Opens a ledger and keeps its chronicle current: a new ledger is filled, an older one gets what is new.

Nothing recorded is ever edited; a newer package appends acts and corrections.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from fasti.ledger.archive import Archive
from fasti.ledger.losses import Losses
from fasti.ledger.recording import make_edition
from fasti.ledger.sqlite import open_store
from fasti.ledger.store import Store
from fasti.model.catalog import Catalog
from fasti.model.entry import Body, Edition, Member
from fasti.model.errors import UnavailableError
from fasti.model.moment import end_of_day
from fasti.sources.catalog import load_catalog
from fasti.sources.chronicle.files import shipped_members
from fasti.workflows.settings import Settings

if TYPE_CHECKING:
    from fasti.sources.chronicle.assembling import Chronicle

MARK = "chronicle"
"""Setting of the ledger that names the chronicle files it was last filled from."""

SERIES = "chronicle/toml"


@dataclass(frozen=True, slots=True)
class Ledger:
    """An open ledger.

    Attributes:
        store: Log and derived tables.
        archive: Raw bytes.
        catalog: Lists and sources.
        losses: Memory of losses between editions.
        index: Folder of the index of names.
        long_lived: Whether many names will be asked for one by one.
    """

    store: Store
    archive: Archive
    catalog: Catalog
    losses: Losses
    index: Path
    long_lived: bool = False


@contextmanager
def open_ledger(settings: Settings) -> Iterator[Ledger]:
    """Open the ledger of the settings, made and filled if there is none.

    Raises:
        LedgerError: It is damaged, foreign or of a newer version.
        UnavailableError: It cannot be read, or not be made.
    """
    archive = Archive(settings.archive)
    with open_store(settings.ledger) as store:
        _keep_current(settings, store, archive)
        yield Ledger(store, archive, load_catalog(), Losses(store), settings.index, settings.long_lived)


def _keep_current(settings: Settings, store: Store, archive: Archive) -> None:
    """Append what the package's chronicle has and the ledger has not."""
    mark = _shipped_mark()
    if store.meta(MARK) == mark:
        return
    new = store.head()[0] == 0
    try:
        _fill(settings, store, archive)
        store.set_meta(MARK, mark)
    except UnavailableError:
        if store.head()[0] == 0:
            raise
    if new:
        settings.announce(
            f"There was no ledger at {settings.ledger}: it has been made, with the acts that come with Fasti and no "
            "official list; if you meant another, check --db."
        )


@cache
def _shipped_mark() -> str:
    """Return a hash over the chronicle files of this package, which a process reads once."""
    return hashlib.sha256(b"\0".join(member.data for member in shipped_members())).hexdigest()


def _fill(settings: Settings, store: Store, archive: Archive) -> None:
    from fasti.sources.chronicle.loader import load_chronicle

    chronicle = load_chronicle()
    now = settings.now()
    for member in chronicle.members:
        archive.put(member.data)
    store.append(_edition(chronicle), now)
    bodies: tuple[Body, ...] = (*chronicle.acts, *chronicle.corrections, *chronicle.decisions)
    for body in bodies:
        store.append(body, now)


def _edition(chronicle: "Chronicle") -> Edition:
    """Return the chronicle's own edition: its files, and what it claims to hold of each list."""
    members = [
        Member(one.role, hashlib.sha256(one.data).hexdigest(), len(one.data), one.name) for one in chronicle.members
    ]
    return make_edition(
        source=MARK,
        series=SERIES,
        reader=f"chronicle@{chronicle.version}",
        members=tuple(members),
        stated_on=chronicle.released_on,
        zone="UTC",
        seen_at=end_of_day(chronicle.released_on, "UTC"),
        parts={},
        lists=(),
        doubts=(),
        coverage=chronicle.coverage,
    )
