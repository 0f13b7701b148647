"""Decide what the index takes from a ledger: every name anyone could find, whose it is, and from when it was public.

That time is kept so that a vantage is a filter: what may have been public by then stays in, and the fold decides.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
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
        public = public_from([one for one in editions if one.series == series and part in one.parts()])
        _place(found, store.spans_of_series(series, part), public)
    _take_kinds(found, store, kinds or {})
    take_names(found.names, store.listed_names(), found.contents, _kinds_of_parties(found).__getitem__)
    take_acts(found.act_names, acts_of(bodies))
    return found


def public_from(editions: Iterable[Edition]) -> dict[str, int]:
    """Return for each edition of a series the first instant at which it or a later one was public.

    An edition that was put out later can be of an earlier day, and be the first to show what it shows.
    """
    found: dict[str, int] = {}
    first = NEVER
    for edition in sorted(editions, key=lambda one: one.order, reverse=True):
        first = found[edition.order] = min(first, seconds(edition.public_at))
    return found


def acts_of(bodies: Iterable[Body]) -> list[Act]:
    """Return every act that any correction leaves or left standing."""
    found = [body for body in bodies if isinstance(body, Act)]
    return found + [one.replacement for one in bodies if isinstance(one, Correction) and one.replacement is not None]


def _place(found: Survey, spans: Iterable[Span], public: Mapping[str, int]) -> None:
    """Take whose listings the spans of a part show, and from when on."""
    contents, content_entries, entries, first_public = (
        found.contents,
        found.content_entries,
        found.entries,
        found.public,
    )
    for span in spans:
        content = contents.setdefault(span.content, len(contents))
        if content == len(content_entries):
            content_entries.append([])
        entry = entries.setdefault(span.key, len(entries))
        if entry == len(first_public):
            first_public.append(NEVER)
        first_public[entry] = min(first_public[entry], public[span.from_order])
        if entry not in content_entries[content]:
            content_entries[content].append(entry)


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


def take_names(
    names: dict[ListedName, list[tuple[int, str, str]]],
    rows: Iterable[tuple[str, str, str, str]],
    contents: Mapping[str, int],
    kinds: Callable[[int], Iterable[PartyKind]],
) -> None:
    """Take every name of some listings, for each kind of party that has the listing.

    Args:
        names: Taken so far.
        rows: Hash of the listing, text, kind and quality of each name.
        contents: Numbers of the listings that count.
        kinds: Tells what sorts of party have a listing.
    """
    met, content, said = "", None, tuple[PartyKind, ...]()
    for digest, text, kind_of_name, quality in rows:
        if digest != met:  # the names of a listing mostly follow one another
            met, content = digest, contents.get(digest)
            said = tuple(kinds(content)) if content is not None else ()
        if content is None or not text.strip():
            continue
        row = (content, kind_of_name, quality)
        for kind in said:
            some = names.get((text, kind))  # type: ignore[call-overload]  # a name is this tuple, and dearer to make
            if some is None:
                names[ListedName(text, kind)] = [row]
            else:
                some.append(row)


def _kinds_of_parties(found: Survey) -> list[frozenset[PartyKind]]:
    """Return for each listing what sorts of party its entries were ever said to be; unknown if nothing else was."""
    of_entry: list[set[PartyKind]] = [set() for _ in found.public]
    for entries, kind in zip(found.content_entries, found.content_kinds, strict=True):
        if kind is not PartyKind.UNKNOWN:
            for entry in entries:
                of_entry[entry].add(kind)
    unknown = frozenset({PartyKind.UNKNOWN})
    return [frozenset().union(*[of_entry[entry] for entry in entries]) or unknown for entries in found.content_entries]


def take_acts(found: dict[ListedName, list[tuple[str, str]]], acts: Iterable[Act]) -> None:
    """Take every name under which an act names a party."""
    parties: dict[tuple[str, str], list[Party]] = defaultdict(list)
    for act in acts:
        for party in act.parties if act.list else ():
            parties[act.list or "", party.key].append(party)
    for ref, ones in parties.items():
        named: Iterable[tuple[Name, PartyKind]] = ((name, one.kind) for one in ones for name in one.names)
        for name, kind in named:
            refs = found.setdefault(ListedName(name.text, kind), [])
            if ref not in refs and name.text.strip():
                refs.append(ref)
