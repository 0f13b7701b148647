"""The answer of `fasti sync`: what became of each publication that was asked for."""

from dataclasses import dataclass

from fasti.model.answer import IngestedView


@dataclass(frozen=True, slots=True)
class FetchedView:
    """One file that was asked for.

    Attributes:
        role: Which member file of the publication it is.
        url: Where it lies.
        state: `fetched`, `not_modified` or `failed`.
        bytes: Its length, unpacked; 0 unless it was fetched.
        attempts: How often it was asked for; 0 if that is not known, because it failed.
    """

    role: str
    url: str
    state: str
    bytes: int
    attempts: int


@dataclass(frozen=True, slots=True)
class SyncedView:
    """What became of the files of one source in one format.

    Attributes:
        source: Source id.
        format: Format of the files; empty where there is only one.
        outcome: `admitted`, `held`, `refused`, `unchanged` or `unavailable`.
        reason: Why, where it is not `admitted`.
        seen_at: When the files were had; `None` if they were not.
        files: Those asked for, in order, up to the first that failed.
        edition: The edition offered to the ledger, or the one that is unchanged; `None` if there was none to offer.
    """

    source: str
    format: str
    outcome: str
    reason: str
    seen_at: str | None
    files: tuple[FetchedView, ...]
    edition: IngestedView | None


@dataclass(frozen=True, slots=True)
class SyncAnswer:
    """Answer of `fasti sync`."""

    schema: str
    head: str
    sources: tuple[SyncedView, ...]
