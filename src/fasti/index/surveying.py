"""Decide what the index takes from a ledger: every name anyone could find, whose it is, and from when it was public.

That time is kept so that a vantage is a filter: what may have been public by then stays in, and the fold decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from fasti.index.segments import ListedName
from fasti.ledger.store import Span, Store
from fasti.model.act import Act, Party
from fasti.model.entry import Body, Correction, Edition
from fasti.model.identity import Name, PartyKind

NEVER = 1 << 62
"""An instant after all others."""


@dataclass(slots=True)
class Survey:
    """What a ledger holds that can be found by name.

    Attributes:
        entries: Key of each entry of a file; its number is its place.
        public: When the first edition that may show each entry was public, in seconds since 1970.
        contents: Hash of each listing.
        content_entries: Entries that ever had the listing.
        content_kinds: What sort of party each listing names.
        names: Distinct names, each with (listing, kind, quality) as published.
        act_names: Distinct names, each with the (list, key) of the parties that acts name so.
    """

    entries: dict[str, int] = field(default_factory=dict)
    public: list[int] = field(default_factory=list)
    contents: dict[str, int] = field(default_factory=dict)
    content_entries: list[list[int]] = field(default_factory=list)
    content_kinds: list[PartyKind] = field(default_factory=list)
    names: dict[ListedName, list[tuple[int, str, str]]] = field(default_factory=dict)
    act_names: dict[ListedName, list[tuple[str, str]]] = field(default_factory=dict)

    def entry(self, key: str) -> int:
        """Return the number of an entry, new or known."""
        number = self.entries.setdefault(key, len(self.entries))
        if number == len(self.public):
            self.public.append(NEVER)
        return number


def survey(store: Store, bodies: Sequence[Body], kinds: Mapping[str, PartyKind] | None = None) -> Survey:
    """Look over a ledger.

    Args:
        store: Its store.
        bodies: The whole log.
        kinds: What sort of party each listing names, by hash, as far as it is known; the others are read.
    """
    found = Survey()
    editions = [one for one in bodies if isinstance(one, Edition)]
    for series, part in sorted({(one.series, part) for one in editions for part in one.parts()}):
        public = _public_from([one for one in editions if one.series == series and part in one.parts()])
        for span in store.spans_of_series(series, part):
            _place(found, span, public[span.from_order])
    _take_kinds(found, store, kinds or {})
    _take_names(found, store)
    _take_acts(found, _acts(bodies))
    return found


def _public_from(editions: Iterable[Edition]) -> dict[str, int]:
    """Return for each edition of a series the first instant at which it or a later one was public.

    An edition that was put out later can be of an earlier day, and be the first to show what it shows.
    """
    found: dict[str, int] = {}
    first = NEVER
    for edition in sorted(editions, key=lambda one: one.order, reverse=True):
        first = found[edition.order] = min(first, seconds(edition.public_at))
    return found


def _acts(bodies: Iterable[Body]) -> list[Act]:
    """Return every act that any correction leaves or left standing."""
    found = [body for body in bodies if isinstance(body, Act)]
    return found + [one.replacement for one in bodies if isinstance(one, Correction) and one.replacement is not None]


def _place(found: Survey, span: Span, public: int) -> None:
    content = found.contents.setdefault(span.content, len(found.contents))
    if content == len(found.content_entries):
        found.content_entries.append([])
    entry = found.entry(span.key)
    found.public[entry] = min(found.public[entry], public)
    if entry not in found.content_entries[content]:
        found.content_entries[content].append(entry)


def seconds(instant: datetime) -> int:
    """Return an instant in whole seconds since 1970, rounded down.

    >>> seconds(datetime(1970, 1, 2, tzinfo=UTC))
    86400
    """
    return int((instant - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() // 1)


def _take_kinds(found: Survey, store: Store, known: Mapping[str, PartyKind]) -> None:
    """Take what sort of party each listing names; to read it costs more than anything else here."""
    read = store.party_kinds(found.contents.keys() - known.keys())
    found.content_kinds = [known[one] if one in known else read[one] for one in found.contents]


def _take_names(found: Survey, store: Store) -> None:
    """Take every name of every listing, for each kind of party that has the listing."""
    kinds: dict[int, set[PartyKind]] = defaultdict(set)
    for entries, kind in zip(found.content_entries, found.content_kinds, strict=True):
        for entry in entries:
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
        named: Iterable[tuple[Name, PartyKind]] = ((name, one.kind) for one in ones for name in one.names)
        for name, kind in named:
            refs = found.act_names.setdefault(ListedName(name.text, kind), [])
            if ref not in refs and name.text.strip():
                refs.append(ref)
