"""Decide what an index gains by the newest entries of a log, where that can be told without looking over the ledger.

It can where the editions that came are the newest of their series, and change nothing about what older ones say.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fasti.index.owners import Owners, rows_of
from fasti.index.segments import KINDS, ListedName
from fasti.index.surveying import NEVER, acts_of, public_from, seconds, take_acts, take_names
from fasti.ledger.store import Span, Store
from fasti.model.act import Act
from fasti.model.entry import Body, Correction, Edition
from fasti.model.identity import PartyKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(slots=True)
class Gain:
    """What an index gains. Listings and entries that it has keep their numbers; new ones are numbered from there on.

    Attributes:
        contents: Hash of each new listing.
        kinds: What sort of party each new listing names.
        entries: Key of each new entry.
        public: When the first edition that may show each entry was public, of new ones and of others that came again.
        pairs: Listing and entry that came to have it.
        names: Names of the new listings, each with (listing, kind, quality) as published.
        acts: Whether acts came.
        act_names: If so, all names by which any act names a party, each with (list, key).
    """

    contents: list[str] = field(default_factory=list)
    kinds: list[PartyKind] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)
    public: dict[int, int] = field(default_factory=dict)
    pairs: list[tuple[int, int]] = field(default_factory=list)
    names: dict[ListedName, list[tuple[int, str, str]]] = field(default_factory=dict)
    acts: bool = False
    act_names: dict[ListedName, list[tuple[str, str]]] = field(default_factory=dict)


def gained(store: Store, owners: Owners, head: str) -> Gain | None:
    """Return what came since an index was made; `None` if the whole ledger must be looked over.

    Args:
        store: Of the ledger.
        owners: Of the index.
        head: Place and hash of the log entry it was made from.
    """
    seq = int(head.partition(":")[0])
    log = store.log()
    before = [entry.body for entry in log if entry.seq <= seq]
    after = [entry.body for entry in log if entry.seq > seq]
    if head not in {f"{entry.seq}:{entry.hash}" for entry in log}:
        return None
    public = _public(before, after)
    if public is None:
        return None
    gain = Gain()
    contents = _place(gain, owners, store.begun_after(seq), public)
    kinds = store.party_kinds(gain.contents)
    gain.kinds = [kinds[one] for one in gain.contents]
    said = _kinds_of_parties(gain, owners)
    if said is None:
        return None
    fresh = {one: contents[one] for one in gain.contents}
    take_names(gain.names, store.listed_names(gain.contents), fresh, said)
    gain.acts = any(isinstance(body, Act | Correction) for body in after)
    if gain.acts:
        take_acts(gain.act_names, acts_of([*before, *after]))
    return gain


def _public(before: Sequence[Body], after: Sequence[Body]) -> dict[tuple[str, str], dict[str, int]] | None:
    """Return for each series and part from when each new edition was public; `None` if one goes before an older one."""
    newest: dict[tuple[str, str], Edition] = {}
    for one in before:
        if isinstance(one, Edition):
            for part in one.parts():
                newest[one.series, part] = max(newest.get((one.series, part), one), one, key=lambda it: it.order)
    came: dict[tuple[str, str], list[Edition]] = {}
    for one in after:
        if isinstance(one, Edition):
            for part in one.parts():
                came.setdefault((one.series, part), []).append(one)
    for which, editions in came.items():
        last = newest.get(which)
        if last is not None and any(
            one.order < last.order or seconds(one.public_at) < seconds(last.public_at) for one in editions
        ):
            return None
    return {which: public_from(editions) for which, editions in came.items()}


def _place(
    gain: Gain, owners: Owners, spans: Sequence[Span], public: Mapping[tuple[str, str], Mapping[str, int]]
) -> dict[str, int]:
    """Take whose listings the new spans show, and from when on; return the number of each listing."""
    contents = {digest: number for number, digest in enumerate(owners.kinds())}
    entries = {key: number for number, key in enumerate(owners.entry_keys())}
    had, had_entries = len(contents), len(entries)
    pairs: dict[tuple[int, int], None] = {}
    for span in spans:
        content = contents.setdefault(span.content, len(contents))
        entry = entries.setdefault(span.key, len(entries))
        begun = public[span.series, span.part][span.from_order]
        gain.public[entry] = min(gain.public.get(entry, NEVER), begun)
        if content >= had or entry >= had_entries or entry not in owners.entries_of(content):
            pairs[content, entry] = None
    gain.contents, gain.entries, gain.pairs = [*contents][had:], [*entries][had_entries:], [*pairs]
    return contents


def _kinds_of_parties(gain: Gain, owners: Owners) -> Callable[[int], Sequence[PartyKind]] | None:
    """Return what tells of a new listing what sorts of party its entries were ever said to be.

    `None` if any listing that the index has is thereby said to be of another sort.
    """
    import numpy as np

    content, entry = rows_of(owners.content_entries), np.frombuffer(owners.content_entry, np.uint32)
    kind = np.frombuffer(owners.content_kind, np.uint8)
    more = np.array(gain.pairs, np.int64).reshape(-1, 2)
    all_kinds = np.concatenate([kind, np.array([KINDS.index(one) for one in gain.kinds], np.uint8)])
    entries = len(owners.entry_public) + len(gain.entries)
    before = _said(content, entry, kind, entries)
    after = _said(np.concatenate([content, more[:, 0]]), np.concatenate([entry, more[:, 1]]), all_kinds, entries)
    if not np.array_equal(before, after[: len(kind)]):
        return None
    kinds_of = [tuple(one for place, one in enumerate(KINDS) if bits >> place & 1) for bits in range(1 << len(KINDS))]
    told: list[int] = after.tolist()
    return lambda listing: kinds_of[told[listing]] or (PartyKind.UNKNOWN,)


def _said(
    content: "NDArray[Any]", entry: "NDArray[Any]", kind: "NDArray[np.uint8]", entries: int
) -> "NDArray[np.uint8]":
    """Return for each listing what sorts of party its entries were ever said to be: a bit for each that is known."""
    import numpy as np

    bit = np.array([0 if one is PartyKind.UNKNOWN else 1 << place for place, one in enumerate(KINDS)], np.uint8)[kind]
    of_entry = np.zeros(entries, np.uint8)
    np.bitwise_or.at(of_entry, entry, bit[content])
    of_listing = np.zeros(len(kind), np.uint8)
    np.bitwise_or.at(of_listing, content, of_entry[entry])
    return of_listing
