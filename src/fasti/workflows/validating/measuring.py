"""Counts what was found of what was asked: shares with their bounds, ranks, and what was missed."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from fasti.model.screened import ScreenedRow
from fasti.model.subject import Subject
from fasti.model.validation import Missed, Rank, Recall
from fasti.workflows.validating.sampling import Known

Z = 1.959964
"""Standard normal quantile of a two-sided interval of 95 %."""
PLACES = ((1, "first"), (3, "second or third"), (10, "fourth to tenth"))


@dataclass(frozen=True, slots=True)
class Positive:
    """One changed name of a listed party.

    Attributes:
        party: Whose it is.
        listed: The name as it is listed.
        subject: Who is asked for.
        recipe: Short name of the recipe.
        about: What the recipe does.
        script: Of the listed name.
    """

    party: Known
    listed: str
    subject: Subject
    recipe: str
    about: str
    script: str

    @property
    def asked(self) -> str:
        """The changed name."""
        return self.subject.names[0].text


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a positive; `place` is that of its party among the live hits, 0 if it is none of them."""

    positive: Positive
    place: int


def outcome(positive: Positive, row: ScreenedRow) -> Outcome:
    """Return at which place a party stands among the hits; one that is not named is any of them."""
    keys = positive.party.keys
    places = (place for place, hit in enumerate(row.hits, 1) if not keys or keys & {*hit.keys, hit.party_id})
    return Outcome(positive, next(places, 0))


def recall(of: str, about: str, outcomes: Iterable[Outcome]) -> Recall:
    """Return how many of some positives were found."""
    places = [one.place for one in outcomes]
    found = sum(place > 0 for place in places)
    return rate(of, about, len(places), found, places.count(1))


def rate(of: str, about: str, asked: int, found: int, first: int = 0) -> Recall:
    """Return a share with its Wilson interval; no share of nothing.

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).

    >>> round(rate("", "", 100, 100).low, 4)
    0.963
    """
    if not asked:
        return Recall(of, about, 0, 0, None, None, None, 0)
    share = found / asked
    centre = (share + Z * Z / (2 * asked)) / (1 + Z * Z / asked)
    half = Z * sqrt(share * (1 - share) / asked + Z * Z / (4 * asked * asked)) / (1 + Z * Z / asked)
    low, high = round(max(0.0, centre - half), 6), round(min(1.0, centre + half), 6)
    return Recall(of, about, asked, found, round(share, 6), low, high, first)


def by(outcomes: Sequence[Outcome], group: Callable[[Outcome], tuple[str, str]]) -> tuple[Recall, ...]:
    """Return the recall of each group, in the order in which they first occur."""
    groups: dict[tuple[str, str], list[Outcome]] = {}
    for one in outcomes:
        groups.setdefault(group(one), []).append(one)
    return tuple(recall(of, about, ones) for (of, about), ones in groups.items())


def ranks(outcomes: Iterable[Outcome]) -> tuple[Rank, ...]:
    """Return at which places the true parties stood."""
    said = Counter(_said(one.place) for one in outcomes)
    words = [*(word for _, word in PLACES), "lower", "not found"]
    return tuple(Rank(word, said[word]) for word in words)


def _said(place: int) -> str:
    if not place:
        return "not found"
    return next((word for most, word in PLACES if place <= most), "lower")


def missed(outcomes: Iterable[Outcome], score: Callable[[Positive], float]) -> tuple[Missed, ...]:
    """Return every positive whose party was not found, the nearest to being found first.

    Args:
        outcomes: Of all positives.
        score: What a positive reaches with its party, the index apart.
    """
    found = (
        Missed(
            asked=one.positive.asked,
            listed=one.positive.listed,
            party=one.positive.party.party_id,
            recipe=one.positive.recipe,
            script=one.positive.script,
            kind=one.positive.party.kind.value,
            score=round(score(one.positive), 6),
        )
        for one in outcomes
        if not one.place
    )
    return tuple(sorted(found, key=lambda one: (-one.score, one.recipe, one.asked)))
