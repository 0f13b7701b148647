"""Read a file of OFAC's advanced format as a stream, and put together what it says of each party in several places."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO

from lxml import etree
from lxml.etree import QName, _Element

from fasti.sources.drafting import RawMember
from fasti.sources.gates import refuse
from fasti.sources.ofac.advanced_dates import iso_date
from fasti.sources.ofac.advanced_elements import (
    comment,
    joined,
    party_kind,
    read_document,
    read_entry,
    read_link,
    read_names,
    read_values,
)
from fasti.sources.ofac.advanced_fields import FieldsSeen
from fasti.sources.ofac.advanced_places import read_place
from fasti.sources.ofac.advanced_raw import RawDocument, RawEntry, RawLink, RawParty, RawPlace
from fasti.sources.ofac.advanced_references import References, read_references
from fasti.sources.ofac.assembling import is_entry_number

ROOT = "Sanctions"
RECORDS = (
    "DateOfIssue",
    "ReferenceValueSets",
    "Location",
    "IDRegDocument",
    "DistinctParty",
    "ProfileRelationship",
    "SanctionsEntry",
    "SanctionsEntryLink",
)


@dataclass(slots=True)
class Gathered:
    """What a file says, by what belongs together.

    Attributes:
        namespace: Of its elements.
        issued_on: The day it says it was issued.
        references: What its numbers stand for.
        places: Locations by number.
        documents: By number of the identity.
        parties: In the order of the file, without entries and links.
        numbers: Number of each profile's party.
        entries: By number of the profile.
        links: By number of the profile they come from.
        fields: The fields that its records have.
    """

    namespace: str = ""
    issued_on: date | None = None
    references: References = field(default_factory=References)
    places: dict[str, tuple[RawPlace, ...]] = field(default_factory=dict)
    documents: dict[str, list[RawDocument]] = field(default_factory=dict)
    parties: list[RawParty] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)
    entries: dict[str, list[RawEntry]] = field(default_factory=dict)
    links: dict[str, list[RawLink]] = field(default_factory=dict)
    fields: FieldsSeen = field(default_factory=FieldsSeen)

    def place(self, number: str) -> tuple[RawPlace, ...]:
        """Return the forms of a location."""
        if number not in self.places:
            self.references.missing.add(("Location", number))
        return self.places.get(number, ())


def gather(member: RawMember) -> Gathered:
    """Read a file.

    Raises:
        RefusedError: It is cut short, malformed, too deep, another document, or holds only changes.
    """
    found = Gathered()
    for element in _records(member):
        name = QName(element).localname
        found.fields.note(element, deep=name != "ReferenceValueSets")
        _take(name, element, found, member.name)
    return found


def _records(member: RawMember) -> Iterator[_Element]:
    """Yield the records of a file, each gone when the next is asked for."""
    events = etree.iterparse(
        BytesIO(member.data),
        events=("start", "end"),
        tag=[f"{{*}}{name}" for name in (ROOT, *RECORDS)],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for event, element in events:
            name = QName(element).localname
            if name == ROOT and event == "start":
                _check_root(element, member.name)
            elif name != ROOT and event == "end" and _is_record(element):
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        refuse(member.name, f"is cut short or malformed XML in line {error.lineno or 1} ({error.msg})")


def _is_record(element: _Element) -> bool:
    """Say whether an element stands where records stand: in the root, or in one of its sections."""
    above = element.getparent()
    around = above.getparent() if above is not None else None
    return above is not None and (around is None or around.getparent() is None)


def _check_root(root: _Element, name: str) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        refuse(name, "brings a document type of its own, which the publisher's files never do")
    if "DeltaBaseVersion" in root.attrib:
        refuse(name, "holds only the changes to another file", "Offer the whole file.")


def _take(name: str, element: _Element, found: Gathered, file: str) -> None:
    """Keep what a record says."""
    references = found.references
    if name == "DateOfIssue":
        found.namespace = QName(element).namespace or ""
        issued = iso_date(element)
        found.issued_on = date.fromisoformat(issued) if len(issued) == len("2021-06-03") else None
    elif name == "ReferenceValueSets":
        found.references = read_references(element)
    elif name == "Location":
        found.places[element.get("ID", "")] = read_place(element, references)
    elif name == "IDRegDocument":
        found.documents.setdefault(element.get("IdentityID", ""), []).append(read_document(element, references))
    elif name == "DistinctParty":
        _take_party(element, found, file)
    elif name == "ProfileRelationship":
        link = read_link(element, references, found.numbers)
        if not is_entry_number(link.to):
            refuse(file, f"is malformed in line {element.sourceline}: the relationship there leads to no number")
        found.links.setdefault(element.get("From-ProfileID", ""), []).append(link)
    elif name == "SanctionsEntry":
        found.entries.setdefault(element.get("ProfileID", ""), []).append(read_entry(element, references))


def _take_party(element: _Element, found: Gathered, file: str) -> None:
    number = element.get("FixedRef", "")
    if not is_entry_number(number):
        refuse(file, f"is malformed in line {element.sourceline}: the party there has no number")
    profiles = list(element.iterchildren("{*}Profile"))
    identities = [identity for profile in profiles for identity in profile.iterchildren("{*}Identity")]
    found.numbers.update((profile.get("ID", ""), number) for profile in profiles)
    party = RawParty(
        number=number,
        kind=joined(*(party_kind(profile, found.references) for profile in profiles)),
        names=tuple(name for identity in identities for name in read_names(identity, found.references)),
        values=tuple(
            value
            for profile in profiles
            for feature in profile.iterchildren("{*}Feature")
            for value in read_values(feature, found.references, found.place)
        ),
        documents=tuple(one for identity in identities for one in found.documents.pop(identity.get("ID", ""), ())),
        entries=(),
        links=(),
        remarks=joined(comment(element), *(comment(profile) for profile in profiles)),
    )
    found.parties.append(party)
