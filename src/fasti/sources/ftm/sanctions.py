"""What the Sanction entities of an entry say: its places on lists, and the dates they state."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fasti.model.listing import Fact, Membership, StatedDate
from fasti.sources.description import Description
from fasti.sources.ftm.datasets import Ground, memberships
from fasti.sources.ftm.lines import Entity
from fasti.sources.ftm.links import said_by
from fasti.sources.ftm.notes import parse_note

DATES = {"listingDate": "listing", "startDate": "effective", "endDate": "expiry"}
"""Properties that date a place on a list, and what they date."""

STATED = "stated_"
"""Before what a date states, in a summary: `stated_listing: 2021-06-03; Listing Date (CMIC) [CMIC-EO13959]`."""

_READ = frozenset({"program", "programId", "summary", "authority", "sourceUrl", "recordId", *DATES})


@dataclass(frozen=True, slots=True)
class Sanctions:
    """What sanctions come to."""

    memberships: tuple[Membership, ...]
    stated: tuple[StatedDate, ...]
    facts: tuple[Fact, ...]


def read_sanctions(entity: Entity, sanctions: Iterable[Entity], source: Description) -> Sanctions:
    """Return the places on lists of an entry.

    An entry that its dataset is about stands on the dataset's list also without a sanction; one that only occurs in
    the dataset (`target` false) does not.

    Args:
        entity: The entry.
        sanctions: The Sanction entities that name it.
        source: Says which dataset stands for which list.
    """
    placed: set[Membership] = set()
    stated: set[StatedDate] = set()
    facts: set[Fact] = set()
    for sanction in sanctions:
        found = memberships(_grounds(sanction, sanction.datasets or entity.datasets), source)
        placed |= set(found)
        stated |= {date for place in found for date in _dates(sanction, place)}
        facts |= set(_facts(sanction, dated=bool(found)))
    if entity.target is not False:
        lists = {place.list for place in placed}
        own = memberships(_grounds(entity, entity.datasets), source)
        placed |= {place for place in own if place.list not in lists}
    return Sanctions(tuple(sorted(placed)), tuple(sorted(stated)), tuple(sorted(facts)))


def _grounds(entity: Entity, datasets: Iterable[str]) -> list[Ground]:
    """Return a ground for each dataset and programme."""
    programmes, ids = entity.values("program"), entity.values("programId")
    if len(programmes) == len(ids) or not programmes or not ids:
        width = max(len(programmes), len(ids))
        pairs = list(zip(programmes or ("",) * width, ids or ("",) * width, strict=True))
    else:
        pairs = [(programmes[0], one) for one in ids]
    return [Ground(dataset, *pair) for dataset in datasets for pair in pairs or [("", "")]]


def _dates(sanction: Entity, place: Membership) -> Iterator[StatedDate]:
    """Yield the dates of a place: those that a summary tells in full, and the rest by their properties."""
    told = set()
    for summary in sanction.values("summary"):
        note = parse_note(summary)
        if note and note[0].startswith(STATED):
            on, _, label = note[1].partition("; ")
            told.add((note[0].removeprefix(STATED), on))
            yield StatedDate(note[0].removeprefix(STATED), on, place.list, label, note[2])
    for name, what in DATES.items():
        for on in sanction.values(name):
            if (what, on) not in told:
                yield StatedDate(what, on, place.list, name, place.basis)


def _facts(sanction: Entity, *, dated: bool) -> Iterator[Fact]:
    """Yield what else a sanction says; its dates too if they belong to no list."""
    rest = said_by(sanction, _READ if dated else frozenset())
    if rest:
        yield Fact("sanction", rest)
    for summary in sanction.values("summary") if dated else ():
        note = parse_note(summary)
        if not (note and note[0].startswith(STATED)):
            yield Fact("sanction", summary)
