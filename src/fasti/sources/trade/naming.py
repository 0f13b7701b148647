"""Tell the names apart that agencies print in one cell: the name, and who it is also or was formerly known as."""

import re
from collections.abc import Iterable

from fasti.model.identity import Name, NameKind

_KINDS = {"a": NameKind.AKA, "f": NameKind.FKA, "n": NameKind.NKA}
_MARK = re.compile(r"[,;]?\s*[(\[]?\b([afn])\.?\s?k\.?\s?a\b\.?,?:?\s*", re.IGNORECASE)
_WITHIN = re.compile(r".*\((?P<kind>[afn])\.?k\.?a\.?,? (?P<names>[^()]*)\).*\w.*", re.IGNORECASE)
"""A name with another in brackets before its end: it stays as printed."""
_COUNT = re.compile(r"the following(?: \w+)? alias(?:es)?:\s*", re.IGNORECASE)
_AND = re.compile(r"^and\b\s*", re.IGNORECASE)
_BULLET = re.compile(r"^[\u2013\u2014-]+\s*")


def split_name(text: str) -> tuple[Name, ...]:
    """Return the names in a cell, the primary one first.

    >>> [(one.text, one.kind.value) for one in split_name("Ada, Bo (a.k.a. Bo Ada; Bob Ada)")]
    [('Ada, Bo', 'primary'), ('Bo Ada', 'aka'), ('Bob Ada', 'aka')]
    >>> [one.text for one in split_name("Ore Works, AO (f.k.a., Old Ore Works OOO)")]
    ['Ore Works, AO', 'Old Ore Works OOO']
    """
    words = one_line(text)
    within = _WITHIN.fullmatch(words)
    if within:
        return (Name(words), *aliases(within["names"], _KINDS[within["kind"].lower()]))
    marks = list(_MARK.finditer(words))
    starts = [mark.start() for mark in marks]
    primary = words[: starts[0]].strip(" ,;") if starts else words
    found = [Name(primary)] if primary else []
    for mark, end in zip(marks, [*starts, len(words)][1:], strict=True):
        found += aliases(words[mark.end() : end], _KINDS[mark[1].lower()])
    return tuple(dict.fromkeys(found)) if primary else split_alias(words)


def aliases(text: str, kind: NameKind = NameKind.AKA) -> list[Name]:
    """Return the names of one kind in a text that parts them by semicolons.

    >>> [one.text for one in aliases("AETC; and AETC Ltd.")]
    ['AETC', 'AETC Ltd.']
    """
    parts = _COUNT.sub("", text).split(";")
    return [Name(name, kind) for part in parts if (name := _bare(part))]


def split_alias(text: str) -> tuple[Name, ...]:
    """Return the names in a cell of further names, each of which may say of itself what kind it is.

    >>> [(one.text, one.kind.value) for one in split_alias("TCO; F.K.A. Old Office (OO)")]
    [('TCO', 'aka'), ('Old Office (OO)', 'fka')]
    """
    found: list[Name] = []
    for part in text.split(";"):
        names = split_name(part) if _MARK.search(part) and not _MARK.match(part.strip()) else ()
        mark = _MARK.match(part.strip())
        if mark:
            found += aliases(part.strip()[mark.end() :], _KINDS[mark[1].lower()])
        elif names:
            found += [Name(names[0].text, NameKind.AKA), *names[1:]]
        else:
            found += aliases(part)
    return tuple(dict.fromkeys(found))


def one_line(text: str) -> str:
    """Collapse white space."""
    return " ".join(text.split())


def ordered(names: Iterable[Name]) -> tuple[Name, ...]:
    """Return names without doubles: one primary, then the others; a further primary spelling becomes an alias."""
    found: list[Name] = []
    for name in names:
        kind = NameKind.AKA if name.kind is NameKind.PRIMARY and found else name.kind
        if all(name.text != other.text for other in found):
            found.append(Name(name.text, kind, name.quality))
    return tuple(found)


def _bare(part: str) -> str:
    """Return one name without the words and marks that only join it to the others."""
    words = _BULLET.sub("", _AND.sub("", one_line(part))).strip(" ,]")
    return words[:-1].strip() if words.endswith(")") and words.count("(") < words.count(")") else words
