"""Shows characters that could redraw a terminal or turn the reading direction round by their codes."""

import unicodedata

CONTROLS = frozenset({"Cc", "Cs", "Zl", "Zp"})
DIRECTIONS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def printable(text: str) -> str:
    r"""Show control and direction-overriding characters by their code; line ends become spaces.

    >>> printable("a\x1b[2J")
    'a\\x1b[2J'
    """
    if text.isprintable():
        return text
    return "".join(ascii(one)[1:-1] if _is_control(one) else one for one in " ".join(text.splitlines()))


def one_line(text: str) -> str:
    r"""Join the lines of a message and end it as a sentence.

    >>> one_line("no such list:\n x")
    'no such list: x.'
    """
    shown = printable(" ".join(text.split()))
    return shown if shown.endswith((".", "?", "!")) or not shown else f"{shown}."


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) in CONTROLS or unicodedata.bidirectional(letter) in DIRECTIONS
