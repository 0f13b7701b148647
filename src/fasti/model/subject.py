"""Say what is known of a party that can be compared: the one form to which a query and a listing are both reduced.

Everything is optional but a name or an identifier; an empty field is unknown and speaks neither for nor against.
"""

from dataclasses import dataclass

from fasti.model.identity import Identifier, Name, PartyKind
from fasti.model.listing import Address


@dataclass(frozen=True, slots=True, order=True)
class Country:
    """A country that has to do with a party.

    Attributes:
        code: Two letters of ISO 3166-1, lower case; `xk` for Kosovo.
        how: `nationality`, `citizenship`, `jurisdiction`, `flag`, `residence`, `birth`, or `country` if not said.
    """

    code: str
    how: str = "country"


@dataclass(frozen=True, slots=True)
class Subject:
    """A party as it is compared, asked for or listed.

    Attributes:
        kind: What sort of party; unknown is compared by every rule set that may be meant.
        names: Names in the order given, the primary one first.
        given: Given names, if the name is also stated in parts.
        family: Family names, if the name is also stated in parts.
        birth_dates: ISO dates of birth, or of founding or building, each as exact as it is known: `1970`,
            `1970-05`, `1970-05-01`; a span is `1970/1972`, `~` behind means about.
        countries: Countries by their relation to the party.
        genders: `male`, `female`.
        identifiers: As published.
        addresses: As published.
    """

    kind: PartyKind = PartyKind.UNKNOWN
    names: tuple[Name, ...] = ()
    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    countries: tuple[Country, ...] = ()
    genders: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()

    @classmethod
    def named(cls, name: str, kind: PartyKind = PartyKind.UNKNOWN) -> "Subject":
        """Return a party of which no more than a name is known."""
        return cls(kind, (Name(name),))
