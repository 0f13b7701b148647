"""Read FollowTheMoney JSON: one entity a line, entities in it taken out, and each put with what is said of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from fasti.sources.drafting import RawMember
from fasti.sources.ftm.vocabulary import vocabulary
from fasti.sources.gates import refuse

CONTEXT = frozenset(
    {
        "id",
        "caption",
        "schema",
        "properties",
        "datasets",
        "referents",
        "target",
        "first_seen",
        "last_seen",
        "last_change",
    }
)
"""Fields of an entity that are known; those of time are left out of listings."""

DEPTH = 20
"""Deeper nesting than any tool writes."""

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity.

    Attributes:
        id: Its own.
        schema: Name of its schema.
        caption: The name to show.
        properties: Values by property, as text; entities in it are replaced by their ids.
        datasets: Where it comes from.
        referents: Other ids that were found to be the same.
        target: Whether it is what the dataset is about; `None` if not said.
        strange: Names of fields that are not known.
        raw: The bytes it was read from.
        inner: Whether it stands in another one.
    """

    id: str
    schema: str
    caption: str
    properties: Mapping[str, tuple[str, ...]]
    datasets: tuple[str, ...]
    referents: tuple[str, ...]
    target: bool | None
    strange: tuple[str, ...]
    raw: bytes
    inner: bool = False

    def values(self, name: str) -> tuple[str, ...]:
        """Return the values of a property."""
        return self.properties.get(name, ())

    def first(self, name: str) -> str:
        """Return the first value of a property; empty if it has none."""
        return next(iter(self.values(name)), "")


@dataclass(frozen=True, slots=True)
class Group:
    """An entity that is an entry, with those that only say something of it.

    Attributes:
        entity: The entry.
        said: Property of the other by which it names the entry, and the other; an address by the entry's own property.
    """

    entity: Entity
    said: tuple[tuple[str, Entity], ...] = ()


Entities = Mapping[str, Entity]
"""Entities by id, in the order of the file."""


def read_lines(member: RawMember) -> Entities:
    """Return the entities of a file.

    Raises:
        RefusedError: A line is cut short or no entity, or an id stands twice and differs.
    """
    found: dict[str, Entity] = {}
    for number, line in enumerate(member.data.removeprefix(_BOM).split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            table = msgspec.json.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            refuse(member.name, f"is cut short or malformed JSON in line {number} ({error})")
        for entity in _flat(table, line, f"line {number}", member.name):
            found[entity.id] = _joined(found.get(entity.id), entity, member.name)
    return found


def groups(entities: Entities) -> Iterator[Group]:
    """Yield the entities that are entries, in the order of the file, each with what is said of it."""
    links, said = vocabulary().links, dict[str, list[tuple[str, Entity]]]()
    attached: set[str] = set()
    for entity in entities.values():
        for name in links.get(entity.schema, ()):
            for other in entity.values(name):
                if other in entities and not _says_of_others(entities[other]):
                    said.setdefault(other, []).append((name, entity))
                    attached.add(entity.id)
        for other in entity.values(ADDRESS):
            if other in entities and entities[other].schema == "Address":
                said.setdefault(entity.id, []).append((ADDRESS, entities[other]))
                attached.add(other)
    for entity in entities.values():
        if entity.id not in attached:
            yield Group(entity, tuple(said.get(entity.id, ())))


ADDRESS = "addressEntity"
"""The property by which an entity names its addresses."""


def _says_of_others(entity: Entity) -> bool:
    return entity.schema in vocabulary().links


def _joined(known: Entity | None, entity: Entity, name: str) -> Entity:
    """Return an entity with what is known of it: one in another may say less than it does elsewhere.

    Raises:
        RefusedError: Two lines of their own differ, or the schema does.
    """
    if known is None or known == entity:
        return entity
    if known.schema != entity.schema or not (known.inner or entity.inner):
        refuse(name, f"contradicts itself: {entity.id} stands in it twice and differs")
    names = dict.fromkeys((*known.properties, *entity.properties))
    whole = entity if known.inner else known
    return replace(
        whole,
        properties={one: tuple(dict.fromkeys((*known.values(one), *entity.values(one)))) for one in names},
        datasets=tuple(dict.fromkeys((*known.datasets, *entity.datasets))),
        raw=b"\n".join((known.raw, entity.raw)),
    )


def _flat(table: object, raw: bytes, where: str, name: str, depth: int = 0) -> Iterator[Entity]:
    """Yield an entity and those in it.

    Raises:
        RefusedError: It is no entity.
    """
    if not isinstance(table, dict) or not _is_entity(table) or depth > DEPTH:
        refuse(
            name,
            f"is another document: {where} is no entity with `id`, `schema` and `properties`",
            "Offer FollowTheMoney JSON, one entity a line.",
        )
    properties = {}
    for key, value in table["properties"].items():
        values = value if isinstance(value, list) else [value]
        for inner in values:
            if isinstance(inner, dict) and _is_entity(inner):
                yield from _flat(inner, msgspec.json.encode(inner, order="sorted"), where, name, depth + 1)
        if key not in vocabulary().reverse:
            properties[key] = tuple(dict.fromkeys(text for one in values if (text := _text(one))))
    yield _entity(table, properties, raw, inner=depth > 0)


def _entity(table: Mapping[str, Any], properties: Mapping[str, tuple[str, ...]], raw: bytes, *, inner: bool) -> Entity:
    target = table.get("target")
    return Entity(
        id=table["id"],
        schema=table["schema"],
        caption=_text(table.get("caption")),
        properties=properties,
        datasets=_texts(table.get("datasets")),
        referents=_texts(table.get("referents")),
        target=target if isinstance(target, bool) else None,
        strange=tuple(sorted(set(table) - CONTEXT)),
        raw=raw,
        inner=inner,
    )


def _is_entity(table: Mapping[str, Any]) -> bool:
    return (
        isinstance(table.get("id"), str)
        and bool(table["id"].strip())
        and isinstance(table.get("schema"), str)
        and isinstance(table.get("properties"), dict)
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(_text, value)) if isinstance(value, list) else ()


def _text(value: object) -> str:
    if isinstance(value, dict) and _is_entity(value):
        return str(value["id"])
    if isinstance(value, dict | list):
        return msgspec.json.encode(value, order="sorted").decode()
    return "" if value is None else str(value).strip()
