"""What the codes of the EU's list mean; the vocabulary is `codes.toml`."""

from dataclasses import dataclass
from functools import cache

from fasti.model.identity import PartyKind
from fasti.tables.shipped import shipped


@dataclass(frozen=True, slots=True)
class Codes:
    """The vocabulary.

    Attributes:
        subjects: Code of a sort of party to the sort.
        identifications: Code of a document to its scheme.
        contacts: Key of a contact to a kind of fact.
        genders: Code to word.
        flags: Field of a document that is true or false, to the words for it.
    """

    subjects: dict[str, PartyKind]
    identifications: dict[str, str]
    contacts: dict[str, str]
    genders: dict[str, str]
    flags: dict[str, str]


@cache
def codes() -> Codes:
    """Return the vocabulary; read once per process."""
    table = shipped("sources/eu_fsf/codes.toml")
    return Codes(
        subjects={code: PartyKind(kind) for code, kind in table["subjects"].items()},
        identifications={code: scheme for scheme, found in table["identifications"].items() for code in found},
        contacts=table["contacts"],
        genders=table["genders"],
        flags=table["flags"],
    )
