"""Decide how much a listed name could score at most, from the words it shares with the query.

The bounds hold for every scorer that is at most the gains of the paired words over the weight of all words of both
names, with words paired as `fasti.index.near` says, and initials only beside a pair of uncommon words.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from fasti.index.near import Reach
from fasti.index.rarity import INITIAL as LETTER_WEIGHT
from fasti.index.rarity import ORDINARY
from fasti.index.similarity import INITIAL
from fasti.index.words import common_words

ROUNDING = 1e-9
"""Bounds are compared with so much to spare, for sums of fractions."""


def essential_tokens(reading: Sequence[Reach], threshold: float) -> frozenset[str]:
    """Return tokens such that every name that could reach the threshold holds one of them.

    Those are the tokens of every query word, save words that cannot reach the threshold together; the words with
    most postings are left out first.
    """
    order = sorted(range(len(reading)), key=lambda at: (-reading[at].postings, reading[at].token))
    skipped: list[int] = []
    for at in order:
        if bound_of_words([reading[one] for one in (*skipped, at)], reading) < threshold - ROUNDING:
            skipped.append(at)
    return frozenset(token for at in order if at not in skipped for token in reading[at].gains)


def bound_of_words(only: Sequence[Reach], reading: Sequence[Reach]) -> float:
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


@dataclass(frozen=True, slots=True)
class NameBound:
    """What one reading of a query can gain in a name.

    Attributes:
        gains: Listed token to (place of the query word, most it can gain by way of the token).
        letters: Most that each query word can gain from a single letter of the name, or as a single letter.
        alone: The same where the name has no single letter.
        weight: Weight of the query's words.
    """

    gains: Mapping[str, tuple[tuple[int, float], ...]]
    letters: tuple[float, ...]
    alone: tuple[float, ...]
    weight: float

    @classmethod
    def of(cls, reading: Sequence[Reach]) -> "NameBound":
        """Prepare the bound for one reading of a query."""
        gains: dict[str, tuple[tuple[int, float], ...]] = {}
        for at, reach in enumerate(reading):
            for token, gain in reach.gains.items():
                gains[token] = (*gains.get(token, ()), (at, gain))
        alone = tuple(INITIAL * (one.weight + ORDINARY) if len(one.token) == 1 else 0.0 for one in reading)
        letter = tuple(INITIAL * (one.weight + LETTER_WEIGHT) for one in reading)
        letters = tuple(map(max, letter, alone))
        return cls(gains, letters, alone, sum(one.weight for one in reading))

    def gained(self, tokens: Collection[str]) -> float:
        """Return the most that the words of the query can gain in a name of these tokens."""
        best = list(self.letters if any(len(token) == 1 for token in tokens) else self.alone)
        for token in tokens:
            for at, gain in self.gains.get(token, ()):
                best[at] = max(best[at], gain)
        return sum(best)
