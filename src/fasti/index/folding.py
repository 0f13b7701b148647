"""Decide how a name in any script becomes plain lower-case ASCII words, so that names can be compared.

The rules are versioned by `FOLD_VERSION`: stored tokens of another version must be rebuilt.
"""

import re
import unicodedata

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
    plain = text if text.isascii() else _ascii(text)
    plain = _DOTTED_LETTERS.sub(_without_dots, plain.lower()).translate(_APOSTROPHES).replace("&", " and ")
    return _SEPARATORS.sub(" ", plain).strip() or _code_points(text)


def _ascii(text: str) -> str:
    from anyascii import anyascii  # costs 20 ms; most names are ASCII already

    # An acute accent used as an apostrophe would become a space by compatibility normalisation.
    normal = unicodedata.normalize("NFKC", text.replace("\u00b4", "'"))
    return anyascii(_HAN.sub(r" \g<0> ", normal))


def _without_dots(match: re.Match[str]) -> str:
    return match.group().replace(".", "")


def _code_points(text: str) -> str:
    return "".join(f"u{ord(char):x}" for char in text if not char.isspace())
