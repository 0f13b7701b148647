"""What is written of one party, whatever the form."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fasti.model.listing import Listing


@dataclass(frozen=True, slots=True)
class Exported:
    """One party as it is written.

    Attributes:
        listing: What is said of it.
        lists: Ids of the lists that it is written for, sorted.
        first_seen: ISO date from which it is listed; empty if not known.
        last_seen: ISO date or instant for which it is written; empty if not said.
        statuses: List id to listing status, e.g. `suspended`; a list that is not here is taken for `listed`.
    """

    listing: Listing
    lists: tuple[str, ...]
    first_seen: str = ""
    last_seen: str = ""
    statuses: Mapping[str, str] = field(default_factory=dict)
