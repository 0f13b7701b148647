"""Say how a rule holds a score down: a ceiling with the words that are its reason."""

from dataclasses import dataclass

from fasti.screening.names.words import Word


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most that two names may score by one rule.

    Attributes:
        most: In [0, 1].
        feature: The rule.
        query: Words of the query that are the reason.
        listed: Words of the listed name that are the reason.
    """

    most: float
    feature: str
    query: tuple[Word, ...] = ()
    listed: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules of a shelf say of two paired names.

    Attributes:
        missed: What the words without a partner count, of both sides together; never below their least weights.
        ceilings: The rules that hold the score down.
    """

    missed: float
    ceilings: tuple[Ceiling, ...]
