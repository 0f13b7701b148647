"""Decide where the index of a ledger lies and when it is made anew: beside the ledger, derived, never trusted blindly.

A folder holds segments, a table of owners and the file `CURRENT`, which names those that make up the index now. It is
replaced by renaming; whoever reads it holds what it named open, and one writer at a time writes.
"""

import fcntl
import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from json import JSONDecodeError, dumps, loads
from pathlib import Path
from typing import Any

from fasti.index.folding import FOLD_VERSION
from fasti.index.gathering import Spread
from fasti.index.names import NameIndex
from fasti.index.owners import Owners, write_owners
from fasti.index.segments import (
    ARRAYS,
    FORMAT,
    ListedName,
    folder_faults,
    open_segment,
    uncollected,
    write_segment,
)
from fasti.index.surveying import Survey
from fasti.index.wording import Wording
from fasti.model.errors import LedgerError
from fasti.model.identity import PartyKind

CURRENT, LOCK = "CURRENT", ".lock"
MOST_SEGMENTS = 6
"""With more parts than this the index is made anew as one."""
MOST_ADDED = 0.25
"""Share of names that may lie in added segments before the index is made anew as one."""
CHECKED_UP_TO = 16_000_000
"""A part of so many bytes is compared with its hashes whenever it is opened, in some milliseconds; a bigger one
by `fasti verify`."""
ATTEMPTS = 5
"""Readers that find a folder swept away look again so often."""

Surveyor = Callable[[Mapping[str, PartyKind]], Survey]
"""Looks over the ledger, told what sort of party each listing names as far as that is known."""
Tell = Callable[[str], None]
"""Told in words what is being done."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an index was made from.

    Attributes:
        wording: Version of the scorer's wording.
        fold: Version of the folding of names.
        head: Place and hash of the newest log entry, as `seq:hash`; the hash commits to the whole log.
    """

    wording: str
    fold: str
    head: str


def stamp_of(wording: Wording, head: tuple[int, str]) -> Stamp:
    """Return the stamp of an index made now."""
    return Stamp(wording.version, FOLD_VERSION, f"{head[0]}:{head[1]}")


@dataclass(frozen=True, slots=True)
class Current:
    """What the file `CURRENT` says.

    Attributes:
        stamp: What the index was made from.
        segments: Folders of the segments.
        owners: Folder of the owners.
    """

    stamp: Stamp
    segments: tuple[str, ...]
    owners: str


def read_current(folder: Path) -> Current | None:
    """Return what makes up the index now; `None` if there is none that can be trusted."""
    try:
        says: dict[str, Any] = loads((folder / CURRENT).read_text(encoding="utf-8"))
        told = says.pop("sha256")
        if told != _digest(says) or says["format"] != FORMAT:
            return None
        stamp = Stamp(says["wording"], says["fold"], says["head"])
        return Current(stamp, tuple(says["segments"]), says["owners"])
    except (OSError, JSONDecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError):
        return None


def _digest(says: dict[str, Any]) -> str:
    return sha256(dumps(says, sort_keys=True).encode()).hexdigest()


def _write_current(folder: Path, current: Current) -> None:
    says: dict[str, Any] = {
        "format": FORMAT,
        "wording": current.stamp.wording,
        "fold": current.stamp.fold,
        "head": current.stamp.head,
        "segments": list(current.segments),
        "owners": current.owners,
    }
    draft = folder / f".{CURRENT}-{os.urandom(4).hex()}"
    with draft.open("w", encoding="utf-8") as file:
        file.write(dumps({**says, "sha256": _digest(says)}, sort_keys=True))
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / CURRENT)


def open_index(folder: Path, wording: Wording, stamp: Stamp) -> NameIndex | None:
    """Open the index in a folder; `None` if there is none that was made from just this."""
    for _ in range(ATTEMPTS):
        current = read_current(folder)
        if current is None or current.stamp != stamp:
            return None
        try:
            if any(_altered(folder / name) for name in (*current.segments, current.owners)):
                return None
            segments = tuple(open_segment(folder / name) for name in current.segments)
            return NameIndex(segments, Owners.open(folder / current.owners), wording)
        except FileNotFoundError:
            continue  # swept away by a writer since: look again
        except (LedgerError, OSError, KeyError, ValueError, TypeError):
            return None
    return None


State = tuple[tuple[str, int, int, int], ...]
"""Name, number, size and time of the last change of each file of an index."""


def index_state(folder: Path) -> State:
    """Return what tells whether a file of an index changed, byte for byte, since it was opened; nothing if none is."""
    found = []
    for path in sorted((*folder.glob("*"), *folder.glob("*/*"))):
        with suppress(OSError):
            says = path.stat()
            if path.name != LOCK:
                found.append((str(path), says.st_ino, says.st_size, says.st_mtime_ns))
    return tuple(found)


def _altered(folder: Path) -> bool:
    """Say whether a part that is small enough to be compared is not as it was written."""
    return (folder / ARRAYS).stat().st_size <= CHECKED_UP_TO and bool(folder_faults(folder))


def renew_index(
    folder: Path, wording: Wording, stamp: Stamp, surveyor: Surveyor, spread: Spread, tell: Tell
) -> NameIndex:
    """Bring the index in a folder up to date and open it; what another writer did meanwhile is taken.

    Args:
        folder: Made if need be.
        wording: The scorer's.
        stamp: What the index is to be made from.
        surveyor: Looks over the ledger.
        spread: Has the work done.
        tell: Told what is being done.

    Raises:
        OSError: The folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder), uncollected():
        ready = open_index(folder, wording, stamp)
        if ready is not None:
            return ready
        tell("reading the names of the ledger")
        current = _made(folder, _Maker(wording, stamp, spread, tell), surveyor)
        _write_current(folder, current)
        _sweep(folder, current)
        opened = open_index(folder, wording, stamp)
    if opened is None:
        raise LedgerError(f"The name index {folder} cannot be read back: check the disk, then delete the folder.")
    return opened


@dataclass(frozen=True, slots=True)
class _Maker:
    """What an index is made by."""

    wording: Wording
    stamp: Stamp
    spread: Spread
    tell: Tell


def _made(folder: Path, maker: _Maker, surveyor: Surveyor) -> Current:
    """Write what the ledger gained, or all anew, and return what makes up the index then."""
    found = surveyor(_kinds(folder))
    kept = _kept(folder, maker.stamp, found)
    held = {name for names in kept.values() for name in names}
    fresh = {name for some in (found.names, found.act_names) for name in some if name not in held}
    if not _may_add(kept, len(held), len(fresh)):
        kept, fresh = {}, {*found.names, *found.act_names}
    return _written(folder, maker, found, kept, sorted(fresh))


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    with (folder / LOCK).open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _kinds(folder: Path) -> dict[str, PartyKind]:
    """Return what sort of party each listing names, as far as the last index says; a hash says the same for ever."""
    current = read_current(folder)
    try:
        if current is None or folder_faults(folder / current.owners):
            return {}
        return Owners.open(folder / current.owners).kinds()
    except (LedgerError, OSError, KeyError, ValueError, IndexError):
        return {}


def _kept(folder: Path, stamp: Stamp, found: Survey) -> dict[str, list[ListedName]]:
    """Return the segments, with their names, that still hold names of this ledger alone; none of another's index."""
    current = read_current(folder)
    if current is None or (current.stamp.wording, current.stamp.fold) != (stamp.wording, stamp.fold):
        return {}
    wanted = found.names.keys() | found.act_names.keys()
    try:
        if any(folder_faults(folder / segment) for segment in current.segments):
            return {}
        kept = {segment: open_segment(folder / segment).names() for segment in current.segments}
    except (LedgerError, OSError, KeyError, ValueError):
        return {}
    return kept if all(wanted.issuperset(names) for names in kept.values()) else {}


def _may_add(kept: Collection[str], held: int, fresh: int) -> bool:
    if not fresh:
        return bool(kept)
    return 0 < len(kept) < MOST_SEGMENTS and fresh <= MOST_ADDED * held


def _written(
    folder: Path, maker: _Maker, found: Survey, kept: Mapping[str, Sequence[ListedName]], fresh: list[ListedName]
) -> Current:
    """Write what is new, and return what makes up the index then."""
    segments = tuple(kept)
    if fresh or not kept:
        segments = (*kept, f"names-{os.urandom(6).hex()}")
        write_segment(folder / segments[-1], fresh, maker.wording, maker.spread, _progress(len(fresh), maker.tell))
    added = fresh if len(segments) > len(kept) else ()
    ordered = [*(name for names in kept.values() for name in names), *added]
    owners = f"owners-{os.urandom(6).hex()}"
    write_owners(folder / owners, found, ordered, {"head": maker.stamp.head})
    return Current(maker.stamp, segments, owners)


def _progress(names: int, tell: Tell) -> Callable[[int], None]:
    """Return what tells how many of so many names have been read, beginning now."""
    tell(f"indexing {names:,} names")
    return lambda read: tell(f"indexing {names:,} names, {read / names:.0%} read") if read < names else None


def _sweep(folder: Path, current: Current) -> None:
    """Delete what no longer makes up the index; whoever has it open keeps it until they close it."""
    wanted = {CURRENT, LOCK, current.owners, *current.segments}
    for path in folder.iterdir():
        if path.name not in wanted:
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)


def index_faults(folder: Path, stamp: Stamp) -> list[str]:
    """Return what is wrong with the index of a folder; one that is absent or older than the ledger is no fault."""
    current = read_current(folder)
    if current is None:
        return [CURRENT] if (folder / CURRENT).exists() else []
    if current.stamp != stamp:
        return []
    return [fault for name in (*current.segments, current.owners) for fault in folder_faults(folder / name)]
