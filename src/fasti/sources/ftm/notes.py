"""The form in which what FollowTheMoney has no property for stands in `notes`: `kind: words [value]`."""

import re

_NOTE = re.compile(
    r"(?P<kind>[a-z][a-z0-9_]*(?::[A-Za-z0-9]+)?): (?P<text>.*?)(?: \[(?P<value>(?:[^\[\]\\]|\\.)*)\])?", re.DOTALL
)
_MARK = re.compile(r"[\[\]\\]")
_MARKED = re.compile(r"\\(.)", re.DOTALL)


def print_note(kind: str, text: str, value: str = "") -> str:
    """Return a note; brackets in a value are marked by a backslash.

    >>> print_note("birth_date", "circa 1951", "1951~")
    'birth_date: circa 1951 [1951~]'
    """
    plain = not value and not text.endswith("]")
    return f"{kind}: {text}" if plain else f"{kind}: {text} [{_MARK.sub(_marked, value)}]"


def parse_note(note: str) -> tuple[str, str, str] | None:
    """Return kind, words and value of a note; `None` if it is free words.

    >>> parse_note("birth_date: circa 1951 [1951~]"), parse_note("Seen in Omsk.")
    (('birth_date', 'circa 1951', '1951~'), None)
    """
    found = _NOTE.fullmatch(note)
    return (found["kind"], found["text"], _MARKED.sub(r"\1", found["value"] or "")) if found else None


def _marked(found: re.Match[str]) -> str:
    return f"\\{found[0]}"
