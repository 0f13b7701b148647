"""What entities that only say something of others say of an entry: documents, wallets, securities, relationships."""

from collections.abc import Iterator

from fasti.model.identity import Identifier
from fasti.model.listing import Address, Fact
from fasti.sources.ftm.lines import ADDRESS, Entity
from fasti.sources.ftm.notes import parse_note
from fasti.sources.ftm.vocabulary import snake, vocabulary

Statement = Identifier | Fact | Address

KEY = "ftm:"
"""What the keys of entries begin with."""

LINKED = {"subject": "linked_to", "object": "linked_from"}
"""Ends of an UnknownLink, and the fact that each end has of the other."""

SANCTION = "Sanction"
WALLET = "digital_currency:"
"""What the scheme of a wallet's address begins with; the currency follows."""

_IDENTIFICATION = frozenset({"holder", "number", "passportNumber", "type", "country", "authority"})
_OF_WALLET = frozenset({"holder", "publicKey", "cryptoAddress", "currencySymbol"})
_SECURITY = frozenset({"issuer", "isin", "ticker"})
_PLACE = frozenset({"street", "street2", "city", "region", "state", "postalCode", "country", "remarks", "full"})


def link_statements(name: str, link: Entity) -> Iterator[Statement]:
    """Yield what an entity says of an entry.

    Args:
        name: The property by which it names the entry; of an address, the entry's property that names it.
        link: The entity, no `Sanction`.
    """
    if name == ADDRESS:
        yield _address(link)
        yield from _rest(link, _PLACE)
    elif link.schema in {"Identification", "Passport"}:
        yield from _identification(link)
        yield from _rest(link, _IDENTIFICATION)
    elif link.schema == "CryptoWallet":
        currency = link.first("currencySymbol") or "unknown"
        keys = dict.fromkeys((*link.values("publicKey"), *link.values("cryptoAddress")))
        yield from (Identifier(f"{WALLET}{currency}", key) for key in keys)
        yield from _rest(link, _OF_WALLET)
    elif link.schema == "Security":
        yield from (Identifier(scheme, one) for scheme in ("isin", "ticker") for one in link.values(scheme))
        yield from _rest(link, _SECURITY)
    elif link.schema == "UnknownLink" and name in LINKED:
        yield from _unknown_link(name, link)
    else:
        yield _relation(name, link)


def said_by(link: Entity, without: frozenset[str] = frozenset()) -> str:
    """Return what an entity says in words, its references and the properties named left out."""
    left_out = {*vocabulary().links.get(link.schema, ()), *without}
    return "; ".join(
        f"{name} {', '.join(values)}" for name, values in sorted(link.properties.items()) if name not in left_out
    )


def _rest(link: Entity, read: frozenset[str]) -> Iterator[Fact]:
    """Yield what is left of an entity that was read in part."""
    rest = said_by(link, read)
    if rest:
        subject = next(
            (link.first(name) for name in ("number", "publicKey", "isin", "full", "name") if link.first(name)), link.id
        )
        yield Fact(snake(link.schema), f"{subject}; {rest}")


def _identification(link: Entity) -> Iterator[Identifier]:
    scheme = snake(link.first("type")) or snake(link.schema)
    issuer = link.first("authority") or link.first("country")
    numbers = dict.fromkeys((*link.values("number"), *link.values("passportNumber")))
    yield from (Identifier(scheme, number, issuer) for number in numbers)


def _address(link: Entity) -> Address:
    remarks = [line for text in link.values("remarks") for line in text.split("\n")]
    named = [note[1] for line in remarks if (note := parse_note(line)) and note[0] == "country"]
    notes = [line for line in remarks if not ((note := parse_note(line)) and note[0] == "country")]
    parts = Address(
        street=", ".join((*link.values("street"), *link.values("street2"))),
        city=", ".join(link.values("city")),
        region=", ".join((*link.values("region"), *link.values("state"))),
        postal_code=", ".join(link.values("postalCode")),
        country=", ".join((*link.values("country"), *named)),
        note="\n".join(notes),
    )
    full = link.first("full")
    taken_apart = any((parts.street, parts.city, parts.region, parts.postal_code)) or not full
    return parts if taken_apart else Address(street=full, country=parts.country, note=parts.note)


def _unknown_link(name: str, link: Entity) -> Iterator[Fact]:
    other = "object" if name == "subject" else "subject"
    rest = said_by(link, frozenset({"role"}))
    words = "; ".join((*link.values("role"), *([rest] if rest else [])))
    yield from (Fact(LINKED[name], words, f"{KEY}{one}") for one in link.values(other))


def _relation(name: str, link: Entity) -> Fact:
    """Return a relationship as one end sees it: its part in it, what is said, the keys of the other ends."""
    others = [
        f"{KEY}{one}" for prop in vocabulary().links.get(link.schema, ()) if prop != name for one in link.values(prop)
    ]
    rest = said_by(link)
    return Fact(snake(link.schema), f"{name}; {rest}" if rest else name, ", ".join(others))
