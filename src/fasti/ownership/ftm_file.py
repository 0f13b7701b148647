"""FollowTheMoney entities, one JSON object a line: what `Ownership` says, with names and countries of its ends."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from fasti.model.errors import BadInputError
from fasti.model.problem import Problem, Severity
from fasti.model.share import UNKNOWN, Share
from fasti.ownership.cells import read_country, read_days, read_share
from fasti.ownership.collecting import Collector
from fasti.ownership.stakes import Stake

OWNERSHIP = "Ownership"
COUNTRIES = ("mainCountry", "jurisdiction", "country")
DEPTH = 8
"""Deeper nesting than any tool writes."""


@dataclass(slots=True)
class _File:
    """Entities met so far: their names and countries by id, and the stakes with the line each stands in."""

    names: dict[str, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    stakes: list[tuple[int, dict[str, Any]]] = field(default_factory=list)


def is_ftm(text: str) -> bool:
    """Say whether a file is one of JSON lines."""
    return text.lstrip("\ufeff \t\r\n").startswith("{")


def read_ftm(name: str, text: str, into: Collector) -> None:
    """Read the ownerships of a file.

    Raises:
        BadInputError: A line is no entity, or a share or date of an ownership cannot be read.
    """
    file = _File()
    for line, row in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if row.strip():
            try:
                _note(json.loads(row), line, file, 0)
            except (ValueError, RecursionError) as error:
                message = f"{name}, line {line}: it is no FollowTheMoney entity ({error})."
                raise BadInputError(message) from error
    shown = _shown(file)
    for line, entity in file.stakes:
        try:
            for stake in _stakes(entity, line, shown):
                into.take(stake)
        except ValueError as error:
            message = f"{name}, line {line}: {error}."
            raise BadInputError(message) from error
    for one, country in file.countries.items():
        if one in shown:
            into.country(into.party(shown[one]), country, f"{name}, {one}")
    into.keys.update({into.party(label): (f"ftm:{one}",) for one, label in shown.items()})
    if not file.stakes:
        told = "No entity of the schema Ownership is in this file."
        into.problems.append(Problem("no_ownership", told, name, Severity.WARNING))


def _note(value: Any, line: int, file: _File, depth: int) -> str:  # noqa: ANN401 - a line of JSON has no narrower type
    """Keep an entity and those within it; return its id."""
    if not isinstance(value, Mapping) or not isinstance(value.get("id"), str) or depth > DEPTH:
        message = "an object with an id and a schema was expected"
        raise ValueError(message)
    properties = {
        name: [_note(one, line, file, depth + 1) if isinstance(one, Mapping) else str(one) for one in _many(values)]
        for name, values in (value.get("properties") or {}).items()
    }
    caption = value.get("caption") or next(iter(properties.get("name", ())), "")
    if caption and value.get("schema") != OWNERSHIP:
        file.names.setdefault(value["id"], str(caption))
    country = next((one for name in COUNTRIES for one in properties.get(name, ())), "")
    if country and value.get("schema") != OWNERSHIP and len(country) == len("cn"):
        file.countries.setdefault(value["id"], read_country(country))
    if value.get("schema") == OWNERSHIP:
        file.stakes.append((line, {"id": value["id"], **properties}))
    return str(value["id"])


def _many(values: object) -> list[Any]:
    return values if isinstance(values, list) else [values]


def _shown(file: _File) -> dict[str, str]:
    """Return the name to show for each end of a stake: its caption, with its id where several share one."""
    ends = {one for _, entity in file.stakes for side in ("owner", "asset") for one in entity.get(side, ())}
    named = Counter(" ".join(file.names.get(one, one).split()).casefold() for one in ends)
    twice = {one for one, count in named.items() if count > 1}
    return {
        one: f"{label} [{one}]" if " ".join(label.split()).casefold() in twice else label
        for one, label in ((one, file.names.get(one, one)) for one in sorted(ends))
    }


def _stakes(entity: Mapping[str, Any], line: int, shown: Mapping[str, str]) -> Iterator[Stake]:
    owners, assets = entity.get("owner", ()), entity.get("asset", ())
    if not owners or not assets:
        message = f"the ownership {entity['id']} has no owner or no asset"
        raise ValueError(message)
    begins = read_days(next(iter(entity.get("startDate", ())), "")[:10], ends=False)
    ended = next(iter(entity.get("endDate", ())), "")[:10]
    leaves = read_days(ended, ends=True)
    for owner in owners:
        for asset in assets:
            yield Stake(
                shown[owner],
                shown[asset],
                _share(entity.get("percentage", ())),
                begins,
                (leaves[0], leaves[1] + 1) if ended else leaves,
                source=", ".join((*entity.get("publisher", ()), *entity.get("sourceUrl", ()))),
                line=line,
            )


def _share(values: Any) -> Share:  # noqa: ANN401 - a list of texts, or nothing
    """Return the share that all values allow; a bare number is a percentage, as the model says."""
    read = [
        read_share(text if not text.strip().replace(".", "", 1).isdigit() else f"{text.strip()}%") for text in values
    ]
    if not read:
        return UNKNOWN
    return Share(min(one.low for one in read), max(one.high for one in read))
