"""Take the EU's list apart in its XML format 1.1 (`export`, schema `fsdexport`)."""

from dataclasses import dataclass, field
from functools import partial

from lxml import etree

from fasti.model.problem import Problem
from fasti.sources.description import Description
from fasti.sources.drafting import Draft, Memo, Note, RawMember, RowRead
from fasti.sources.eu_fsf.days import day_of
from fasti.sources.eu_fsf.entries import read_record
from fasti.sources.eu_fsf.record import REMARK, Record
from fasti.sources.gates import refuse
from fasti.sources.records.dates import iso_day
from fasti.sources.records.editions import Format, entries_of, keep, make_draft, tell
from fasti.sources.records.elements import attribute
from fasti.sources.records.slicing import XmlRecord, cut_xml
from fasti.sources.records.wording import joined, one_line

ROOT = "export"
ENTRY = "sanctionEntity"
DATED = "generationDate"
SUBJECT = "subjectType"
ATTRIBUTES = {
    "regulation": (
        "regulationType", "organisationType", "publicationDate", "entryIntoForceDate", "numberTitle", "programme",
    ),
    "nameAlias": (
        "firstName", "middleName", "lastName", "wholeName", "function", "gender", "title", "nameLanguage", "strong",
    ),
    "citizenship": (
        "acquisitionDate", "disenfranchisementDate", "region", "countryIso2Code", "countryDescription",
    ),
    "birthdate": (
        "circa", "calendarType", "city", "zipCode", "birthdate", "dayOfMonth", "monthOfYear", "year", "yearRangeFrom",
        "yearRangeTo", "region", "place", "countryDescription",
    ),
    "address": ("city", "street", "poBox", "zipCode", "region", "place", "asAtListingTime", "countryDescription"),
    "identification": (
        "diplomatic", "knownExpired", "knownFalse", "reportedLost", "revokedByIssuer", "issueDate", "issuedBy",
        "latinNumber", "nameOnDocument", "number", "validFrom", "validTo", "region", "identificationTypeCode",
        "identificationTypeDescription", "countryDescription",
    ),
}  # fmt: skip
"""Blocks of an entity and the attributes of each that are used."""

HEAD = (
    "logicalId",
    "euReferenceNumber",
    "unitedNationId",
    "designationDate",
    "designationDetails",
    "delistingDate",
)
SUMMARY = "regulationSummary"
UNKNOWN = "the format is not known to have the field {}; it is not read"
USED = (
    *(f"{ENTRY}/@{name}" for name in HEAD),
    f"{ENTRY}/{REMARK}",
    f"{ENTRY}/{SUBJECT}/@code",
    f"{ENTRY}/regulation/publicationUrl",
    f"{ENTRY}/address/contactInfo/@key",
    f"{ENTRY}/address/contactInfo/@value",
    *(f"{ENTRY}/{block}/@{name}" for block, names in ATTRIBUTES.items() for name in names),
    *(f"{ENTRY}/{block}/{REMARK}" for block in ATTRIBUTES),
    *(f"{ENTRY}/{block}/{SUMMARY}/@publicationDate" for block in ATTRIBUTES if block != "regulation"),
)
FORM = Format("xml", "1", (f"@{DATED}", *USED))
_USED = frozenset(USED)


def read_xml(source: Description, member: RawMember, memo: Memo) -> Draft:
    """Return the draft of one edition.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    cut = cut_xml(member, ROOT, source.info.title, (ENTRY,))
    root = cut.root
    reads: dict[str, RowRead] = {}
    for record in cut.records:
        read = memo.read(FORM.name, record.mark(), partial(_read, record, source))
        keep(reads, read, member.name, record)
    strange = {etree.QName(one).localname for one in root.iterchildren("*")} - {ENTRY}
    problems = [*tell(member.name, reads.values()), *_doubts(root, member.name, strange, source)]
    return make_draft(source, FORM, entries_of(member.name, reads), problems, day_of(attribute(root, DATED)))


def _doubts(root: etree._Element, name: str, strange: set[str], source: Description) -> list[Problem]:
    """Return the problems of the file as a whole."""
    problems = [Problem("unknown_field", UNKNOWN.format(one), name) for one in sorted(strange)]
    namespace = etree.QName(root).namespace or "none"
    if namespace not in source.namespaces:
        words = f"the namespace {namespace} is new; the elements are read by their names alone"
        problems.append(Problem("unknown_namespace", words, name))
    if day_of(attribute(root, DATED)) is None:
        problems.append(Problem("no_publish_date", "the file does not say on which day it was made", name))
    return problems


def _read(record: XmlRecord, source: Description) -> RowRead:
    element = record.element()
    number = attribute(element, "logicalId")
    if not number.isdecimal():
        refuse(record.member.name, f"is malformed in line {record.line}: the entity there has no logicalId")
    taken = _Taken(frozenset(source.ignored[FORM.name]))
    head = taken.fields(element, ENTRY)
    subject = "".join(one.pop("code", "") for one in taken.blocks.pop(SUBJECT, ()))
    head.pop("logicalId")
    blocks = {block: tuple(ones) for block, ones in taken.blocks.items()}
    read = read_record(Record(number, head, subject, blocks), source)
    unread = dict.fromkeys(taken.strange)
    return RowRead(read.listing, (*read.notes, *(Note("unknown_field", one, UNKNOWN.format(one)) for one in unread)))


@dataclass(slots=True)
class _Taken:
    """What is found while an entity is taken apart.

    Attributes:
        ignored: Paths of fields that are left out for a stated reason.
        blocks: Fields of each block.
        strange: Paths that the format is not known to have.
    """

    ignored: frozenset[str]
    blocks: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    strange: list[str] = field(default_factory=list)

    def fields(self, element: etree._Element, path: str) -> dict[str, str]:
        """Return the fields of an entity or a block: its attributes, its remarks, and what its own elements say."""
        found = self._attributes(element, path)
        remarks: dict[str, None] = {}
        for child in element.iterchildren("*"):
            name = str(child.tag).rpartition("}")[2]
            place = f"{path}/{name}"
            if name == REMARK:
                remarks[one_line(child.text)] = None
            elif path == ENTRY and (name in ATTRIBUTES or name == SUBJECT):
                self.blocks.setdefault(name, []).append(self.fields(child, place))
            elif name == "publicationUrl" and place in _USED:
                found[name] = one_line(child.text)
            elif name == "contactInfo" and f"{place}/@key" in _USED:
                said = self._attributes(child, place)
                found[name] = joined((found.get(name, ""), f"{said.get('key', '')}[{said.get('value', '')}]"))
            elif name == SUMMARY and path != ENTRY:
                self._cite(self._attributes(child, place), found)
            else:
                self.strange.append(place)
        if text := "\n".join(filter(None, remarks)):
            found[REMARK] = text
        return found

    def _attributes(self, element: etree._Element, path: str) -> dict[str, str]:
        found = {}
        for name in map(str, element.attrib):
            place = f"{path}/@{name}"
            if place in _USED:
                if text := attribute(element, name):
                    found[name] = text
            elif place not in self.ignored:
                self.strange.append(place)
        return found

    @staticmethod
    def _cite(summary: dict[str, str], found: dict[str, str]) -> None:
        """Keep the earliest day on which an act cited for a block was published."""
        day = iso_day(summary.get("publicationDate", ""))
        if day:
            found["citedOn"] = min(day, found.get("citedOn", day))
