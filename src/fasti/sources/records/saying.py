"""Put together what the fields of a record say into one listing, each thing once."""

from collections.abc import Iterable

from fasti.model.identity import Identifier, Name, PartyKind
from fasti.model.listing import Address, Fact, Listing, StatedDate
from fasti.sources.drafting import Note

Said = Name | Identifier | StatedDate | Fact | Address | Note
"""One thing that a field says, or a doubt about it."""


def collect(key: str, said: Iterable[Said], kind: PartyKind = PartyKind.UNKNOWN) -> Listing:
    """Return a listing of what was said, sorted, each thing once."""
    said = tuple(said)
    return Listing(
        key=key,
        kind=kind,
        names=tuple(dict.fromkeys(one for one in said if isinstance(one, Name))),
        identifiers=tuple(sorted({one for one in said if isinstance(one, Identifier)})),
        stated=tuple(sorted({one for one in said if isinstance(one, StatedDate)})),
        facts=tuple(sorted({one for one in said if isinstance(one, Fact)})),
        addresses=tuple(sorted({one for one in said if isinstance(one, Address)})),
    )
