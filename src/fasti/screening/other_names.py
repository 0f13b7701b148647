"""Decide which names a text gives besides the whole of it: a former one, one at birth, what umlauts stand for."""

import re

LEAST = 4
"""Letters of such a name; a shorter one says too little."""
_WORDS = (
    r"(?:formerly|previously)(?:\s+known)?(?:\s+as)?|(?:also|now|better|otherwise)\s+known(?:\s+as)?|"
    r"doing\s+business\s+as|trading\s+as|"
    r"[fand]\.?\s?/?\s?k\.?\s?/?\s?a\b\.?|d\.?\s?/?\s?b\.?\s?/?\s?a\b\.?|t/a|alias|vormals|ehemals|anciennement"
)
_MARKED = r"ex|now|antes|anteriormente|voorheen|dawniej|fr\u00fcher|frueher|tidigare"
_NAMED = re.compile(rf"(?:(?:^|\s|[,;(\[])(?:{_WORDS})|[,;(\[/]\s*(?:{_MARKED})\b|\sex-)[\s.:-]+", re.IGNORECASE)
"""What stands before another name of the same party; some of these words only behind a comma or a parenthesis."""
_BIRTH = r"n[e\u00e9]e|geb|geborene?r?|z\s+domu"
_BORN = re.compile(
    rf"(?:(?:^|\s|[,;(\[])(?:{_BIRTH})|[,;(\[/]\s*(?:born|maiden\s+name|roz|rozen\u00e1))[\s.:]+", re.IGNORECASE
)
"""What stands before the family name that a person was born with."""
MARKS = frozenset(
    (
        *("formerly", "previously", "known", "now", "as", "alias", "vormals", "ehemals"),
        *(
            "anciennement",
            "aka",
            "fka",
            "nka",
            "dka",
            "dba",
            "ex",
            "antes",
            "anteriormente",
            "voorheen",
            "dawniej",
            "fruher",
            "frueher",
        ),
        *("tidigare", "domu", "maiden", "roz", "rozena", "nee", "geb", "geborene", "geborener", "born"),
        *("k", "b", "t"),
    )
)
"""A text without any of these words gives no other name."""
_TWO_LETTERS = {"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00f8": "oe", "\u00e5": "aa", "\u0111": "dj"}
_LETTERS = re.compile(f"[{''.join(_TWO_LETTERS)}]", re.IGNORECASE)


def other_names(text: str, tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names that a text gives besides the whole of it.

    Args:
        text: As written.
        tokens: Its words as folded.

    >>> other_names("Nordlicht (formerly Ostwind Ltd)", ("nordlicht", "formerly", "ostwind", "ltd"))
    ('Nordlicht', 'Ostwind Ltd')
    >>> other_names("Green Better Trading", ("green", "better", "trading"))
    ()
    >>> other_names("Anna Muster geb. Beispiel", ("anna", "muster", "geb", "beispiel"))
    ('Anna Muster', 'Anna Beispiel')
    >>> other_names("Muster, Anna (maiden name: Beispiel)", ("muster", "anna", "maiden", "name", "beispiel"))
    ('Muster, Anna', 'Anna Beispiel')
    >>> other_names("M\u00fcller", ("muller",))
    ('Mueller',)
    """
    found: tuple[str, ...] = ()
    if not MARKS.isdisjoint(tokens):
        found = _parted(text)
    if has_letters_of_two(text):
        found = (*found, _LETTERS.sub(lambda letter: _as_two(letter.group()), text))
    return found


def has_letters_of_two(text: str) -> bool:
    """Say whether a text has a letter that some write as two."""
    return not text.isascii() and _LETTERS.search(text) is not None


def _as_two(letter: str) -> str:
    two = _TWO_LETTERS[letter.lower()]
    return two if letter.islower() else two.capitalize()


def _parted(text: str) -> tuple[str, ...]:
    """Part a text at the first mark of another name."""
    born = _BORN.search(text)
    mark = born or _NAMED.search(text)
    if mark is None:
        return ()
    before, behind = text[: mark.start()], text[mark.end() :]
    opened = mark.group().lstrip()[:1]
    if opened in ("(", "["):
        behind, _, rest = behind.partition(")" if opened == "(" else "]")
        before = f"{before} {rest}"
    before, behind = before.strip(" ,;/"), behind.strip(" ,;/")
    if min(len(before), len(behind)) < LEAST:
        return ()
    if born:
        given = before.partition(",")[2].strip() or before.rsplit(None, 1)[0]
        return before, f"{given} {behind}"
    return before, behind
