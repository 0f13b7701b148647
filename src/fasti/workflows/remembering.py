"""What the ledger remembers of each official file it fetched: its hash, and what its server said of it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from fasti.ledger.store import Store
from fasti.model.moment import utc_text
from fasti.workflows.fetching import Validators

SETTING = "sync/"
"""Setting of the ledger, followed by the source id."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """One file as it was last fetched whole and recorded.

    Attributes:
        sha256: Hash of its bytes, which lie in the archive.
        etag: What the server said.
        last_modified: The same.
        fetched_at: When it was fetched whole; storage form.
    """

    sha256: str
    etag: str
    last_modified: str
    fetched_at: str

    @property
    def validators(self) -> Validators:
        """What is said back to the server."""
        return Validators(self.etag, self.last_modified)


def recall(store: Store, source: str) -> dict[str, Remembered]:
    """Return what is remembered of a source's files, by address; what cannot be read is forgotten."""
    try:
        files = json.loads(store.meta(SETTING + source) or "{}")["files"]
        return {url: Remembered(**one) for url, one in files.items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def remember(store: Store, source: str, files: Mapping[str, Remembered], checked_at: datetime) -> None:
    """Remember files of a source, beside the others that are remembered.

    Args:
        store: The ledger.
        source: Source id.
        files: By address.
        checked_at: When their servers were asked.
    """
    whole = {**recall(store, source), **files}
    table = {"checked_at": utc_text(checked_at), "files": {url: asdict(whole[url]) for url in sorted(whole)}}
    store.set_meta(SETTING + source, json.dumps(table))
