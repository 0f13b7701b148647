"""The catalogue's vocabulary: authorities, the lists they issue, the sources that publish them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ListInfo:
    """One restriction list.

    Attributes:
        list_id: Id, e.g. `us_ofac_sdn`.
        title: Full name.
        short: Short name for tables.
        authority: Who issues it, as a phrase that fits "Listed by ...".
        zone: IANA zone of the authority.
        url: Its official page.
        note: What a user should know of it in one sentence; may be empty.
        reason: In which words of an entry the authority gives its reason: a kind of fact, or `remarks` for the free
            text; empty if its files give none.
    """

    list_id: str
    title: str
    short: str
    authority: str
    zone: str
    url: str
    note: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """One official publication that Fasti reads.

    Attributes:
        source_id: Id, e.g. `us_ofac_sdn`.
        title: Full name.
        lists: Lists for which a whole edition is complete, sorted.
        zone: IANA zone of the publisher.
        url: Where it is published.
        max_loss: Share of entries (0-1) an edition may lose against the last admitted one and be admitted.
        max_loss_per_year: Share added to `max_loss` for each year between the two editions.
        stale_after_days: Days after `listed_at` from which the list no longer counts as held.
        least: Entries that an edition is expected to have at least.
        most: Entries that it is expected to have at most; `None` without bound.
        filled: Field label and the share of entries (0-1) expected to have it, sorted.
        unchanged_after_days: Days of equal content from which the feed is reported; `None` never.
        fetched: Whether its official files can be fetched from addresses that it names.
        superseded_on: First day on which it no longer is the list, in its zone; `None` while it is.
        superseded_by: Source that is the list from that day; empty if none.
        repeats_within_days: If it repeats lists that others publish, the days within which it does; `None` if the lists
            are its own.
        keys: Prefix of its entry keys, where another source of the same list has other keys; empty if none has.
    """

    source_id: str
    title: str
    lists: tuple[str, ...]
    zone: str
    url: str
    max_loss: float
    max_loss_per_year: float
    stale_after_days: int
    least: int = 0
    most: int | None = None
    filled: tuple[tuple[str, float], ...] = ()
    unchanged_after_days: int | None = None
    fetched: bool = False
    superseded_on: date | None = None
    superseded_by: str = ""
    keys: str = ""
    repeats_within_days: int | None = None


@dataclass(frozen=True, slots=True)
class Catalog:
    """All lists and sources, by id."""

    lists: dict[str, ListInfo]
    sources: dict[str, SourceInfo]

    def sources_of(self, list_id: str) -> tuple[SourceInfo, ...]:
        """Return the sources whose whole edition is complete for a list."""
        return tuple(source for source in self.sources.values() if list_id in source.lists)
