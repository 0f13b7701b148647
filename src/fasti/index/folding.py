"""Decide how a name in any script becomes plain lower-case ASCII words, so that names can be compared.

The rules are versioned by `FOLD_VERSION`: stored tokens of another version must be rebuilt.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import chain

FOLD_VERSION = "fold-1"
"""Changes whenever the same name could fold to other words."""

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
_DOTTED_LETTERS = re.compile(r"(?<![a-z0-9])(?:[a-z]\.){2,}[a-z]?(?![a-z0-9])")
_APOSTROPHES = str.maketrans("", "", "'`")
_SEPARATORS = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Return the name as ASCII words of letters and digits, separated by single spaces.

    Dotted letters close up, apostrophes vanish, `&` becomes `and`, all other punctuation separates words.
    A Han character is a word of its own (its Mandarin syllable). Text without any letter or digit folds to
    its code points, so that even such a name equals itself; blank text folds to the empty string.

    >>> fold("Banco S.A., O'Higgins & Cía.")
    'banco sa ohiggins and cia'
    """
    return " ".join(fold_words(text))


def fold_words(text: str) -> tuple[str, ...]:
    """Return the words of a folded name; none if the text is blank.

    No rule looks past a space, so that a text is folded piece by piece; pieces are met again and again.

    >>> fold_words("Banco S.A., O'Higgins & Cia.")
    ('banco', 'sa', 'ohiggins', 'and', 'cia')
    """
    if len(text) <= LONGEST_MET:
        words = tuple(chain.from_iterable(map(fold_piece, text.split(" "))))
    else:
        words = _separated(text)
    return words or tuple(_code_points(text).split())


LONGEST_MET = 200
"""Pieces of longer texts are not remembered."""


@lru_cache(maxsize=1 << 15)
def fold_piece(piece: str) -> tuple[str, ...]:
    """Return the words of a piece of a text; none if it has no letter or digit."""
    return _separated(piece)


def _separated(text: str) -> tuple[str, ...]:
    """Return the words of a text; none if it has no letter or digit."""
    if not text.isascii():
        text = _ascii(text)
    if text.isalnum():
        return (text.lower(),)
    plain = _DOTTED_LETTERS.sub(_without_dots, text.lower()).translate(_APOSTROPHES).replace("&", " and ")
    return tuple(_SEPARATORS.sub(" ", plain).split())


def _ascii(text: str) -> str:
    from anyascii import anyascii  # costs 20 ms; most names are ASCII already

    # An acute accent used as an apostrophe would become a space by compatibility normalisation.
    normal = unicodedata.normalize("NFKC", text.replace("\u00b4", "'"))
    return anyascii(_HAN.sub(r" \g<0> ", normal))


def _without_dots(match: re.Match[str]) -> str:
    return match.group().replace(".", "")


def _code_points(text: str) -> str:
    return "".join(f"u{ord(char):x}" for char in text if not char.isspace())
