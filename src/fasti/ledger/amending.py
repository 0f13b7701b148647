"""Decides what editions amended in an entry that stayed, told once where many share it, and what was never observed."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice, pairwise

from fasti.ledger.act_index import EntryRef
from fasti.ledger.diff import field_changes, field_labels, in_words
from fasti.ledger.evidence import Evidence
from fasti.ledger.grouping import FREE_TEXT, MASS, Counts, Grouped, alone, group, may_drift
from fasti.ledger.rolls import Rolls
from fasti.ledger.store import Span
from fasti.model.difference import FieldChange
from fasti.model.entry import Edition
from fasti.model.listing import ENTRIES, Listing

Place = tuple[str, str]
"""Series and part."""
Contents = Mapping[Place, Mapping[int, int]]
"""Of each series and part: entry to content, both by number."""

FIRST_BATCH, BATCH = 200, 1_000
"""Contents that are counted before looking whether the answer is clear: at first, and then each time."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One field of one entry that an edition shows otherwise than the one before it.

    Attributes:
        change: The field, before and after.
        edition: The first edition that shows it so.
        after: `listed_at` of the last one that showed it as before.
        count: Number of entries that the edition changed alike.
        ordinal: How many times the same had become the same before.
    """

    change: FieldChange
    edition: Edition
    after: datetime
    count: int
    ordinal: int = 0


def grouped_changes(rolls: Rolls, before: Contents, after: Contents, entries: Collection[int]) -> Grouped:
    """Return what changed in some entries between two sides, within one series and part; alike changes told once.

    Args:
        rolls: Where the listings lie.
        before: What the earlier side holds.
        after: What the later side holds.
        entries: Those to look at, present on both.
    """
    changes = _changes(rolls, before, after, entries)
    if len(changes) < MASS:
        return alone(changes)
    drifting = {label.partition(".")[0] for label in may_drift(changes)}
    return group(changes, _counts(rolls, (before, after), drifting) if drifting else ())


def _changes(rolls: Rolls, before: Contents, after: Contents, entries: Collection[int]) -> dict[str, list[FieldChange]]:
    """Return what changed in each entry, by key and in the order of the keys."""
    differing = [
        (place, entry, before[place].get(entry), after[place].get(entry))
        for place in sorted(before.keys() & after.keys())
        for entry in entries
        if before[place].get(entry) != after[place].get(entry)
    ]
    keys = rolls.keys(entry for _, entry, _, _ in differing)
    listings = rolls.listings({content for *_, was, now in differing for content in (was, now) if content is not None})
    changes: dict[str, list[FieldChange]] = {}
    for _, entry, was, now in sorted(differing, key=lambda one: (one[0], keys[one[1]])):
        key = keys[entry]
        old, new = (Listing(key) if content is None else listings[content] for content in (was, now))
        changes.setdefault(key, []).extend(field_changes(old, new))
    return changes


def _counts(rolls: Rolls, sides: tuple[Contents, Contents], names: Collection[str]) -> Iterator[Counts]:
    """Yield how many entries have a value under each label on either side, of more and more of the contents.

    Args:
        rolls: Where the listings lie.
        sides: What the earlier side and the later one hold.
        names: Fields of a listing whose labels are counted.
    """
    was, now = (Counter([content for held in side.values() for content in held.values()]) for side in sides)
    same = {content for content, entries in was.items() if now.get(content) == entries}
    ordered = (one for some in ((was.keys() | now.keys()) - same, same) for one in sorted(some))
    had: Counter[str] = Counter()
    have: Counter[str] = Counter()
    size = FIRST_BATCH
    while batch := list(islice(ordered, size)):
        sketches = rolls.sketches(batch)
        for content in batch:
            before, after = was[content], now[content]
            for label in field_labels(sketches[content], names):
                had[label] += before
                have[label] += after
        yield had, have
        size = BATCH


@dataclass(slots=True)
class Amendments:
    """What the visible editions amended, asked entry by entry; what two editions differ in is worked out once.

    Attributes:
        evidence: The visible evidence.
    """

    evidence: Evidence
    _pairs: dict[tuple[str, str, str], Grouped] = field(default_factory=dict)

    def of(self, ref: EntryRef) -> tuple[Amendment, ...]:
        """Return what changed in an entry while it was on a list, up to the vantage, in order.

        The same that two series tell is told once, by the first edition that shows it. No change are: the basis of
        the listing, which begins and ends spells; what an edition gained or lost as a whole; and free text beside
        the fields that it repeats.
        """
        found: dict[tuple[FieldChange, int], Amendment] = {}
        aside = {one.edition_id for ones in self.evidence.set_aside(*ref).values() for one in ones}
        for series in self.evidence.series_of(ref[0]) if ":" in ref[1] else ():
            seen: Counter[FieldChange] = Counter()
            for one in self._in_series(ref, series):
                told = replace(one, ordinal=seen[one.change])
                seen[one.change] += 1
                known = found.get((told.change, told.ordinal))
                if one.edition.edition_id not in aside and (known is None or known.edition.order > one.edition.order):
                    found[told.change, told.ordinal] = told
        return tuple(sorted(found.values(), key=lambda one: (one.edition.order, one.change.field, one.ordinal)))

    def _in_series(self, ref: EntryRef, series: str) -> Iterator[Amendment]:
        list_id, key = ref
        at = self.evidence.view.at(list_id)
        spans = self.evidence.spans(key, [series])
        editions = [one for one in self.evidence.view.admitted(series) if one.listed_at <= at]
        for before, after in pairwise(editions):
            was, now = (self._of_key(spans, series, one) for one in (before, after))
            if was != now and self._on_list(was, list_id) and self._on_list(now, list_id):
                others = {*self._of_others(was, list_id), *self._of_others(now, list_id)}
                for change, count in _own(self._pair(series, before, after), key):
                    if not others & {change.before, change.after}:
                        yield Amendment(change, after, before.listed_at, count)

    def _of_key(self, spans: Iterable[Span], series: str, edition: Edition) -> dict[str, str]:
        """Return by part the content that an edition has of an entry."""
        return {one.part: one.content for one in spans if self._holds(one, series, edition)}

    def _holds(self, span: Span, series: str, edition: Edition) -> bool:
        orders = self.evidence.part_orders(series, span.part)
        place = bisect_right(orders, edition.order) - 1
        return place >= 0 and span.holds(orders[place])

    def _of_others(self, parts: Mapping[str, str], list_id: str) -> set[str]:
        """Return in words the dates that an entry states about its stay on other lists."""
        stated = (one for content in parts.values() for one in self.evidence.contents()[content].stated)
        return {in_words(one, "what") for one in stated if one.list not in {"", list_id}}

    def _on_list(self, parts: Mapping[str, str], list_id: str) -> bool:
        return ENTRIES in parts and bool(self.evidence.contents()[parts[ENTRIES]].on_list(list_id))

    def _pair(self, series: str, before: Edition, after: Edition) -> Grouped:
        """Return what differs between two editions of a series in the entries that both have."""
        place = (series, before.edition_id, after.edition_id)
        if place not in self._pairs:
            old, new = (self._contents(series, one) for one in (before, after))
            both = old.get((series, ENTRIES), {}).keys() & new.get((series, ENTRIES), {}).keys()
            changed = {entry for part in old.keys() & new.keys() for entry, _ in old[part].items() ^ new[part].items()}
            self._pairs[place] = grouped_changes(self.evidence.rolls, old, new, both & changed)
        return self._pairs[place]

    def _contents(self, series: str, edition: Edition) -> dict[Place, Mapping[int, int]]:
        """Return what a series holds at an edition: each part as the newest edition that has it."""
        parts = {
            part for one in self.evidence.view.admitted(series) if one.order <= edition.order for part in one.parts()
        }
        rolls = self.evidence.rolls
        return {(series, part): rolls.held(series, part, self._newest(series, part, edition)) for part in parts}

    def _newest(self, series: str, part: str, edition: Edition) -> str:
        orders = self.evidence.part_orders(series, part)
        return orders[bisect_right(orders, edition.order) - 1]


def _own(pair: Grouped, key: str) -> Iterator[tuple[FieldChange, int]]:
    """Yield the changes of an entry, with the number of entries changed alike."""
    shared = [one for one in pair.groups if one.kind == "mass_amendment" and key in one.members]
    told = [(FieldChange(one.field, one.before, one.after), one.count) for one in shared]
    told += [(one, 1) for one in pair.rest.get(key, ())]
    kept = [one for one in told if one[0].field not in FREE_TEXT]
    for change, count in kept or told:
        if not change.field.startswith("memberships"):
            yield change, count
