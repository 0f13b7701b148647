"""Look at a name once for all shelves: its words, its script, and the other names that it gives."""

import re
from dataclasses import dataclass

from fasti.index.tokens import tokenize
from fasti.screening.names.scripts import script_of
from fasti.screening.other_names import has_letters_of_two, other_names
from fasti.screening.variants import bracketed

MOST_TEXT = 1000
"""A name is read by so many characters; a longer text is no name."""


@dataclass(slots=True, eq=False)
class Glance:
    """What all shelves see of a name.

    Attributes:
        text: The name, as far as it is read.
        tokens: Its words as folded.
        script: As `script_of` gives it.
        camel: The text with a space before each capital inside a word; empty if it has none.
        others: The names that the text gives besides the whole of it.
    """

    text: str
    tokens: tuple[str, ...]
    script: str
    camel: str
    others: tuple["Glance", ...]


def glance(name: str) -> Glance:
    """Look at a name once for all shelves."""
    text = name[:MOST_TEXT] if len(name) > MOST_TEXT else name
    tokens = tokenize(text)
    others = other_names(text, tokens)
    return Glance(text, tokens, script_of(text), _parted_camel(text), tuple(map(glance, others)) if others else ())


def needs_care(text: str) -> bool:
    """Say whether a text is more than its words as folded, as far as these do not say so themselves.

    It is if one of its pieces without a space is: by a script that needs care, a capital inside a word, a letter that
    stands for two, parts in parentheses or behind a stroke, and a slip of the Arabic article.
    """
    if "/" in text or bracketed(text) or ("-" in text and SLIPPED_ARTICLE.search(text)):
        return True
    if text.isascii():
        return not (text.istitle() or text.isupper()) and _CAMEL.search(text) is not None
    return bool(script_of(text)) or has_letters_of_two(text) or _CAMEL.search(text) is not None


_CAMEL = re.compile(r"[^\W\dA-Z_]{3}(?=[A-Z])")
"""A capital inside a word, behind at least three small letters: two words written together."""


def _parted_camel(text: str) -> str:
    if text.isascii() and (text.istitle() or text.isupper()):
        return ""
    return _CAMEL.sub(r"\g<0> ", text) if _CAMEL.search(text) else ""


_SLIPS = "a|[aeu][a-z]|[a-z]l|la|lu|[a-z][au]l|[aeu][a-z]l|[au]l[a-z]"
SLIPPED_ARTICLE = re.compile(
    rf"\b(?!(?:al|el|ul)-)(?:{_SLIPS})-(?=['\u2019\u2018]?[a-z]{{3}})", re.IGNORECASE | re.ASCII
)
"""What may be a slip from the Arabic article, before the word that it belongs to: `Ak-Kawthar`, `Arl-Kawthar`."""
