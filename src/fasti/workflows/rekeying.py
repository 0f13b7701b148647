"""Entries that went under one key and came under another: the same party, which its publisher numbered anew.

Only what makes two entries one party counts: a strong identifier that editions agree on, or a decision; never a name.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from fasti.ledger.diff import field_changes
from fasti.ledger.evidence import Evidence
from fasti.ledger.parties import component, strong
from fasti.model.difference import EntryChange
from fasti.model.listing import Listing
from fasti.workflows.sides import Side


@dataclass(frozen=True, slots=True)
class Renumbered:
    """What is left of additions and removals, and the pairs that are one party each.

    Attributes:
        added: Entries of parties that were not there.
        removed: Entries of parties that are there no more.
        rekeyed: One amendment for each party, under its new key.
    """

    added: tuple[EntryChange, ...]
    removed: tuple[EntryChange, ...]
    rekeyed: tuple[EntryChange, ...]


def renumbered(came: Iterable[EntryChange], went: Iterable[EntryChange], before: Side, after: Side) -> Renumbered:
    """Pair the entries that went with those that came where both are one party.

    Args:
        came: Entries that came.
        went: Entries that went.
        before: The earlier side.
        after: The later side.
    """
    added, removed = {one.key: one for one in came}, {one.key: one for one in went}
    before.fetch(removed)
    old = {key: before.strong(key) for key in removed}
    new = _strong_of(added, after) if any(old.values()) else {}
    found = keys_anew(old, new, after.evidence)
    was, now = before.listings(found.values()), after.listings(found.keys())
    return Renumbered(
        tuple(one for key, one in added.items() if key not in found),
        tuple(one for key, one in removed.items() if key not in found.values()),
        tuple(_pair(added[key], was[other], now[key]) for key, other in found.items()),
    )


def _strong_of(keys: Collection[str], side: Side) -> dict[str, set[str]]:
    side.fetch(keys)
    return {key: side.strong(key) for key in keys}


def keys_anew(
    old: Mapping[str, Collection[str]], new: Mapping[str, Collection[str]], evidence: Evidence
) -> dict[str, str]:
    """Return new key to old key of the parties that are among both, each pair once.

    Args:
        old: Strong identifiers of the entries that went, by key.
        new: Those of the entries that came.
        evidence: As visible from the later side.
    """
    found: dict[str, str] = {}
    for key, candidates in _candidates(old, new).items():
        same = candidates & component(evidence, [key])
        if len(same) == 1 and not same & set(found.values()):
            found[key] = same.pop()
    return found


def _candidates(old: Mapping[str, Collection[str]], new: Mapping[str, Collection[str]]) -> dict[str, set[str]]:
    """Return for each entry that came those that went with a strong identifier of its."""
    by_identifier: dict[str, set[str]] = {}
    for key, identifiers in old.items():
        for one in identifiers:
            by_identifier.setdefault(one, set()).add(key)
    found = {
        key: {before for one in identifiers for before in by_identifier.get(one, ())}
        for key, identifiers in new.items()
    }
    return {key: candidates for key, candidates in sorted(found.items()) if candidates}


def _pair(new: EntryChange, was: Listing, now: Listing) -> EntryChange:
    shared = ", ".join(sorted(strong(was.identifiers) & strong(now.identifiers)))
    return EntryChange(
        key=new.key,
        caption=new.caption,
        kind=new.kind,
        on=new.on,
        changes=field_changes(was, now),
        reason=f"the publisher gave the party another key; {shared} stands in both entries",
    )
