"""Decide what the word before `branch` is: the town of the branch, which places a house and does not make another."""

from dataclasses import replace
from functools import lru_cache

from fasti.screening.names.words import Role, Word, Words

BRANCH = "branch"
LEAST_BRANCH = 3
"""Words of a name that ends with its branch: those of the house, the town, and the word itself."""
TOWN = 0.5


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
