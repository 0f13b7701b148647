"""Read the Swiss sanctions list: one XML file with programmes, places, and every target that was ever on the list."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from lxml.etree import QName, _Element, tostring

from fasti.model.listing import ENTRIES
from fasti.model.problem import Problem
from fasti.sources.ch_seco.entries import TARGET_NAME, Header, read_target, sets_named, target_key
from fasti.sources.ch_seco.fields import HEADER, USED
from fasti.sources.ch_seco.places import place_ids, places_of
from fasti.sources.ch_seco.programmes import sets_of
from fasti.sources.ch_seco.vocabulary import vocabulary
from fasti.sources.description import Description, describe
from fasti.sources.drafting import Draft, Memo, RawMember, RowRead
from fasti.sources.gates import refuse
from fasti.sources.records.dates import iso_day
from fasti.sources.records.editions import Format, entries_of, keep, make_draft, only_member, problem, root_of, tell
from fasti.sources.records.elements import attribute, children, unknown_fields

SOURCE_ID = "ch_seco"
ROOT = "swiss-sanctions-list"
XML = Format("xml", "1", USED)
_DECLARED = ("sanctions-program", "place")


def read_xml(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of the whole list.

    Raises:
        RefusedError: The file is cut short, malformed, another list, a list of changes only, or contradicts itself.
    """
    source, member = describe(SOURCE_ID), only_member(members)
    root = root_of(member, ROOT, source.info.title)
    _check_whole(root, member.name)
    header = Header(sets_of(root), places_of(root))
    reads: dict[str, RowRead] = {}
    for target in children(root, TARGET_NAME):
        if not target_key(attribute(target, "ssid")):
            refuse(member.name, f"is malformed in line {target.sourceline}: the target there has no number")
        read = memo.read(ENTRIES, _raw(target, header), partial(read_target, target, header, source))
        keep(reads, read, member.name, target.sourceline)
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


def _raw(target: _Element, header: Header) -> tuple[object, ...]:
    """Return everything that a target's listing depends on: its bytes, and the sets and places that it points to."""
    sets = tuple(header.sets.get(number) for number in sets_named(target))
    return tostring(target, with_tail=False), sets, tuple(header.places.get(one) for one in place_ids(target))


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
