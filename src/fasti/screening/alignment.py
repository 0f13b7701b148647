"""Decide which words of two names stand for each other, one to one."""

from collections.abc import Iterator
from dataclasses import dataclass

from fasti.index.rarity import TokenWeights
from fasti.index.similarity import INITIAL, JOINED, MOST_JOINED, similarity
from fasti.index.words import common_words

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of two names that stand for each other.

    Attributes:
        query: Span of the query's tokens, closed-open.
        listed: Span of the listed name's tokens, closed-open.
        likeness: In (0, 1].
        gain: Likeness times the weight of all tokens of both spans.
        feature: `word`, `spelling`, `same_word`, `joined` or `initial`.
    """

    query: Span
    listed: Span
    likeness: float
    gain: float
    feature: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs of two names, best first, and the positions left over."""

    pairs: tuple[Pair, ...]
    query_left: tuple[int, ...]
    listed_left: tuple[int, ...]


def align(query: tuple[str, ...], listed: tuple[str, ...], weights: TokenWeights) -> Alignment:
    """Pair the words of two names, each at most once, the most alike first.

    Swapping the two names swaps the pairs and changes nothing else. Initials count only beside a pair of
    uncommon words: letters alone identify nobody.
    """
    chosen: list[Pair] = []
    query_free, listed_free = set(range(len(query))), set(range(len(listed)))
    for pair in sorted(_pairs(query, listed, weights), key=lambda one: _rank(one, query, listed)):
        spans = set(range(*pair.query)), set(range(*pair.listed))
        if spans[0] <= query_free and spans[1] <= listed_free:
            chosen.append(pair)
            query_free -= spans[0]
            listed_free -= spans[1]
    if not any(distinctive(pair, query, listed) for pair in chosen):
        for pair in (one for one in chosen if one.feature == "initial"):
            query_free |= set(range(*pair.query))
            listed_free |= set(range(*pair.listed))
        chosen = [pair for pair in chosen if pair.feature != "initial"]
    return Alignment(tuple(chosen), tuple(sorted(query_free)), tuple(sorted(listed_free)))


def distinctive(pair: Pair, query: tuple[str, ...], listed: tuple[str, ...]) -> bool:
    """Say whether a pair joins words that can identify a party: uncommon ones of more than a letter."""
    tokens = query[slice(*pair.query)], listed[slice(*pair.listed)]
    return pair.feature != "initial" and all(any(map(_uncommon, side)) for side in tokens)


def _uncommon(token: str) -> bool:
    return len(token) > 1 and token not in common_words()


def _rank(pair: Pair, query: tuple[str, ...], listed: tuple[str, ...]) -> tuple[object, ...]:
    words = sorted((query[slice(*pair.query)], listed[slice(*pair.listed)]))
    return pair.feature == "initial", -pair.likeness, -pair.gain, words, sorted((pair.query, pair.listed))


def _pairs(query: tuple[str, ...], listed: tuple[str, ...], weights: TokenWeights) -> Iterator[Pair]:
    mine, theirs = [weights.of(token) for token in query], [weights.of(token) for token in listed]
    for q, token in enumerate(query):
        for d, other in enumerate(listed):
            likeness, feature = _word_likeness(token, other)
            if likeness:
                yield Pair((q, q + 1), (d, d + 1), likeness, likeness * (mine[q] + theirs[d]), feature)
    for span, d in _joins(query, listed):
        yield Pair(span, (d, d + 1), JOINED, JOINED * (sum(mine[slice(*span)]) + theirs[d]), "joined")
    for span, q in _joins(listed, query):
        yield Pair((q, q + 1), span, JOINED, JOINED * (mine[q] + sum(theirs[slice(*span)])), "joined")


def _word_likeness(one: str, other: str) -> tuple[float, str]:
    if one == other:
        return 1.0, "word"
    if len(one) == 1 or len(other) == 1:
        initial = one[0] == other[0] and one.isalpha() and other.isalpha()
        return (INITIAL, "initial") if initial else (0.0, "")
    likeness = similarity(one, other)
    return likeness, "spelling" if one not in common_words() or other not in common_words() else "same_word"


def _joins(parts: tuple[str, ...], whole: tuple[str, ...]) -> Iterator[tuple[Span, int]]:
    positions: dict[str, list[int]] = {}
    for at, token in enumerate(whole):
        positions.setdefault(token, []).append(at)
    for start in range(len(parts)):
        for end in range(start + 2, min(start + MOST_JOINED, len(parts)) + 1):
            for at in positions.get("".join(parts[start:end]), ()):
                yield (start, end), at
