"""Take the EU's list apart in its XML format 1.0 (`WHOLE`), which was the only one up to 2018.

It does not grade names, and has a document with all its details in one text.
"""

from functools import partial

from lxml import etree

from fasti.model.problem import Problem
from fasti.sources.description import Description
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.eu_fsf.days import day_of
from fasti.sources.eu_fsf.entries import read_record
from fasti.sources.eu_fsf.packed import unpacked
from fasti.sources.eu_fsf.record import REMARK, Fields, Record
from fasti.sources.gates import refuse
from fasti.sources.records.editions import Format, entries_of, keep, make_draft, root_of, tell
from fasti.sources.records.elements import attribute, children, text, unknown_fields

ROOT = "WHOLE"
ENTRY = "ENTITY"
DATED = "Date"
BLOCKS = {
    "NAME": (
        "nameAlias",
        {
            "LASTNAME": "lastName",
            "FIRSTNAME": "firstName",
            "MIDDLENAME": "middleName",
            "WHOLENAME": "wholeName",
            "GENDER": "gender",
            "TITLE": "title",
            "FUNCTION": "function",
            "LANGUAGE": "nameLanguage",
        },
    ),
    "BIRTH": ("birthdate", {"DATE": "birthdate", "PLACE": "city", "COUNTRY": "countryDescription"}),
    "PASSPORT": ("identification", {"NUMBER": "number", "COUNTRY": "countryDescription"}),
    "CITIZEN": ("citizenship", {"COUNTRY": "countryDescription"}),
    "ADDRESS": (
        "address",
        {
            "NUMBER": "poBox",
            "STREET": "street",
            "ZIPCODE": "zipCode",
            "CITY": "city",
            "COUNTRY": "countryDescription",
            "OTHER": "contactInfo",
        },
    ),
}
"""Elements of an entity: the block of format 1.1 that each is, and the field that each of its elements is."""

USED = (
    *(f"{ENTRY}/@{name}" for name in ("Id", "Type", "legal_basis", "reg_date", "pdf_link", "programme", REMARK)),
    *(f"{ENTRY}/{one}/@reg_date" for one in BLOCKS),
    *(f"{ENTRY}/{one}/{name}" for one, (_, names) in BLOCKS.items() for name in names),
)
FORM = Format("xml_1_0", "1", (f"@{DATED}", *USED))


def read_old_xml(source: Description, member: RawMember, memo: Memo) -> Draft:
    """Return the draft of one edition.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    root = root_of(member, ROOT, source.info.title)
    reads: dict[str, RowRead] = {}
    for element in children(root):
        if etree.QName(element).localname != ENTRY:
            refuse(member.name, f"is malformed in line {element.sourceline}: what stands there is no entity")
        raw = etree.tostring(element, with_tail=False)
        read = memo.read(FORM.name, raw, partial(_read, element, member.name, source))
        keep(reads, read, member.name, element.sourceline)
    stated_on = day_of(attribute(root, DATED))
    problems = tell(member.name, reads.values())
    if stated_on is None:
        problems.append(Problem("no_publish_date", "the file does not say on which day it was made", member.name))
    return make_draft(source, FORM, entries_of(member.name, reads), problems, stated_on)


def _read(element: etree._Element, name: str, source: Description) -> RowRead:
    number = attribute(element, "Id")
    if not number.isdecimal():
        refuse(name, f"is malformed in line {element.sourceline}: the entity there has no Id")
    act = {
        "numberTitle": attribute(element, "legal_basis"),
        "publicationDate": attribute(element, "reg_date"),
        "programme": attribute(element, "programme"),
        "publicationUrl": attribute(element, "pdf_link"),
    }
    blocks: dict[str, tuple[Fields, ...]] = {"regulation": ({key: words for key, words in act.items() if words},)}
    for tag, (block, names) in BLOCKS.items():
        blocks[block] = tuple(_fields(one, block, names) for one in children(element, tag))
    remark = attribute(element, REMARK)
    record = Record(number, {REMARK: remark} if remark else {}, attribute(element, "Type"), blocks)
    read = read_record(record, source)
    return RowRead(read.listing, (*read.notes, *unknown_fields(element, USED, source.ignored[FORM.name])))


def _fields(element: etree._Element, block: str, names: dict[str, str]) -> Fields:
    found = {field: words for tag, field in names.items() if (words := text(element, tag))}
    return unpacked(block, found | {"citedOn": attribute(element, "reg_date")})
