"""Decide how high two names may score at most, where the share of agreeing words would flatter them."""

from collections.abc import Iterator
from dataclasses import dataclass

from fasti.index.rarity import TokenWeights
from fasti.screening.alignment import Alignment, distinctive

UNMATCHED_WORD = 0.25
"""What a word of weight 1 that only one name has takes off, however long the names are."""
OTHER_WORDS = 0.80
"""At most this if each name has a word that the other lacks."""
UNLIKE_WORD = 0.6
"""What a pair takes off that is not alike at all; a pair that is half alike takes off half of it."""
COMMON_WORDS = 0.80
"""At most this if only common words agree and the names differ in any other word."""
COMMON_WORD = 0.60
"""The same if a single common word agrees."""
FILLER = 0.1
"""Words below this weight (`and`, `of`, `de`) are not missed beside two words that agree."""


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most that two names may score, and the words that are the reason."""

    most: float
    feature: str
    query: str = ""
    listed: str = ""


def lowest_ceiling(
    found: Alignment, query: tuple[str, ...], listed: tuple[str, ...], weights: TokenWeights
) -> Ceiling | None:
    """Return the ceiling that holds for two aligned names, or `None`; swapping the names leaves its height."""
    missed = (
        _missed(found.query_left, query, weights, alone=len(found.pairs) == 1),
        _missed(found.listed_left, listed, weights, alone=len(found.pairs) == 1),
    )
    every = [*_of_missed(missed, weights), *_of_pairs(found, query, listed)]
    if any(missed) and not any(distinctive(pair, query, listed) for pair in found.pairs):
        every.append(Ceiling(COMMON_WORD if len(found.pairs) == 1 else COMMON_WORDS, "common_words_only"))
    return min(every, key=lambda one: one.most, default=None)


def _missed(left: tuple[int, ...], tokens: tuple[str, ...], weights: TokenWeights, *, alone: bool) -> str:
    """Return the weightiest word that the other name lacks, or the empty string."""
    words = sorted((tokens[at] for at in left), key=lambda word: (-weights.of(word), word))
    return words[0] if words and (alone or weights.of(words[0]) >= FILLER) else ""


def _of_missed(missed: tuple[str, str], weights: TokenWeights) -> Iterator[Ceiling]:
    heaviest = max((weights.of(word) for word in missed if word), default=0.0)
    if heaviest:
        yield Ceiling(1 - UNMATCHED_WORD * heaviest, "unmatched_word", *missed)
    if all(missed):
        yield Ceiling(OTHER_WORDS, "other_words", *missed)


def _of_pairs(found: Alignment, query: tuple[str, ...], listed: tuple[str, ...]) -> Iterator[Ceiling]:
    for pair in found.pairs:
        if pair.feature == "spelling":
            words = query[pair.query[0]], listed[pair.listed[0]]
            yield Ceiling(1 - UNLIKE_WORD * (1 - pair.likeness), "unlike_word", *words)
