"""Decide which single letters of an organisation's name only join its words."""


def without_joining(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out single letters that join two words (`Lashkar-e-Kinbote`), and `a` or `e` in front.

    >>> without_joining(("lashkar", "e", "kinbote")), without_joining(("j", "i", "kinbote"))
    (('lashkar', 'kinbote'), ('j', 'i', 'kinbote'))
    """
    last = len(tokens) - 1
    if last < 1 or _JOINING.isdisjoint(tokens):
        return tokens
    return tuple(
        token
        for at, token in enumerate(tokens)
        if not (token in _JOINING and at < last and len(tokens[at + 1]) > 1 and _led(tokens, at))
    )


def _led(tokens: tuple[str, ...], at: int) -> bool:
    return len(tokens[at - 1]) > 1 if at else tokens[0] in _LEADING


_JOINING = frozenset({"e", "i", "y", "a"})
_LEADING = frozenset({"a", "e"})
