"""Decide which tokens of a name are its legal form, and which forms are the same."""

from functools import cache

from fasti.model.values import dataclass
from fasti.tables.shipped import shipped

Spellings = dict[tuple[str, ...], str]

_LONGEST_SHORT = 3
"""A single native token up to this length may be a word of the name: it counts at the end only."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A name's tokens parted into what names the party and what says its legal form.

    Attributes:
        core: The tokens that are no legal form, in order; all tokens if nothing else would be left.
        classes: Classes of the legal forms found, sorted.
        words: The tokens of the legal forms, in order.
    """

    core: tuple[str, ...]
    classes: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    anywhere: Spellings
    tail: Spellings
    head: Spellings
    longest: int


def part(tokens: tuple[str, ...]) -> Parted:
    """Part the tokens of a name into core and legal forms.

    >>> part(("open", "joint", "stock", "company", "norvik", "oil", "company"))
    Parted(core=('norvik', 'oil'), classes=('company', 'pjsc'), words=('open', 'joint', 'stock', 'company', 'company'))
    """
    table = _table()
    found = _anywhere(tokens, table)
    _edges(tokens, table, found)
    core = tuple(token for at, token in enumerate(tokens) if at not in found)
    if not core:
        return Parted(tokens, (), ())
    return Parted(core, tuple(sorted({*found.values()})), tuple(tokens[at] for at in sorted(found)))


def legal_tokens() -> frozenset[str]:
    """Return every token that may be part of a legal form."""
    table = _table()
    return frozenset(token for group in (table.anywhere, table.tail, table.head) for form in group for token in form)


def _anywhere(tokens: tuple[str, ...], table: _Table) -> dict[int, str]:
    found: dict[int, str] = {}
    start = 0
    while start < len(tokens):
        size, name = _longest(tokens, start, table.anywhere, table.longest)
        found.update(dict.fromkeys(range(start, start + size), name))
        start += size or 1
    return found


def _longest(tokens: tuple[str, ...], start: int, spellings: Spellings, longest: int) -> tuple[int, str]:
    for size in range(min(longest, len(tokens) - start), 0, -1):
        name = spellings.get(tokens[start : start + size])
        if name is not None:
            return size, name
    return 0, ""


def _edges(tokens: tuple[str, ...], table: _Table, found: dict[int, str]) -> None:
    first = next((at for at in range(len(tokens)) if at not in found), len(tokens))
    size, name = _longest(tokens, first, table.head, table.longest)
    found.update(dict.fromkeys(range(first, first + size), name))
    end = next((at + 1 for at in reversed(range(len(tokens))) if at not in found), 0)
    for size in range(min(table.longest, end), 0, -1):
        closing = table.tail.get(tokens[end - size : end])
        if closing is not None:
            found.update(dict.fromkeys(range(end - size, end), closing))
            return


@cache
def _table() -> _Table:
    forms = shipped("screening/legal_forms.toml")["form"]
    anywhere, tail, head = Spellings(), Spellings(), Spellings()
    for form in forms:
        for place, spellings in (("words", anywhere), ("tail", tail), ("head", head)):
            spellings.update({tuple(words.split()): form["class"] for words in form.get(place, ())})
        for words in form.get("native", {}).values():
            tokens = tuple(words.split())
            (tail if _ambiguous(tokens) else anywhere).setdefault(tokens, form["class"])
    return _Table(anywhere, tail, head, max(map(len, (*anywhere, *tail, *head))))


def _ambiguous(tokens: tuple[str, ...]) -> bool:
    return all(len(token) == 1 for token in tokens) or (len(tokens) == 1 and len(tokens[0]) <= _LONGEST_SHORT)


@cache
def form_words() -> frozenset[str]:
    """Return the words of which the spellings of legal forms consist."""
    return frozenset(word for spellings in (_table().anywhere, _table().tail) for words in spellings for word in words)
