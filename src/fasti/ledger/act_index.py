"""Visible acts by the entries and parties they name.

An entry is named by (list, key). Keys of files carry their authority (`ofac:17018`); keys of acts on lists
without published ids are slugs, unique on their list.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from fasti.model.act import Act, Party

EntryRef = tuple[str, str]
"""(list id, entry key)."""


@dataclass(frozen=True, slots=True)
class ActIndex:
    """Visible acts by the entries and parties they name.

    Attributes:
        by_entry: Acts that name an entry.
        by_list: Acts on a whole list.
        by_act: Acts upon an act, by its id.
        named: Each entry as the newest act names it, with the names, identifiers and keys that earlier acts gave.
        places: Place of each act in the order of effect.
    """

    by_entry: Mapping[EntryRef, tuple[Act, ...]]
    by_list: Mapping[str, tuple[Act, ...]]
    by_act: Mapping[str, tuple[Act, ...]]
    named: Mapping[EntryRef, Party]
    places: Mapping[str, int]

    def speak_of(self, ref: EntryRef) -> bool:
        """Say whether any act concerns an entry."""
        return ref in self.by_entry or ref[0] in self.by_list

    def entries_of(self, list_id: str) -> Container[str]:
        """Return the keys of the entries of a list that any act concerns."""
        return _Every() if list_id in self.by_list else {key for on, key in self.by_entry if on == list_id}

    def of(self, ref: EntryRef) -> tuple[Act, ...]:
        """Return every act that concerns an entry, acts upon those acts included, in order of effect."""
        if not self.speak_of(ref):
            return ()
        found: dict[str, Act] = {}
        queue = [*self.by_entry.get(ref, ()), *self.by_list.get(ref[0], ())]
        while queue:
            act = queue.pop()
            if act.act_id not in found:
                found[act.act_id] = act
                upon = self.by_act.get(act.act_id, ())
                queue += [one for one in upon if not one.parties or one.concerns(ref[1])]
        return tuple(sorted(found.values(), key=lambda act: self.places[act.act_id]))


class _Every:
    """Every key there is."""

    def __contains__(self, key: object) -> bool:
        """Say so of any."""
        return True


def index_acts(acts: Sequence[Act]) -> ActIndex:
    """Index acts by entry, by whole list and by the acts they concern.

    Args:
        acts: In order of effect.
    """
    by_entry: dict[EntryRef, list[Act]] = {}
    by_list: dict[str, list[Act]] = {}
    by_act: dict[str, list[Act]] = {}
    named: dict[EntryRef, Party] = {}
    for act in acts:
        for party in act.parties if act.list else ():
            ref = (act.list or "", party.key)
            by_entry.setdefault(ref, []).append(act)
            named[ref] = _joined(party, named.get(ref))
        if act.list and act.whole_list:
            by_list.setdefault(act.list, []).append(act)
        for target in act.acts:
            by_act.setdefault(target, []).append(act)
    places = {act.act_id: place for place, act in enumerate(acts)}
    return ActIndex(_frozen(by_entry), _frozen(by_list), _frozen(by_act), named, places)


def _joined(party: Party, before: Party | None) -> Party:
    """Return a party as an act names it, with what earlier acts said of it besides."""
    if before is None or before == party:
        return party
    return replace(
        party,
        names=party.names + tuple(name for name in before.names if name not in party.names),
        identifiers=tuple(sorted({*party.identifiers, *before.identifiers})),
        keys=tuple(sorted({*party.keys, *before.keys})),
    )


K = TypeVar("K")


def _frozen(lists: Mapping[K, list[Act]]) -> dict[K, tuple[Act, ...]]:
    return {key: tuple(acts) for key, acts in lists.items()}
