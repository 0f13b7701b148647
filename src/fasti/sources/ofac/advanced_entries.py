"""Turn a party of OFAC's advanced format into a listing."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fasti.model.identity import Name, PartyKind
from fasti.model.listing import Address, Fact
from fasti.sources.description import Description
from fasti.sources.drafting import Note, RowRead
from fasti.sources.ofac.advanced_elements import joined
from fasti.sources.ofac.advanced_lists import place
from fasti.sources.ofac.advanced_names import name_statements
from fasti.sources.ofac.advanced_places import address_of, doubts_about, words_of
from fasti.sources.ofac.advanced_raw import RawDocument, RawLink, RawParty, RawValue
from fasti.sources.ofac.assembling import KINDS, collect, directives_of, entry_key
from fasti.sources.ofac.remarks import read_items, read_titles, split
from fasti.sources.ofac.statements import Statement
from fasti.sources.ofac.vessels import describe_vessel
from fasti.sources.ofac.xml_entries import read_identification

LOCATION = "Location"
TITLE = "Title"
LABELS = {
    "Birthdate": "DOB",
    "Place of Birth": "POB",
    "Nationality Country": "nationality",
    "Citizenship Country": "citizen",
}
"""Types of feature that OFAC's other formats call by another label."""

VESSEL = {
    "Vessel Call Sign": "callSign",
    "VESSEL TYPE": "vesselType",
    "Vessel Type": "vesselType",
    "Vessel Tonnage": "tonnage",
    "Vessel Gross Registered Tonnage": "grossRegisteredTonnage",
    "Vessel Flag": "vesselFlag",
    "Vessel Owner": "vesselOwner",
}
"""Types of feature that have an element of their own in the format `sdnList`."""

CONFIRMED = "Confirmed"
VALID = "Valid"
AGAIN = "Alternate "
"""How a comment begins that only says that a value is not the first."""


def read_party(raw: RawParty, source: Description) -> RowRead:
    """Return the listing of a party, with the doubts about it."""
    key, kind = entry_key(raw.number), KINDS.get(raw.kind.lower(), PartyKind.UNKNOWN)
    statements = tuple(_statements(raw))
    notes = [one for one in statements if isinstance(one, Note)]
    if kind is PartyKind.UNKNOWN or not raw.kind:
        notes.append(Note("unknown_kind", raw.kind, f'no meaning is known for the kind "{raw.kind}"'))
    if not any(isinstance(one, Name) for one in statements):
        notes.append(Note("no_name", "", "the party has no name"))
    placed = place(raw.entries, directives_of(statements), source)
    said = collect(key, statements, kind)
    listing = replace(
        said,
        memberships=placed.assigned.memberships,
        stated=tuple(sorted({*said.stated, *placed.stated})),
        facts=tuple(sorted({*said.facts, *placed.assigned.facts})),
        addresses=tuple(sorted(set(_addresses(raw.values)))),
        remarks=raw.remarks,
    )
    return RowRead(listing, (*notes, *placed.assigned.notes))


def _statements(raw: RawParty) -> Iterator[Statement]:
    yield from name_statements(raw.names)
    for value in raw.values:
        yield from _value(value)
    for document in raw.documents:
        yield from _document(document)
    for link in raw.links:
        yield _link(link)
    yield from read_items(split(raw.remarks)) if raw.remarks else ()


def _addresses(values: Iterable[RawValue]) -> Iterator[Address]:
    return (address_of(place) for value in values if value.kind == LOCATION for place in value.places)


def _value(value: RawValue) -> Iterator[Statement]:
    """Yield what a version of a feature says, by way of how the other formats print it."""
    yield from doubts_about(value.places)
    text = joined(value.text, value.date, *(words_of(place) for place in value.places))
    if value.kind != LOCATION and not text:
        yield Note("empty_feature", value.kind, f'the feature "{value.kind}" has no value')
    elif value.reliability not in {"", CONFIRMED}:
        yield Fact("unreliable", f"{value.kind} {text}: {value.reliability}")
    elif value.kind != LOCATION:
        yield from _printed(value.kind, text)
    if value.comment and not value.comment.startswith(AGAIN):
        yield Fact("comment", f"{value.kind} {text}: {value.comment}")


def _printed(kind: str, text: str) -> Iterable[Statement]:
    if kind in VESSEL:
        return describe_vessel({VESSEL[kind]: text})
    if kind == TITLE:
        return read_titles(text)
    label = LABELS.get(kind, kind.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return read_identification({"idType": label, "idNumber": text})


def _document(document: RawDocument) -> Iterator[Statement]:
    said = {
        "idType": document.kind,
        "idNumber": document.number,
        "idCountry": document.country,
        "issueDate": document.issued,
        "expirationDate": document.expires,
    }
    yield from read_identification({name: text for name, text in said.items() if text})
    printed = f"{document.kind} {document.number}"
    if document.authority:
        yield Fact("issuing_authority", f"{printed}: {document.authority}")
    if document.validity not in {"", VALID}:
        yield Fact("document_validity", f"{printed}: {document.validity}")
    if document.comment:
        yield Fact("comment", f"{printed}: {document.comment}")


def _link(link: RawLink) -> Fact:
    what = "formerly_linked_to" if link.former else "linked_to"
    return Fact(what, joined(link.kind, link.quality, link.date, link.comment), entry_key(link.to))
