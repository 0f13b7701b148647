"""Which key of an official file an act's entry has, where acts were written before a file was there to name it.

A same-as decision on an entry of an act (`us_bis_entity/huawei`) and a key of a file (`bis_el:8793aa81a30d`) makes them
one entry: the acts and the file then tell one history. Other same-as decisions join parties, and no entries.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from fasti.model.act import Act, Party
from fasti.model.entry import Decision

PAIRED = frozenset({"same_as", "not_same_as"})
"""Kinds of decisions about two subjects; of those on one pair the last wins."""


def decided_pairs(decisions: Iterable[Decision]) -> dict[frozenset[str], str]:
    """Return each pair of subjects that decisions speak of with the kind of the last one."""
    return {frozenset(one.subjects): one.kind for one in decisions if one.kind in PAIRED}


def bindings(decisions: Iterable[Decision]) -> dict[tuple[str, str], str]:
    """Return the file key of each entry of acts that decisions bind to one; of several, the one decided first.

    >>> bindings([Decision("same_as", ("bis_el:8793aa81a30d", "us_bis_entity/huawei"), "a person", "one row")])
    {('us_bis_entity', 'huawei'): 'bis_el:8793aa81a30d'}
    """
    found: dict[tuple[str, str], str] = {}
    for pair, kind in decided_pairs(decisions).items():
        entries = [one for one in pair if "/" in one and ":" not in one]
        keys = [one for one in pair if ":" in one]
        if kind == "same_as" and len(entries) == len(keys) == 1:
            list_id, _, slug = entries[0].partition("/")
            found.setdefault((list_id, slug), keys[0])
    return found


def bound(acts: Iterable[Act], under: Mapping[tuple[str, str], str]) -> list[Act]:
    """Return acts with the entries that are bound under their file's key.

    Args:
        acts: In any order, which is kept.
        under: As `bindings` returns it.
    """
    return [_bound(act, under) if under and act.list else act for act in acts]


def _bound(act: Act, under: Mapping[tuple[str, str], str]) -> Act:
    keys = [under.get((act.list or "", party.key)) for party in act.parties]
    if not any(keys):
        return act
    return replace(act, parties=tuple(_under(party, key) for party, key in zip(act.parties, keys, strict=True)))


def _under(party: Party, key: str | None) -> Party:
    return party if key is None else replace(party, key=key, keys=tuple(one for one in party.keys if one != key))
