"""Take the cell apart in which a supplement names an entity: its names, its aliases, its addresses.

The regulation writes them as running text: the name, then "a.k.a., the following two aliases:" with a dash before each,
then the addresses, parted by semicolons. Where it gives no mark, a comma after the name begins the address unless a
legal form follows it.
"""

import re
from dataclasses import dataclass
from functools import cache

from fasti.model.identity import Name, NameKind
from fasti.model.listing import Fact
from fasti.sources.drafting import Note
from fasti.sources.records.wording import one_line
from fasti.sources.trade.naming import aliases, split_name
from fasti.sources.trade.statements import Statement
from fasti.tables.shipped import shipped

_MARK = re.compile(
    r",?\s*\(?\b([afn])\.k\.a\.,?\s*(?P<list>the following(?:\s+\w+)?\s+alias(?:es)?:?\s*)?", re.IGNORECASE
)
_DASH = re.compile(r"\s*[\u2013\u2014]\s*")
_SEE_ALSO = re.compile(r"\s*\(See (?:also|alternate)[^)]*\)\.?", re.IGNORECASE)
_NESTED = re.compile(r"(?:Affiliated|Subordinate)\s+(?:entit(?:y|ies)|institutions?)\s*[:\u2014-]", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*;\s*(?:and\b)?\s*|\s+and\s*\n\s*", re.IGNORECASE)
_COMMA = re.compile(r",\s+(?![^(]*\))")
_SENTENCE = re.compile(r"\.\s+(?=[A-Z0-9#])")
_KINDS = {"a": NameKind.AKA, "f": NameKind.FKA, "n": NameKind.NKA}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell taken apart.

    Attributes:
        names: Primary one first.
        addresses: As printed.
        statements: Entities named within the entry, and that they are not entries of their own.
    """

    names: tuple[Name, ...]
    addresses: tuple[str, ...]
    statements: tuple[Statement, ...]


def read_cell(text: str) -> Cell:
    r"""Return what a cell says of an entity.

    >>> cell = read_cell("Ore Co., Ltd. (OC), a.k.a., the following two aliases: —OCL; and —Ore.\n1 Road, Ruritania.")
    >>> [one.text for one in cell.names], cell.addresses
    (['Ore Co., Ltd. (OC)', 'OCL', 'Ore'], ('1 Road, Ruritania',))
    """
    nested = _NESTED.search(text)
    own, within = (text[: nested.start()], text[nested.start() :]) if nested else (text, "")
    own = _SEE_ALSO.sub("", own)
    mark = next((one for one in _MARK.finditer(own) if one["list"]), None)
    if mark:
        names, rest = _listed(own, mark)
    else:
        head, rest = split_address(own)
        names = split_name(head)
    return Cell(names, _addresses(rest), _within(one_line(within)))


def split_address(text: str) -> tuple[str, str]:
    """Part a name from the address behind it.

    >>> split_address("Ore Co., Ltd., 1 Road, Ruritania")
    ('Ore Co., Ltd.', '1 Road, Ruritania')
    """
    first, broken, rest = text.partition("\n")
    if broken:
        return first.strip(" ,"), rest
    parts = _COMMA.split(one_line(text))
    size = 1
    while size < len(parts) and (_is_tail(parts[size]) or _MARK.match(parts[size])):
        size += 1
    return ", ".join(parts[:size]).strip(" ,"), ", ".join(parts[size:])


def _listed(text: str, mark: re.Match[str]) -> tuple[tuple[Name, ...], str]:
    """Return the names before and in a list of aliases, and what follows the list."""
    *bullets, last = [one for one in _DASH.split(text[mark.end() :]) if one.strip()] or [""]
    tail, rest = _last_alias(last)
    found = [name for one in (*bullets, tail) for name in aliases(one.rstrip(" ;"), _KINDS[mark[1].lower()])]
    return (*split_name(text[: mark.start()]), *found), rest


def _last_alias(text: str) -> tuple[str, str]:
    """Part the last alias of a list from the addresses: at a line end, else at the end of a sentence."""
    first, broken, rest = text.partition("\n")
    if broken and first.strip():
        return _without_stop(first), rest
    for stop in _SENTENCE.finditer(one_line(text)):
        words = one_line(text)
        if not _is_tail(words[stop.end() :].split(",")[0].split(" ")[0]):
            return _without_stop(words[: stop.start() + 1]), words[stop.end() :]
    return _without_stop(one_line(text)), ""


def _without_stop(name: str) -> str:
    """Drop the stop that ends the list, unless it belongs to a legal form."""
    words = name.strip()
    return words if _is_tail(words.rpartition(" ")[2]) else words.rstrip(".")


def _is_tail(part: str) -> bool:
    """Say whether what follows a comma still belongs to the name: legal forms, and brackets behind them."""
    words = re.sub(r"\(.*?\)", " ", part).split()
    return bool(words) and all(word.rstrip(".,").casefold() in _tails() for word in words)


@cache
def _tails() -> frozenset[str]:
    return frozenset(shipped("sources/trade/name_tails.toml")["tails"])


def _addresses(text: str) -> tuple[str, ...]:
    found = (one_line(one).strip(" ,").removesuffix(".") for one in _BETWEEN.split(text))
    return tuple(dict.fromkeys(one for one in found if one))


def _within(text: str) -> tuple[Statement, ...]:
    if not text:
        return ()
    message = "entities named within the entry of another are kept as its fact, not as entries"
    return Fact("affiliated_entities", text), Note("nested_entities", "", message)
