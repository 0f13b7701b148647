"""Decide how an index is brought up to date: by what the ledger gained, where that can be told, and else all anew.

One writer at a time writes; what no longer makes up the index is swept away.
"""

import fcntl
import os
import shutil
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fasti.index.extending import extend_owners
from fasti.index.gaining import gained
from fasti.index.gathering import Spread
from fasti.index.keeping import CURRENT, LOCK, Current, Stamp, open_index, read_current, write_current
from fasti.index.names import NameIndex
from fasti.index.owners import Owners, write_owners
from fasti.index.rubbish import uncollected
from fasti.index.segments import ListedName, Segment, folder_faults, open_segment, write_segment
from fasti.index.surveying import survey
from fasti.index.wording import Wording
from fasti.ledger.store import Store
from fasti.model.errors import LedgerError
from fasti.model.identity import PartyKind

MOST_SEGMENTS = 6
"""With more parts than this the index is made anew as one."""
MOST_ADDED = 0.25
"""Share of names that may lie in added segments before the index is made anew as one."""

Tell = Callable[[str], None]
"""Told in words what is being done."""


@dataclass(frozen=True, slots=True)
class Maker:
    """What an index is made by.

    Attributes:
        wording: The scorer's.
        stamp: What the index is to be made from.
        spread: Has the work done.
        tell: Told what is being done.
    """

    wording: Wording
    stamp: Stamp
    spread: Spread
    tell: Tell


def renew_index(folder: Path, store: Store, maker: Maker) -> NameIndex:
    """Bring the index in a folder up to date and open it; what another writer did meanwhile is taken.

    Args:
        folder: Made if need be.
        store: Of the ledger.
        maker: By what it is made.

    Raises:
        OSError: The folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder), uncollected():
        ready = open_index(folder, maker.wording, maker.stamp)
        if ready is not None:
            return ready
        maker.tell("reading the names of the ledger")
        before = _before(folder, maker)
        current = _added_to(folder, store, maker, before) or _looked_over(folder, store, maker, before)
        write_current(folder, current)
        _sweep(folder, current)
        opened = open_index(folder, maker.wording, maker.stamp)
    if opened is None:
        raise LedgerError(f"The name index {folder} cannot be read back: check the disk, then delete the folder.")
    return opened


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    with (folder / LOCK).open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@dataclass(frozen=True, slots=True)
class _Before:
    """The index as it was, every byte of it as it was written."""

    current: Current
    segments: Mapping[str, Segment]
    owners: Owners

    @property
    def names(self) -> int:
        return sum(map(len, self.segments.values()))

    def numbers(self, names: Iterable[ListedName]) -> dict[ListedName, int]:
        """Return the numbers of those of some names that it has; the names of a segment are in order."""
        found = {}
        for name in names:
            first = 0
            for segment in self.segments.values():
                place = bisect_left(range(len(segment)), name, key=segment.name)
                if place < len(segment) and segment.name(place) == name:
                    found[name] = first + place
                first += len(segment)
        return found


def _before(folder: Path, maker: Maker) -> _Before | None:
    """Return the index as it was; `None` if there is none of this scorer and folding that can be trusted."""
    current = read_current(folder)
    if current is None or (current.stamp.wording, current.stamp.fold) != (maker.stamp.wording, maker.stamp.fold):
        return None
    try:
        if any(folder_faults(folder / name) for name in (*current.segments, current.owners)):
            return None
        segments = {name: open_segment(folder / name) for name in current.segments}
        return _Before(current, segments, Owners.open(folder / current.owners))
    except (LedgerError, OSError, KeyError, ValueError):
        return None


def _added_to(folder: Path, store: Store, maker: Maker, before: _Before | None) -> Current | None:
    """Write what the newest entries of the log brought; `None` if the whole ledger must be looked over."""
    gain = None if before is None else gained(store, before.owners, before.current.stamp.head)
    if before is None or gain is None:
        return None
    wanted = gain.names.keys() | gain.act_names.keys()
    numbers = before.numbers(wanted)
    fresh = sorted(wanted - numbers.keys())
    if not _may_add(len(before.segments), before.names, len(fresh)):
        return None
    numbers |= {name: before.names + place for place, name in enumerate(fresh)}
    segments = (*before.segments, *_segment(folder, fresh, maker)) if fresh else (*before.segments,)
    owners = f"owners-{os.urandom(6).hex()}"
    extend_owners(folder / owners, before.owners, gain, numbers, before.names + len(fresh), {"head": maker.stamp.head})
    return Current(maker.stamp, segments, owners)


def _may_add(segments: int, held: int, fresh: int) -> bool:
    if not fresh:
        return bool(segments)
    return 0 < segments < MOST_SEGMENTS and fresh <= MOST_ADDED * held


def _looked_over(folder: Path, store: Store, maker: Maker, before: _Before | None) -> Current:
    """Look over the whole ledger; keep the segments that hold names of this ledger alone, or write all anew."""
    found = survey(store, [entry.body for entry in store.log()], _kinds(folder))
    wanted = found.names.keys() | found.act_names.keys()
    kept = {} if before is None else {name: segment.names() for name, segment in before.segments.items()}
    held = {name for names in kept.values() for name in names}
    fresh = wanted - held
    if not wanted >= held or not _may_add(len(kept), len(held), len(fresh)):
        kept, fresh = {}, wanted
    ordered = [*(name for names in kept.values() for name in names), *sorted(fresh)]
    segments = (*kept, *_segment(folder, sorted(fresh), maker)) if fresh or not kept else (*kept,)
    owners = f"owners-{os.urandom(6).hex()}"
    write_owners(folder / owners, found, ordered, {"head": maker.stamp.head})
    return Current(maker.stamp, segments, owners)


def _kinds(folder: Path) -> dict[str, PartyKind]:
    """Return what sort of party each listing names, as far as the last index says; a hash says the same for ever."""
    current = read_current(folder)
    try:
        if current is None or folder_faults(folder / current.owners):
            return {}
        return Owners.open(folder / current.owners).kinds()
    except (LedgerError, OSError, KeyError, ValueError, IndexError):
        return {}


def _segment(folder: Path, names: list[ListedName], maker: Maker) -> tuple[str]:
    """Write names, which are in order, as a segment; return its name."""
    many, tell = len(names), maker.tell
    tell(f"indexing {many:,} names")

    def progress(read: int) -> None:
        if read < many:
            tell(f"indexing {many:,} names, {read / many:.0%} read")

    segment = f"names-{os.urandom(6).hex()}"
    write_segment(folder / segment, names, maker.wording, maker.spread, progress)
    return (segment,)


def _sweep(folder: Path, current: Current) -> None:
    """Delete what no longer makes up the index; whoever has it open keeps it until they close it."""
    wanted = {CURRENT, LOCK, current.owners, *current.segments}
    for path in folder.iterdir():
        if path.name not in wanted:
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
