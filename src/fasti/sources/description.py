"""Read how a source describes itself: what it publishes, in which files, under which tags."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from fasti.model.catalog import SourceInfo
from fasti.model.errors import UsageError
from fasti.sources.addresses import Places, places_of
from fasti.sources.source_info import described, description_table, source_info


@dataclass(frozen=True, slots=True)
class TagRule:
    """Which list a publisher's tag stands for.

    Attributes:
        tag: The tag, verbatim.
        list: List id.
        basis: Canonical name of the legal basis; renamed tags share one.
        order: Number of the executive order whose directive or measure the entry must name; empty if none is needed.
        directives: Directives of that order for which the rule holds; empty means any, or a measure without number.
        unless_order: Number of an executive order; an entry that names a directive of it is not meant.
    """

    tag: str
    list: str
    basis: str
    order: str = ""
    directives: tuple[str, ...] = ()
    unless_order: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """What a source's own `source.toml` says.

    Attributes:
        info: What the catalogue needs.
        members: Per format, in order: member file name to role; `entries` is the primary role.
        rules: Tags to lists, many to many.
        companions: Tags that stand for a listing outside this source, with the reason why they occur here.
        unlisted: Tags known to stand for a list that the catalogue does not hold, with what it was.
        foreign: Tags that never stand alone in this source; they betray the content of another one.
        max_foreign: Share of entries (0-1) with foreign tags alone above which a file is refused.
        keeps_unknown: List on which an entry with an unknown tag stands all the same, because the file is the list;
            empty if only tags say.
        namespaces: XML namespaces the publisher has used.
        ignored: Per format: fields not used, with the reason.
        places: Where its files are fetched.
    """

    info: SourceInfo
    members: dict[str, dict[str, str]]
    rules: tuple[TagRule, ...]
    companions: dict[str, str]
    unlisted: dict[str, str]
    foreign: frozenset[str]
    max_foreign: float
    keeps_unknown: str
    namespaces: frozenset[str]
    ignored: dict[str, dict[str, str]]
    places: Places


@cache
def describe(source_id: str) -> Description:
    """Return the description of a source that Fasti reads; read once per process.

    Raises:
        UsageError: There is no such source, or nothing is read from it.
    """
    if source_id not in described():
        raise UsageError(f"There is no source {source_id} to read files of; there is {', '.join(described())}.")
    return _description(source_id, description_table(source_id))


def _description(source_id: str, table: dict[str, Any]) -> Description:
    tags = table["tags"]
    renamed = tags.get("renamed", {})
    return Description(
        info=source_info(source_id, table),
        members=table["members"],
        rules=tuple(rule for one in tags["rules"] for rule in _rules(one, renamed)),
        companions={tag: one["reason"] for one in tags.get("companions", ()) for tag in one["tags"]},
        unlisted={tag: one["reason"] for one in tags.get("unlisted", ()) for tag in one["tags"]},
        foreign=frozenset(tags.get("foreign", ())),
        max_foreign=tags["max_foreign"],
        keeps_unknown=tags.get("keeps_unknown", ""),
        namespaces=frozenset(table.get("namespaces", {})),
        ignored=table["ignored"],
        places=places_of(table, source_id),
    )


def _rules(table: dict[str, Any], renamed: dict[str, str]) -> list[TagRule]:
    """Return one rule per tag of a table; renamed tags get the basis of the name they have now."""
    return [
        TagRule(
            tag=tag,
            list=table["list"],
            basis=renamed.get(tag, tag),
            order=table.get("order", ""),
            directives=tuple(table.get("directives", ())),
            unless_order=table.get("unless_order", ""),
        )
        for tag in table["tags"]
    ]
