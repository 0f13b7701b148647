"""Which lists a party of OFAC's advanced format stands on: by the list that each entry names, and by its programmes."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache

from fasti.model.listing import Fact, Membership, StatedDate
from fasti.sources.description import Description
from fasti.sources.drafting import Note
from fasti.sources.ofac.advanced_elements import joined
from fasti.sources.ofac.advanced_raw import RawEntry, RawEvent, RawMeasure
from fasti.sources.ofac.statements import Directive
from fasti.sources.ofac.tags import FOREIGN, NO_LIST, Assigned, assign
from fasti.sources.source_info import description_table

PROGRAMME = "Program"
"""The type of a measure that is none: its comment is the tag of a programme."""

CREATED = "Created"
"""The event that puts a party on a list."""

LABEL = f"EntryEvent {CREATED}"
_SILENCED = frozenset({NO_LIST, "unmapped_tag"})


@dataclass(frozen=True, slots=True)
class ListNames:
    """What the names of lists in a publication's advanced format stand for.

    Attributes:
        lists: Name to list id; an empty one stands for no single list, so that programmes tell.
        foreign: Names of lists that another publication holds.
    """

    lists: dict[str, str]
    foreign: frozenset[str]


@dataclass(frozen=True, slots=True)
class Placed:
    """What the entries of a party come to.

    Attributes:
        assigned: Memberships, facts, doubts.
        stated: When the entries say that they were made.
    """

    assigned: Assigned
    stated: tuple[StatedDate, ...]


@cache
def list_names(source_id: str) -> ListNames:
    """Return the names of lists that a source's `source.toml` explains."""
    table = description_table(source_id)["advanced"]
    return ListNames(table["lists"], frozenset(table["foreign"]))


def place(entries: Collection[RawEntry], directives: Collection[Directive], source: Description) -> Placed:
    """Return the lists on which a party stands.

    The list that an entry names is decisive. Its programmes give the legal basis, and tell the list where the name
    stands for several.

    Args:
        entries: The party's places on lists.
        directives: Directives that its features name.
        source: Says what programmes and names mean.
    """
    names = list_names(source.info.source_id)
    if not entries:
        return Placed(Assigned((), (), (Note(NO_LIST, "", "the party has no entry on a list"),)), ())
    placed = [_place(entry, directives, source, names) for entry in entries]
    notes = {note for one in placed for note in one.assigned.notes}
    if all(entry.list in names.foreign for entry in entries):
        notes.add(Note(FOREIGN, "", "the party has entries on other lists only"))
    memberships = {one for found in placed for one in found.assigned.memberships}
    facts = {fact for found in placed for fact in found.assigned.facts}
    stated = {date for found in placed for date in found.stated}
    return Placed(
        Assigned(tuple(sorted(memberships)), tuple(sorted(facts)), tuple(sorted(notes))), tuple(sorted(stated))
    )


def _place(entry: RawEntry, directives: Collection[Directive], source: Description, names: ListNames) -> Placed:
    tags = tuple(measure.comment for measure in entry.measures if measure.kind == PROGRAMME and measure.comment)
    said = _facts(entry)
    if entry.list in names.foreign:
        facts = (Fact("other_list", entry.list), *(Fact("other_tag", tag) for tag in tags))
        return Placed(Assigned((), (*facts, *said), ()), ())
    assigned = assign(tags, directives, source)
    notes = assigned.notes
    if entry.list not in names.lists:
        message = f'no list is known for the name "{entry.list}"; the programmes tell'
        notes = (*notes, Note("unknown_list_name", entry.list, message))
    list_id = names.lists.get(entry.list, "")
    if list_id:
        assigned = _named(assigned, list_id, entry.list, tags)
        notes = tuple(note for note in notes if note.code not in _SILENCED)
    notes = (*notes, *(_doubt(event) for event in entry.events if event.kind != CREATED))
    dated = tuple(event for event in entry.events if _is_listing(event, list_id))
    rest = tuple(_event(event, entry.list) for event in entry.events if event not in dated)
    stated = tuple(StatedDate("listing", event.on, list_id, LABEL) for event in dated)
    return Placed(replace(assigned, facts=(*assigned.facts, *said, *rest), notes=notes), stated)


def _named(assigned: Assigned, list_id: str, name: str, tags: Collection[str]) -> Assigned:
    """Return the place on the list that an entry names, under the bases that its programmes give there."""
    own = tuple(one for one in assigned.memberships if one.list == list_id)
    if own:
        return replace(assigned, memberships=own)
    bases = tuple(Membership(list_id, tag, tag) for tag in tags) or (Membership(list_id, name, name),)
    return replace(assigned, memberships=bases, facts=())


def _facts(entry: RawEntry) -> tuple[Fact, ...]:
    """Return what an entry says besides its list and programmes."""
    measures = [_measure(one) for one in entry.measures if one.kind != PROGRAMME or one.date]
    bases = [Fact("legal_basis", event.legal_basis) for event in entry.events if event.legal_basis]
    comments = [entry.comment, *(event.comment for event in entry.events)]
    return (*measures, *bases, *(Fact("entry_comment", text) for text in comments if text))


def _measure(measure: RawMeasure) -> Fact:
    return Fact("measure", joined(measure.kind, measure.comment, measure.date))


def _is_listing(event: RawEvent, list_id: str) -> bool:
    """Say whether an event dates a listing on a list: to the day, and on one list."""
    return event.kind == CREATED and bool(list_id) and len(event.on) == len("2021-06-03")


def _event(event: RawEvent, name: str) -> Fact:
    return Fact("entry_event", joined(f"{event.kind} {event.on}".strip(), name), event.on)


def _doubt(event: RawEvent) -> Note:
    message = f'no meaning is known for the event "{event.kind}" of an entry; it is kept as a fact'
    return Note("unknown_entry_event", event.kind, message)
