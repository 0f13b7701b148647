"""Write a listing as FollowTheMoney entities: the party, its addresses, documents, wallets, links and sanctions.

Every value is one that FollowTheMoney accepts; what it has no property for stands in `notes`, in their own form.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from fasti.model.catalog import ListInfo
from fasti.model.identity import Identifier, Name, NameKind, Quality
from fasti.model.listing import Address, Fact, Listing
from fasti.sources.ftm.countries import country_code
from fasti.sources.ftm.entries import ID_NOTE, REMARKS, print_address
from fasti.sources.ftm.exported import Exported
from fasti.sources.ftm.links import KEY, WALLET
from fasti.sources.ftm.notes import print_note
from fasti.sources.ftm.sanctions_writer import sanction_entities, topics, unplaced
from fasti.sources.ftm.values import (
    LONGEST_ADDRESS,
    fact_property,
    identifier_property,
    is_number,
    is_well_formed,
    schema_of,
)
from fasti.sources.ftm.vocabulary import vocabulary

FtmEntity = dict[str, Any]
"""One entity, as JSON has it."""

_SIMPLE = re.compile(r"([a-z0-9]+):([0-9A-Za-z](?:[0-9A-Za-z.-]*[0-9A-Za-z])?)")
_ID = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z.-]*[0-9A-Za-z])?")
_UNFIT = re.compile(r"[^0-9A-Za-z.]+")
_STRONG = {NameKind.PRIMARY: "name", NameKind.FKA: "previousName"}


def entity_id(key: str) -> str:
    """Return the id of an entry's entity: its key in the letters that FollowTheMoney allows.

    >>> entity_id("ofac:17018"), entity_id("ftm:NK-24ctf2z"), entity_id("bis_el:9f2c")
    ('ofac-17018', 'NK-24ctf2z', 'bis-el-9f2c-c2dabe8a')
    """
    own = key.removeprefix(KEY)
    if own != key and _ID.fullmatch(own):
        return own
    simple = _SIMPLE.fullmatch(key)
    if simple and own == key:
        return f"{simple[1]}-{simple[2]}"
    plain = _UNFIT.sub("-", key).strip("-.")
    return "-".join(part for part in (plain, sha256(key.encode()).hexdigest()[:8]) if part)


def write_entities(
    exported: Exported, lists: Mapping[str, ListInfo], keys: Collection[str] = ()
) -> tuple[FtmEntity, ...]:
    """Return the entities of one party, its own first.

    Args:
        exported: The party.
        lists: The catalogue's lists, for what issued them.
        keys: Keys of the parties that are written along; only they are linked to.
    """
    listing = exported.listing
    party = _Party(entity_id(listing.key), schema_of(listing), exported.lists)
    for name in listing.names:
        party.add_name(name)
    for address in listing.addresses:
        party.add_address(address)
    for identifier in listing.identifiers:
        party.add_identifier(identifier, listing)
    for fact in listing.facts:
        party.add_fact(fact, keys)
    for note in unplaced(listing, exported.lists):
        party.add("notes", note)
    if listing.remarks:
        party.note(REMARKS, listing.remarks)
    for topic in topics(exported.lists):
        party.add("topics", topic)
    party.entities += sanction_entities(exported, party.id, lists)
    return (party.own(listing, exported), *party.entities)


@dataclass(slots=True)
class _Party:
    """One party while it is written.

    Attributes:
        id: Of its entity.
        schema: Of its entity.
        lists: Lists that it is written for; each is a dataset.
        properties: Of its entity.
        entities: Those written along.
        referents: Other ids of it.
    """

    id: str
    schema: str
    lists: tuple[str, ...]
    properties: dict[str, list[str]] = field(default_factory=dict)
    entities: list[FtmEntity] = field(default_factory=list)
    referents: list[str] = field(default_factory=list)

    def add(self, name: str, value: str) -> None:
        """Add a value to a property."""
        values = self.properties.setdefault(name, [])
        if value not in values:
            values.append(value)

    def note(self, kind: str, text: str, value: str = "") -> None:
        """Add a note."""
        self.add("notes", print_note(kind, text, value))

    def along(self, schema: str, content: Mapping[str, str]) -> str:
        """Write an entity along, its id made of its content; return the id."""
        said = {name: [value] for name, value in content.items() if value}
        digest = sha256(repr((self.id, schema, sorted(said.items()))).encode()).hexdigest()[:16]
        own = f"{schema.lower()}-{digest}"
        self.entities.append(entity(own, schema, said, self.lists))
        return own

    def add_name(self, name: Name) -> None:
        """Add a name; its kind goes to a note where the property does not show it."""
        weak = name.quality is Quality.WEAK
        self.add("weakAlias" if weak else _STRONG.get(name.kind, "alias"), name.text)
        if name.kind is NameKind.NKA or (weak and name.kind is not NameKind.AKA):
            self.note(name.kind.value, name.text)

    def add_address(self, address: Address) -> None:
        """Add an address, in one line and taken apart."""
        code = country_code(address.country)
        town = address.street or address.city or address.region or address.postal_code
        full = print_address(address) if town else ""
        if full and len(full) <= LONGEST_ADDRESS:
            self.add("address", full)
        remarks = [address.note] if address.note else []
        remarks += [print_note("country", address.country)] if address.country and not code else []
        content = {
            "full": full if len(full) <= LONGEST_ADDRESS else "",
            "street": address.street,
            "city": address.city,
            "region": address.region,
            "postalCode": address.postal_code,
            "country": code,
            "remarks": "\n".join(remarks),
        }
        self.add("addressEntity", self.along("Address", content))

    def add_identifier(self, identifier: Identifier, listing: Listing) -> None:
        """Add an identifier: as a property if that says all, else as a document, a wallet, or a note."""
        scheme, value, issuer = identifier.scheme, identifier.value, identifier.issuer
        name = identifier_property(identifier, self.schema)
        name = name if is_well_formed(identifier) and is_number(identifier) else None
        shared = any(other.value == value and other.scheme != scheme for other in listing.identifiers)
        if name:
            self.add(name, value)
        if name and not issuer and not shared:
            return
        if "LegalEntity" not in vocabulary().bases[self.schema] or not is_number(identifier):
            self.note(f"{ID_NOTE}{scheme}", value, issuer)
        elif scheme.startswith(WALLET):
            currency = scheme.removeprefix(WALLET)
            self.along("CryptoWallet", {"holder": self.id, "publicKey": value, "currencySymbol": currency})
        else:
            content = {"holder": self.id, "type": scheme, "number": value}
            self.along("Identification", {**content, "authority": issuer, "country": country_code(issuer)})

    def add_fact(self, fact: Fact, keys: Collection[str]) -> None:
        """Add a fact: as a link, as a property, as a note, or as both of the last."""
        if fact.what == "referent":
            self.referents.append(fact.text)
        elif fact.what == "linked_to" and fact.value in keys:
            content = {"subject": self.id, "object": entity_id(fact.value), "role": fact.text}
            self.along("UnknownLink", content)
        elif (fact.what, fact.text) != ("schema", self.schema) and not (
            fact.what == "dataset" and fact.text in self.lists
        ):
            said = fact_property(fact, self.schema)
            if said:
                self.add(said.name, said.value)
            if not (said and said.whole):
                self.note(fact.what, fact.text, fact.value)

    def own(self, listing: Listing, exported: Exported) -> FtmEntity:
        """Return the party's own entity."""
        if "name" not in self.properties and vocabulary().named[self.schema]:
            self.properties["name"] = [listing.caption]
        seen = {"first_seen": exported.first_seen, "last_seen": exported.last_seen}
        context = {name: value for name, value in seen.items() if value}
        return {
            **entity(self.id, self.schema, self.properties, self.lists),
            "caption": listing.caption,
            "referents": self.referents,
            "target": True,
            **context,
        }


def entity(own: str, schema: str, properties: Mapping[str, list[str]], datasets: Collection[str]) -> FtmEntity:
    """Return an entity, its properties sorted."""
    said = {name: list(values) for name, values in sorted(properties.items())}
    return {"id": own, "schema": schema, "properties": said, "datasets": sorted(datasets)}
