"""The visible evidence, indexed by entry and by party: where the fold takes its input from.

What follows from the view alone is worked out when first needed and may be shared by the evidence of several questions;
what is read of the store is not.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from fasti.ledger.act_index import ActIndex, EntryRef
from fasti.ledger.precedence import Precedence, precede
from fasti.ledger.rolls import Rolls
from fasti.ledger.runs import EditionSequence, united
from fasti.ledger.store import Span, Store
from fasti.ledger.view import View
from fasti.model.entry import Edition
from fasti.model.identity import Name
from fasti.model.listing import ENTRIES, Listing, merge
from fasti.model.moment import start_of_day

_by_part = attrgetter("part", "from_order")


def prefix_of(key: str) -> str:
    """Return the authority of a key of a file; empty for an act's own."""
    return key.partition(":")[0] if ":" in key else ""


@dataclass(slots=True)
class Derived:
    """What follows from what is visible alone, filled as it is needed; the same wherever the same is visible.

    Threads may share it: each value is put there whole, and is the same whoever worked it out.

    Attributes:
        links: Keys that acts bind together, by `fasti.ledger.parties`; `None` until first needed.
        decided: For each kind of decision about two subjects the keys it pairs, by the same.
        sequences: The admitted editions that speak of keys with a prefix on a list.
        precedences: What of a list's editions counts for keys with a prefix.
        orders: The orders of the admitted editions of a series that hold a part.
        lists_of_acts: The lists on which acts name a key; `None` until first needed.
    """

    links: Mapping[str, set[str]] | None = None
    decided: dict[str, Mapping[str, set[str]]] = field(default_factory=dict)
    sequences: dict[tuple[str, str], EditionSequence] = field(default_factory=dict)
    precedences: dict[tuple[str, str], Precedence] = field(default_factory=dict)
    orders: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    lists_of_acts: Mapping[str, set[str]] | None = None


@dataclass(slots=True)
class Evidence:
    """A view with its store: answers what each list says of each entry, as visible.

    Attributes:
        view: The cut of the log.
        store: Where spans and listings lie.
        acts: Visible acts, indexed.
        derived: What follows from these.
        rolls: Whole series as numbers; evidence of one ledger may share them.
    """

    view: View
    store: Store
    acts: ActIndex
    derived: Derived = field(default_factory=Derived)
    rolls: Rolls = field(init=False)
    _spans: dict[tuple[str, str], tuple[Span, ...]] = field(default_factory=dict)
    _visible: dict[tuple[str, tuple[str, ...]], Sequence[Span]] = field(default_factory=dict)
    _contents: dict[str, Listing] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with nothing read."""
        self.rolls = Rolls(self.store)

    def sequence(self, list_id: str, key: str) -> EditionSequence:
        """Return the admitted editions that speak of a key on a list, its series united."""
        prefix = prefix_of(key)
        if (list_id, prefix) not in self.derived.sequences:
            self.derived.sequences[list_id, prefix] = united(self._precedence(list_id, prefix).counted)
        return self.derived.sequences[list_id, prefix]

    def set_aside(self, list_id: str, key: str) -> dict[str, list[Edition]]:
        """Return by series the editions that repeat a list at times at which its own file speaks of a key."""
        return self._precedence(list_id, prefix_of(key)).set_aside

    def _precedence(self, list_id: str, prefix: str) -> Precedence:
        if (list_id, prefix) not in self.derived.precedences:
            admitted = {one: self.view.admitted(one) for one in self.series_of(list_id)}
            speaking = {
                series: [one for one in ones if list_id in one.lists and self._speaks(one, prefix)]
                for series, ones in admitted.items()
            }
            self.derived.precedences[list_id, prefix] = precede(speaking, self.view.catalog.sources)
        return self.derived.precedences[list_id, prefix]

    def _speaks(self, edition: Edition, prefix: str) -> bool:
        """Say whether an edition's silence on keys with a prefix means absence.

        A publication with keys of its own says nothing of another's, until it takes the other's place.
        """
        sources = self.view.catalog.sources
        if not prefix or sources[edition.source].keys in {"", prefix}:
            return True
        return any(
            one.keys == prefix
            and one.superseded_by == edition.source
            and one.superseded_on is not None
            and edition.listed_at >= start_of_day(one.superseded_on, one.zone)
            for one in sources.values()
        )

    def series_of(self, list_id: str) -> tuple[str, ...]:
        """Return the series whose whole edition is complete for a list, sorted."""
        return self.view.series_of(list_id)

    def preload(self, keys: Iterable[str], series: Iterable[str] | None = None) -> None:
        """Fetch the spans and listings of many file keys at once, from every series unless some are named."""
        names = tuple(self.view.admissions if series is None else series)
        missing = {key for key in keys if ":" in key and any((one, key) not in self._spans for one in names)}
        if not missing:
            return
        found: dict[str, dict[str, list[Span]]] = {one: {} for one in self.view.admissions}
        for one, held in found.items():
            held.update({key: [] for key in missing if (one, key) not in self._spans})
        for span in self.store.spans_of(missing):
            if span.key in found.get(span.series, ()):
                found[span.series][span.key].append(span)
        for one, held in found.items():
            self._keep(one, held)
        self.fetch(span.content for held in found.values() for spans in held.values() for span in spans)

    def preload_list(self, list_id: str) -> tuple[str, ...]:
        """Fetch every entry of the series of a list; return their keys, sorted."""
        keys: set[str] = set()
        for series in self.series_of(list_id):
            found: dict[str, list[Span]] = {}
            for span in self.store.spans_of_series(series, ENTRIES):
                found.setdefault(span.key, []).append(span)
            self._keep(series, found)
            self.fetch(span.content for spans in found.values() for span in spans)
            keys |= found.keys()
        return tuple(sorted(keys))

    def _keep(self, series: str, found: Mapping[str, list[Span]]) -> None:
        """Keep the spans of entries in a series, each sorted by part and start."""
        for key, spans in found.items():
            self._spans[series, key] = tuple(sorted(spans, key=_by_part) if len(spans) > 1 else spans)

    def fetch(self, hashes: Iterable[str]) -> None:
        """Fetch listings by content hash."""
        missing = {one for one in hashes if one not in self._contents}
        self._contents.update(self.store.contents(missing) if missing else {})

    def spans(self, key: str, series: Iterable[str] | None = None) -> Sequence[Span]:
        """Return the spans of a key, from every series unless some are named; none outside all visible editions."""
        wanted = tuple(self.view.admissions if series is None else series)
        found = self._visible.get((key, wanted))
        if found is None:
            self.preload([key], wanted)
            held = (span for one in wanted for span in self._spans.get((one, key), ()))
            found = self._visible[key, wanted] = [span for span in held if self._covered(span)]
        return found

    def _covered(self, span: Span) -> bool:
        """Say whether a span reaches at least one visible, admitted edition."""
        orders = self.part_orders(span.series, span.part)
        first = bisect_left(orders, span.from_order)
        return first < len(orders) and (span.to_order is None or orders[first] < span.to_order)

    def reach(self, span: Span) -> int:
        """Return the number of visible, admitted editions that a span covers."""
        orders = self.part_orders(span.series, span.part)
        stop = len(orders) if span.to_order is None else bisect_left(orders, span.to_order)
        return stop - bisect_left(orders, span.from_order)

    def part_orders(self, series: str, part: str) -> list[str]:
        """Return the orders of the admitted editions of a series that hold a part."""
        if (series, part) not in self.derived.orders:
            held = (one for one in self.view.admitted(series) if part in one.parts())
            self.derived.orders[series, part] = [one.order for one in held]
        return self.derived.orders[series, part]

    def contents(self) -> Mapping[str, Listing]:
        """Return the listings fetched so far, by content hash."""
        return self._contents

    def forget(self) -> None:
        """Let go of what was read of entries; it is read again when it is needed."""
        for held in (self._spans, self._visible, self._contents):
            held.clear()

    def listing_at(self, key: str, series: str, order: str) -> Listing | None:
        """Return what a series says of an entry at an edition, its parts joined.

        Each part comes from the newest admitted edition up to `order` that holds it.
        """
        chosen: dict[str, Span] = {}
        for span in self._spans.get((series, key), ()):
            orders = self.part_orders(series, span.part)
            place = bisect_right(orders, order) - 1
            if place >= 0 and span.holds(orders[place]):
                chosen[span.part] = span
        if ENTRIES not in chosen:
            return None
        rest = [self._contents[chosen[part].content] for part in sorted(chosen) if part != ENTRIES]
        return merge([self._contents[chosen[ENTRIES].content], *rest])

    def lists_of(self, key: str) -> set[str]:
        """Return the lists on which visible files or acts have ever shown a key."""
        found = {
            membership.list
            for span in self.spans(key)
            if span.part == ENTRIES
            for membership in self._contents[span.content].memberships
        }
        return found | self._lists_of_acts().get(key, set())

    def _lists_of_acts(self) -> Mapping[str, set[str]]:
        if self.derived.lists_of_acts is None:
            lists: dict[str, set[str]] = {}
            for list_id, key in self.acts.named:
                lists.setdefault(key, set()).add(list_id)
            self.derived.lists_of_acts = lists
        return self.derived.lists_of_acts

    def act_names(self) -> list[tuple[EntryRef, Name]]:
        """Return every name under which visible acts name an entry."""
        return [(ref, name) for ref, party in self.acts.named.items() for name in party.names]
