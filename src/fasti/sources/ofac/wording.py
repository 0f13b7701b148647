"""Small rules of OFAC's print: spaces, and the full stop that ends a text."""

import re

# Abbreviations that keep their full stop at the end of a remark. "LTD." and "CO." are printed with and without one in
# the middle of a text, so at its end, where a stop is added, nobody can tell.
_ABBREVIATION = re.compile(r"(?:^|[\s.,(])(?:[A-Z]|LTDA|INC|CORP|U\.S)\.$")


def one_line(text: str) -> str:
    """Collapse white space."""
    return " ".join(text.split())


def tidy(text: str) -> str:
    """Collapse white space and drop the full stop that OFAC puts at the end of remarks.

    >>> tidy("PETROLEOS DE VENEZUELA, S.A."), tidy("INTELLER  LLC.")
    ('PETROLEOS DE VENEZUELA, S.A.', 'INTELLER LLC')
    """
    words = one_line(text)
    if words.endswith(".") and not _ABBREVIATION.search(words):
        return words[:-1].rstrip()
    return words
