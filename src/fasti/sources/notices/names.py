"""Take a name apart as American notices print it: aliases in parentheses, and subsidiaries that are told in passing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fasti.model.identity import Name, NameKind
from fasti.sources.drafting import Note
from fasti.sources.records.wording import one_line

_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_LEAD = re.compile(
    r"(?:(?:and|including) (?P<count>\w+) alias(?:es)?:"
    r"|(?P<former>formerly known as|previously known as|formerly|f\.?k\.?a\.?)"
    r"|(?P<also>also known as|a\.?k\.?a\.?))\s+",
    re.IGNORECASE,
)
_TURN = re.compile(r"[;,]?\s+(?:and\s+)?(?=(?:formerly|also|previously) known as\b)", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[\u2022\u00b7\u25aa*-]|\(?\d{1,3}[.)])\s+")
_STATEMENT = re.compile(
    r",?\s+(?P<said>and\s+(?:its\s+)?(?:all\s+)?(?:(?P<count>\w+)\s+)?(?:[\w-]+-based\s+)?"
    r"(?:subsidiar(?:y|ies)|affiliates|subordinate and affiliated entities)\b"
    r"(?:(?:,?\s+which\s+includes?|:)?\s+(?P<named>[^\s].*))?)$",
    re.IGNORECASE,
)
_LEGAL_COMMA = re.compile(
    r",\s+(?=(?:Co|Corp|Inc|L\.?L\.?C|LLP|L\.?P|Ltd|Limited|PLC|S\.A|N\.V|B\.V)\b)", re.IGNORECASE
)
_HELD = "\u0000"
_STOPS = " .,;"
_MARKS = " *\u2020\u2021"


@dataclass(frozen=True, slots=True)
class Printed:
    """A name taken apart.

    Attributes:
        text: All of it as printed, white space collapsed.
        name: The name itself.
        aliases: Other names, with their kind, in printed order.
        statement: What is said beside the name of others that the entry covers, verbatim.
        named: Subsidiaries that the statement names.
        mark: Signs behind the name that point to a note.
        notes: Doubts.
    """

    text: str
    name: str
    aliases: tuple[Name, ...] = ()
    statement: str = ""
    named: tuple[str, ...] = ()
    mark: str = ""
    notes: tuple[Note, ...] = ()


def take_apart(printed: str, part_of_name: frozenset[str] | None = None) -> Printed:
    """Return the parts of a printed name.

    Args:
        printed: One row, as printed; a bullet or number in front is dropped.
        part_of_name: Words in lower case that belong to a name although they stand in parentheses at its end, where
            the publisher prints any alias there; `None` where it says of each alias that it is one.

    >>> found = take_apart("Sample Co., Ltd. (and two aliases: Sample A; and Sample B) and its subsidiaries")
    >>> found.name, [one.text for one in found.aliases], found.statement
    ('Sample Co., Ltd.', ['Sample A', 'Sample B'], 'and its subsidiaries')
    """
    text = _BULLET.sub("", one_line(printed))
    bare = text.rstrip(_MARKS)
    mark = text[len(bare) :].strip()
    rest, groups = _cut(bare, part_of_name)
    said = _STATEMENT.search(rest)
    name = (rest[: said.start()] if said else rest).strip(" ,;")
    name = name.removesuffix(" .")
    named = _named(said) if said else ()
    aliases = tuple(dict.fromkeys(alias for group in groups for alias in _aliases(group) if alias.text != name))
    notes = tuple(note for group in groups for note in _miscounted(group)) + _misnamed(said, named)
    return Printed(text, name, aliases, said["said"] if said else "", named, mark, notes)


def _cut(text: str, part_of_name: frozenset[str] | None) -> tuple[str, list[str]]:
    """Return a text without its groups of aliases, and the groups."""
    groups: list[str] = []
    length = len(text.rstrip(_STOPS))
    for start, end in reversed(list(_groups(text))):
        inner = text[start + 1 : end - 1].strip()
        last = part_of_name is not None and end == length and inner.lower().rstrip(".") not in part_of_name
        if _LEAD.match(inner) or (last and start):
            groups[:0] = _nested(inner, part_of_name)
            text = one_line(f"{text[:start].rstrip()} {text[end:]}")
    return text, groups


def _nested(group: str, part_of_name: frozenset[str] | None) -> list[str]:
    """Return a group, and apart from it the short name that stands in parentheses at its end."""
    inner = list(_groups(group))
    if part_of_name is None or not inner or inner[-1][1] != len(group) or not inner[-1][0]:
        return [group]
    start, end = inner[-1]
    short = group[start + 1 : end - 1].strip()
    return [group] if short.lower().rstrip(".") in part_of_name else [group[:start].strip(), short]


def _groups(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each outermost group in parentheses begins and ends; a bracket closes one too, as misprints do."""
    depth, start = 0, 0
    for place, sign in enumerate(text):
        if sign == "(":
            start, depth = (place if depth == 0 else start), depth + 1
        elif sign in ")]" and depth:
            depth -= 1
            if depth == 0:
                yield start, place + 1


def _aliases(group: str) -> Iterator[Name]:
    for part in _TURN.split(group):
        lead = _LEAD.match(part)
        kind = NameKind.FKA if lead and lead["former"] else NameKind.AKA
        for text in _listed(part[lead.end() :] if lead else part, _count(lead)):
            yield Name(text, kind)


def _count(found: re.Match[str] | None) -> int:
    """Return the number that a match says in words; 0 if it says none."""
    word = (found["count"] or "").lower() if found else ""
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else 0


def _listed(text: str, count: int) -> list[str]:
    """Return the names in a list; without semicolons only a stated number tells a list from a name with "and"."""
    held = _LEGAL_COMMA.sub(_HELD, text)
    if ";" in held:
        parts = held.split(";")
    elif count > 1:
        parts = re.split(r",\s+and\s+|,\s+" if "," in held else r"\s+and\s+", held)
    else:
        parts = [held]
    plain = (re.sub(r"^and\s+", "", part.strip()).replace(_HELD, ", ").strip(" ,;") for part in parts)
    return [one for one in plain if one]


def _named(said: re.Match[str]) -> tuple[str, ...]:
    if not said["named"]:
        return ()
    several = not re.search(r"subsidiary\b", said["said"], re.IGNORECASE)
    return tuple(_listed(said["named"], 2 if several else 1))


def _miscounted(group: str) -> Iterator[Note]:
    lead = _LEAD.match(group)
    expected = _count(lead)
    found = len(_listed(group[lead.end() :], expected)) if lead and expected else expected
    if found != expected:
        yield Note("alias_count", group, f"{found} aliases are read where {expected} are announced: {group}")


def _misnamed(said: re.Match[str] | None, named: tuple[str, ...]) -> tuple[Note, ...]:
    expected = _count(said)
    if said is None or not named or not expected or expected == len(named):
        return ()
    message = f"{len(named)} subsidiaries are read where {expected} are announced: {said['said']}"
    return (Note("subsidiary_count", said["said"], message),)
