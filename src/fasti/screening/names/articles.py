"""Decide how a name reads where what stands before a word with a hyphen is a slip from the Arabic article.

It may be none (`AK-Steel`); so the reading is compared only with names that have the article themselves,
and the article is asked of them.
"""

from functools import cache

from fasti.index.tokens import tokenize
from fasti.screening.legal_forms import Parted, part
from fasti.screening.names.glancing import SLIPPED_ARTICLE
from fasti.screening.names.organization_words import organization_words
from fasti.screening.names.words import Role, Word, Words

ARTICLE = "al"
WEIGHT, LEAST = 0.08, 0.04


def with_article(text: str) -> tuple[Words, Parted] | None:
    """Return the words of an organisation's name with the article for slips from it, and its legal form.

    Returns `None` if nothing in it is such a slip.

    >>> found = with_article("Arl-Kawthar Trading Ltd")
    >>> [word.token for word in found[0]], found[1].classes
    (['al', 'kavtar', 'trading'], ('limited',))
    >>> with_article("Al-Kawthar Trading Ltd")
    """
    slip = SLIPPED_ARTICLE.search(text) if "-" in text else None
    if slip is None:
        return None
    asked_for = _asked_for(slip.group().rstrip("-").lower())
    parted = part(tokenize(SLIPPED_ARTICLE.sub(f"{ARTICLE}-", text)))
    return tuple([asked_for if word.raw == ARTICLE else word for word in organization_words(parted.core)[0]]), parted


@cache
def _asked_for(written: str) -> Word:
    """Return the article as a word that the other name must have, too."""
    return Word(ARTICLE, written, WEIGHT, LEAST, Role.NAME)
