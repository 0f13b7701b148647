"""Cut a field that lists several names, and leave it whole where nobody can tell."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from fasti.tables.shipped import shipped

_SLASH = re.compile(r"\s+/\s*|\s*/\s+|(?<=\w{4})/(?=\w{4})")
_SURE = re.compile(rf"\s*;\s*|{_SLASH.pattern}")
_COMMA = re.compile(r",\s+(?:and\s+)?")
_OPEN = {"(": ")", "“": "”", "«": "»"}


@cache
def vocabulary() -> dict[str, Any]:
    """Return the words of the file, from `vocabulary.toml`; read once per process."""
    return shipped("sources/ca_sema/vocabulary.toml")


def split_names(field: str) -> tuple[str, ...]:
    """Return the names that a field lists, in order, each once and without the name of its language.

    Semicolons and slashes always part names, commas where what follows looks like the beginning of one.

    >>> split_names("Vadim Mozol, Belarussian: Вадзім Мазоль; Russian: Вадим Мозоль")
    ('Vadim Mozol', 'Вадзім Мазоль', 'Вадим Мозоль')
    >>> split_names("GSK Co., Ltd., Банк Зенит, ПАО")
    ('GSK Co., Ltd.', 'Банк Зенит, ПАО')
    """
    parts = (part for one in _SURE.split(_languages().sub(";", field)) for part in _at_commas(one))
    names = dict.fromkeys(part.strip(" ,;") for part in parts)
    return tuple(name for name in names if name and name not in vocabulary()["names"]["legal_forms"])


def split_languages(field: str) -> tuple[str, ...]:
    """Return a name in each of the languages in which a field gives it; its commas part a body from its parent.

    >>> split_languages("Iranian Navy/Force navale iranienne")
    ('Iranian Navy', 'Force navale iranienne')
    """
    return tuple(dict.fromkeys(name for one in _SLASH.split(field) if (name := one.strip())))


def _at_commas(text: str) -> Iterator[str]:
    """Yield a text cut at the commas that part names."""
    begin = 0
    for found in _COMMA.finditer(text):
        if _is_name(text[found.end() :]) and _is_closed(text[begin : found.start()]):
            yield text[begin : found.start()]
            begin = found.end()
    yield text[begin:]


def _is_name(rest: str) -> bool:
    """Say whether what follows a comma looks like a name of its own."""
    word = re.split(r"[\s,;]", rest, maxsplit=1)[0]
    if word in vocabulary()["names"]["legal_forms"]:
        return len(rest.split()) > 1 and not rest[len(word) :].lstrip().startswith((",", ";"))
    return rest[:1].isalpha() and not rest[:1].islower()


def _is_closed(text: str) -> bool:
    """Say whether every bracket and quotation mark in a text is closed."""
    return text.count('"') % 2 == 0 and all(text.count(one) == text.count(other) for one, other in _OPEN.items())


@cache
def _languages() -> re.Pattern[str]:
    """Return the pattern of a language in front of a name."""
    return re.compile(rf"[;,]?\s*\b(?:{'|'.join(vocabulary()['names']['languages'])}):\s*")
