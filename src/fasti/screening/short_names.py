"""Decide whether what a name holds in parentheses is a short form of the name itself."""

from itertools import takewhile

from fasti.index.tokens import tokenize
from fasti.index.words import common_words

_ONE_SPARE_LETTER_FROM = 4
"""An acronym of so many letters may have one that no word of the name begins with."""
_LEAST_PIECE = 3
"""A short name made of beginnings of words in another order has so many letters of each."""
_LEAST_TICKER = 3
_MOST_WORDS = 3


def shortens(written: str, rest: str, *, after_form: bool) -> bool:
    """Say whether a text in parentheses is a short form of the rest of the name.

    It is if it is an acronym of it (`Borealis Wind Turbines (BWT)`), is put together from beginnings of its words
    (`Northern Instrument Company (Norinco)`), repeats some of them, or stands in capitals behind the legal form of
    a name that is not in capitals. A country never is, and no text of common words only.

    Args:
        written: The text in parentheses.
        rest: The name without it.
        after_form: Whether it ends the name and follows a legal form.

    >>> shortens("BWT", "Borealis Wind Turbines Ltd", after_form=True)
    True
    >>> shortens("Uganda", "Borealis Wind Turbines Ltd", after_form=False)
    False
    """
    short, words = tokenize(written), tokenize(rest)
    own = [token for token in short if token not in common_words()]
    if not own or not words or len(short) > _MOST_WORDS or not all(map(str.isalpha, own)):
        return False
    if all(_in_order(token, words) or _in_any_order(token, words) for token in own):
        return True
    if len(short) > 1 or written != written.upper():
        return False
    ticker = after_form and rest != rest.upper() and len(own[0]) >= _LEAST_TICKER
    return ticker or _nearly_initials(own[0], words)


def _in_order(token: str, words: tuple[str, ...]) -> bool:
    """Say whether a token is beginnings of some of the words, in their order."""
    reached = {0}
    for word in words:
        reached |= {at + size for at in reached for size in range(1, _shared(token[at:], word) + 1)}
    return len(token) in reached


def _in_any_order(token: str, words: tuple[str, ...]) -> bool:
    """Say whether a token is beginnings of words in any order, none of the beginnings very short."""
    reached = {0}
    for at in range(len(token)):
        if at in reached:
            reached |= {at + size for word in words for size in range(_LEAST_PIECE, _shared(token[at:], word) + 1)}
    return len(token) in reached


def _shared(one: str, other: str) -> int:
    """Return how many letters two texts share from their beginnings."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _nearly_initials(token: str, words: tuple[str, ...]) -> bool:
    """Say whether all letters but one are initials of the words, in order, beginning with the first word's."""
    if len(token) < _ONE_SPARE_LETTER_FROM or token[0] != words[0][0]:
        return False
    initials = "".join(word[0] for word in words)
    return any(_subsequence(token[:at] + token[at + 1 :], initials) for at in range(1, len(token)))


def _subsequence(letters: str, text: str) -> bool:
    remaining = iter(text)
    return all(letter in remaining for letter in letters)
