"""Decide which acronyms the name of an organisation has."""

from functools import lru_cache

from fasti.screening.names.organization_words import bodies, organization_words
from fasti.screening.names.words import Role, Word, Words

LEAST_ACRONYM = 3
LEAST_SPELT = 4
"""Letters of a word that is written out; the acronym of a legal form is no word of an acronym."""
_FILLER = Role.PARTICLE


def acronyms(words: Words, whole: tuple[str, ...]) -> tuple[str, ...]:
    """Return the acronyms of a name: of its words, with the fillers between them, with a legal form written out.

    Args:
        words: Its words without the legal form.
        whole: All words as folded.

    >>> acronyms(organization_words(("front", "of", "zemblan", "people"))[0], ("front", "of", "zemblan", "people"))
    ('fzp', 'fozp')
    """
    found: list[str] = []
    if len(words) >= LEAST_ACRONYM and any(map(is_of_a_body, words)):
        telling = _telling(words)
        found.append(acronym(telling))
        if len(telling) < len(words):
            found.append(acronym(words))
    if len(whole) > len(words) and min(map(len, whole)) >= LEAST_SPELT:
        found.append(acronym(_telling(organization_words(whole)[0])))
    return tuple([one for one in dict.fromkeys(found) if one]) if found else ()


def _telling(words: Words) -> Words:
    """Return the words of a name that are no fillers."""
    return tuple([word for word in words if word.role is not _FILLER])


def acronym(words: Words) -> str:
    """Return the first letters of a name of three words or more; empty if it has fewer, or numbers.

    One of the words must be of those that names of organisations have: nobody shortens a person's name so.

    >>> acronym(organization_words(("peoples", "liberation", "army"))[0])
    'pla'
    """
    if len(words) < LEAST_ACRONYM or not any(map(is_of_a_body, words)):
        return ""
    texts = [word.raw for word in words]
    if min(map(len, texts)) == 1 or not "".join(texts).isalpha():
        return ""
    return "".join([text[0] for text in texts])


@lru_cache(maxsize=1 << 14)
def is_of_a_body(word: Word) -> bool:
    """Say whether a word is one of those that names of organisations have."""
    return word.role not in (Role.NAME, Role.PARTICLE) or word.raw in bodies()


@lru_cache(maxsize=1 << 14)
def acronym_words(letters: str) -> Words:
    """Return an acronym as the words of a name."""
    return organization_words((letters,))[0]
