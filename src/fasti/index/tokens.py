"""Decide which tokens a name consists of."""

from fasti.index.folding import fold_words

MAX_TOKENS = 60
"""A name is compared by so many words at most; what follows is text rather than a name."""


def tokenize(name: str) -> tuple[str, ...]:
    """Return the comparable tokens of a name in their order; empty only for blank text.

    >>> tokenize("HUAWEI TECHNOLOGIES CO.,LTD")
    ('huawei', 'technologies', 'co', 'ltd')
    >>> tokenize("小米集团")
    ('xiao', 'mi', 'ji', 'tuan')
    """
    return fold_words(name)[:MAX_TOKENS]
