"""The JSON form of an answer: every key present, `null` where unknown, tuples as lists."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any


def to_json(answer: object, *, indent: int | None = 2) -> str:
    """Return the JSON text of an answer; non-ASCII letters stay as they are."""
    return json.dumps(to_plain(answer), ensure_ascii=False, indent=indent)


def to_plain(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Return a value as dicts, lists, strings, numbers, booleans and `None`.

    A field name that ends in `_` because the word is taken in Python loses it: `from_` becomes `from`.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {key: to_plain(getattr(value, name)) for name, key in _keys(type(value))}
    if isinstance(value, Mapping):
        return {str(key): to_plain(one) for key, one in sorted(value.items())}
    if isinstance(value, (tuple, list)):
        return [to_plain(one) for one in value]
    if isinstance(value, str):
        return str(value)
    return value


def json_key(field_name: str) -> str:
    """Return the JSON key of a field.

    >>> json_key("from_")
    'from'
    """
    return field_name.removesuffix("_")


@cache
def _keys(kind: type) -> tuple[tuple[str, str], ...]:
    return tuple((one.name, json_key(one.name)) for one in fields(kind))
