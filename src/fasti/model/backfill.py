"""The answer of `fasti backfill`: what became of each past edition that an archive holds."""

from dataclasses import dataclass

from fasti.model.answer import IngestedView


@dataclass(frozen=True, slots=True)
class PastView:
    """One past edition, as an archive names it.

    Attributes:
        name: Commit, date or document number.
        seen_at: When the archive attests that it was to be seen.
        outcome: `admitted`, `held`, `refused`, `unchanged` (the ledger had it), `kept` (a document, written to a
            folder for a person to read) or `unavailable`.
        reason: Why, where it is not `admitted`.
        edition: The edition offered to the ledger; `None` if none was.
    """

    name: str
    seen_at: str
    outcome: str
    reason: str
    edition: IngestedView | None


@dataclass(frozen=True, slots=True)
class BackfillAnswer:
    """Answer of `fasti backfill`: `archive` says where the history came from; `head` is empty if no ledger was used."""

    schema: str
    source: str
    archive: str
    head: str
    past: tuple[PastView, ...]
