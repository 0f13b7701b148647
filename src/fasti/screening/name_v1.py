"""Decide how far a party asked for and a listed one agree: the scorer `name_v1`.

The best of their names gives the score, what contradicts lowers it. What it does, its bands and its limits are told
in docs/matching.md.
"""

from dataclasses import dataclass, field
from math import fsum

from fasti.index.wording import Shelf
from fasti.model.answer import Contribution
from fasti.model.identity import Name, PartyKind, Quality
from fasti.model.subject import Subject
from fasti.screening.names.comparing import NOTHING, Compared, compare_names
from fasti.screening.names.evidence import contradictions, decisive
from fasti.screening.names.reading import prepared
from fasti.screening.names.wording import SHELVES

MATCH = 0.85
"""From here on two names are taken for the same name."""
POSSIBLE = 0.70
"""From here on two names may be the same name: a person should look."""
SLIP = 0.62
"""From here on most are the same name but for a slip of the pen; two strangers that share a name stay below."""
WEAK_ALONE = 0.58
"""Most that a weak alias gives where no strong name of its party gives more: it confirms a hit and makes none."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A score and how it came about.

    Attributes:
        score: In [0, 1].
        matched_name: The listed name that agrees best; empty if an identifier alone decides.
        matched_query_name: The name asked for that it agrees with.
        explanation: Lines whose values add up to the score.
    """

    score: float
    matched_name: str
    matched_query_name: str
    explanation: tuple[Contribution, ...]


@dataclass(slots=True)
class NameScores:
    """How far names agree, each two of them compared once.

    Attributes:
        least: Scores below this do not matter: in place of one, any other below it may be taken.
    """

    least: float = 0.0
    _known: dict[tuple[str, str, Shelf], Compared] = field(default_factory=dict)

    def of(self, query: str, listed: str, shelf: Shelf) -> Compared:
        """Return how far two names agree on a shelf."""
        names = (query, listed, shelf)
        found = self._known.get(names)
        if found is None:
            found = compare_names(prepared(query, shelf), prepared(listed, shelf), self.least)
            if found.score >= self.least:
                self._known[names] = found
        return found


def score(query: Subject, listed: Subject, scores: NameScores | None = None) -> Scored:
    """Return how far two parties agree.

    A name gives the score; birth date, country, gender and identifiers lower it by stated amounts where they
    contradict, and never raise it, save an equal strong identifier, which decides by itself. A weak alias is taken
    to confirm what the strong names of its party give, and makes no hit alone.

    Args:
        query: The party asked for.
        listed: The party as published.
        scores: What is known of their names already. Scores below its `least` do not matter.

    >>> score(Subject.named("Norvik Holding Ltd"), Subject.named("NORVIK HOLDING LIMITED")).score
    1.0
    """
    best, name, asked = _best_name(query, listed, scores or NameScores())
    decided = decisive(query, listed)
    if decided is not None:
        lift = Contribution(*decided, 1.0 - best.score)
        return Scored(1.0, name, asked, (*best.explanation, lift))
    cuts: list[Contribution] = []
    left = best.score
    for cut in contradictions(query, listed) if left else ():
        value = -min(left, cut.value)
        cuts.append(Contribution(cut.feature, cut.query, cut.listed, value))
        left += value
    return Scored(fsum((best.score, *(cut.value for cut in cuts))), name, asked, (*best.explanation, *cuts))


def may_reach(query: str, kind: PartyKind, listed: str, listed_kind: PartyKind, scores: NameScores) -> bool:
    """Say whether two names agree as far as matters; if not, they cannot raise the score of their parties so far.

    Args:
        query: A name asked for.
        kind: What sort of party is asked for.
        listed: A name as published.
        listed_kind: What sort of party has it.
        scores: Of names, with the least that matters, above 0.
    """
    theirs = SHELVES[listed_kind]
    return any(shelf in theirs and scores.of(query, listed, shelf).score >= scores.least for shelf in SHELVES[kind])


def _best_name(query: Subject, listed: Subject, scores: NameScores) -> tuple[Compared, str, str]:
    shelves = [shelf for shelf in SHELVES[query.kind] if shelf in SHELVES[listed.kind]]
    best, name, asked = NOTHING, "", ""
    strong = 0.0
    for theirs in sorted(listed.names, key=_weak):
        for mine in query.names:
            found = max((scores.of(mine.text, theirs.text, shelf) for shelf in shelves), key=_score, default=NOTHING)
            found = _capped(found, theirs, strong)
            if found.score > best.score:
                best, name, asked = found, theirs.text, mine.text
        if not _weak(theirs):
            strong = best.score
    return best, name, asked


def _score(found: Compared) -> float:
    return found.score


def _weak(name: Name) -> bool:
    return name.quality is Quality.WEAK


def _capped(found: Compared, listed: Name, strong: float) -> Compared:
    most = max(strong, WEAK_ALONE)
    if not _weak(listed) or found.score <= most:
        return found
    cut = Contribution("weak_alias", "", listed.text, most - found.score)
    return Compared(most, (*found.explanation, cut))
