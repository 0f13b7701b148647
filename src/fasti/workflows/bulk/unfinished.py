"""The folder of a run that is not finished: what it asks, and its parts, each there whole or not at all.

A part counts once its tally is there; both are synced and renamed into place, so that a run that is killed at any
moment goes on with what it had, and ends with the same bytes as one that was never interrupted.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fasti.model.errors import BadInputError, UnavailableError, UsageError
from fasti.workflows.replacing import replaced

RUN, LOCK = "run.json", "lock"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The folder beside the output."""

    folder: Path
    out: Path

    @classmethod
    def of(cls, out: Path) -> "Unfinished":
        """Return the folder of an output."""
        return cls(out.with_name(f"{out.name}.unfinished"), out)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Make the folder and keep others from it.

        Raises:
            UnavailableError: Another run holds it, or it cannot be made.
        """
        try:
            self.folder.mkdir(exist_ok=True)
            lock = (self.folder / LOCK).open("w", encoding="utf-8")
        except OSError as error:
            raise UnavailableError(f"{self.folder} cannot be made ({error.strerror}): choose another place.") from error
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise UnavailableError(f"Another run is writing {self.out}: wait for it to end.") from None
            yield

    def recorded(self) -> dict[str, Any] | None:
        """Return what the run asks; `None` if it is none yet.

        Raises:
            BadInputError: It cannot be read.
        """
        path = self.folder / RUN
        if not path.exists():
            return None
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise BadInputError(f"{path} cannot be read ({error}): begin anew with --restart.") from error
        return dict(found)

    def begin(self, asks: Mapping[str, Any]) -> None:
        """Record what the run asks."""
        with replaced(self.folder / RUN) as file:
            file.write(json.dumps(asks, indent=1, sort_keys=True).encode())

    def check(self, recorded: Mapping[str, Any], asks: Mapping[str, Any]) -> None:
        """Refuse to go on with a run that asks something else.

        Raises:
            UsageError: Something differs.
        """
        apart = sorted(name for name in asks.keys() | recorded.keys() if asks.get(name) != recorded.get(name))
        if apart:
            message = (
                f"{self.folder} holds a run that was interrupted, with another {' and '.join(apart)}: "
                "repeat it as it was to go on, or begin anew with --restart."
            )
            raise UsageError(message)

    def part(self, number: int) -> Path:
        """Return the place of a part."""
        return self.folder / f"{number:08}.part"

    def done(self, number: int) -> bool:
        """Say whether a part is finished."""
        return self._tally(number).exists()

    def keep(self, number: int, data: bytes, tally: Mapping[str, Any]) -> None:
        """Keep a part, then its tally.

        Raises:
            UnavailableError: There is no room.
        """
        with replaced(self.part(number)) as file:
            file.write(data)
        with replaced(self._tally(number)) as file:
            file.write(json.dumps(tally).encode())

    def tallies(self, parts: int) -> Iterator[dict[str, Any]]:
        """Yield the tallies of the first parts."""
        for number in range(parts):
            yield json.loads(self._tally(number).read_text(encoding="utf-8"))

    def clear(self) -> None:
        """Forget the run."""
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            if path.name != LOCK:
                path.unlink()

    def remove(self) -> None:
        """Remove the folder once the output is in its place."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _tally(self, number: int) -> Path:
        return self.folder / f"{number:08}.json"


def sync_folder(folder: Path) -> None:
    """Make renames in a folder outlast a failure of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
