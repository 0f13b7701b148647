"""Tells one change to many entries from many changes: mass amendments, and what a whole edition gained or lost.

A field that nearly all entries lose at once was not observed, not removed: the format drifted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fasti.model.difference import ChangeGroup, FieldChange

MASS = 10
"""From so many entries on, one and the same change is told once."""
NEARLY_ALL = 0.9
"""Share of the entries having a field from which its loss or first appearance is the edition's, not theirs."""
FREE_TEXT = frozenset({"remarks"})
"""Fields that repeat others in the publisher's words; alone they are a change, beside others they are not."""


Counts = tuple[Mapping[str, int], Mapping[str, int]]
"""Field label to the number of entries that have such a field: before, and after."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """Changes told once, and what is left of each entry.

    Attributes:
        groups: By kind, then by field.
        rest: Entry key to the changes that are its own; entries without any are left out.
    """

    groups: tuple[ChangeGroup, ...]
    rest: Mapping[str, tuple[FieldChange, ...]]


def group(changes: Mapping[str, Sequence[FieldChange]], counts: Iterable[Counts]) -> Grouped:
    """Group the changes of many entries.

    Args:
        changes: Entry key to what changed in it.
        counts: Counts over ever more of the entries, the last over all; read only until no field can have drifted.
    """
    drifted = _drifted_in_the_end(changes, counts)
    told = {key: [one for one in own if one.field not in drifted] for key, own in changes.items()}
    shared = Counter(one for own in told.values() for one in set(own) if one.field not in FREE_TEXT)
    mass = {one for one, count in shared.items() if count >= MASS}
    rest = {key: tuple(one for one in own if one not in mass) for key, own in told.items()}
    touched = {key for key, own in changes.items() if len(own) > len(rest[key])}
    kept = {key: own for key, own in rest.items() if own and not (key in touched and _only_free_text(own))}
    groups = [
        *(_group("drift", FieldChange(field, None, None), _having(changes, field)) for field in drifted),
        *(_group("mass_amendment", one, [key for key, own in told.items() if one in own]) for one in mass),
    ]
    groups.sort(key=lambda one: (one.kind, one.field, one.before or "", one.after or ""))
    return Grouped(tuple(groups), kept)


def alone(changes: Mapping[str, Sequence[FieldChange]]) -> Grouped:
    """Return changes too few to be grouped."""
    return Grouped((), {key: tuple(own) for key, own in changes.items()})


def may_drift(changes: Mapping[str, Sequence[FieldChange]]) -> set[str]:
    """Return the fields that so many entries gained or lost that it may be the edition's doing, not theirs."""
    sides = (
        {(one.field, one.after is None) for one in own if None in (one.before, one.after)} for own in changes.values()
    )
    return {field for (field, _), count in Counter(side for own in sides for side in own).items() if count >= MASS}


def _drifted_in_the_end(changes: Mapping[str, Sequence[FieldChange]], counts: Iterable[Counts]) -> set[str]:
    """Return the fields that the last counts say drifted; one that fewer entries rule out, more do not bring back."""
    drifted: set[str] = set()
    for had, have in counts:
        drifted = _drifted(changes, had, have)
        if not drifted:
            break
    return drifted


def _drifted(changes: Mapping[str, Sequence[FieldChange]], had: Mapping[str, int], have: Mapping[str, int]) -> set[str]:
    """Return the fields that nearly all entries lost, or that nearly all who have them had not before."""
    lost = Counter(field for own in changes.values() for field in {one.field for one in own if one.after is None})
    won = Counter(field for own in changes.values() for field in {one.field for one in own if one.before is None})
    gone = {field for field, count in lost.items() if _as_a_whole(count, had.get(field, 0), have.get(field, 0))}
    come = {field for field, count in won.items() if _as_a_whole(count, have.get(field, 0), had.get(field, 0))}
    return (gone | (come - _alike(changes, come))) - FREE_TEXT


def _as_a_whole(changed: int, with_it: int, on_the_other_side: int) -> bool:
    """Say whether so many changes are nearly all entries with a field, and hardly any has it on the other side."""
    return (
        changed >= MASS and changed >= NEARLY_ALL * with_it and on_the_other_side <= round((1 - NEARLY_ALL) * changed)
    )


def _alike(changes: Mapping[str, Sequence[FieldChange]], fields: set[str]) -> set[str]:
    """Return the fields that most entries gained with one and the same value: something was said of them all."""
    found = set()
    for field in fields:
        values = Counter(one.after for own in changes.values() for one in own if one.field == field)
        if max(values.values()) > values.total() / 2:
            found.add(field)
    return found


def _having(changes: Mapping[str, Sequence[FieldChange]], field: str) -> list[str]:
    return [key for key, own in changes.items() if any(one.field == field for one in own)]


def _only_free_text(changes: Sequence[FieldChange]) -> bool:
    return all(one.field in FREE_TEXT for one in changes)


def _group(kind: str, change: FieldChange, keys: Sequence[str]) -> ChangeGroup:
    return ChangeGroup(kind, change.field, change.before, change.after, len(keys), tuple(sorted(keys)))
