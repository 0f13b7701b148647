"""Decide by which words the name of an organisation in Arabic letters is compared with Latin ones.

Generic words are translated, frequent names have their vowels; of other words only what is written is known.
"""

from collections.abc import Iterator
from functools import cache

from fasti.index.tokens import tokenize
from fasti.screening.names.scripts import lettered_alike, without_vowels, words_of

_LEADING = ("", "و", "ال", "لل", "ل", "وال", "ولل", "ول", "بال", "ب")
"""What Arabic writes together with the word: and, the, for the, for, in the, in."""


def latin_words(text: str) -> tuple[str, ...]:
    """Return the words of an organisation's name in Latin letters; the generic ones in English.

    >>> latin_words("شركة النور للتجارة والمقاولات")
    ('company', 'al', 'nur', 'trading', 'construction')
    """
    return tuple(token for word in text.split() for token in _word(word))


def _word(word: str) -> Iterator[str]:
    table = _generic()
    written = lettered_alike(word)
    for leading in _LEADING:
        found = table.get(written.removeprefix(leading)) if written.startswith(leading) else None
        if found:
            yield found
            return
    for spelt, _ in without_vowels(_without_and(written), "arabic"):
        yield from tokenize(spelt)


_LEAST_BEHIND_AND = 4


def _without_and(word: str) -> str:
    """Leave out the `and` that stands before an article."""
    return word[1:] if word.startswith("وال") and len(word) > _LEAST_BEHIND_AND else word


@cache
def _generic() -> dict[str, str]:
    return {lettered_alike(word): meant for word, meant in words_of("arabic_bodies", "words").items()}
