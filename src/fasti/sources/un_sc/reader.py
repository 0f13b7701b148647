"""Read the UN Security Council Consolidated List: one XML file, keyed on DATAID, with facets an edition may lack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from lxml.etree import QName, _Element

from fasti.model.listing import ENTRIES, Listing
from fasti.model.moment import Moment
from fasti.model.problem import Problem
from fasti.sources.description import Description, describe
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.gates import refuse
from fasti.sources.records.editions import Format, entries_of, keep, make_draft, only_member, problem, tell
from fasti.sources.records.elements import attribute, children
from fasti.sources.records.slicing import XmlRecord, cut_xml
from fasti.sources.un_sc.entries import FACETS, entry_key, read_entry, read_facet
from fasti.sources.un_sc.fields import KINDS, USED
from fasti.sources.un_sc.vocabulary import vocabulary

SOURCE_ID = "un_sc"
XML = Format("xml", "1", USED)
ROOT = "CONSOLIDATED_LIST"
GROUPS = ("INDIVIDUALS", "ENTITIES")


@dataclass(frozen=True, slots=True)
class Entry:
    """What was read of an entry.

    Attributes:
        read: Its listing, without the facets.
        facets: Name of each facet to whether the entry can have it, whether it shows it, and what it says.
    """

    read: RowRead
    facets: Mapping[str, tuple[bool, bool, RowRead]]


def read_xml(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of `consolidated.xml`.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    source, member = describe(SOURCE_ID), only_member(members)
    cut = cut_xml(member, ROOT, source.info.title, KINDS, depth=2)
    reads: dict[str, RowRead] = {}
    entries = [memo.read(ENTRIES, one.mark(), partial(_read, one, source)) for one in cut.records]
    for entry, record in zip(entries, cut.records, strict=True):
        keep(reads, entry.read, member.name, record)
    parts = entries_of(member.name, reads)
    facets, problems = _facets(entries, member.name)
    for name, facet in facets.items():
        parts[name] = {one.listing.key: one.listing for one in facet if one.listing != Listing(one.listing.key)}
    problems += tell(member.name, [*reads.values(), *(one for facet in facets.values() for one in facet)])
    stated_on = _generated_on(cut.root, source)
    return make_draft(source, XML, parts, [*problems, *_doubts(cut.root, member.name, stated_on, source)], stated_on)


def _read(record: XmlRecord, source: Description) -> Entry:
    element = record.element()
    if not entry_key(element):
        refuse(record.member.name, f"is malformed in line {record.line}: the entry there has no DATAID")
    kind = QName(element).localname
    facets = {
        name: (facet.kind in {"", kind}, facet.shows(element), read_facet(element, facet))
        for name, facet in FACETS.items()
    }
    return Entry(read_entry(element, source), facets)


def _facets(entries: Sequence[Entry], name: str) -> tuple[dict[str, list[RowRead]], list[Problem]]:
    """Return what the entries say of each facet that the edition holds, and a problem if it lacks some."""
    held, missing = {}, []
    for facet_name in FACETS:
        said = [one.facets[facet_name] for one in entries]
        able = [shows for can, shows, _ in said if can]
        showing = sum(able)
        if showing and showing >= vocabulary().facets[facet_name] * len(able):
            held[facet_name] = [read for _, _, read in said]
        else:
            missing.append(f"{facet_name} (shown by {showing} of {len(able)} entries)")
    message = f"the edition does not hold {', '.join(missing)}, so that nothing is said about it"
    return held, [problem("facet_not_held", message, name)] if missing else []


def _generated_on(root: _Element, source: Description) -> date | None:
    """Return the day, in New York, on which the file says that it was made."""
    try:
        return Moment.of(datetime.fromisoformat(attribute(root, "dateGenerated")), source.info.zone).on
    except ValueError:
        return None


def _doubts(root: _Element, name: str, stated_on: date | None, source: Description) -> list[Problem]:
    """Return the problems of the file as a whole."""
    found = []
    if stated_on is None:
        found.append(problem("no_publish_date", "the file does not say on which day it was made", name))
    known = {*USED, *source.ignored["xml"], *(f"{ROOT}/{group}" for group in GROUPS)}
    places = [f"{ROOT}/@{QName(str(one)).localname}" for one in root.attrib]
    places += [f"{ROOT}/{QName(one).localname}" for one in children(root)]
    places += [f"{ROOT}/{QName(one).localname}" for group in children(root) for one in _others(group)]
    message = "the format is not known to have the field {}; it is not read"
    return found + [problem("unknown_field", message.format(one), name) for one in sorted({*places} - known)]


def _others(group: _Element) -> list[_Element]:
    return [one for one in children(group) if QName(one).localname not in KINDS]
