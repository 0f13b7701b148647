"""Put what one row of a Commerce or State list says into a listing with its key."""

from collections.abc import Iterable, Mapping

from fasti.model.identity import Name
from fasti.model.listing import Address, Fact, Listing, Membership, StatedDate
from fasti.sources.drafting import Note, RowRead
from fasti.sources.trade.joining import distinct
from fasti.sources.trade.keys import make_key
from fasti.sources.trade.naming import ordered
from fasti.sources.trade.statements import Statement


def assemble(
    list_id: str,
    names: tuple[Name, ...],
    memberships: Iterable[Membership],
    statements: Iterable[Statement],
    *,
    keyed_by: Mapping[str, str],
    addresses: Iterable[Address] = (),
    remarks: str = "",
) -> RowRead:
    """Return the listing of a row, with the doubts about it.

    Args:
        list_id: The list it stands on.
        names: Primary one first.
        memberships: Of the entry.
        statements: What its fields say.
        keyed_by: What beside the name may go into the key: `listed_on`, `citation`.
        addresses: Postal addresses.
        remarks: The publisher's free text, verbatim.
    """
    said = list(statements)
    notes = [one for one in said if isinstance(one, Note)]
    if not names:
        notes.append(Note("no_name", "", "the entry has no name"))
    listing = Listing(
        key=make_key(list_id, names[0].text if names else "", keyed_by),
        names=ordered(names),
        memberships=distinct(memberships),
        stated=distinct(one for one in said if isinstance(one, StatedDate)),
        facts=distinct(one for one in said if isinstance(one, Fact)),
        addresses=distinct(one for one in addresses if one != Address()),
        remarks=remarks,
    )
    return RowRead(listing, tuple(notes))
