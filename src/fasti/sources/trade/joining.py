"""Join what several rows say of one entry; nothing that any of them says is lost."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from fasti.model.identity import Identifier, PartyKind
from fasti.model.listing import ENDED, Address, Fact, Listing, Membership, StatedDate
from fasti.sources.trade.naming import ordered

PARTLY_ENDED = "partly_ended"
"""Kind of stated date: when one row of an entry ended that another row says goes on."""

Sortable = TypeVar("Sortable", Identifier, Fact, StatedDate, Address, Membership)


def join(listings: Sequence[Listing]) -> Listing:
    """Return one listing for the rows of one entry.

    Args:
        listings: At least one, all of the same key, in an order that does not depend on that of the file.
    """
    kinds = [one.kind for one in listings if one.kind is not PartyKind.UNKNOWN]
    primary = [one.names[:1] for one in listings]
    further = [one.names[1:] for one in listings]
    return Listing(
        key=listings[0].key,
        kind=kinds[0] if kinds else PartyKind.UNKNOWN,
        names=ordered(name for names in (*primary, *further) for name in names),
        memberships=distinct(value for one in listings for value in one.memberships),
        identifiers=distinct(value for one in listings for value in one.identifiers),
        stated=distinct(_ends(listings)),
        facts=distinct(value for one in listings for value in one.facts),
        addresses=distinct(value for one in listings for value in one.addresses),
        remarks="\n".join(dict.fromkeys(one.remarks for one in listings if one.remarks)),
    )


def _ends(listings: Sequence[Listing]) -> list[StatedDate]:
    """Return the dates that rows of one entry state; it has ended only when the last of them has.

    The day on which one row ends while another goes on longer, or for ever, is kept as `PARTLY_ENDED`.
    """
    dates = [date for one in listings for date in one.stated]
    ends = [date for date in dates if date.what == ENDED]
    if not ends:
        return dates
    last = max(date.on for date in ends)
    endless = not all(_has_end(one) for one in listings)
    return [replace(one, what=PARTLY_ENDED) if one in ends and (endless or one.on < last) else one for one in dates]


def _has_end(listing: Listing) -> bool:
    return any(date.what == ENDED for date in listing.stated)


def distinct(values: Iterable[Sortable]) -> tuple[Sortable, ...]:
    """Return values sorted and without doubles."""
    return tuple(sorted(set(values)))
