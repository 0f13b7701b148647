"""Decide which tokens of a name are its legal form, and which forms are the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from fasti.tables.shipped import shipped

Tokens = tuple[str, ...]
Spellings = dict[Tokens, str]
Beginnings = Mapping[str, tuple[tuple[Tokens, str], ...]]
"""A first or last token to the spellings that have it there, longest first, each with its class."""

_LONGEST_SHORT = 3
"""A single native token up to this length may be a word of the name: it counts at the end only."""


class Parted(NamedTuple):
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
    anywhere: Beginnings
    head: Beginnings
    tail: Beginnings
    edges: frozenset[str]
    words: frozenset[str]
    tokens: frozenset[str]


NO_FORM = Parted((), (), ())


def part(tokens: tuple[str, ...]) -> Parted:
    """Part the tokens of a name into core and legal forms.

    >>> part(("open", "joint", "stock", "company", "norvik", "oil", "company"))
    Parted(core=('norvik', 'oil'), classes=('company', 'pjsc'), words=('open', 'joint', 'stock', 'company', 'company'))
    """
    table = _table()
    if table.edges.isdisjoint(tokens):
        return Parted(tokens, (), ())
    found = parted_places(tuple([token if token in table.tokens else "" for token in tokens]))
    if not found:
        return Parted(tokens, (), ())
    core = tuple([token for at, token in enumerate(tokens) if at not in found])
    return Parted(core, tuple(sorted({*found.values()})), tuple([tokens[at] for at in sorted(found)]))


@lru_cache(maxsize=1 << 12)
def parted_places(tokens: tuple[str, ...]) -> Mapping[int, str]:
    """Return the places of the tokens of a name's legal forms, each with its class; none if nothing else is there.

    Args:
        tokens: Of the name; an empty one in place of each that is no part of a legal form, so that it is remembered
            for all names alike.

    >>> parted_places(("", "", "ltd")), parted_places(("ltd",))
    ({2: 'limited'}, {})
    """
    table = _table()
    found = {} if table.anywhere.keys().isdisjoint(tokens) else _anywhere(tokens, table)
    _edges(tokens, table, found)
    return found if len(found) < len(tokens) else {}


def legal_tokens() -> frozenset[str]:
    """Return every token that may be part of a legal form."""
    return _table().tokens


def form_words() -> frozenset[str]:
    """Return the words of which the spellings of legal forms consist that stand anywhere or at the end."""
    return _table().words


def _anywhere(tokens: Tokens, table: _Table) -> dict[int, str]:
    found: dict[int, str] = {}
    for start, token in enumerate(tokens):
        if token in table.anywhere and start not in found:
            _take(found, start, _longest(tokens, start, table.anywhere))
    return found


def _longest(tokens: Tokens, start: int, spellings: Beginnings) -> tuple[int, str]:
    for words, name in spellings.get(tokens[start], ()):
        if tokens[start : start + len(words)] == words:
            return len(words), name
    return 0, ""


def _take(found: dict[int, str], start: int, form: tuple[int, str]) -> None:
    for at in range(start, start + form[0]):
        found[at] = form[1]


def _edges(tokens: Tokens, table: _Table, found: dict[int, str]) -> None:
    first = 0
    while first in found:
        first += 1
    if first < len(tokens) and tokens[first] in table.head:
        _take(found, first, _longest(tokens, first, table.head))
    end = len(tokens)
    while end and end - 1 in found:
        end -= 1
    for words, closing in table.tail.get(tokens[end - 1], ()) if end else ():
        if tokens[max(0, end - len(words)) : end] == words:
            _take(found, end - len(words), (len(words), closing))
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
    edges = frozenset((*(form[0] for form in (*anywhere, *head)), *(form[-1] for form in tail)))
    words = frozenset(word for spellings in (anywhere, tail) for form in spellings for word in form)
    every = words | {word for form in head for word in form}
    return _Table(_by_edge(anywhere, 0), _by_edge(head, 0), _by_edge(tail, -1), edges, words, every)


def _by_edge(spellings: Spellings, edge: int) -> Beginnings:
    found: dict[str, list[tuple[Tokens, str]]] = {}
    for words in sorted(spellings, key=len, reverse=True):
        found.setdefault(words[edge], []).append((words, spellings[words]))
    return {word: tuple(lines) for word, lines in found.items()}


def _ambiguous(tokens: Tokens) -> bool:
    return all(len(token) == 1 for token in tokens) or (len(tokens) == 1 and len(tokens[0]) <= _LONGEST_SHORT)
