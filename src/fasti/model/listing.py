"""What one publisher says of one party: the normalised content of a list entry.

A `Listing` may be whole or the part that one member file holds (aliases alone, addresses alone);
`merge` joins the parts. Equality of two listings is equality of their canonical JSON.
"""

from dataclasses import dataclass, field
from typing import TypeVar

from fasti.model.identity import Identifier, Name, PartyKind

LISTING = "listing"
"""Kind of stated date: when the listing began."""
ENDED = "ended"
"""Kind of stated date: the first day on which the listing no longer stands, though the list may go on showing it."""
ENTRIES = "entries"
"""The part that says which entries an edition has; other parts only add to them."""


@dataclass(frozen=True, slots=True, order=True)
class Membership:
    """The entry's stay on one list under one legal basis, as the file's tags say it.

    Attributes:
        list: List id of the catalogue, e.g. `us_ofac_ssi`.
        basis: Legal basis, the canonical name of the tag (and directive) after renamings.
        tag: The publisher's tag; a renamed one under the name it has now, so that a renaming changes no listing.
    """

    list: str
    basis: str
    tag: str


@dataclass(frozen=True, slots=True, order=True)
class StatedDate:
    """A date that the entry itself states about its own listing.

    Attributes:
        what: `LISTING`, `ENDED`, or another kind in snake_case: `effective`, `divestment`, `publication`, ...
        on: ISO date.
        list: List id that the date speaks of.
        label: The publisher's field name, verbatim.
        basis: Legal basis it speaks of; empty means every basis on that list.
    """

    what: str
    on: str
    list: str
    label: str
    basis: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One further thing the entry says.

    Attributes:
        what: Kind in snake_case: `birth_date`, `birth_place`, `nationality`, `citizenship`, `gender`,
            `linked_to`, `title`, `call_sign`, `vessel_type`, `flag`, `website`, `secondary_sanctions`, ...
        text: The verbatim words.
        value: A normalised value where there is one, e.g. the ISO partial date of a birth date.
    """

    what: str
    text: str
    value: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """One postal address as published; every field verbatim, empty if not given."""

    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a publisher says of one party in one edition, or one part of it.

    Attributes:
        key: Entry key: the publisher's id with its authority, e.g. `ofac:17018`.
        kind: What sort of party.
        names: Primary name first, then aliases in published order.
        memberships: Lists and legal bases, sorted.
        identifiers: Sorted.
        stated: Dates the entry states about its listing, sorted.
        facts: Everything else, sorted.
        addresses: Sorted.
        remarks: The publisher's free text, verbatim.
    """

    key: str
    kind: PartyKind = PartyKind.UNKNOWN
    names: tuple[Name, ...] = ()
    memberships: tuple[Membership, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    stated: tuple[StatedDate, ...] = ()
    facts: tuple[Fact, ...] = ()
    addresses: tuple[Address, ...] = ()
    remarks: str = ""

    @property
    def caption(self) -> str:
        """The name to show: the primary one, or the key if the part holds none."""
        return self.names[0].text if self.names else self.key

    def on_list(self, list_id: str) -> tuple[Membership, ...]:
        """Return the memberships of this entry on one list."""
        return tuple(one for one in self.memberships if one.list == list_id)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an edition while being ingested: entry key to listing (part)."""

    name: str
    listings: dict[str, Listing] = field(default_factory=dict)


def merge(parts: "list[Listing]") -> Listing:
    """Join the parts of one entry; the first is the `entries` part and gives the kind.

    Args:
        parts: At least one listing, all of the same key, `entries` first.
    """
    if len(parts) == 1:
        return parts[0]
    names = parts[0].names
    for part in parts[1:]:
        names += tuple(name for name in part.names if name not in names)
    return Listing(
        parts[0].key,
        parts[0].kind,
        names=names,
        memberships=_joined([part.memberships for part in parts]),
        identifiers=_joined([part.identifiers for part in parts]),
        stated=_joined([part.stated for part in parts]),
        facts=_joined([part.facts for part in parts]),
        addresses=_joined([part.addresses for part in parts]),
        remarks="".join(part.remarks for part in parts),
    )


Value = TypeVar("Value", Membership, Identifier, StatedDate, Fact, Address)


def _joined(parts: list[tuple[Value, ...]]) -> tuple[Value, ...]:
    """Return the values of all parts, sorted and each once."""
    held = [values for values in parts if values]
    return held[0] if len(held) == 1 else tuple(sorted({value for values in held for value in values}))
