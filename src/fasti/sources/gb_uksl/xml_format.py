"""Take the XML of the UK Sanctions List apart into designations."""

from collections.abc import Mapping
from functools import partial

from lxml import etree

from fasti.model.problem import Problem
from fasti.sources.description import Description
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.gates import refuse
from fasti.sources.gb.dates import report_day
from fasti.sources.gb_uksl.entries import read_record
from fasti.sources.gb_uksl.fields import FIELDS, PATHS, Record
from fasti.sources.records.editions import Format, entries_of, keep, make_draft, root_of, tell
from fasti.sources.records.elements import children, text, unknown_fields
from fasti.sources.records.wording import one_line

ROOT = "Designations"
ENTRY = "Designation"
DATED = "DateGenerated"
USED = tuple(f"{ENTRY}/{path}" for path in PATHS)
FORM = Format("xml", "1", (DATED, *USED))
_BLOCKS = dict.fromkeys((field.block, field.path.rpartition("/")[0]) for field in FIELDS if field.path)
_TAGS = {block: frozenset(field.tag for field in FIELDS if field.block == block) for block, _ in _BLOCKS}


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
        elif name != DATED:
            strange.add(name)
    stated_on = report_day(text(root, DATED))
    problems = tell(member.name, reads.values())
    message = "the format is not known to have the field {}; it is not read"
    problems += [Problem("unknown_field", message.format(name), member.name) for name in sorted(strange)]
    if stated_on is None:
        problems.append(Problem("no_publish_date", "the file does not say on which day it was made", member.name))
    return make_draft(source, FORM, entries_of(member.name, reads), problems, stated_on)


def _read(element: etree._Element, name: str, source: Description) -> RowRead:
    number = text(element, "UniqueID")
    if not number:
        refuse(name, f"is malformed in line {element.sourceline}: the designation there has no unique id")
    blocks = {block: _records(element, path, _TAGS[block]) for block, path in _BLOCKS}
    read = read_record(Record(number, blocks), source)
    return RowRead(read.listing, (*read.notes, *unknown_fields(element, USED, source.ignored[FORM.name])))


def _records(element: etree._Element, path: str, tags: frozenset[str]) -> tuple[Mapping[str, str], ...]:
    """Return the records of a block: one for each element at its path, or for each text of a block of one field."""
    found = [element]
    for name in path.split("/") if path else ():
        found = [child for one in found for child in children(one, name)]
    if len(tags) == 1:
        (tag,) = tags
        return tuple({tag: words} for one in found for child in children(one, tag) if (words := one_line(child.text)))
    records = (
        {
            name: words
            for child in children(one)
            if (name := etree.QName(child).localname) in tags and (words := one_line(child.text))
        }
        for one in found
    )
    return tuple(one for one in records if one)
