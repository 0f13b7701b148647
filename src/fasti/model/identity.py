"""Names and identifiers: what a publisher or a query says of who someone is."""

from dataclasses import dataclass
from enum import StrEnum


class PartyKind(StrEnum):
    """What sort of party an entry names."""

    PERSON = "person"
    ORGANIZATION = "organization"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"
    UNKNOWN = "unknown"

    __hash__ = str.__hash__  # as that of an equal text, and sooner had than that of a member


class NameKind(StrEnum):
    """How the publisher relates a name to the party."""

    PRIMARY = "primary"
    AKA = "aka"
    FKA = "fka"
    NKA = "nka"


class Quality(StrEnum):
    """The publisher's own grade of a name; a weak one may confirm a hit and never makes one alone."""

    STRONG = "strong"
    WEAK = "weak"


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One name as published.

    Attributes:
        text: The verbatim name, in any script.
        kind: Primary, or which kind of alias.
        quality: The publisher's grade.
    """

    text: str
    kind: NameKind = NameKind.PRIMARY
    quality: Quality = Quality.STRONG


@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """One identifier as published.

    Attributes:
        scheme: Short lower-case scheme: `isin`, `lei`, `imo`, `uscc`, `swift`, `passport`, `tax_id`, ...
        value: The verbatim value, without its label.
        issuer: Country or body that issued it, as published; empty if not said.
    """

    scheme: str
    value: str
    issuer: str = ""
