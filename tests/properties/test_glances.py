"""A glance at a whole list says of each entry what the fold of that entry says, and leaves none out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from hypothesis import event, given, settings
from hypothesis import strategies as st

from fasti.ledger.evidence import Evidence
from fasti.ledger.glancing import glances
from fasti.ledger.histories import brief_history
from fasti.model.answer import ListEntry
from fasti.model.entry import Edition
from fasti.model.identity import Name
from fasti.model.listing import Listing, StatedDate
from fasti.model.standing import LIVE
from fasti.regimes.selecting import earliest, select
from fasti.workflows.listings import live_entries
from tests.properties.histories import Body, day, issues, knowing, numbers, recorded, vantages, worlds
from tests.unit.ledger.worlds import BALLAST, LIST, OTHER, World, entry, issue

ENDS = st.none() | numbers.map(lambda number: day(number).isoformat())


def _folded(evidence: Evidence, list_id: str, keys: tuple[str, ...]) -> tuple[ListEntry, ...]:
    """Return who is on a list, each entry folded."""
    found = []
    for key in sorted(keys):
        history = brief_history(evidence, (list_id, key))
        selection = select([history], evidence.view.at(list_id), covered=True)
        if selection.status in LIVE:
            listing, start = history.listing, earliest(selection.current)[1].start if selection.current else None
            found.append(
                ListEntry(
                    key,
                    listing.caption if listing else key,
                    listing.kind.value if listing else "unknown",
                    selection.status.value,
                    start.moment.on.isoformat() if start else None,
                    start.basis if start else None,
                )
            )
    return tuple(found)


def _keys(world: World, evidence: Evidence, list_id: str) -> tuple[str, ...]:
    series = {edition.series for edition in (one.body for one in world.store.log()) if isinstance(edition, Edition)}
    files = {span.key for one in series for span in world.store.spans_of_series(one)}
    return (*files, *({key for on, key in evidence.acts.named if on == list_id} - files))


@st.composite
def _ending(draw: st.DrawFn, bodies: Sequence[Body]) -> list[Body]:
    """Return bodies, in whose editions the companies change their names and some say when their stay ended."""
    found: list[Body] = []
    for body in bodies:
        if isinstance(body, tuple):
            edition, parts = body
            own = [one for key, one in parts["entries"].items() if key not in BALLAST]
            said = [_said(one, draw(st.sampled_from(("Acme", "Acme Trading"))), draw(ENDS)) for one in own]
            found.append(issue(edition.seen_at, *said, series=edition.series))
        else:
            found.append(body)
    return found


def _said(one: Listing, name: str, ended: str | None) -> Listing:
    stated = (*one.stated, StatedDate("ended", ended, LIST, "End")) if ended else one.stated
    return replace(one, names=(Name(name),), stated=stated)


@settings(max_examples=60, deadline=None)
@given(worlds().flatmap(_ending) | worlds(), vantages, knowing)
def test_a_glance_says_what_the_fold_says(
    bodies: list[Body], as_of: date | datetime, known_at: date | datetime
) -> None:
    world = recorded(bodies)
    for list_id in (LIST, OTHER):
        evidence = world.evidence(as_of, known_at)
        told = live_entries(evidence, list_id)
        event(f"glanced at besides the ballast: {bool(glances(evidence, list_id).on_list.keys() - {*BALLAST})}")
        assert told == _folded(world.evidence(as_of, known_at), list_id, _keys(world, evidence, list_id))


@settings(max_examples=40, deadline=None)
@given(st.lists(issues(), min_size=2, max_size=6, unique_by=lambda one: one[0].order).flatmap(_ending), vantages)
def test_only_what_acts_speak_of_is_left_to_the_fold(bodies: list[Body], as_of: date | datetime) -> None:
    world = recorded(bodies)
    evidence = world.evidence(as_of)
    assert glances(evidence, LIST).left == frozenset()
    assert live_entries(evidence, LIST) == _folded(world.evidence(as_of), LIST, _keys(world, evidence, LIST))


def test_an_entry_whose_name_another_part_holds_is_left_to_the_fold() -> None:
    nameless, named = replace(entry("test:1"), names=()), replace(entry("test:1"), memberships=())
    parts = {"entries": [*map(entry, BALLAST), nameless], "names": [named]}
    evidence = World().add(issue(f"{day(1)} 12:00", parts=parts)).evidence()
    assert glances(evidence, LIST).left == {"test:1"}
    assert {one.caption for one in live_entries(evidence, LIST)} == {*BALLAST, "test:1"}
