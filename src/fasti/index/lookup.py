"""Decide which listed names must be scored for a query: all that could reach the threshold, few others."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from fasti.index.bounds import ROUNDING, NameBound, essential_tokens
from fasti.index.near import reaches
from fasti.index.rarity import TokenWeights
from fasti.ledger.store import NameRow


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
    """How to find the names that could reach a threshold; nothing is ever cut off by number.

    Complete for the scorers that `fasti.index.bounds` names.

    Attributes:
        bounds: One for each reading of the query.
        weights: What each token says; the same as the scorer's.
        threshold: Least bound of interest.
        optional: Tokens that the scorer may leave out of a listed name.
        fetch: Tokens such that every name that could reach the threshold holds one of them.
    """

    bounds: tuple[NameBound, ...]
    weights: TokenWeights
    threshold: float
    optional: frozenset[str]
    fetch: frozenset[str]

    def admits(self, name: str, tokens: Sequence[str]) -> bool:
        """Say whether a name could reach the threshold, by a bound that costs far less than scoring it."""
        gained = [(bound.gained(tokens), bound.weight) for bound in self.bounds]
        if all(gain < self.threshold * weight for gain, weight in gained):
            return False
        # What stands in brackets may be left out as well; other scripts have brackets of their own.
        whole = name.isascii() and "(" not in name and "[" not in name
        least = sum(self.weights.of(one) for one in tokens if one not in self.optional) if whole else 0.0
        return any(gain >= self.threshold * (weight + least) for gain, weight in gained)


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
    readings = [reaches(query, vocabulary, weights) for query in queries]
    fetch = frozenset(token for reading in readings for token in essential_tokens(reading, threshold))
    return Lookup(tuple(map(NameBound.of, readings)), weights, threshold - ROUNDING, optional, fetch)


def candidates(store: NameStore, lookup: Lookup) -> list[NameRow]:
    """Return every stored name that a scorer can raise to the threshold, and some that it cannot."""
    rows = store.names_by_tokens(sorted(lookup.fetch)) if lookup.fetch else []
    # Many listings share a name.
    admitted = {name for name, tokens in {row.name: row.tokens for row in rows}.items() if lookup.admits(name, tokens)}
    return [row for row in rows if row.name in admitted]
