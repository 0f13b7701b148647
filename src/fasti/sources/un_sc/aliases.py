"""Read the names of an entry: its own, in another script, and its aliases with their grades."""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from fasti.model.identity import Name, NameKind, Quality
from fasti.model.listing import Fact
from fasti.sources.drafting import Note
from fasti.sources.records.dates import edtf
from fasti.sources.records.elements import children, text, texts
from fasti.sources.records.wording import joined
from fasti.sources.un_sc.births import note_of
from fasti.sources.un_sc.vocabulary import vocabulary

_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_SCRIPT = re.compile(r"(?:original|in \w+) script: ?(?P<name>.+)", re.IGNORECASE)


def own_names(element: _Element) -> Iterator[Name | Note]:
    """Yield the primary name as printed, given name first, and the same in its original script."""
    if name := joined(text(element, part) for part in _PARTS):
        yield Name(name)
    else:
        yield Note("no_name", "", "the entry has no name")
    yield from (Name(name) for name in texts(element, "NAME_ORIGINAL_SCRIPT"))


def aliases(element: _Element, kind: str) -> Iterator[Name | Fact | Note]:
    """Yield the aliases, and what their records say of each.

    Args:
        element: The entry.
        kind: What its element is called.
    """
    for record in children(element, f"{kind}_ALIAS"):
        printed, word = text(record, "ALIAS_NAME"), text(record, "QUALITY")
        if not printed:
            continue
        quality = vocabulary().qualities.get(word)
        if quality is None:
            yield Note("unknown_alias_quality", word, f'no meaning is known for "{word}" as the quality of an alias')
        yield from (Name(name, NameKind.AKA, quality or Quality.STRONG) for name in split_names(printed))
        yield from _of_alias(record, printed, quality or Quality.STRONG)


def former_names(element: _Element) -> Iterator[Name]:
    """Yield the names that an entity had; they stand among its aliases as well, as the kind is not always told."""
    for record in children(element, "ENTITY_ALIAS"):
        if text(record, "QUALITY") in vocabulary().former:
            yield from (Name(name, NameKind.FKA) for name in split_names(text(record, "ALIAS_NAME")))


def tells_kinds(element: _Element) -> bool:
    """Say whether an entity's aliases say which of them are former names."""
    return any(word.endswith("k.a.") for word in texts(element, "ENTITY_ALIAS/QUALITY"))


def split_names(printed: str) -> list[str]:
    """Return the names that one field lists; a field with brackets is left whole.

    >>> split_names("Abas Rashidi; Abbas Rashedi")
    ['Abas Rashidi', 'Abbas Rashedi']
    """
    if "(" in printed or ")" in printed:
        return [printed]
    return [name for one in printed.split(";") if (name := one.strip())]


def _of_alias(record: _Element, printed: str, quality: Quality) -> Iterator[Name | Fact]:
    """Yield what a record says of an alias besides."""
    if (born := text(record, "DATE_OF_BIRTH")) and born != "null":
        yield Fact("alias_birth_date", f"{printed}: {born}", edtf(born))
    if place := joined((text(record, "CITY_OF_BIRTH"), text(record, "COUNTRY_OF_BIRTH")), ", "):
        yield Fact("alias_birth_place", f"{printed}: {place}")
    if note := note_of(record):
        yield Fact("alias_note", f"{printed}: {note}")
        if script := _SCRIPT.fullmatch(note):
            yield Name(script["name"], NameKind.AKA, quality)
