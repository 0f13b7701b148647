"""Decide which acronyms the name of an organisation has."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from fasti.screening.names.organization_words import bodies, organization_words
from fasti.screening.names.words import Role, Word, Words

LEAST_ACRONYM = 3
LEAST_SPELT = 4
"""Letters of a word that is written out; the acronym of a legal form is no word of an acronym."""
BODY, FILLER, UNSAID = 1, 2, 4
"""What a word is in an acronym: one of those that names of organisations have; one that is left out; one that no
acronym has a letter of."""
Part = tuple[str, int]
"""What an acronym needs to know of a word: its first letter, and which of these it is."""


def acronyms(words: Words, whole: tuple[str, ...]) -> tuple[str, ...]:
    """Return the acronyms of a name: of its words, with the fillers between them, with a legal form written out.

    Args:
        words: Its words without the legal form.
        whole: All words as folded.

    >>> acronyms(organization_words(("front", "of", "zemblan", "people"))[0], ("front", "of", "zemblan", "people"))
    ('fzp', 'fozp')
    """
    written_out = len(whole) > len(words) and min(map(len, whole)) >= LEAST_SPELT
    return acronyms_of([*map(part_of, words)], parts_of(whole) if written_out else ())


def acronyms_of(parts: Sequence[Part], whole: Sequence[Part] = ()) -> tuple[str, ...]:
    """Return the acronyms of a name by what is to be known of its words.

    Args:
        parts: Of its words without the legal form.
        whole: Of all words, if the legal form is written out.
    """
    telling = _telling(parts)
    found = [acronym(telling)]
    if len(telling) < len(parts):
        found.append(acronym(parts))
    if whole:
        found.append(acronym(_telling(whole)))
    return tuple([one for one in dict.fromkeys(found) if one])


def _telling(parts: Iterable[Part]) -> list[Part]:
    """Return the words of a name that are no fillers."""
    return [part for part in parts if not part[1] & FILLER]


def acronym(parts: Sequence[Part]) -> str:
    """Return the first letters of a name of three words or more; empty if it has fewer, or numbers.

    One of the words must be of those that names of organisations have: nobody shortens a person's name so.

    >>> acronym(parts_of(("peoples", "liberation", "army")))
    'pla'
    """
    if len(parts) < LEAST_ACRONYM:
        return ""
    kinds = 0
    for _, kind in parts:
        kinds |= kind
    return "".join([letter for letter, _ in parts]) if kinds & BODY and not kinds & UNSAID else ""


def parts_of(tokens: tuple[str, ...]) -> list[Part]:
    """Return what an acronym needs to know of the words of a name, given as folded."""
    return [*map(part_of, organization_words(tokens)[0])]


@lru_cache(maxsize=1 << 14)
def part_of(word: Word) -> Part:
    """Return what an acronym needs to know of a word."""
    raw = word.raw
    body = word.role not in (Role.NAME, Role.PARTICLE) or raw in bodies()
    unsaid = len(raw) == 1 or not raw.isalpha()
    return raw[0], BODY * body | FILLER * (word.role is Role.PARTICLE) | UNSAID * unsaid


@lru_cache(maxsize=1 << 14)
def acronym_words(letters: str) -> Words:
    """Return an acronym as the words of a name."""
    return organization_words((letters,))[0]
