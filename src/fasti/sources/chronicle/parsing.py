"""From the bytes of one TOML file to its tables; says in one sentence what is wrong with it."""

import re
import tomllib
from datetime import date
from typing import Any, TypeVar

import msgspec

from fasti.model.errors import BadInputError

Table = TypeVar("Table")
PLACE = re.compile(r"^(?P<what>.*) - at `\$(?P<path>.*)`$")
ITEM = re.compile(r"^\.(?P<table>act|correction|decision)\[(?P<index>\d+)\](?P<rest>.*)$")


def parse(name: str, data: bytes, shape: type[Table]) -> Table:
    """Read one file of the chronicle.

    Args:
        name: File name within the chronicle, for messages.
        data: Its bytes.
        shape: The table type of `fasti.sources.chronicle.schema` that the whole file has.

    Raises:
        BadInputError: It is not TOML, or has a key or value that the schema does not know.
    """
    raw = _load(name, data)
    try:
        return msgspec.convert(raw, shape)
    except msgspec.ValidationError as error:
        raise BadInputError(_sentence(name, raw, str(error))) from error


def parse_tables(name: str, data: bytes, shape: type[Table]) -> dict[str, Table]:
    """Read one file whose tables all have one shape, by the name of each table.

    Args:
        name: File name within the chronicle, for messages.
        data: Its bytes.
        shape: The shape of every table.

    Raises:
        BadInputError: It is not TOML, or a table has a key or value that the schema does not know.
    """
    tables = {}
    for slug, raw in _load(name, data).items():
        try:
            tables[slug] = msgspec.convert(raw, shape)
        except msgspec.ValidationError as error:
            raise BadInputError(_sentence(f"{name}, {slug}", {}, str(error))) from error
    return tables


def _load(name: str, data: bytes) -> dict[str, Any]:
    """Return the tables of a TOML file, dates and instants as text."""
    try:
        raw = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInputError(f"{name} is not TOML: {error}.") from error
    return {key: _dates_as_text(value) for key, value in raw.items()}


def _dates_as_text(value: Any) -> Any:  # noqa: ANN401 - a TOML value is any of its types
    """Return a TOML value with its dates and instants as ISO text."""
    if isinstance(value, dict):
        return {key: _dates_as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_dates_as_text(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def _sentence(name: str, raw: dict[str, Any], error: str) -> str:
    """Return the sentence for a schema error, naming file and act."""
    found = PLACE.match(error)
    if found is None:
        return f"{name}: {_lower_first(error)}; see docs/chronicle.md for the keys."
    item = ITEM.match(found["path"])
    if item is None:
        return f"{name}, {found['path'].strip('.')}: {_lower_first(found['what'])}; see docs/chronicle.md for the keys."
    table = raw[item["table"]][int(item["index"])]
    label = table.get("id") or table.get("corrects") or f"no. {int(item['index']) + 1}"
    field = item["rest"].strip(".")
    where = f"{name}, {item['table']} {label}" + (f", {field}" if field else "")
    return f"{where}: {_lower_first(found['what'])}; see docs/chronicle.md for the keys."


def _lower_first(text: str) -> str:
    """Return a sentence to stand after a colon."""
    return text[:1].lower() + text[1:]
