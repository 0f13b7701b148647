"""The laws of editions: the newest is the list, a back-filled one speaks for its own time, differences add up."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fasti.ledger.diff import apply, diff
from fasti.model.act import CLOSING, OPENING, Act, ActKind
from fasti.model.entry import Edition
from fasti.model.history import Boundary, EntryHistory
from fasti.model.standing import ListingStatus
from fasti.regimes.selecting import select
from fasti.workflows.listings import live_entries
from tests.properties.histories import KEYS, Issue, acts, issues
from tests.unit.ledger.worlds import LIST, World, act, issue

plain = st.lists(issues(plain=True), min_size=2, max_size=5, unique_by=lambda one: one[0].listed_at)


DISAGREE = frozenset({"file_contradicts_act", "late_in_file", "not_in_file"})
ABSENT = frozenset({ListingStatus.NOT_FOUND, ListingStatus.ENDED})
"""Both say that the entry is not on the list; the second, that it once was."""


def statuses(world: World, key: str, instants: Iterable[datetime]) -> list[ListingStatus | None]:
    """Return the listing status of an entry at instants, everything known; `None` where it is absent."""
    return [_status(world.history(key, instant), instant) for instant in instants]


def _status(history: EntryHistory, instant: datetime) -> ListingStatus | None:
    status = select([history], instant, covered=True).status
    return None if status in ABSENT else status


def instants_of(editions: Iterable[Edition]) -> list[datetime]:
    """Return the instants of the editions and the last ones before them."""
    second = timedelta(seconds=1)
    return sorted({moment for one in editions for moment in (one.listed_at - second, one.listed_at)})


@settings(max_examples=25)
@given(plain)
def test_the_newest_edition_is_the_list(held: list[Issue]) -> None:
    """Two series are one: at every instant the list is what the last edition says, of whichever series."""
    world = World().add(*held)
    editions = sorted(held, key=lambda one: one[0].order)
    for instant in instants_of(one for one, _ in editions):
        before = [parts for edition, parts in editions if edition.listed_at <= instant]
        present = {entry.key for entry in live_entries(world.evidence(instant), LIST)}
        assert present == (set(before[-1]["entries"]) if before else set())


@settings(max_examples=20)
@given(plain)
def test_l5_a_difference_turns_what_was_present_into_what_is(held: list[Issue]) -> None:
    world = World().add(*held)
    editions = sorted((edition for edition, _ in held), key=lambda one: one.order)
    present = [_present(world, edition) for edition in editions]
    for before, after in pairwise(present):
        assert apply(before, diff(before, after)) == after
    for edition, contents in zip(editions, present, strict=True):
        assert contents == {
            span.key: span.content
            for span in world.store.spans_of_series(edition.series)
            if span.from_order <= edition.order and (span.to_order is None or edition.order < span.to_order)
        }


def _present(world: World, edition: Edition) -> dict[str, str]:
    """Return key to content of the entries that the fold has on the list at an edition."""
    evidence = world.evidence(edition.listed_at)
    contents = {
        span.key: span.content for span in world.store.spans_of_series(edition.series) if span.holds(edition.order)
    }
    return {entry.key: contents[entry.key] for entry in live_entries(evidence, LIST)}


@settings(max_examples=20)
@given(plain, st.data())
def test_l4_a_back_filled_edition_changes_no_status_but_in_its_own_time(held: list[Issue], data: st.DataObject) -> None:
    _hold_l4(held, [], data)


@settings(max_examples=20)
@given(plain, st.lists(st.integers(0, 30).flatmap(acts), max_size=3, unique_by=lambda one: one.act_id), st.data())
def test_l4_holds_with_acts_that_no_edition_contradicts(
    held: list[Issue], chronicle: list[Act], data: st.DataObject
) -> None:
    """Left out: what is announced but not yet effective, and worlds in which acts and editions disagree."""
    _hold_l4(held, [one for one in chronicle if one.kind in OPENING | CLOSING and one.effective_at is None], data)


def _hold_l4(held: list[Issue], chronicle: list[Act], data: st.DataObject) -> None:
    editions = sorted((edition for edition, _ in held), key=lambda one: one.order)
    extra = data.draw(issues(plain=True))
    assume(extra[0].listed_at not in {one.listed_at for one in editions})
    begins = extra[0].listed_at
    later = [one.listed_at for one in editions if one.listed_at > begins]
    assume(later)
    before, after = (World().add(*chronicle, *ones) for ones in (held, [*held, extra]))
    outside = [one for one in instants_of([*editions, extra[0]]) if not begins <= one < later[0]]
    for key in KEYS:
        histories = before.history(key), after.history(key)
        assume(not any(one.code in DISAGREE for history in histories for one in history.problems))
        assert statuses(before, key, outside) == statuses(after, key, outside)
        _only_narrowed(*histories, begins, later[0])


def _only_narrowed(before: EntryHistory, after: EntryHistory, begins: datetime, ends: datetime) -> None:
    """Hold every bracket that does not touch the back-filled edition's own time within one that was there."""
    old = list(_brackets(before))
    for opens, boundary in _brackets(after):
        if boundary.by is not None and boundary.by not in {begins, ends}:
            assert any(opens == was and _within(boundary, bracket) for was, bracket in old)


def _brackets(history: EntryHistory) -> Iterable[tuple[bool, Boundary]]:
    for spell in history.spells:
        yield True, spell.start
        if spell.end is not None:
            yield False, spell.end


def _within(inner: Boundary, outer: Boundary) -> bool:
    starts = outer.after is None or (inner.after is not None and outer.after <= inner.after)
    return starts and inner.by is not None and outer.by is not None and inner.by <= outer.by


@settings(max_examples=25)
@given(st.lists(issues(), min_size=1, max_size=5, unique_by=lambda one: one[0].order))
def test_an_act_that_says_nothing_of_presence_changes_no_spell(held: list[Issue]) -> None:
    """Entries of which no act speaks are folded a shorter way."""
    alone = World().add(*held)
    spoken_of = World().add(*held, act("named", ActKind.AMENDED, "2021-03-10", *KEYS))
    for key in KEYS:
        assert alone.history(key).spells == spoken_of.history(key).spells


@settings(max_examples=20)
@given(plain)
def test_an_edition_that_repeats_the_one_before_moves_nothing(held: list[Issue]) -> None:
    world = World().add(*held)
    newest, parts = max(held, key=lambda one: one[0].order)
    before = {key: world.history(key).spells for key in KEYS}
    seen = newest.listed_at + timedelta(days=1)
    world.add(issue(seen, *(one for key, one in parts["entries"].items() if key in KEYS), series=newest.series))
    assert {key: world.history(key).spells for key in KEYS} == before
