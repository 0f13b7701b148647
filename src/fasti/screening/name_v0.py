"""Decide how far a queried and a listed name agree: the scorer `name_v0`.

What it does, its bands and its limits are described in docs/matching.md. Its results never change under this name.
"""

from dataclasses import dataclass
from math import fsum

from fasti.index.rarity import TokenWeights
from fasti.index.words import common_words
from fasti.model.answer import Contribution
from fasti.screening.alignment import Alignment, Pair, align
from fasti.screening.ceilings import lowest_ceiling
from fasti.screening.legal_forms import Parted
from fasti.screening.variants import Reading, readings

SCORER = "name_v0"

MATCH = 0.85
"""From here on two names are taken for the same name."""
POSSIBLE = 0.70
"""From here on two names may be the same name: a person should look."""

SHORT_NAME = 0.88
"""A short name that the listed name gives in parentheses says less than the name."""
OTHER_FORM = 0.03
"""Share of the score lost if both names give a legal form and none is the same."""
FORM_ON_ONE_SIDE = 0.01
"""Share of the score lost if only one name gives a legal form, or one gives a further one."""

FORM_ON_SHORT_NAME = 0.16
"""Share of the score lost if a single bare word is published and a full name, with a legal form, is asked for: a group
and its listed subsidiary often differ in nothing else."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A score in [0, 1] and its explanation, whose values add up to it."""

    score: float
    explanation: tuple[Contribution, ...]


def score(query: str, listed: str, weights: TokenWeights) -> Scored:
    """Return how far two names agree.

    Equal tokens score exactly 1. Symmetric, except that a short name in parentheses is a name of its own only where
    the listed name has it, and that a published single word says less of a name asked for in full.

    Args:
        query: The name asked for, in any script.
        listed: The name as published, in any script.
        weights: What each token says; `TokenWeights()` rests on the common-word table alone.

    >>> score("Norvik Holding Ltd", "NORVIK HOLDING LIMITED", TokenWeights()).score
    1.0
    """
    best = Scored(0.0, ())
    for asked in (one for one in readings(query) if not one.short):
        for published in readings(listed):
            found = _score_reading(asked, published, weights)
            best = found if found.score > best.score else best
    return best


def _score_reading(query: Reading, listed: Reading, weights: TokenWeights) -> Scored:
    mine, theirs = query.parted, listed.parted
    if listed.short:
        return _score_short(mine, theirs)
    total = fsum(map(weights.of, mine.core)) + fsum(map(weights.of, theirs.core))
    found = align(mine.core, theirs.core, weights)
    if not found.pairs or not total:
        return Scored(0.0, ())
    agreed = fsum(pair.gain for pair in found.pairs) / total
    cuts = _cut(agreed, found, mine.core, theirs.core, weights)
    cuts += _form_cost(agreed + fsum(cut.value for cut in cuts), mine, theirs)
    lines = [_line(pair, mine.core, theirs.core, total) for pair in found.pairs]
    lines += [Contribution("only_in_query", mine.core[at], "", 0.0) for at in found.query_left]
    lines += [Contribution("only_in_list", "", theirs.core[at], 0.0) for at in found.listed_left]
    # The quotient of the sums, not the sum of the quotients: equal names score 1.0 to the last bit.
    return Scored(min(1.0, agreed + fsum(cut.value for cut in cuts)), (*lines, *cuts))


def _score_short(query: Parted, listed: Parted) -> Scored:
    own = tuple(token for token in listed.core if token not in common_words())
    if query.core not in (listed.core, own):
        return Scored(0.0, ())
    line = Contribution("short_name", " ".join(query.core), " ".join(listed.core), SHORT_NAME)
    costs = _form_cost(SHORT_NAME, query, listed)
    return Scored(SHORT_NAME + fsum(cost.value for cost in costs), (line, *costs))


def _line(pair: Pair, query: tuple[str, ...], listed: tuple[str, ...], total: float) -> Contribution:
    words = " ".join(query[slice(*pair.query)]), " ".join(listed[slice(*pair.listed)])
    return Contribution(pair.feature, *words, pair.gain / total)


def _cut(
    agreed: float, found: Alignment, query: tuple[str, ...], listed: tuple[str, ...], weights: TokenWeights
) -> list[Contribution]:
    ceiling = lowest_ceiling(found, query, listed, weights)
    if ceiling is None or ceiling.most >= agreed:
        return []
    return [Contribution(ceiling.feature, ceiling.query, ceiling.listed, ceiling.most - agreed)]


def _form_cost(before: float, query: Parted, listed: Parted) -> list[Contribution]:
    if query.classes == listed.classes:
        return []
    apart = query.classes and listed.classes and not {*query.classes} & {*listed.classes}
    bare = query.classes and not listed.classes and len(listed.core) == 1
    share = OTHER_FORM if apart else FORM_ON_SHORT_NAME if bare else FORM_ON_ONE_SIDE
    return [Contribution("legal_form", " ".join(query.words), " ".join(listed.words), -before * share)]
