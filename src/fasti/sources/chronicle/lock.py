"""The lock of shipped acts: once in it, an act is corrected, never edited.

`python -m fasti.sources.chronicle.lock` adds what is new, and refuses if anything locked has changed or gone.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from fasti.model.errors import BadInputError
from fasti.sources.chronicle.digests import fingerprints
from fasti.sources.chronicle.files import FOLDER
from fasti.sources.chronicle.loader import load_chronicle

FILE = "chronicle.lock"


def read_lock(text: str) -> dict[str, str]:
    """Return the fingerprints of a lock file: a line each, fingerprint first, then the name."""
    pairs = (line.split(" ", 1) for line in text.splitlines() if line)
    return {name: digest for digest, name in pairs}


def write_lock(locked: Mapping[str, str]) -> str:
    """Return the text of a lock file, by name."""
    return "".join(f"{digest} {name}\n" for name, digest in sorted(locked.items()))


def breaches(locked: Mapping[str, str], present: Mapping[str, str]) -> list[str]:
    """Return a sentence for each locked act that was edited or removed."""
    found = []
    for name, digest in sorted(locked.items()):
        if name not in present:
            found.append(f"{name} was shipped and is gone; put it back and add a correction to corrections.toml.")
        elif present[name] != digest:
            found.append(f"{name} was shipped and has been edited; undo that and add a correction to corrections.toml.")
    return found


def shipped_lock() -> dict[str, str]:
    """Return the lock of this package; empty if there is none yet."""
    file = FOLDER.joinpath(FILE)
    return read_lock(file.read_text("utf-8")) if file.is_file() else {}


def extend(path: Path) -> int:
    """Add the fingerprints of new acts to the lock file, and return how many there were.

    Raises:
        BadInputError: A locked act was edited or removed.
    """
    locked = read_lock(path.read_text("utf-8")) if path.exists() else {}
    present = fingerprints(load_chronicle())
    if found := breaches(locked, present):
        raise BadInputError(found[0])
    path.write_text(write_lock(present), "utf-8")
    return len(present) - len(locked)


if __name__ == "__main__":
    try:
        added = extend(Path(__file__).with_name(FILE))
    except BadInputError as error:
        sys.exit(str(error))
    sys.stdout.write(f"{added} added to {FILE}\n")
