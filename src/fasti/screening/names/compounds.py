"""Decide which words of a person's name are one name written apart: servant names, honorifics, names of faith."""

SERVANT = frozenset({"abd", "abdul", "abdel", "abdal", "abdoul", "abdol"})
ARTICLES = frozenset({"al", "el", "ul", "ar", "er", "ur", "ad", "ed", "ud", "as", "es", "us", "az", "an", "at", "ol"})
_FAITH = frozenset({"din", "deen", "dine", "dien", "dyn", "den"})
_FAITH_JOINED = frozenset({"eddin", "eddine", "uddin", "aldin", "addin", "uddeen"})
_OF_FAITH = frozenset({"gebre", "wolde", "welde", "habte"})
"""What Ethiopian names of faith begin with; they are written in one word and in two: `Gebre Mariam`."""
CLOSED_UP = _OF_FAITH | SERVANT | _FAITH | _FAITH_JOINED
"""Words by one of which a compound begins or ends."""


def compounds(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Close up servant names, honorifics and names of faith that are written apart.

    >>> compounds(("abd", "al", "rahman")), compounds(("nur", "ud", "din")), compounds(("gebre", "mariam"))
    (('abdrahman',), ('nurudin',), ('gebremariam',))
    """
    if CLOSED_UP.isdisjoint(tokens):
        return tokens
    found: list[str] = []
    at = 0
    while at < len(tokens):
        size, whole = _compound(tokens, at)
        found.append(whole)
        at += size
    return tuple(found)


def _compound(tokens: tuple[str, ...], at: int) -> tuple[int, str]:
    token = tokens[at]
    following = tokens[at + 1 : at + 3]
    if token in SERVANT and following:
        skip = 1 if following[0] in ARTICLES and len(following) > 1 else 0
        name = following[skip] if skip < len(following) else ""
        if len(name) > 1 and name not in SERVANT:
            return 2 + skip, "abd" + name.removeprefix("al") if len(name) > 5 else "abd" + name  # noqa: PLR2004
    if token in _OF_FAITH and following and len(following[0]) > 1:
        return 2, token + following[0]
    if len(following) > 1 and following[0] in ARTICLES and following[1] in _FAITH and len(token) > 1:
        return 3, token + "udin"
    if following and following[0] in _FAITH_JOINED and len(token) > 1:
        return 2, token + "udin"
    return 1, token
