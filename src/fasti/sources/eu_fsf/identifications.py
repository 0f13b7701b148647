"""Read the documents of the EU's list: a number, its type, and what is known of the document."""

import re
from collections.abc import Iterator

from stdnum import imo

from fasti.model.identity import Identifier
from fasti.model.listing import Fact
from fasti.sources.drafting import Note
from fasti.sources.eu_fsf.births import country
from fasti.sources.eu_fsf.codes import codes
from fasti.sources.eu_fsf.record import REMARK, Fields
from fasti.sources.records.saying import Said
from fasti.sources.records.wording import joined, one_line

TYPE = "identificationTypeCode"
_OLD = re.compile(r"(?P<number>.*?) \((?P<code>\w+)-(?P<type>[^()]*)\)\s*(?P<rest>.*)", re.DOTALL)
_IMO = re.compile(r"(?:IMO)?\s*(\d{7})", re.IGNORECASE)
_FOREIGN = "identification_number"


def read_identification(fields: Fields) -> Iterator[Said]:
    """Yield a document's number, and what else is said of it."""
    number, latin = fields.get("number", ""), fields.get("latinNumber", "")
    code = fields.get(TYPE, "")
    scheme = codes().identifications.get(code, "")
    if not scheme:
        yield Note("unknown_identification", code, f'no meaning is known for "{code}" as the type of a document')
    issuer = country(fields)
    for value in dict.fromkeys(one for one in (number, latin) if one):
        yield _identifier(scheme or _FOREIGN, value, issuer)
    yield from _details(fields, number or latin)


def old_number(text: str) -> dict[str, str]:
    """Return the fields of format 1.1 for a document of format 1.0, which has them all in its number.

    >>> old_number("AD001095 (passport-National passport) ((passport))")["identificationTypeCode"]
    'passport'
    """
    found = _OLD.fullmatch(text)
    if found is None:
        return {"number": one_line(text)}
    fields = {"number": found["number"], TYPE: found["code"], "identificationTypeDescription": found["type"]}
    rest = one_line(found["rest"])
    return fields | ({REMARK: rest} if rest else {})


def _identifier(scheme: str, value: str, issuer: str) -> Identifier:
    if scheme != "imo":
        return Identifier(scheme, value, issuer)
    found = _IMO.fullmatch(value)
    return Identifier(
        "imo" if found and imo.is_valid(found[1]) else "imo_company", found[1] if found else value, issuer
    )


def _details(fields: Fields, number: str) -> Iterator[Said]:
    """Yield what is said of a document besides its number and country."""
    kind = fields.get("identificationTypeDescription", "")
    printed = joined((kind, number))
    issued, last = fields.get("issueDate", "") or fields.get("validFrom", ""), fields.get("validTo", "")
    if issued or last:
        words = joined((printed, f"issued {issued}" if issued else "", f"valid to {last}" if last else ""))
        yield Fact("validity", words, f"{issued or '..'}/{last or '..'}")
    flags = [words for flag, words in codes().flags.items() if fields.get(flag, "").lower() == "true"]
    said = [*flags, *(fields.get(name, "") for name in ("issuedBy", "nameOnDocument", "region", REMARK))]
    if any(said):
        yield Fact("identification_details", f"{printed}: {joined(said, '; ')}")
