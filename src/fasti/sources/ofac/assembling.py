"""Put what an entry's fields and remarks say together into one listing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from fasti.model.identity import Identifier, Name, PartyKind
from fasti.model.listing import Address, Fact, Listing, Membership, StatedDate
from fasti.sources.description import Description
from fasti.sources.drafting import Note, RowRead
from fasti.sources.ofac.statements import Directive, Statement
from fasti.sources.ofac.tags import Assigned, assign

Sortable = TypeVar("Sortable", Identifier, Fact, StatedDate, Address)

NUMBER_DIGITS = 10
"""Width of the number of an entry in OFAC's data specification."""

KINDS = {
    "": PartyKind.ORGANIZATION,
    "entity": PartyKind.ORGANIZATION,
    "individual": PartyKind.PERSON,
    "vessel": PartyKind.VESSEL,
    "aircraft": PartyKind.AIRCRAFT,
}


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the head of an entry, whatever the format.

    Attributes:
        number: The publisher's number of the entry.
        kind: The publisher's word for what it is.
        name: Primary name, family name first for a person.
        tags: Programme tags as published.
    """

    number: str
    kind: str
    name: str
    tags: tuple[str, ...]

    @property
    def key(self) -> str:
        """The entry key, the same in every OFAC publication."""
        return entry_key(self.number)


def is_entry_number(text: str) -> bool:
    """Say whether a text can be the number of an entry, which has at most ten digits."""
    return text.isascii() and text.isdigit() and len(text) <= NUMBER_DIGITS


def entry_key(number: str) -> str:
    """Return the key of OFAC's entry with that number."""
    return f"ofac:{int(number)}"


def assemble(
    heading: Heading,
    statements: Sequence[Statement],
    source: Description,
    addresses: Iterable[Address] = (),
    remarks: str = "",
) -> RowRead:
    """Return an entry's listing, with the doubts about it.

    Args:
        heading: Number, kind, name and tags.
        statements: What its other fields say.
        source: Says what the tags mean.
        addresses: Postal addresses.
        remarks: The publisher's free text, verbatim.
    """
    kind = KINDS.get(heading.kind.lower(), PartyKind.UNKNOWN)
    notes = [one for one in statements if isinstance(one, Note)]
    if kind is PartyKind.UNKNOWN:
        notes.append(Note("unknown_kind", heading.kind, f'no meaning is known for the kind "{heading.kind}"'))
    if not heading.name:
        notes.append(Note("no_name", "", "the entry has no name"))
    assigned = assign(heading.tags, directives_of(statements), source)
    said = collect(heading.key, statements, kind)
    listing = replace(
        said,
        names=_distinct((*([Name(heading.name)] if heading.name else []), *said.names)),
        memberships=assigned.memberships,
        facts=_sorted((*said.facts, *assigned.facts)),
        addresses=_sorted(addresses),
        remarks=remarks,
    )
    return RowRead(listing, (*notes, *assigned.notes))


def continue_entry(
    heading: Heading, before: Sequence[Statement], after: Sequence[Statement], source: Description, remarks: str
) -> RowRead:
    """Return the part of an entry that its overflow holds, and nothing that the entry itself has said.

    Args:
        heading: Of the entry.
        before: What the uncut part of the entry says.
        after: What the cut item and the overflow say.
        source: Says what the tags mean.
        remarks: The overflow, verbatim.
    """
    said = collect(heading.key, after, KINDS.get(heading.kind.lower(), PartyKind.UNKNOWN))
    listing = replace(
        said, kind=PartyKind.UNKNOWN, memberships=_gained(heading, before, after, source), remarks=remarks
    )
    return RowRead(listing, tuple(one for one in after if isinstance(one, Note)))


def collect(key: str, statements: Sequence[Statement], kind: PartyKind) -> Listing:
    """Return a listing of what statements say, without tags."""
    return Listing(
        key=key,
        kind=kind,
        names=_distinct(one for one in statements if isinstance(one, Name)),
        identifiers=_sorted(_of_kind(one, kind) for one in statements if isinstance(one, Identifier)),
        stated=_sorted(one for one in statements if isinstance(one, StatedDate)),
        facts=_sorted(one for one in statements if isinstance(one, Fact)),
    )


def directives_of(statements: Iterable[Statement]) -> frozenset[Directive]:
    """Return the directives that statements name."""
    return frozenset(one for one in statements if isinstance(one, Directive))


def _gained(
    heading: Heading, before: Sequence[Statement], after: Sequence[Statement], source: Description
) -> tuple[Membership, ...]:
    """Return the memberships that only the directives in the overflow show."""

    def assigned(statements: Sequence[Statement]) -> Assigned:
        return assign(heading.tags, directives_of(statements), source)

    known = assigned(before).memberships
    return tuple(one for one in assigned((*before, *after)).memberships if one not in known)


def _of_kind(identifier: Identifier, kind: PartyKind) -> Identifier:
    """Give an IMO number the scheme of what it numbers; OFAC's labels do not always tell ships from companies."""
    if identifier.scheme not in {"imo", "imo_company"}:
        return identifier
    return replace(identifier, scheme="imo" if kind is PartyKind.VESSEL else "imo_company")


def _distinct(names: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(names))


def _sorted(values: Iterable[Sortable]) -> tuple[Sortable, ...]:
    return tuple(sorted(set(values)))
