"""Decide how alike two tokens are: by spelling, or as spellings of one common word."""

from fasti.index.words import common_words

SAME_WORD = 0.97
"""Two spellings of one common word, e.g. `technology` and `technologies`."""
OTHER_FIRST_LETTER = 0.92
"""Writers seldom err in the first letter of a word."""
INITIAL = 0.6
"""A single letter for a word that begins with it; whoever aligns two names says when that counts."""
JOINED = 0.97
"""Neighbouring words of one name that, run together, are a word of the other."""
MOST_JOINED = 3
"""How many neighbouring words may be run together to make one word of the other name."""

_ONE_EDIT_FROM = 3
_TWO_EDITS_FROM = 6


def edits_allowed(length: int) -> int:
    """Return how many edits two tokens may differ by, given the length of the shorter."""
    if length < _ONE_EDIT_FROM:
        return 0
    return 1 if length < _TWO_EDITS_FROM else 2


def similarity(one: str, other: str) -> float:
    """Return the likeness of two tokens in [0, 1]; symmetric; 0 if they are different words.

    Edits are those of optimal string alignment: insertion, deletion, substitution, swap of neighbours.
    Tokens with a digit are like themselves only, and so are two different common words.

    >>> similarity("norvik", "norwik")
    0.8333333333333334
    >>> similarity("plant36", "plant38"), similarity("iran", "iraq")
    (0.0, 0.0)
    """
    if one == other:
        return 1.0
    words = common_words()
    mine, theirs = words.get(one), words.get(other)
    if mine is not None and theirs is not None:
        return SAME_WORD if mine.stem == theirs.stem else 0.0
    shorter, longer = sorted((len(one), len(other)))
    allowed = edits_allowed(shorter)
    if longer - shorter > allowed or allowed == 0 or not (one.isalpha() and other.isalpha()):
        return 0.0
    return edited(one, other, allowed)


def edited(one: str, other: str, allowed: int) -> float:
    """Return the likeness of two different tokens of letters by their edits alone; 0 beyond those allowed."""
    from rapidfuzz.distance import OSA

    distance = OSA.distance(one, other, score_cutoff=allowed)
    if distance > allowed:
        return 0.0
    likeness = 1 - distance / max(len(one), len(other))
    return likeness if one[0] == other[0] else likeness * OTHER_FIRST_LETTER
