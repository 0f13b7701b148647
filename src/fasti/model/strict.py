"""Finds keys in plain data that a dataclass does not have, so that a misspelt field is refused, not dropped."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import get_args, get_origin, get_type_hints


def unknown_keys(data: object, shape: object, path: str = "") -> Iterator[str]:
    """Yield the dotted path of every key in plain data that the shape does not have.

    Args:
        data: Mappings, lists and scalars, as TOML or JSON gives them.
        shape: A dataclass, or a tuple, list or union of such types.
        path: Where `data` stands.
    """
    target = _dataclass_in(shape)
    if isinstance(data, dict) and target is not None:
        hints, known = _shape(target)
        for key, value in data.items():
            place = f"{path}.{key}" if path else str(key)
            if key not in known:
                yield place
            else:
                yield from unknown_keys(value, hints[key], place)
    elif isinstance(data, list):
        for number, item in enumerate(data):
            yield from unknown_keys(item, shape, f"{path}[{number}]")


@cache
def _shape(target: type) -> tuple[dict[str, object], frozenset[str]]:
    """Return the types and the names of a dataclass's fields."""
    return get_type_hints(target), frozenset(one.name for one in fields(target))


def _dataclass_in(shape: object) -> type | None:
    """Return the one dataclass inside a type such as `tuple[X, ...]` or `X | None`."""
    if isinstance(shape, type) and is_dataclass(shape):
        return shape
    if get_origin(shape) is dict:
        return None
    return next((found for part in get_args(shape) if (found := _dataclass_in(part)) is not None), None)
