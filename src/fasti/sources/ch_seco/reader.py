"""Read the Swiss sanctions list: one XML file with programmes, places, and every target that was ever on the list."""

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from lxml.etree import QName, _Element

from fasti.model.listing import ENTRIES
from fasti.model.problem import Problem
from fasti.sources.ch_seco.entries import TARGET_NAME, Header, read_target, target_key
from fasti.sources.ch_seco.fields import HEADER, USED
from fasti.sources.ch_seco.places import places_of
from fasti.sources.ch_seco.programmes import sets_of
from fasti.sources.ch_seco.vocabulary import vocabulary
from fasti.sources.description import Description, describe
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.gates import refuse
from fasti.sources.records.dates import iso_day
from fasti.sources.records.editions import Format, entries_of, keep, make_draft, only_member, problem, tell
from fasti.sources.records.elements import attribute, children, unknown_fields
from fasti.sources.records.slicing import XmlRecord, cut_xml

SOURCE_ID = "ch_seco"
ROOT = "swiss-sanctions-list"
XML = Format("xml", "1", USED)
_NUMBER = re.compile(rb"\d+")
_DECLARED = ("sanctions-program", "place")


def read_xml(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of the whole list.

    Raises:
        RefusedError: The file is cut short, malformed, another list, a list of changes only, or contradicts itself.
    """
    source, member = describe(SOURCE_ID), only_member(members)
    cut = cut_xml(member, ROOT, source.info.title, (TARGET_NAME,))
    root = cut.root
    _check_whole(root, member.name)
    header = Header(sets_of(root), places_of(root))
    reads: dict[str, RowRead] = {}
    for record in cut.records:
        read = memo.read(ENTRIES, _mark(record, header), partial(_read, record, header, source))
        keep(reads, read, member.name, record)
    day = iso_day(attribute(root, "date"))
    problems = [*tell(member.name, reads.values()), *_doubts(root, member.name, day, source)]
    stated_on = date.fromisoformat(day) if day else None
    return make_draft(source, XML, entries_of(member.name, reads), problems, stated_on)


def _check_whole(root: _Element, name: str) -> None:
    """Refuse a list of changes: whoever is not in it has not been de-listed."""
    kind = attribute(root, "list-type")
    if kind != vocabulary().whole:
        why = f'is a list of type "{kind}" and not the whole list, so it does not say who else stands on it'
        refuse(name, why, "Download the whole list from the publisher.")


def _mark(record: XmlRecord, header: Header) -> tuple[object, ...]:
    """Return all that a target's listing depends on: its bytes, and the sets and places that it may point to."""
    numbers = dict.fromkeys(one.decode() for one in _NUMBER.findall(record.raw()))
    return (
        record.mark(),
        *(header.sets[one] for one in numbers if one in header.sets),
        *(header.places[one] for one in numbers if one in header.places),
    )


def _read(record: XmlRecord, header: Header, source: Description) -> RowRead:
    target = record.element()
    if not target_key(attribute(target, "ssid")):
        refuse(record.member.name, f"is malformed in line {record.line}: the target there has no number")
    return read_target(target, header, source)


def _doubts(root: _Element, name: str, day: str, source: Description) -> list[Problem]:
    """Return the problems of the file as a whole."""
    found = [] if day else [problem("no_publish_date", "the file does not say of which day it is", name)]
    message = "the format is not known to have the field {}; it is not read"
    known = {*HEADER, *(f"{ROOT}/{one}" for one in (*_DECLARED, TARGET_NAME))}
    places = {f"{ROOT}/@{QName(str(one)).localname}" for one in root.attrib}
    places |= {f"{ROOT}/{QName(one).localname}" for one in children(root)}
    strange = [problem("unknown_field", message.format(one), name) for one in sorted(places - known)]
    notes = {
        note
        for one in children(root)
        if QName(one).localname in _DECLARED
        for note in unknown_fields(one, HEADER, source.ignored["xml"])
    }
    return [*found, *strange, *(problem(note.code, note.message, name) for note in sorted(notes))]
