"""Decide where the index of a ledger lies and when it can be used: beside the ledger, derived, never trusted blindly.

A folder holds segments, a table of owners and the file `CURRENT`, which names those that make up the index now. It is
replaced by renaming; whoever reads it holds what it named open.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from json import JSONDecodeError, dumps, loads
from pathlib import Path
from typing import Any

from fasti.index.folding import FOLD_VERSION
from fasti.index.names import NameIndex
from fasti.index.owners import Owners
from fasti.index.segments import (
    ARRAYS,
    FORMAT,
    folder_faults,
    open_segment,
)
from fasti.index.wording import Wording
from fasti.model.errors import LedgerError

CURRENT, LOCK = "CURRENT", ".lock"
CHECKED_UP_TO = 16_000_000
"""A part of so many bytes is compared with its hashes whenever it is opened, in some milliseconds; a bigger one
by `fasti verify`."""
ATTEMPTS = 5
"""Readers that find a folder swept away look again so often."""


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


def write_current(folder: Path, current: Current) -> None:
    """Say what makes up the index from now on."""
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


def index_faults(folder: Path, stamp: Stamp) -> list[str]:
    """Return what is wrong with the index of a folder; one that is absent or older than the ledger is no fault."""
    current = read_current(folder)
    if current is None:
        return [CURRENT] if (folder / CURRENT).exists() else []
    if current.stamp != stamp:
        return []
    return [fault for name in (*current.segments, current.owners) for fault in folder_faults(folder / name)]
