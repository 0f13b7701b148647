"""Decide what the index takes from a ledger: every name anyone could find, whose it is, and when that could be so.

Times are kept so that a vantage is a filter: what the filter cannot decide stays in, and the fold decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from fasti.index.segments import ListedName
from fasti.ledger.admitting import Admission
from fasti.ledger.evidence import index_acts
from fasti.ledger.parties import node
from fasti.ledger.store import Span, Store
from fasti.model.act import OPENING, Act, Party
from fasti.model.catalog import Catalog
from fasti.model.entry import Body, Correction, Decision, Edition
from fasti.model.identity import Name, PartyKind
from fasti.model.listing import ENTRIES

EVER, NEVER = -(1 << 62), 1 << 62
"""Instants before and after all others."""


@dataclass(frozen=True, slots=True)
class Stay:
    """A time in which an entry may have been on a list, as its files show it.

    Attributes:
        after: Last instant at which an edition lacked it, in seconds since 1970; `EVER` if none did before.
        public: When the first edition that shows it was public.
        until: Instant of the first later edition without it; `NEVER` if there is none, or it may not count.
        until_public: When that edition was public.
    """

    after: int
    public: int
    until: int
    until_public: int


UNDECIDED = Stay(EVER, EVER, NEVER, NEVER)
"""The stay of an entry of which acts speak: the fold alone can tell."""


@dataclass(slots=True)
class Survey:
    """What a ledger holds that can be found by name.

    Attributes:
        entries: Key of each entry, or of a party that an act names; its number is its place.
        stays: Of each entry.
        contents: Hash of each listing.
        content_entries: Entries that ever had the listing.
        names: Distinct names, each with (listing, kind, quality) as published.
        act_names: Distinct names, each with the (list, key) of the parties that acts name so.
    """

    entries: dict[str, int] = field(default_factory=dict)
    stays: list[list[Stay]] = field(default_factory=list)
    contents: dict[str, int] = field(default_factory=dict)
    content_entries: list[list[int]] = field(default_factory=list)
    names: dict[ListedName, list[tuple[int, str, str]]] = field(default_factory=dict)
    act_names: dict[ListedName, list[tuple[str, str]]] = field(default_factory=dict)

    def entry(self, key: str) -> int:
        """Return the number of an entry, new or known."""
        number = self.entries.setdefault(key, len(self.entries))
        if number == len(self.stays):
            self.stays.append([])
        return number


def survey(
    store: Store, bodies: Sequence[Body], admissions: Mapping[str, Sequence[Admission]], catalog: Catalog
) -> Survey:
    """Look over a ledger.

    Args:
        store: Its store.
        bodies: The whole log.
        admissions: What becomes of every edition when all of them are visible.
        catalog: Lists and sources.
    """
    found = Survey()
    acts = _acts(bodies)
    touched = {node(ref) for ref in index_acts(acts).by_entry} | _decided(bodies)
    opened = {act.list for act in acts if act.whole_list and act.kind in OPENING}
    parts = sorted({(one.series, part) for one in bodies if isinstance(one, Edition) for part in one.parts()})
    for series, part in parts:
        spans = store.spans_of_series(series, part)
        for span in spans:
            _place(found, span)
        if part == ENTRIES:
            sure = _decides(admissions.get(series, ()), catalog, opened)
            _take_stays(found, spans, admissions.get(series, ()), sure=sure)
    for key in touched & found.entries.keys():
        found.stays[found.entries[key]] = [UNDECIDED]
    _take_names(found, store)
    _take_acts(found, acts)
    return found


def _acts(bodies: Iterable[Body]) -> list[Act]:
    """Return every act that any correction leaves or left standing."""
    found = [body for body in bodies if isinstance(body, Act)]
    return found + [one.replacement for one in bodies if isinstance(one, Correction) and one.replacement is not None]


def _decided(bodies: Iterable[Body]) -> set[str]:
    """Return every key that a decision speaks of: it may put acts under the key of a file."""
    return {subject for body in bodies if isinstance(body, Decision) for subject in body.subjects}


def _place(found: Survey, span: Span) -> None:
    content = found.contents.setdefault(span.content, len(found.contents))
    if content == len(found.content_entries):
        found.content_entries.append([])
    entry = found.entry(span.key)
    if entry not in found.content_entries[content]:
        found.content_entries[content].append(entry)


def _decides(admissions: Sequence[Admission], catalog: Catalog, opened: set[str | None]) -> bool:
    """Say whether an edition of a series that lacks an entry always means that the entry is gone.

    It does if every edition counts, is public as it is issued, and is complete for the same lists, none of which an
    act opened as a whole, and if no other source of these lists has keys of its own.
    """
    editions = [one.edition for one in admissions]
    lists = {one.lists for one in editions}
    return (
        len(lists) == 1
        and all(one.admitted for one in admissions)
        and all(one.public_at == one.listed_at for one in editions)
        and not opened & set(editions[0].lists)
        and not any(info.keys and {*info.lists} & {*editions[0].lists} for info in catalog.sources.values())
    )


def _take_stays(found: Survey, spans: Sequence[Span], admissions: Sequence[Admission], *, sure: bool) -> None:
    """Work out when the entries of a series may have been on its lists."""
    editions = sorted(
        (one.edition for one in admissions if ENTRIES in one.edition.parts()), key=lambda edition: edition.order
    )
    places = {edition.order: place for place, edition in enumerate(editions)}
    begins = {(span.key, span.from_order) for span in spans}
    open_from: dict[str, str] = {}
    for span in sorted(spans, key=lambda one: (one.key, one.from_order)):
        first = open_from.setdefault(span.key, span.from_order)
        if span.to_order is None or (span.key, span.to_order) not in begins:
            del open_from[span.key]
            found.stays[found.entry(span.key)].append(_stay(first, span.to_order, editions, places, sure=sure))


def _stay(first: str, end: str | None, editions: Sequence[Edition], places: Mapping[str, int], *, sure: bool) -> Stay:
    place = places.get(first)
    if place is None or not sure:
        return UNDECIDED
    after = seconds(editions[place - 1].listed_at) if place else EVER
    if end is None or end not in places:
        return Stay(after, seconds(editions[place].public_at), NEVER, NEVER)
    gone = editions[places[end]]
    return Stay(after, seconds(editions[place].public_at), seconds(gone.listed_at), seconds(gone.public_at))


def seconds(instant: datetime) -> int:
    """Return an instant in whole seconds since 1970, rounded down.

    >>> seconds(datetime(1970, 1, 2, tzinfo=UTC))
    86400
    """
    return int((instant - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() // 1)


def _take_names(found: Survey, store: Store) -> None:
    """Take every name of every listing, for each kind of party that has the listing."""
    kinds: dict[int, set[PartyKind]] = defaultdict(set)
    for digest, kind in store.party_kinds(found.contents).items():
        for entry in found.content_entries[found.contents[digest]]:
            kinds[entry].add(kind)
    of_content: dict[int, set[PartyKind]] = {}
    for digest, text, kind_of_name, quality in store.listed_names():
        content = found.contents.get(digest)
        if content is None or not text.strip():
            continue
        if content not in of_content:
            said = {kind for entry in found.content_entries[content] for kind in kinds[entry]}
            of_content[content] = (said - {PartyKind.UNKNOWN}) or {PartyKind.UNKNOWN}
        for kind in of_content[content]:
            found.names.setdefault(ListedName(text, kind), []).append((content, kind_of_name, quality))


def _take_acts(found: Survey, acts: Iterable[Act]) -> None:
    """Take every name under which an act names a party."""
    parties: dict[tuple[str, str], list[Party]] = defaultdict(list)
    for act in acts:
        for party in act.parties if act.list else ():
            parties[act.list or "", party.key].append(party)
    for ref, ones in parties.items():
        found.stays[found.entry(node(ref))] = [UNDECIDED]
        named: Iterable[tuple[Name, PartyKind]] = ((name, one.kind) for one in ones for name in one.names)
        for name, kind in named:
            refs = found.act_names.setdefault(ListedName(name.text, kind), [])
            if ref not in refs and name.text.strip():
                refs.append(ref)
