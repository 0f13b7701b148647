"""Decide what the differences between two names of organisations mean."""

from collections.abc import Iterator

from fasti.screening.names.ceilings import Ceiling, Judged
from fasti.screening.names.pairing import Pairing
from fasti.screening.names.words import WEIGHTY, Role, Word

OTHER_NAME = 0.60
"""Each has a word of its own that the other lacks."""
OTHER_NUMBER = 0.68
"""Both are numbered, and not alike."""
NUMBER_MISSED = 0.66
"""One is numbered: `Fund II` is not `Fund`."""
FURTHER_NAME = 0.66
"""One has a further word of its own: a parent and its subsidiary, or two of one family."""
FURTHER_THAN_ONE = {Role.NAME: 0.58, Role.PLACE: 0.61}
"""Most where a word of these roles is further and one word of its own agrees at most: many share a frequent name."""
PLACE_MISSED = 0.66
"""One is placed: a bank is not its affiliate in a country."""
OTHER_PLACE = 0.60
ACTIVITY_MISSED = 0.76
"""One says its line of business."""
OTHER_ACTIVITY = 0.60
COMMON_ONLY = 0.55
"""No word that makes a name agrees, and something differs."""


def judge(found: Pairing) -> Judged:
    """Return what is missed and which ceilings hold."""
    mine, theirs = found.query_left, found.listed_left
    both = bool(_of(mine, Role.NAME) and _of(theirs, Role.NAME))
    missed = sum(word.weight if both and word.role is Role.NAME else word.least for word in (*mine, *theirs))
    return Judged(missed, tuple(_ceilings(found)))


def _of(words: tuple[Word, ...], role: Role) -> tuple[Word, ...]:
    return tuple(word for word in words if word.role is role)


def _ceilings(found: Pairing) -> Iterator[Ceiling]:
    rules = (
        (Role.NUMBER, OTHER_NUMBER, NUMBER_MISSED, "number"),
        (Role.NAME, OTHER_NAME, FURTHER_NAME, "name"),
        (Role.PLACE, OTHER_PLACE, PLACE_MISSED, "place"),
        (Role.GENERIC, OTHER_ACTIVITY, ACTIVITY_MISSED, "activity"),
    )
    for role, other, further, feature in rules:
        mine, theirs = _of(found.query_left, role), _of(found.listed_left, role)
        if role is Role.GENERIC:
            mine, theirs = _weighty(mine), _weighty(theirs)
        if mine and theirs:
            yield Ceiling(other, f"other_{feature}", mine, theirs)
        elif mine or theirs:
            most = FURTHER_THAN_ONE.get(role, further) if len(found.firm()) <= 1 else further
            yield Ceiling(most, f"further_{feature}", mine, theirs)
    if not found.firm() and not _placed(found) and _weighty((*found.query_left, *found.listed_left)):
        yield Ceiling(COMMON_ONLY, "common_words_only", found.query_left, found.listed_left)


def _placed(found: Pairing) -> bool:
    """Say whether a place agrees together with another word: such words are the name where there is no other."""
    return len(found.pairs) > 1 and any(found.query[pair.query[0]].role is Role.PLACE for pair in found.pairs)


def _weighty(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(word for word in words if word.weight > WEIGHTY)
