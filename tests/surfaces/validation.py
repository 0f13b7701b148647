"""A validator for the part of JSON Schema that the answers' schemas use; an unknown keyword is an error."""

from collections.abc import Callable, Iterator
from typing import Any

Plain = Any
"""A value of JSON: there is no narrower type."""

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
SILENT = {"$schema", "$id", "$defs", "title", "description"}


def faults(value: Plain, schema: dict[str, Any], root: dict[str, Any], path: str = "$") -> Iterator[str]:
    """Yield where a value breaks a schema.

    Args:
        value: Plain data.
        schema: The schema it is held against.
        root: The document that holds `$defs`.
        path: Where `value` stands.
    """
    for keyword, rule in schema.items():
        if keyword not in SILENT:
            yield from CHECKS[keyword](value, rule, root, path)


def _type(value: Plain, rule: str, _root: dict[str, Any], path: str) -> Iterator[str]:
    wrong = isinstance(value, bool) and rule != "boolean"
    if wrong or not isinstance(value, TYPES[rule]):
        yield f"{path} is no {rule}"


def _ref(value: Plain, rule: str, root: dict[str, Any], path: str) -> Iterator[str]:
    yield from faults(value, root["$defs"][rule.removeprefix("#/$defs/")], root, path)


def _any_of(value: Plain, rule: list[dict[str, Any]], root: dict[str, Any], path: str) -> Iterator[str]:
    if all(any(True for _ in faults(value, one, root, path)) for one in rule):
        yield f"{path} fits none of its kinds"


def _properties(value: Plain, rule: dict[str, Any], root: dict[str, Any], path: str) -> Iterator[str]:
    for key, one in value.items():
        yield from faults(one, rule[key], root, f"{path}.{key}") if key in rule else [f"{path}.{key} is unknown"]


def _items(value: Plain, rule: dict[str, Any], root: dict[str, Any], path: str) -> Iterator[str]:
    for place, one in enumerate(value):
        yield from faults(one, rule, root, f"{path}[{place}]")


def _values(value: Plain, rule: dict[str, Any], root: dict[str, Any], path: str) -> Iterator[str]:
    for key, one in value.items():
        yield from faults(one, rule, root, f"{path}.{key}")


def _required(value: Plain, rule: list[str], _root: dict[str, Any], path: str) -> Iterator[str]:
    return (f"{path}.{key} is missing" for key in rule if key not in value)


def _enum(value: Plain, rule: list[Any], _root: dict[str, Any], path: str) -> Iterator[str]:
    return (f"{path} is {value!r}, none of {rule}" for _ in (1,) if value not in rule)


def _const(value: Plain, rule: Plain, _root: dict[str, Any], path: str) -> Iterator[str]:
    return (f"{path} is {value!r}, not {rule!r}" for _ in (1,) if value != rule)


CHECKS: dict[str, Callable[[Plain, Plain, dict[str, Any], str], Iterator[str]]] = {
    "type": _type,
    "$ref": _ref,
    "anyOf": _any_of,
    "properties": _properties,
    "additionalProperties": _values,
    "items": _items,
    "required": _required,
    "enum": _enum,
    "const": _const,
}
