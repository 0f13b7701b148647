"""Decide what the differences between two names of vessels or aircraft mean: nearly always another one."""

from collections.abc import Iterator

from fasti.screening.names.ceilings import Ceiling, Judged
from fasti.screening.names.pairing import Pairing
from fasti.screening.names.words import Role

OTHER_NUMBER = 0.58
WORD_MISSED = 0.60
ONE_WORD_MISSPELT = 0.62
"""A single word spelt differently is another name."""


def judge(found: Pairing) -> Judged:
    """Return what is missed and which ceilings hold."""
    left = (*found.query_left, *found.listed_left)
    return Judged(sum(word.least for word in left), tuple(_ceilings(found)))


def _ceilings(found: Pairing) -> Iterator[Ceiling]:
    left = (*found.query_left, *found.listed_left)
    if any(word.role is Role.NUMBER for word in left):
        yield Ceiling(OTHER_NUMBER, "other_number", found.query_left, found.listed_left)
    elif any(word.role is Role.NAME for word in left):
        yield Ceiling(WORD_MISSED, "further_name", found.query_left, found.listed_left)
    names = sum(word.role is Role.NAME for word in found.query)
    if names == 1 and any(pair.feature == "spelling" for pair in found.pairs):
        yield Ceiling(ONE_WORD_MISSPELT, "one_word", found.query, found.listed)
