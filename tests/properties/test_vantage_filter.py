"""The vantage is a filter over the index of names that leaves out nobody whom an edition shows.

The worlds have editions of two series in any order of recording, held and corrected ones, acts, and decisions that two
keys are one; some editions were put out late, so that what they show was public after later editions.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import event, given, settings
from hypothesis import strategies as st

from fasti.index.owners import Owners, write_owners
from fasti.index.surveying import survey
from fasti.ledger.evidence import Evidence
from fasti.ledger.histories import brief_history
from fasti.workflows.matching import known_by
from tests.properties.histories import Body, day, knowing, recorded, vantages, worlds
from tests.unit.ledger.worlds import World, issue

LATE = st.integers(0, 20).map(lambda days: timedelta(days=days))


@st.composite
def _late(draw: st.DrawFn, bodies: list[Body]) -> list[Body]:
    """Return bodies, of which some editions were public only days after the day they speak for."""
    found: list[Body] = []
    for body in bodies:
        if isinstance(body, tuple) and draw(st.booleans()):
            edition, parts = body
            found.append((replace(edition, public_at=edition.public_at + draw(LATE)), parts))
        else:
            found.append(body)
    return found


def _owners(world: World) -> Owners:
    """Return the table of owners of a world, without names."""
    with TemporaryDirectory() as folder:
        found = survey(world.store, [entry.body for entry in world.store.log()])
        write_owners(Path(folder) / "owners", found, [], {})
        return Owners.open(Path(folder) / "owners")


def _kept(owners: Owners, evidence: Evidence) -> dict[str, bool]:
    """Return for each entry of a file whether the filter leaves it in."""
    known = known_by(evidence.view.vantage)
    return {owners.key(entry): owners.may_be_known(entry, known) for entry in range(len(owners.entry_public))}


def _shown(evidence: Evidence, key: str) -> bool:
    """Say whether a visible edition holds an entry, or the fold shows it by one."""
    refs = [(list_id, key) for list_id in evidence.lists_of(key)]
    return bool(evidence.spans(key)) or any(brief_history(evidence, ref).shown is not None for ref in refs)


@settings(max_examples=40, deadline=None)
@given(worlds().flatmap(_late), vantages, knowing, st.none() | st.integers(1, 12))
def test_nobody_whom_an_edition_shows_is_left_out(
    bodies: list[Body], as_of: date | datetime, known_at: date | datetime, head: int | None
) -> None:
    world = recorded(bodies)
    evidence = world.evidence(as_of, known_at, None if head is None else min(head, world.store.head()[0]))
    kept = _kept(_owners(world), evidence)
    event(f"leaves out somebody: {not all(kept.values())}")
    assert [key for key, left_in in kept.items() if not left_in and _shown(evidence, key)] == []


def test_who_comes_later_is_left_out_before_and_found_after() -> None:
    """The edition of the fifth day came out on the tenth, two days after that of the eighth."""
    late, parts = issue(f"{day(4)} 12:00", "ofac:1")
    late = replace(late, public_at=late.public_at + timedelta(days=5))
    world = World().add(issue(f"{day(0)} 12:00"), (late, parts), issue(f"{day(7)} 12:00", "ofac:1", "ofac:2"))
    owners = _owners(world)
    for number, left_in in ((3, False), (5, False), (7, True), (9, True)):
        kept = _kept(owners, world.evidence(day(20), day(number)))
        assert (kept["ofac:1"], kept["ofac:2"]) == (left_in, left_in)


def test_the_zone_in_which_a_day_ends_last_counts() -> None:
    """A list in New York counts what came out there until midnight, whatever day it is elsewhere."""
    world = World().add(issue(f"{day(4)} 23:30", "ofac:1"))
    owners = _owners(world)
    evidence = world.evidence(day(20), day(4))
    assert evidence.spans("ofac:1")
    assert _kept(owners, evidence)["ofac:1"]
    assert not _kept(owners, world.evidence(day(20), day(3)))["ofac:1"]
