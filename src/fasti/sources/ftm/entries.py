"""Turn an entity of FollowTheMoney, with what is said of it, into a listing."""

from collections.abc import Iterable, Iterator

from fasti.model.identity import Identifier, Name, NameKind, PartyKind, Quality
from fasti.model.listing import Address, Fact, Listing, StatedDate
from fasti.sources.description import Description
from fasti.sources.drafting import Note, RowRead
from fasti.sources.ftm.datasets import doubts
from fasti.sources.ftm.lines import ADDRESS, Entity, Group
from fasti.sources.ftm.links import KEY, SANCTION, Statement, link_statements
from fasti.sources.ftm.notes import parse_note
from fasti.sources.ftm.sanctions import STATED, read_sanctions
from fasti.sources.ftm.vocabulary import vocabulary

NAMES = {
    "name": (NameKind.PRIMARY, Quality.STRONG),
    "alias": (NameKind.AKA, Quality.STRONG),
    "abbreviation": (NameKind.AKA, Quality.STRONG),
    "previousName": (NameKind.FKA, Quality.STRONG),
    "weakAlias": (NameKind.AKA, Quality.WEAK),
}
"""Properties that name, and how; what a note says of a name's kind goes before."""

KINDS = {kind.value: kind for kind in NameKind}
REMARKS = "remarks"
NOTES = "notes"
_OTHERWISE = frozenset({*NAMES, NOTES, ADDRESS, "address", "program", "programId"})


def read_group(group: Group, source: Description) -> RowRead:
    """Return the listing of an entry, with the doubts about it."""
    entity = group.entity
    kind = vocabulary().kinds.get(entity.schema, PartyKind.UNKNOWN)
    notes = tuple(note for note in map(parse_note, entity.values(NOTES)) if note)
    sanctions = [other for _, other in group.said if other.schema == SANCTION]
    placed = read_sanctions(entity, sanctions, source)
    statements = [
        *(one for name, other in group.said if other.schema != SANCTION for one in link_statements(name, other)),
        *_statements(entity, notes),
    ]
    listing = Listing(
        key=f"{KEY}{entity.id}",
        kind=kind,
        names=tuple(_names(entity, notes)),
        memberships=placed.memberships,
        identifiers=_told_once(_numbers(entity, kind), (one for one in statements if isinstance(one, Identifier))),
        stated=tuple(sorted({*placed.stated, *_stated(notes)})),
        facts=tuple(sorted({*placed.facts, *(one for one in statements if isinstance(one, Fact))})),
        addresses=_addresses(group, statements),
        remarks="\n".join(text for what, text, _ in notes if what == REMARKS),
    )
    return RowRead(listing, (*_doubts(entity, listing), *doubts(entity.datasets, source)))


def _names(entity: Entity, notes: Iterable[tuple[str, str, str]]) -> Iterator[Name]:
    """Yield the names, the one to show first."""
    told = {text: KINDS[what] for what, text, _ in notes if what in KINDS}
    primary = entity.values("name")
    first = [entity.caption] if entity.caption in primary else []
    found: dict[Name, None] = {}
    for prop, (kind, quality) in NAMES.items():
        for text in (*first, *primary) if prop == "name" else entity.values(prop):
            found[Name(text, _kind(prop, told.get(text, kind), kind), quality)] = None
    if not found and entity.caption and entity.caption != entity.id:
        found[Name(entity.caption)] = None
    yield from found


def _stated(notes: Iterable[tuple[str, str, str]]) -> Iterator[StatedDate]:
    """Yield the dates that notes tell of lists on which the entry has no place here."""
    for what, text, basis in notes:
        if what.startswith(STATED):
            on, list_id, label = (*text.split("; ", 2), "", "")[:3]
            yield StatedDate(what.removeprefix(STATED), on, list_id, label, basis)


def _kind(prop: str, told: NameKind, usual: NameKind) -> NameKind:
    """Return the kind of a name: what a note tells, where the property leaves it open."""
    if prop == "weakAlias" or (prop == "alias" and told is NameKind.NKA):
        return told
    return usual


def _statements(entity: Entity, notes: Iterable[tuple[str, str, str]]) -> Iterator[Statement]:
    words = vocabulary()
    yield Fact("schema", entity.schema)
    yield from (Fact("dataset", name) for name in entity.datasets)
    yield from (Fact("referent", one) for one in entity.referents)
    for name, values in entity.properties.items():
        if name not in _OTHERWISE and name not in words.identifiers:
            yield from (read_fact(name, value) for value in values)
    for what, text, value in notes:
        if what.startswith(ID_NOTE):
            yield Identifier(what.removeprefix(ID_NOTE), text, value)
        elif what not in {*KINDS, REMARKS} and not what.startswith(STATED):
            yield Fact(what, text, value)
    yield from (Fact("remark", note) for note in entity.values(NOTES) if parse_note(note) is None)


ID_NOTE = "id_"
"""Before the scheme, in a note that holds an identifier."""


def read_fact(name: str, value: str) -> Fact:
    """Return what a property says as a fact."""
    words = vocabulary()
    what = words.fact(name)
    if name in words.dates or name in words.countries:
        return Fact(what, value, value)
    return Fact(what, value, value.lower() if what == "gender" else "")


def _numbers(entity: Entity, kind: PartyKind) -> Iterator[Identifier]:
    """Yield the identifiers that properties hold."""
    for name, values in entity.properties.items():
        if name in vocabulary().identifiers:
            scheme = _scheme(vocabulary().identifiers[name], kind)
            yield from (Identifier(scheme, _bare(scheme, value)) for value in values)


def _scheme(scheme: str, kind: PartyKind) -> str:
    """Return the scheme, told apart where the sort of party tells what is numbered."""
    return "imo_company" if scheme == "imo" and kind is not PartyKind.VESSEL else scheme


def _bare(scheme: str, value: str) -> str:
    return value.removeprefix("IMO").strip() if scheme.startswith("imo") else value


def _told_once(properties: Iterable[Identifier], documents: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Return identifiers, sorted; a number that a document or note tells in full is not repeated from a property."""
    told = set(documents)
    numbers = {one.value for one in told}
    return tuple(sorted({*told, *(one for one in properties if one.value not in numbers)}))


def _addresses(group: Group, statements: Iterable[Statement]) -> tuple[Address, ...]:
    """Return the addresses: those taken apart, and those of which only the whole is given."""
    apart = [one for one in statements if isinstance(one, Address)]
    told = {text for name, other in group.said if name == ADDRESS for text in other.values("full")}
    whole = [Address(street=text) for text in group.entity.values("address") if text not in told]
    return tuple(sorted({*apart, *whole}))


def print_address(address: Address) -> str:
    """Return an address in one line.

    >>> print_address(Address(street="1 Example St", city="Omsk", postal_code="644000", country="ru"))
    '1 Example St, 644000 Omsk, ru'
    """
    town = " ".join(part for part in (address.postal_code, address.city) if part)
    return ", ".join(part for part in (address.street, town, address.region, address.country) if part)


def _doubts(entity: Entity, listing: Listing) -> Iterator[Note]:
    words = vocabulary()
    if entity.schema not in words.schemata:
        message = f"no meaning is known for the schema {entity.schema}; its names and properties are kept"
        yield Note("unknown_schema", entity.schema, message)
    if not listing.names:
        yield Note("no_name", "", "the entry has no name")
    for name in entity.strange:
        yield Note("unknown_field", name, f"the format is not known to have the field {name}; it is not read")
    for name in entity.properties:
        if name not in words.properties:
            message = f"FollowTheMoney is not known to have the property {name}; its values are kept under that name"
            yield Note("unknown_property", name, message)
