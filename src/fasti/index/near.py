"""Decide which tokens of a vocabulary may stand for a word of a query: by spelling, run together or split."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fasti.index.rarity import TokenWeights
from fasti.index.similarity import JOINED, MOST_JOINED, similarity
from fasti.index.words import common_words


@dataclass(frozen=True, slots=True)
class Reach:
    """What one query word can pair with in a vocabulary, initials apart.

    Attributes:
        token: The query word.
        weight: What it weighs.
        gains: Listed token to the most that pairing the word by way of it adds: likeness times both weights. Every
            name in which the word pairs at all holds one of these tokens.
        listed_weight: Most that the words of one name paired with it can weigh together.
        postings: How many names hold the tokens of `gains`, counted once a token.
    """

    token: str
    weight: float
    gains: Mapping[str, float]
    listed_weight: float
    postings: int


def reaches(query: Sequence[str], vocabulary: Mapping[str, int], weights: TokenWeights) -> tuple[Reach, ...]:
    """Return what each word of a query can pair with, in the query's order.

    Args:
        query: The words of one reading of the query, without legal forms, in order.
        vocabulary: Token to the number of names that hold it.
        weights: What each token says.
    """
    listed = list(vocabulary)
    return tuple(_reach(query, at, listed, vocabulary, weights) for at in range(len(query)))


def _reach(
    query: Sequence[str], at: int, listed: Sequence[str], vocabulary: Mapping[str, int], weights: TokenWeights
) -> Reach:
    token, mine = query[at], weights.of(query[at])
    gains: dict[str, float] = {}
    theirs = 0.0
    for likeness, parts in _partners(query, at, listed, vocabulary):
        together = sum(map(weights.of, parts))
        theirs = max(theirs, together)
        rarest = min(parts, key=lambda part: (vocabulary[part], part))
        gains[rarest] = max(gains.get(rarest, 0.0), likeness * (mine + together))
    return Reach(token, mine, gains, theirs, sum(vocabulary[one] for one in gains))


def _partners(
    query: Sequence[str], at: int, listed: Sequence[str], vocabulary: Mapping[str, int]
) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Yield likeness and listed words, one or more of one name, that the query word may pair with."""
    token = query[at]
    for near in near_tokens(token, listed, vocabulary):
        yield similarity(token, near), (near,)
    for whole in _joined(query, at):
        if whole in vocabulary:
            yield JOINED, (whole,)
    for parts in _splits(token, vocabulary):
        yield JOINED, parts


def near_tokens(token: str, listed: Sequence[str], vocabulary: Mapping[str, int]) -> frozenset[str]:
    """Return the tokens of a vocabulary whose `similarity` to this one is above 0.

    Args:
        token: A query word.
        listed: The tokens of the vocabulary; scanned once.
        vocabulary: The same tokens with their frequencies.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    word = common_words().get(token)
    found = {one for one in (token, *(word.spellings if word else ())) if one in vocabulary}
    if token.isalpha():
        close = process.extract(token, listed, scorer=OSA.distance, score_cutoff=2, limit=None)
        found.update(one for one, _, _ in close if similarity(token, one) > 0)
    return frozenset(found)


def _joined(query: Sequence[str], at: int) -> Iterator[str]:
    for size in range(2, MOST_JOINED + 1):
        for start in range(max(0, at - size + 1), min(at, len(query) - size) + 1):
            yield "".join(query[start : start + size])


def _splits(token: str, vocabulary: Mapping[str, int], most: int = MOST_JOINED) -> Iterator[tuple[str, ...]]:
    """Yield the ways to cut a token into two or more tokens of the vocabulary, at most so many."""
    for cut in range(1, len(token) if most > 1 else 0):
        first, rest = token[:cut], token[cut:]
        if first not in vocabulary:
            continue
        if rest in vocabulary:
            yield first, rest
        for more in _splits(rest, vocabulary, most - 1):
            yield (first, *more)
