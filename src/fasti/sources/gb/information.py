"""Read the field `Other Information` of OFSI's list: since 2021 parts of it stand behind labels in brackets."""

import re
from collections.abc import Iterator

from fasti.model.identity import Identifier, PartyKind
from fasti.model.listing import Fact
from fasti.sources.drafting import Note
from fasti.sources.gb.documents import Said, registration, ship_number
from fasti.sources.gb.numbering import numbered
from fasti.sources.records.wording import one_line

FACTS = {
    "UK Statement of Reasons": "statement_of_reasons",
    "Further Identifying Information": "further_information",
    "Further Identifiying Information": "further_information",
    "Relationship details": "linked_to",
    "Gender": "gender",
    "Phone number": "phone",
    "Email address": "email",
    "Website": "website",
    "Subsidiaries": "subsidiary",
    "Parent company": "parent_company",
    "Type of entity": "organization_type",
    "Organisation Type": "organization_type",
    "Current owner/operator": "vessel_owner",
    "Previous owner/operator": "former_vessel_owner",
    "Current believed flag of ship": "flag",
    "Previous flags": "former_flag",
    "Type of ship": "vessel_type",
    "Tonnage of ship": "tonnage",
    "Length of ship": "length",
    "Year built": "built_on",
    "Date trust services sanctions imposed": "trust_services_sanctions_on",
}
"""Labels whose text says one further thing, and what kind of thing."""

IDENTIFIERS = {
    "UK Sanctions List Ref": "gb_ref",
    "Business Reg No": "registration_number",
    "IMO number": "imo",
    "Hull identification number": "hull_number",
}
"""Labels whose text is one or several numbers, and their scheme."""

SINGLE = frozenset({"statement_of_reasons", "further_information", "linked_to"})
"""Kinds of fact that are prose: numbers in brackets are part of it."""

_LABEL = re.compile(r"\(([A-Za-z][^():]{2,60}?)\s*\):\s*")
_UN_REF = re.compile(
    r"\bUN ?Ref(?:erence)?(?: No)?\b[\s.:)]*((?:[A-Z][A-Za-z]{0,2}|I{1,3})(?:\.[A-Z0-9]+)+)", re.IGNORECASE
)
_UK_REF = re.compile(r"\b[A-Z]{3}\d{4}\b")
_UN = "UN Ref"
_KNOWN = {label.casefold(): label for label in (*FACTS, *IDENTIFIERS, _UN)}


def read_information(text: str, kind: PartyKind) -> tuple[list[Said], list[Note]]:
    """Return what the field says behind labels and of the UN's reference, and the labels that are not known.

    Args:
        text: The field, verbatim.
        kind: What sort of party it speaks of.
    """
    marks = list(_LABEL.finditer(text))
    said: list[Said] = [Identifier("un_ref", found[1]) for found in _UN_REF.finditer(text)]
    notes = []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=False):
        label = _KNOWN.get(one_line(mark[1]).casefold())
        if label is not None:
            said += _labelled(label, one_line(text[mark.end() : end]), kind)
        elif mark[1][0].isupper() and not mark[1].isupper():
            notes.append(_unknown(mark[1]))
    return said, notes


def _labelled(label: str, words: str, kind: PartyKind) -> Iterator[Said]:
    text = words.rstrip(".")
    if label in FACTS:
        what = FACTS[label]
        values = (words,) if what in SINGLE else numbered(text)
        yield from (Fact(what, value, _gender(value) if what == "gender" else "") for value in values if value)
    elif label == "UK Sanctions List Ref":
        yield from (Identifier("gb_ref", found) for found in _UK_REF.findall(text))
    elif label == "Business Reg No":
        yield from (registration(value) for value in numbered(text))
    elif label == "IMO number":
        yield from (ship_number(value, kind) for value in numbered(text))
    elif label != _UN:
        yield from (Identifier(IDENTIFIERS[label], value) for value in numbered(text))


def _gender(text: str) -> str:
    """Return the word that a text begins with, if it is one for a gender."""
    word = text.split(maxsplit=1)[0].rstrip(".,").lower()
    return word if word in {"male", "female"} else ""


def _unknown(label: str) -> Note:
    message = f'no meaning is known for the label "{label}" in Other Information; its text is kept in the remarks'
    return Note("unknown_remark_label", label, message)
