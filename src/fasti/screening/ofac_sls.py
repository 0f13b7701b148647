"""Decide how far two names agree by the method that OFAC describes for its own Sanctions List Search: `ofac_sls`.

OFAC's FAQ says that the search compares the whole name and its parts, by Jaro-Winkler and by Soundex, and shows the
best; how it joins them was inferred from scores that it showed. It knows nothing of languages, and is here for those
who must show what that search shows, and for no other use.
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


LEAST_PART = 0.6
"""A part of a name that is less alike than this agrees with nothing."""
LEAST_LETTERS = 3
"""Shorter parts of a query are not compared beside longer ones."""
OTHER_SOUND = 0.96
LEADING = 0.55
WINKLER = 4
"""Letters from the beginning that Jaro-Winkler favours."""


def _of_names(query: str, listed: str) -> tuple[float, str]:
    asked, name = fold(query), fold(listed)
    if not asked or not name:
        return 0.0, ""
    return max(
        (_jaro_winkler(asked, name), "whole_name"),
        (_leading(asked, name), "leading_name"),
        (_jaro_winkler(" ".join(reversed(asked.split())), fold(listed.partition(",")[0])), "family_name"),
        (_parts(asked.split(), name.split()), "name_parts"),
    )


def _leading(query: str, listed: str) -> float:
    """Return how the whole query compares with the first word; nearer the whole if they begin differently."""
    first = listed.split(" ", 1)[0]
    alike = _jaro_winkler(query, first)
    if query[:WINKLER] == first[:WINKLER]:
        return alike
    return LEADING * alike + (1 - LEADING) * _jaro_winkler(query, listed)


def _parts(query: list[str], listed: list[str]) -> float:
    """Return the mean of the best agreement of each part of the query; parts that begin differently never agree."""
    mine = [part for part in query if len(part) >= LEAST_LETTERS] or query
    return sum(max(_alike(part, other) for other in listed) for part in mine) / len(mine)


@lru_cache(maxsize=1 << 16)
def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if one[0] != other[0]:
        return 0.0
    found = _jaro_winkler(one, other) * (1.0 if soundex(one) == soundex(other) else OTHER_SOUND)
    return found if found >= LEAST_PART else 0.0


def _jaro_winkler(one: str, other: str) -> float:
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(one, other)


_CODES = {
    letter: str(at) for at, letters in enumerate(("bfpv", "cgjkqsxz", "dt", "l", "mn", "r"), 1) for letter in letters
}


def soundex(word: str) -> str:
    """Return the American Soundex code of a lower-case word.

    >>> soundex("osama"), soundex("pfister"), soundex("tymczak")
    ('O250', 'P236', 'T522')
    """
    code, last = word[:1].upper(), _CODES.get(word[:1], "")
    for letter in word[1:]:
        digit = _CODES.get(letter, "")
        code += digit if digit != last else ""
        last = last if letter in "hw" else digit
    return f"{code}000"[:4]
