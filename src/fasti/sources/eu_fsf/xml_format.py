"""Take the EU's list apart in its XML format 1.1 (`export`, schema `fsdexport`)."""

from functools import partial

from lxml import etree

from fasti.model.problem import Problem
from fasti.sources.description import Description
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.eu_fsf.days import day_of
from fasti.sources.eu_fsf.entries import read_record
from fasti.sources.eu_fsf.record import REMARK, Fields, Record
from fasti.sources.gates import refuse
from fasti.sources.records.dates import iso_day
from fasti.sources.records.editions import Format, entries_of, keep, make_draft, root_of, tell
from fasti.sources.records.elements import attribute, children, texts, unknown_fields
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
CITED = "regulationSummary/@publicationDate"
USED = (
    *(f"{ENTRY}/@{name}" for name in HEAD),
    f"{ENTRY}/{REMARK}",
    f"{ENTRY}/{SUBJECT}/@code",
    f"{ENTRY}/regulation/publicationUrl",
    f"{ENTRY}/address/contactInfo/@key",
    f"{ENTRY}/address/contactInfo/@value",
    *(f"{ENTRY}/{block}/@{name}" for block, names in ATTRIBUTES.items() for name in names),
    *(f"{ENTRY}/{block}/{REMARK}" for block in ATTRIBUTES),
    *(f"{ENTRY}/{block}/{CITED}" for block in ATTRIBUTES if block != "regulation"),
)
FORM = Format("xml", "1", (f"@{DATED}", *USED))


def read_xml(source: Description, member: RawMember, memo: Memo) -> Draft:
    """Return the draft of one edition.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    root = root_of(member, ROOT, source.info.title)
    reads: dict[str, RowRead] = {}
    strange: set[str] = set()
    for element in children(root):
        name = etree.QName(element).localname
        if name == ENTRY:
            raw = etree.tostring(element, with_tail=False)
            read = memo.read(FORM.name, raw, partial(_read, element, member.name, source))
            keep(reads, read, member.name, element.sourceline)
        else:
            strange.add(name)
    problems = [*tell(member.name, reads.values()), *_doubts(root, member.name, strange, source)]
    return make_draft(source, FORM, entries_of(member.name, reads), problems, day_of(attribute(root, DATED)))


def _doubts(root: etree._Element, name: str, strange: set[str], source: Description) -> list[Problem]:
    """Return the problems of the file as a whole."""
    message = "the format is not known to have the field {}; it is not read"
    problems = [Problem("unknown_field", message.format(one), name) for one in sorted(strange)]
    namespace = etree.QName(root).namespace or "none"
    if namespace not in source.namespaces:
        words = f"the namespace {namespace} is new; the elements are read by their names alone"
        problems.append(Problem("unknown_namespace", words, name))
    if day_of(attribute(root, DATED)) is None:
        problems.append(Problem("no_publish_date", "the file does not say on which day it was made", name))
    return problems


def _read(element: etree._Element, name: str, source: Description) -> RowRead:
    number = attribute(element, "logicalId")
    if not number.isdecimal():
        refuse(name, f"is malformed in line {element.sourceline}: the entity there has no logicalId")
    subject = next((attribute(one, "code") for one in children(element, SUBJECT)), "")
    blocks = {block: tuple(_fields(one, block) for one in children(element, block)) for block in ATTRIBUTES}
    read = read_record(Record(number, _named(element, HEAD[1:]), subject, blocks), source)
    return RowRead(read.listing, (*read.notes, *unknown_fields(element, USED, source.ignored[FORM.name])))


def _named(element: etree._Element, names: tuple[str, ...]) -> dict[str, str]:
    """Return the attributes of an element that are used, with its remarks."""
    found = {name: text for name in names if (text := attribute(element, name))}
    remarks = "\n".join(dict.fromkeys(texts(element, REMARK)))
    return found | ({REMARK: remarks} if remarks else {})


def _fields(element: etree._Element, block: str) -> Fields:
    """Return one block of an entity: its attributes, and what its elements say."""
    fields = _named(element, ATTRIBUTES[block])
    contacts = joined(f"{attribute(one, 'key')}[{attribute(one, 'value')}]" for one in children(element, "contactInfo"))
    cited = min(
        (day for one in children(element, "regulationSummary") if (day := iso_day(attribute(one, "publicationDate")))),
        default="",
    )
    more = {
        "publicationUrl": next(iter(texts(element, "publicationUrl")), ""),
        "contactInfo": contacts,
        "citedOn": cited,
    }
    return fields | {name: one_line(text) for name, text in more.items() if text}
