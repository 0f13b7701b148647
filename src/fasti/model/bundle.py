"""The answer of the commands that hand a ledger on: what a bundle holds, and what the ledger holds beside it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BundleAnswer:
    """Answer of `fasti export --bundle` and `fasti ingest bundle`.

    Attributes:
        schema: Name and version of this form.
        path: The bundle.
        sha256: Hash of the file, hex.
        size: Its bytes.
        head: Newest entry of the log it was made from, `seq:hash`.
        content_id: What that log says, as one hash.
        entries: Log entries in it.
        editions: How many of them are editions.
        files: Archived files in it.
        appended: Entries that the ledger did not have and now has; 0 for an export.
        ledger_head: Newest entry of the ledger afterwards.
        ledger_content_id: What the ledger says afterwards; the bundle's own if the ledger holds nothing else.
    """

    schema: str
    path: str
    sha256: str
    size: int
    head: str
    content_id: str
    entries: int
    editions: int
    files: int
    appended: int
    ledger_head: str
    ledger_content_id: str
