"""What the words of SECO's file mean, from `vocabulary.toml`."""

import re
from dataclasses import dataclass
from functools import cache

from fasti.model.identity import NameKind, PartyKind, Quality
from fasti.tables.shipped import shipped

_LABELLED = re.compile(r"(?P<label>[^:()]{2,40}?)\s*(?:\([^)]*\))?\s*:\s*(?P<value>.+)")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word that the file is known to use where it could use another.

    Attributes:
        whole: Type of a list that is complete.
        listed: Type of modification that puts a target on the list.
        amended: That amends it.
        ended: That takes it off.
        kinds: Of names.
        qualities: Of names.
        name_parts: Parts that go into a name.
        title_parts: Parts that are kept as titles.
        objects: Kinds of objects.
        documents: Type of document to scheme.
        identifiers: Label, without case, to scheme.
        facts: Label, without case, to kind of fact.
    """

    whole: str
    listed: str
    amended: str
    ended: str
    kinds: dict[str, NameKind]
    qualities: dict[str, Quality]
    name_parts: frozenset[str]
    title_parts: frozenset[str]
    objects: dict[str, PartyKind]
    documents: dict[str, str]
    identifiers: dict[str, str]
    facts: dict[str, str]


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary; read once per process."""
    table = shipped("sources/ch_seco/vocabulary.toml")
    return Vocabulary(
        whole=table["list_types"]["whole"],
        **table["modifications"],
        kinds={word: NameKind(kind) for word, kind in table["names"]["kinds"].items()},
        qualities={word: Quality(grade) for word, grade in table["names"]["qualities"].items()},
        name_parts=frozenset(table["names"]["parts"]["name"]),
        title_parts=frozenset(table["names"]["parts"]["title"]),
        objects={word: PartyKind(kind) for word, kind in table["objects"].items()},
        documents=table["documents"],
        identifiers=_by_label(table["labels"]["identifiers"]),
        facts=_by_label(table["labels"]["facts"]),
    )


def labelled(text: str) -> tuple[str, str]:
    """Return the label in front of a text, without case, and what follows it; no label if it has none.

    >>> labelled("IMO Number: 8405270"), labelled("Known in Minsk.")
    (('imo number', '8405270'), ('', 'Known in Minsk.'))
    """
    found = _LABELLED.fullmatch(text)
    return (found["label"].casefold(), found["value"]) if found else ("", text)


def _by_label(table: dict[str, list[str]]) -> dict[str, str]:
    return {label.casefold(): name for name, labels in table.items() for label in labels}
