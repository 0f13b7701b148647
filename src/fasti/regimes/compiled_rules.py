"""Rules as they are compiled: from JSON into their types, every check having been made before."""

from pathlib import Path

import msgspec

from fasti.regimes.rule import Regime
from fasti.tables.compiled import compiled_body

_READER = msgspec.json.Decoder(Regime)


def compiled_regime(folder: Path, name: str, text: str) -> Regime | None:
    """Return what a file of rules says, if it was compiled as it stands.

    Args:
        folder: Folder of the TOML files.
        name: Name of the TOML file.
        text: Its text.
    """
    body = compiled_body(folder, name, text.encode())
    return None if body is None else _READER.decode(body)
