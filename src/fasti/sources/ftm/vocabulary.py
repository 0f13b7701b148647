"""What the schemata and properties of FollowTheMoney say; the tables are `vocabulary.toml`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from fasti.model.identity import PartyKind
from fasti.tables.shipped import shipped

NAMELESS = "Airplane"
"""The one schema of a party that needs no name."""

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NOT_WORD = re.compile(r"[^0-9A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The tables.

    Attributes:
        kinds: Schema to the sort of party.
        links: Schema of what is said of others, to the properties that name those.
        schemata: Every known schema.
        properties: Every known property.
        bases: Schema of a party to the schemata from which it has its properties.
        fits: Schema of a party to the properties that it can have.
        named: Schema of a party to whether it must have a name.
        identifiers: Property to scheme.
        facts: Property to kind of fact.
        dates: Properties that are dates, among the facts.
        countries: Properties that are countries.
        reverse: Properties that show another entity's property from the other side.
        forms: Property to the form that its values must have.
        topics: Values of `topics`.
    """

    kinds: dict[str, PartyKind]
    links: dict[str, tuple[str, ...]]
    schemata: frozenset[str]
    properties: frozenset[str]
    bases: dict[str, tuple[str, ...]]
    fits: dict[str, frozenset[str]]
    named: dict[str, bool]
    identifiers: dict[str, str]
    facts: dict[str, str]
    dates: frozenset[str]
    countries: frozenset[str]
    reverse: frozenset[str]
    forms: dict[str, str]
    topics: frozenset[str]

    def fact(self, name: str) -> str:
        """Return the kind of fact that a property is."""
        return self.facts.get(name) or snake(name)


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary; read once per process."""
    table = shipped("sources/ftm/vocabulary.toml")
    own = {schema: frozenset(names) for schema, names in table["properties"].items()}
    none: frozenset[str] = frozenset()
    return Vocabulary(
        kinds={schema: PartyKind(kind) for schema, kind in table["kinds"].items()},
        links={schema: tuple(names) for schema, names in table["links"].items()},
        schemata=frozenset({*table["kinds"], *table["links"], *table["things"]["names"]}),
        properties=none.union(*own.values()),
        fits={schema: none.union(*(own.get(one, none) for one in chain)) for schema, chain in table["chains"].items()},
        bases={schema: tuple(chain) for schema, chain in table["chains"].items()},
        named={schema: schema != NAMELESS for schema in table["chains"]},
        identifiers=table["identifiers"],
        facts={**table["facts"], **table["dated_facts"]},
        dates=frozenset(table["dated_facts"]),
        countries=frozenset(table["countries"]["names"]),
        reverse=frozenset(table["reverse"]["names"]),
        forms=_forms(table),
        topics=frozenset(table["topics"]["names"]),
    )


def _forms(table: dict[str, Any]) -> dict[str, str]:
    """Return the form of each property that has one."""
    forms = {name: form for form, names in table["forms"].items() for name in names}
    return {
        **forms,
        **dict.fromkeys(table["dated_facts"], "date"),
        **dict.fromkeys(table["countries"]["names"], "country"),
    }


def snake(name: str) -> str:
    """Return a name of FollowTheMoney as a kind of fact or a scheme.

    >>> snake("grossRegisteredTonnage"), snake("National ID No."), snake("UnknownLink")
    ('gross_registered_tonnage', 'national_id_no', 'unknown_link')
    """
    return _NOT_WORD.sub("_", _HUMP.sub("_", name)).strip("_").lower()
