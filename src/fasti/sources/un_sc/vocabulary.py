"""What the words of the UN's file mean, from `vocabulary.toml`."""

from dataclasses import dataclass
from functools import cache

from fasti.model.identity import Quality
from fasti.tables.shipped import shipped


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word that the file is known to use where it could use another.

    Attributes:
        qualities: Of aliases.
        former: Qualities that mark a former name.
        documents: Type of document to scheme.
        date_kinds: Type of date to its mark in ISO 8601-2.
        genders: To a normal word; empty if the word says that nothing is known.
        list_types: Known types of list.
        facets: Facet to the share (0-1) of those who can have it from which an edition holds it.
    """

    qualities: dict[str, Quality]
    former: frozenset[str]
    documents: dict[str, str]
    date_kinds: dict[str, str]
    genders: dict[str, str]
    list_types: frozenset[str]
    facets: dict[str, float]


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary; read once per process."""
    table = shipped("sources/un_sc/vocabulary.toml")
    return Vocabulary(
        qualities={word: Quality(grade) for word, grade in table["qualities"].items()},
        former=frozenset(table["former"]["qualities"]),
        documents=table["documents"],
        date_kinds=table["date_kinds"],
        genders=table["genders"],
        list_types=frozenset(table["list_types"]),
        facets=table["facets"],
    )
