"""Reads JSON objects, one a line or of one array: flat keys, or FollowTheMoney's `properties`; what is none is told."""

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import islice
from typing import Any, BinaryIO

from fasti.model.errors import BadInputError, UsageError
from fasti.workflows.bulk.columns import Mapped, check_roles, compact, headings
from fasti.workflows.bulk.json_values import MOST_VALUE, by_line, one_by_one
from fasti.workflows.bulk.rows import Row, texts_of
from fasti.workflows.bulk.source import Source

LOOKED_AT = 1000
"""Objects from which the keys are told, and among which a key that the caller names must be."""
SPACE = b" \t\r\n"
PROPERTIES = "properties"
Keys = Mapping[str, tuple[str, ...]]


class JsonTable:
    """A file of JSON objects."""

    def __init__(self, source: Source, named: Mapping[str, Sequence[str]]) -> None:
        """Look at the first objects.

        Raises:
            BadInputError: The file is empty or no JSON, or no object looked at has a name.
            UsageError: A named key is in none of them.
        """
        check_roles(named)
        self._source = source
        self.length: int | None = None
        self._named = {role: tuple(ones) for role, ones in named.items()}
        self._known: dict[tuple[str, ...], Keys] = {}
        self._by_line = _one_a_line(source)
        seen = self._seen()
        if not seen:
            raise BadInputError(self._lacking())
        missing = [one for ones in named.values() for one in ones if one not in seen]
        if missing:
            raise UsageError(f"{source} has no key {missing[0]!r} in its first {LOOKED_AT} objects: see --column.")
        roles = self._keys(tuple(seen))
        if not roles.keys() & {"name", "first_name", "middle_name", "last_name", *headings().identifiers}:
            shown = ", ".join(map(repr, list(seen)[:12]))
            raise BadInputError(f"{source} has no key that says a name, among {shown}: use --column name=KEY.")
        taken = {one for ones in roles.values() for one in ones}
        self.mapped = Mapped(roles, tuple(one for one in seen if one not in taken))

    def _lacking(self) -> str:
        empty = next(self._objects(), None) is None
        what = "holds nothing" if empty else f"has no JSON object in its first {LOOKED_AT} values"
        return f"{self._source} {what}: give an object a line or an array of objects, or name another --input-format."

    def _seen(self) -> dict[str, None]:
        """Return the keys of the first objects, in order."""
        looked = islice(self._objects(), LOOKED_AT)
        return dict.fromkeys(key for one in looked if isinstance(one, dict) for key in one)

    def rows(self) -> Iterator[Row]:
        """Yield every object, and what stands in place of one."""
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
        """Yield each object, its properties beside its other keys, or why it is none."""
        with self._source.path.open("rb") as file:
            yield from map(_flat, by_line(file) if self._by_line else one_by_one(file, str(self._source)))


def _one_a_line(source: Source) -> bool:
    """Say whether a file has a value a line: it is no array, and its first value does not go on after its line."""
    with source.path.open("rb") as file:
        first = next((line.removeprefix(BOM_UTF8) for line in _lines(file) if line.strip(BOM_UTF8 + SPACE)), b"")
    if first.lstrip().startswith(b"["):
        return False
    if isinstance(next(by_line(BytesIO(first)), None), dict):
        return True
    with source.path.open("rb") as file:
        try:
            return not isinstance(next(one_by_one(file, str(source)), None), dict)
        except BadInputError:
            return True


def _lines(file: BinaryIO) -> Iterator[bytes]:
    while line := file.readline(MOST_VALUE):
        yield line


def _flat(found: dict[str, Any] | str) -> dict[str, Any] | str:
    properties = found.get(PROPERTIES) if isinstance(found, dict) else None
    if not isinstance(found, dict) or not isinstance(properties, dict):
        return found
    return {**{key: one for key, one in found.items() if key != PROPERTIES}, **properties}


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - whatever JSON holds
    return value if isinstance(value, list) else [value]


def _texts(role: str, value: Any) -> tuple[str, ...]:  # noqa: ANN401 - whatever JSON holds
    return () if isinstance(value, list) else texts_of(role, value)
