"""Take the XML of the UK Sanctions List apart into designations."""

from collections import Counter
from functools import partial

from lxml import etree

from fasti.model.problem import Problem
from fasti.sources.description import Description
from fasti.sources.drafting import Draft, Memo, Note, RawMember, RowRead
from fasti.sources.gates import refuse
from fasti.sources.gb.dates import report_day
from fasti.sources.gb_uksl.entries import read_record
from fasti.sources.gb_uksl.fields import FIELDS, PATHS, Record
from fasti.sources.records.editions import Format, entries_of, keep, make_draft, tell
from fasti.sources.records.elements import text
from fasti.sources.records.slicing import XmlRecord, cut_xml
from fasti.sources.records.wording import one_line

ROOT = "Designations"
ENTRY = "Designation"
DATED = "DateGenerated"
UNKNOWN = "the format is not known to have the field {}; it is not read"
USED = tuple(f"{ENTRY}/{path}" for path in PATHS)
FORM = Format("xml", "1", (DATED, *USED))
_FIELDS = {field.path: field for field in FIELDS if field.path}
_GROUPS = frozenset("/".join(path.split("/")[:depth]) for path in PATHS for depth in range(1, path.count("/") + 1))
_SINGLE = frozenset(
    block for block, count in Counter(field.block for field in FIELDS if field.path).items() if count == 1
)


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
    strange = {etree.QName(one).localname for one in root.iterchildren("*")} - {ENTRY, DATED}
    stated_on = report_day(text(root, DATED))
    problems = tell(member.name, reads.values())
    problems += [Problem("unknown_field", UNKNOWN.format(name), member.name) for name in sorted(strange)]
    if stated_on is None:
        problems.append(Problem("no_publish_date", "the file does not say on which day it was made", member.name))
    return make_draft(source, FORM, entries_of(member.name, reads), problems, stated_on)


def _read(raw: XmlRecord, source: Description) -> RowRead:
    blocks: dict[str, list[dict[str, str]]] = {}
    strange: list[str] = []
    _take_apart(raw.element(), "", blocks, strange)
    number = next((one["UniqueID"] for one in blocks.get("head", ()) if "UniqueID" in one), "")
    if not number:
        refuse(raw.member.name, f"is malformed in line {raw.line}: the designation there has no unique id")
    read = read_record(Record(number, {block: tuple(ones) for block, ones in blocks.items()}), source)
    unread = dict.fromkeys(f"{ENTRY}/{place}" for place in strange)
    return RowRead(read.listing, (*read.notes, *(Note("unknown_field", one, UNKNOWN.format(one)) for one in unread)))


def _take_apart(
    element: etree._Element, path: str, blocks: dict[str, list[dict[str, str]]], strange: list[str]
) -> None:
    """Sort the fields of an element into the records of their blocks; one record for all of a block in one element."""
    here: dict[str, dict[str, str]] = {}
    strange += [f"{path}@{name}" for name in map(str, element.attrib)]
    for child in element.iterchildren("*"):
        name = str(child.tag).rpartition("}")[2]
        field = _FIELDS.get(path + name)
        if field is None:
            if path + name in _GROUPS:
                _take_apart(child, f"{path}{name}/", blocks, strange)
            else:
                strange.append(path + name)
        elif words := one_line(child.text):
            record = here.get(field.block)
            if record is None or name in record or field.block in _SINGLE:
                record = here[field.block] = {}
                blocks.setdefault(field.block, []).append(record)
            record[name] = words
