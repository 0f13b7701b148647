"""Decide how far two names agree by the method that OFAC describes for its own Sanctions List Search: `ofac_sls`.

OFAC's FAQ says that the search compares the whole name and its parts, by Jaro-Winkler and by Soundex, and shows the
best. It knows nothing of languages; it is here for those who must show what that search shows, and for no other use.
"""

from functools import lru_cache

from fasti.index.folding import fold
from fasti.model.answer import Contribution
from fasti.model.subject import Subject
from fasti.screening.name_v1 import Scored

SCORER = "ofac_sls"


def score(query: Subject, listed: Subject) -> Scored:
    """Return what the authority's search would show for two parties, by their names alone; in [0, 1].

    Args:
        query: The party asked for.
        listed: The party as published.

    >>> round(score(Subject.named("Putin"), Subject.named("PUTINA, Maria")).score, 2)
    0.97
    """
    pairs = [
        (*_of_names(mine.text, theirs.text), mine.text, theirs.text) for mine in query.names for theirs in listed.names
    ]
    if not pairs:
        return Scored(0.0, "", "", ())
    most, feature, asked, name = max(pairs, key=lambda pair: pair[0])
    return Scored(most, name, asked, (Contribution(feature, asked, name, most),) if most else ())


def _of_names(query: str, listed: str) -> tuple[float, str]:
    return max((_whole(query, listed), "whole_name"), (_parts(query, listed), "name_parts"))


def _whole(query: str, listed: str) -> float:
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(fold(query), fold(listed))


def _parts(query: str, listed: str) -> float:
    mine, theirs = fold(query).split(), fold(listed).split()
    if not mine or not theirs:
        return 0.0
    return sum(max(_alike(part, other) for other in theirs) for part in mine) / len(mine)


@lru_cache(maxsize=1 << 16)
def _alike(one: str, other: str) -> float:
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(one, other)
