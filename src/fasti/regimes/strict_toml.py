"""Reads a TOML file of law into its type, or refuses it in one sentence that names the file and every fault."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from fasti.model.errors import BadInputError
from fasti.model.strict import unknown_keys

T = TypeVar("T")


def read_strictly(place: str, text: str, kind: type[T], schema: str, faults: Callable[[T], Iterable[str]]) -> T:
    """Read one file.

    Args:
        place: Folder and name of the file, for the sentence.
        text: TOML.
        kind: Type to read it into; keys that it does not have are faults.
        schema: What the sentence calls the schema.
        faults: Tells what else is wrong, each in a few words.

    Raises:
        BadInputError: The text is no TOML, breaks the type, or has a fault.
    """
    import tomllib  # slow to import, and the rules that are shipped are compiled

    try:
        data = tomllib.loads(text)
        found = msgspec.convert(data, kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        message = f"{place} does not follow {schema}: {error}."
        raise BadInputError(message) from error
    wrong = [*(f"unknown key {path}" for path in unknown_keys(data, kind)), *faults(found)]
    if wrong:
        message = f"{place} does not follow {schema}: {'; '.join(wrong)}."
        raise BadInputError(message)
    return found
