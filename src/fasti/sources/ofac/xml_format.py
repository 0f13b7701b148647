"""Read one edition of an OFAC list in the XML format (`sdnList`): a single file with a single part."""

from collections.abc import Sequence
from functools import partial

from lxml import etree

from fasti.model.listing import ENTRIES
from fasti.model.problem import Problem
from fasti.sources.description import Description
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.gates import refuse
from fasti.sources.ofac.assembling import is_entry_number
from fasti.sources.ofac.dates import published_on
from fasti.sources.ofac.editions import check_content, make_draft, tell
from fasti.sources.ofac.xml_entries import ENTRY, read_entry
from fasti.sources.ofac.xml_fields import USED, children
from fasti.sources.records.editions import keep
from fasti.sources.records.slicing import Cut, XmlRecord, cut_xml

FORM = "xml"
ROOT = "sdnList"
PUBLICATION = "publshInformation"
_USED = (f"{PUBLICATION}/Publish_Date", f"{PUBLICATION}/Record_Count", *USED)


def read_xml(source: Description, members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of one edition.

    Args:
        source: The publication.
        members: Its one file.
        memo: Rows already read in this run and series.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    if len(members) != 1:
        refuse(members[1].name, "is a second file of an edition that has one", "Offer one edition at a time.")
    name = members[0].name
    cut = cut_xml(members[0], ROOT, source.info.title, (ENTRY,))
    root = cut.root
    reads = _entries(cut, source, memo)
    heading = _publication(root)
    _check_count(name, heading.get("Record_Count", ""), len(reads))
    check_content(name, reads, source)
    return make_draft(
        source=source,
        form=FORM,
        parts={ENTRIES: {key: one.listing for key, one in reads.items()}},
        problems=[*tell(name, reads.values()), *_doubts(root, name, heading, source)],
        fields=_USED,
        stated_on=published_on(heading.get("Publish_Date", "")),
    )


def _entries(cut: Cut, source: Description, memo: Memo) -> dict[str, RowRead]:
    reads: dict[str, RowRead] = {}
    for record in cut.records:
        keep(reads, memo.read(ENTRIES, record.mark(), partial(_read, record, source)), record.member.name, record)
    return reads


def _read(record: XmlRecord, source: Description) -> RowRead:
    element = record.element()
    if not is_entry_number((element.findtext("{*}uid") or "").strip()):
        refuse(record.member.name, f"is malformed in line {record.line}: the entry there has no number")
    return read_entry(element, source)


def _publication(root: etree._Element) -> dict[str, str]:
    """Return what the file says of itself."""
    heading = root.find(f"{{*}}{PUBLICATION}")
    if heading is None:
        return {}
    return {etree.QName(child).localname: (child.text or "").strip() for child in children(heading)}


def _check_count(name: str, stated: str, count: int) -> None:
    """Refuse a file that has not as many entries as it says."""
    if not stated.isdigit():
        refuse(name, "does not say how many records it has, so nobody can tell whether it is whole")
    if int(stated) != count:
        refuse(name, f"is cut short: it says that it has {stated} records, and has {count}")


def _doubts(root: etree._Element, name: str, heading: dict[str, str], source: Description) -> list[Problem]:
    """Return the problems of the file as a whole."""
    problems = []
    namespace = etree.QName(root).namespace or "none"
    if namespace not in source.namespaces:
        message = f"the namespace {namespace} is new; the elements are read by their names alone"
        problems.append(Problem("unknown_namespace", message, name))
    if published_on(heading.get("Publish_Date", "")) is None:
        problems.append(Problem("no_publish_date", "the file does not say on which day it was published", name))
    known = {"Publish_Date", "Record_Count"}
    strange = sorted({f"{PUBLICATION}/{field}" for field in heading if field not in known} | _strange(root))
    message = "the format is not known to have the field {}; it is not read"
    return problems + [Problem("unknown_field", message.format(field), name) for field in strange]


def _strange(root: etree._Element) -> set[str]:
    return {found for child in children(root) if (found := etree.QName(child).localname) not in {ENTRY, PUBLICATION}}
