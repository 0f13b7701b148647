"""The one place that reads clock and environment; everything below takes what it needs as arguments."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fasti.model.errors import UsageError
from fasti.model.release import VERSION

LEDGER_FILE = "ledger.db"


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def nobody(sentence: str) -> None:
    """Tell nobody."""
    del sentence


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a workflow needs from outside.

    Attributes:
        ledger: Path of the SQLite ledger.
        engine: Name and version of this package.
        clock: Returns the present instant, aware.
        user: Who acts, for decisions.
        addresses: File with addresses of official files in place of the package's, if there is one.
        long_lived: Whether this process will ask for many names one by one, so that the compiled search is worth
            loading at the first: a second, and about a minute once on a machine, to compile it.
        announce: Is told in a sentence that the ledger was not there and has been made.
    """

    ledger: Path
    engine: str
    clock: Callable[[], datetime] = _now
    user: str = "unknown"
    addresses: Path | None = None
    long_lived: bool = False
    announce: Callable[[str], None] = nobody

    @classmethod
    def from_environment(cls, db: str | None = None, *, long_lived: bool = False) -> "Settings":
        """Read `FASTI_DB`, `FASTI_ADDRESSES` and the user's name; an explicit `db` wins.

        Args:
            db: Path of the ledger.
            long_lived: As the attribute.

        Raises:
            UsageError: The ledger is named by a URL that this version cannot open, or by no file's name.
        """
        if db is not None and not db.strip():
            raise UsageError("--db is blank: name the file of a ledger, or leave the option out.")
        named = db or os.environ.get("FASTI_DB")
        if named and "://" in named and not named.startswith("sqlite://"):
            scheme = named.partition("://")[0]
            message = f"--db {scheme}://... cannot be opened: this version keeps its ledger in SQLite; give a path."
            raise UsageError(message)
        path = Path(named.removeprefix("sqlite:///")) if named else _default_ledger()
        if not path.name:
            raise UsageError(f"{named} is a folder, not a ledger: name a file in it.")
        user = os.environ.get("USER") or os.environ.get("LOGNAME") or "unknown"
        places = os.environ.get("FASTI_ADDRESSES")
        addresses = Path(places).expanduser() if places else None
        return cls(path.expanduser(), f"fasti/{VERSION}", user=user, addresses=addresses, long_lived=long_lived)

    @property
    def archive(self) -> Path:
        """Folder of the raw bytes, beside the ledger."""
        return self.ledger.with_name(self.ledger.name + ".archive")

    @property
    def index(self) -> Path:
        """Folder of the index of names, beside the ledger; it can be deleted at any time."""
        return self.ledger.with_name(self.ledger.name + ".names")

    def now(self) -> datetime:
        """Return the present instant."""
        return self.clock()


def _default_ledger() -> Path:
    from platformdirs import user_data_path  # not needed by whoever names a ledger

    return user_data_path("fasti") / LEDGER_FILE
