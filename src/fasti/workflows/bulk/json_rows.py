"""Reads JSON Lines, an object a line: flat keys, or FollowTheMoney's `properties`; a line that is none is told."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from fasti.model.errors import BadInputError, UsageError
from fasti.workflows.bulk.columns import Mapped, check_roles, compact, headings
from fasti.workflows.bulk.rows import Row, texts_of

LOOKED_AT = 1000
"""Lines from which the keys are told, and among which a key that the caller names must be."""
MOST_LINE = 64 * 1024 * 1024
PROPERTIES = "properties"
Keys = Mapping[str, tuple[str, ...]]


class JsonTable:
    """A file of JSON objects, one a line."""

    def __init__(self, path: Path, named: Mapping[str, Sequence[str]]) -> None:
        """Look at the first lines.

        Raises:
            BadInputError: The file is empty, or no line looked at has a name.
            UsageError: A named key is in none of them.
        """
        check_roles(named)
        self._path = path
        self.length: int | None = None
        self._named = {role: tuple(ones) for role, ones in named.items()}
        self._known: dict[tuple[str, ...], Keys] = {}
        seen = dict.fromkeys(key for one in islice(self._objects(), LOOKED_AT) if isinstance(one, dict) for key in one)
        if not seen and next(self._objects(), None) is None:
            raise BadInputError(f"{path} is empty: it should have a JSON object a line.")
        if not seen:
            raise BadInputError(
                f"{path} has no JSON object in its first {LOOKED_AT} lines: it should have one a line, "
                "or name another --input-format."
            )
        missing = [one for ones in named.values() for one in ones if one not in seen]
        if missing:
            raise UsageError(f"{path} has no key {missing[0]!r} in its first {LOOKED_AT} lines: see --column.")
        roles = self._keys(tuple(seen))
        if not roles.keys() & {"name", "first_name", "middle_name", "last_name", *headings().identifiers}:
            shown = ", ".join(map(repr, list(seen)[:12]))
            raise BadInputError(f"{path} has no key that says a name, among {shown}: use --column name=KEY.")
        taken = {one for ones in roles.values() for one in ones}
        self.mapped = Mapped(roles, tuple(one for one in seen if one not in taken))

    def rows(self) -> Iterator[Row]:
        """Yield every line that is not blank."""
        for number, found in enumerate(self._objects(), 1):
            yield self._row(number, found)

    def _row(self, number: int, found: dict[str, Any] | str) -> Row:
        if isinstance(found, str):
            return Row(number, {}, found)
        cells = {}
        for role, keys in self._keys(tuple(found)).items():
            values = tuple(text for key in keys for one in _listed(found[key]) for text in _texts(role, one))
            if values:
                cells[role] = values
        return Row(number, cells)

    def _keys(self, keys: tuple[str, ...]) -> Keys:
        """Return which keys of an object have which role."""
        if keys not in self._known:
            if len(self._known) > LOOKED_AT:
                self._known.clear()
            free = {compact(key): key for key in reversed(keys)}
            usual = {role: [free[one] for one in ones if one in free][:1] for role, ones in headings().roles.items()}
            given = {role: [one for one in ones if one in keys] for role, ones in self._named.items()}
            self._known[keys] = {role: tuple(ones) for role, ones in {**usual, **given}.items() if ones}
        return self._known[keys]

    def _objects(self) -> Iterator[dict[str, Any] | str]:
        """Yield each line's object, its properties beside its other keys, or why it is none."""
        with self._path.open("rb") as file:
            while line := file.readline(MOST_LINE):
                if line.strip():
                    yield _object(line)


def _object(line: bytes) -> dict[str, Any] | str:
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return "the line is not UTF-8"
    except (ValueError, RecursionError) as error:
        return f"the line is no JSON ({error})"
    if not isinstance(found, dict):
        return "the line is no JSON object"
    properties = found.get(PROPERTIES)
    if isinstance(properties, dict):
        rest = {key: one for key, one in found.items() if key != PROPERTIES}
        return {**rest, **properties}
    return found


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - whatever JSON holds
    return value if isinstance(value, list) else [value]


def _texts(role: str, value: Any) -> tuple[str, ...]:  # noqa: ANN401 - whatever JSON holds
    return () if isinstance(value, list) else texts_of(role, value)
