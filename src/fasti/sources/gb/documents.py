"""Read the documents and registrations of a party, which stand in free text or behind the publisher's own words."""

import re
from collections.abc import Iterator

from fasti.model.identity import Identifier, PartyKind
from fasti.model.listing import Fact
from fasti.sources.gb.numbering import numbered

Said = Identifier | Fact

_IMO = re.compile(r"(?:IMO)?[:\s]*(\d{7})", re.IGNORECASE)
_REGISTER = re.compile(r"(INN|TIN|OGRN|KPP|BIK|LEI|SWIFT(?:/BIC)?|BIC)\s*[:.]?\s*([0-9A-Z]{8,20})", re.IGNORECASE)
_REGISTERS = {
    "inn": "tax_id",
    "tin": "tax_id",
    "ogrn": "ogrn",
    "kpp": "kpp",
    "bik": "bik",
    "lei": "lei",
    "swift": "swift",
    "swift/bic": "swift",
    "bic": "swift",
}
_NUMBER = re.compile(
    r"(?:(?:[A-Z][a-z]+ )*[Pp]assport )?(?:(?:[Nn]umber|[Nn]o)\b[.:]* ?)?"
    r"(?P<number>(?=[^ ]*\d|[A-Z]{1,3} ?\d)[A-Z0-9][A-Z0-9/.-]*(?: \d[\d-]*)*)"
    r"(?=$|\s*\(|[.,;]?\s+(?:\(|[Ii]ssued|[Ee]xpire|[Vv]alid|[Dd]ate|[Pp]lace|-)|[.,;]\s|[.,;]$)"
)


def documents(scheme: str, cell: str) -> Iterator[Said]:
    """Yield the documents that a cell of free text names: the text itself, and each number it begins with.

    Args:
        scheme: `passport` or `national_id`.
        cell: One or several documents, numbered.

    >>> [one.value for one in documents("passport", "(1) AT07125 (Norvik). Issued 1.2.2008 (2) A-374184")][::2]
    ['AT07125', 'A-374184']
    """
    for text in numbered(cell):
        number = document_number(text)
        if number:
            yield Identifier(scheme, number)
        if number != text:
            yield Fact(f"{scheme}_details", text)


def document_number(text: str) -> str:
    """Return the number that a description of a document begins with; empty if it begins otherwise.

    >>> document_number("Passport No: 592667 (Norvik passport)"), document_number("Reference 51. Passport no. 0608109")
    ('592667', '')
    """
    found = _NUMBER.match(text)
    return found["number"].rstrip(".-/") if found else ""


def registration(text: str) -> Identifier:
    """Return a registration of a company; the register's own word tells which one it is.

    >>> registration("INN: 7707083893"), registration("HRB 4711").scheme
    (Identifier(scheme='tax_id', value='7707083893', issuer=''), 'registration_number')
    """
    found = _REGISTER.fullmatch(text.rstrip("."))
    return Identifier(_REGISTERS[found[1].lower()], found[2]) if found else Identifier("registration_number", text)


def ship_number(text: str, kind: PartyKind) -> Identifier:
    """Return an IMO number; that of a company is none of a ship."""
    found = _IMO.fullmatch(text.rstrip("."))
    if found is None:
        return Identifier("vessel_registration", text)
    return Identifier("imo" if kind is PartyKind.VESSEL else "imo_company", found[1])
