"""Decide how much each token of a name says about who is meant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log

from fasti.index.words import common_words

ORDINARY = 1.0
INITIAL = 0.3
"""A single letter stands for many words."""
LEAST_RARITY = 0.15


@dataclass(frozen=True, slots=True)
class TokenWeights:
    """Weights of tokens in (0, 1]: the common-word table, lowered further by frequency where one is given.

    Without frequencies every uncommon word weighs the same, so that a score rests on the two names alone.

    Attributes:
        frequencies: Token to the number of names that hold it; empty if rarity is not to count.
        names: How many names were counted.
    """

    frequencies: Mapping[str, int] = field(default_factory=dict)
    names: int = 0

    @classmethod
    def counted(cls, vocabulary: Iterable[tuple[str, int]], names: int) -> "TokenWeights":
        """Build weights from a vocabulary of (token, document frequency) over so many names."""
        return cls(dict(vocabulary), names)

    def of(self, token: str) -> float:
        """Return what the token weighs.

        >>> TokenWeights().of("xanadu"), TokenWeights().of("holding"), TokenWeights().of("x")
        (1.0, 0.12, 0.3)
        """
        word = common_words().get(token)
        single = INITIAL if len(token) == 1 and token.isalpha() else ORDINARY
        weight = single if word is None else word.weight
        return min(weight, self._rarity(token)) if self.names else weight

    def _rarity(self, token: str) -> float:
        frequency = self.frequencies.get(token, 0)
        if frequency <= 1:
            return ORDINARY
        return max(LEAST_RARITY, log(1 + self.names / frequency) / log(1 + self.names))
