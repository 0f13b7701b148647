"""Decide which words of an organisation's name are towns: the one before `branch`, and what an adjective is made of."""

import re
from dataclasses import replace
from functools import lru_cache

from fasti.screening.names.words import Role, Word, Words

_ADJECTIVE = re.compile("(?<=..[^aeiouy])s(?:kiy|kii|kij|kyy|kyi|kyj|kaya|kaia|kaja|koye|koe|koje|kogo)$")
BRANCH = "branch"
LEAST_BRANCH = 3
"""Words of a name that ends with its branch: those of the house, the town, and the word itself."""
TOWN = 0.5


def of_town(word: str) -> str:
    """Return the town that a Russian or Ukrainian adjective is made of, or the word itself.

    >>> of_town("kazanskiy"), of_town("uralskaya"), of_town("russkiy")
    ('kazan', 'ural', 'russkiy')
    """
    found = _ADJECTIVE.search(word)
    return word[: found.start()] if found and found.start() >= _LEAST_TOWN else word


_LEAST_TOWN = 4


def placed(words: Words) -> Words:
    """Take the name before a branch for a town.

    >>> from fasti.screening.names.organization_words import organization_words
    >>> [word.role.value for word in organization_words(("kinbote", "bank", "yeslove", "branch"))[0]]
    ['name', 'generic', 'generic', 'generic']
    """
    *house, town, branch = words
    if town.role is not Role.NAME or not any(word.role is Role.NAME for word in house):
        return words
    return (*house, _town(town), branch)


@lru_cache(maxsize=1 << 12)
def _town(word: Word) -> Word:
    return replace(word, weight=TOWN, least=TOWN / 2, role=Role.GENERIC)
