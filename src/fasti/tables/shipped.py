"""Read a table that is shipped with the package, compiled where it has been."""

import json
from pathlib import Path
from typing import Any

from fasti.tables.compiled import compiled_body

PACKAGE = Path(__file__).parents[1]
"""Folder of the package `fasti`."""


def shipped(place: str) -> dict[str, Any]:
    """Return a table of the package; callers keep what they make of it.

    Args:
        place: Path of the TOML file within the package, e.g. `sources/catalog.toml`.
    """
    path = PACKAGE / place
    data = path.read_bytes()
    body = compiled_body(path.parent, path.name, data)
    if body is None:
        import tomllib  # slow to import, and a start needs it for no table that is compiled

        return tomllib.loads(data.decode())
    found: dict[str, Any] = json.loads(body)
    return found
