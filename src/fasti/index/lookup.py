"""Decide which listed names must be scored for a query: all that could reach the threshold, few others."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from fasti.index.near import Reach, reaches
from fasti.index.rarity import INITIAL as LETTER_WEIGHT
from fasti.index.rarity import ORDINARY, TokenWeights
from fasti.index.similarity import INITIAL
from fasti.index.words import common_words
from fasti.ledger.store import NameRow

_ROUNDING = 1e-9


class NameStore(Protocol):
    """What a store offers to look names up."""

    def tokens(self) -> list[tuple[str, int]]:
        """Return the distinct tokens of all names with the number of names that hold each."""
        ...

    def names_by_tokens(self, tokens: Collection[str]) -> list[NameRow]:
        """Return every name that holds at least one of the tokens."""
        ...


@dataclass(frozen=True, slots=True)
class Lookup:
    """How to find the names that could reach a threshold.

    It is complete for every scorer that is at most the gains of the paired words over the weight of all words of
    both names, with words paired as `fasti.index.near` says, and initials only beside a pair of uncommon words.
    Nothing is ever cut off by number.

    Attributes:
        readings: The readings of the query, word by word.
        weights: What each token says; the same as the scorer's.
        threshold: Least score of interest, above 0.
        optional: Tokens that the scorer may leave out of a listed name.
        fetch: Tokens such that every name that could reach the threshold holds one of them.
    """

    readings: tuple[tuple[Reach, ...], ...]
    weights: TokenWeights
    threshold: float
    optional: frozenset[str]
    fetch: frozenset[str]

    def admits(self, name: str, tokens: Sequence[str]) -> bool:
        """Say whether a name could reach the threshold, by a bound that costs far less than scoring it."""
        bracketed = "(" in name or "[" in name or not name.isascii()
        least = 0.0 if bracketed else sum(self.weights.of(one) for one in tokens if one not in self.optional)
        letters = any(len(token) == 1 for token in tokens)
        return any(_bound(reading, tokens, least, letters=letters) >= self.threshold for reading in self.readings)


def prepare(
    queries: Iterable[Sequence[str]],
    vocabulary: Mapping[str, int],
    threshold: float,
    weights: TokenWeights,
    optional: frozenset[str] = frozenset(),
) -> Lookup:
    """Return how to look up a query.

    Args:
        queries: The readings of the query, each as its words without legal forms.
        vocabulary: Token to the number of names that hold it, over all names to be searched.
        threshold: Least score of interest, above 0.
        weights: What each token says; the same as the scorer's.
        optional: Tokens that the scorer may leave out of a listed name.
    """
    readings = tuple(reaches(query, vocabulary, weights) for query in queries)
    fetch = frozenset(token for reading in readings for token in essential_tokens(reading, threshold))
    return Lookup(readings, weights, threshold - _ROUNDING, optional, fetch)


def candidates(store: NameStore, lookup: Lookup) -> list[NameRow]:
    """Return every stored name that a scorer can raise to the threshold, and some that it cannot."""
    rows = store.names_by_tokens(sorted(lookup.fetch)) if lookup.fetch else []
    return [row for row in rows if lookup.admits(row.name, row.tokens)]


def essential_tokens(reading: Sequence[Reach], threshold: float) -> frozenset[str]:
    """Return the tokens to fetch: those of every query word, save words that cannot reach the threshold together.

    The words with most postings are left out first.
    """
    order = sorted(range(len(reading)), key=lambda at: (-reading[at].postings, reading[at].token))
    skipped: list[int] = []
    for at in order:
        if upper_bound([reading[one] for one in (*skipped, at)], reading) < threshold - _ROUNDING:
            skipped.append(at)
    return frozenset(token for at in order if at not in skipped for token in reading[at].gains)


def upper_bound(only: Sequence[Reach], reading: Sequence[Reach]) -> float:
    """Return the most that a name can score whose words pair with these words of the query only, initials apart.

    With M the weight of these words, X what they can pair with and Q the weight of the query, the paired weight is
    at most M + X and the whole weight at least Q + X. If one of them is uncommon, the other words may pair with
    initials: each adds at most a share of its weight; where the listed initial's own weight raises the quotient,
    the quotient is below that share.
    """
    mine, theirs = sum(one.weight for one in only), sum(one.listed_weight for one in only)
    whole = sum(one.weight for one in reading)
    if all(one.token in common_words() for one in only):
        return (mine + theirs) / (whole + theirs)
    return max(INITIAL, (mine + theirs + INITIAL * (whole - mine)) / (whole + theirs))


def _bound(reading: Sequence[Reach], tokens: Sequence[str], least: float, *, letters: bool) -> float:
    """Return the most that one name can score, from the best that each query word can gain in it."""
    gained = 0.0
    for reach in reading:
        best = max((reach.gains.get(token, 0.0) for token in tokens), default=0.0)
        if len(reach.token) == 1:
            best = max(best, INITIAL * (reach.weight + ORDINARY))
        elif letters:
            best = max(best, INITIAL * (reach.weight + LETTER_WEIGHT))
        gained += best
    return gained / (sum(reach.weight for reach in reading) + least)
