"""A past edition as an archive offers it, before its files are had."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from fasti.sources.drafting import RawMember


@dataclass(frozen=True, slots=True)
class Past:
    """One past edition.

    Attributes:
        name: What the archive calls it: a commit, a date, a document number.
        seen_at: When the archive attests that it was to be seen; nothing earlier is claimed to have been public.
        load: Returns its files, the main one first.
        stated_on: The day the archive says its text is of, where the files themselves do not say; `None` if it does
            not say either.
        form: Format of the files where that is known before they are had; then an edition that the ledger holds of
            that format and those times is not asked for again.
    """

    name: str
    seen_at: datetime
    load: Callable[[], tuple[RawMember, ...]]
    stated_on: date | None = None
    form: str = ""
