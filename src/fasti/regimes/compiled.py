"""Rules compiled: each file of rules once more as JSON, which is read thirty times as fast as TOML.

A compiled file speaks only for the TOML from which it was made, whose hash is its first line; any other is passed over.
`python -m tests.docs.reference` writes them anew, after every check that reading TOML makes.
"""

import hashlib
import json
import tomllib
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from fasti.regimes.rule import Regime

FOLDER = "compiled"
_READER = msgspec.json.Decoder(Regime)


def compiled_regime(folder: Traversable, name: str, text: str) -> Regime | None:
    """Return what a file of rules says, if it was compiled as it stands.

    Args:
        folder: Folder of the TOML files.
        name: Name of the TOML file.
        text: Its text.
    """
    try:
        mark, _, body = (folder / FOLDER / _compiled_name(name)).read_text(encoding="utf-8").partition("\n")
        return _READER.decode(body) if mark == _mark(text) else None
    except (FileNotFoundError, NotADirectoryError):
        return None


def compile_text(text: str) -> str:
    """Return the compiled form of the text of one file of rules, which has been checked before."""
    return f"{_mark(text)}\n{json.dumps(tomllib.loads(text), ensure_ascii=False, separators=(',', ':'))}\n"


def stale(folder: Path) -> tuple[str, ...]:
    """Return the names of compiled files that are missing, out of date, or of no file of rules any more."""
    wanted = _wanted(folder)
    held = {one.name: one.read_text(encoding="utf-8") for one in sorted((folder / FOLDER).glob("*.json"))}
    return tuple(sorted(name for name in wanted.keys() | held.keys() if wanted.get(name) != held.get(name)))


def write_compiled(folder: Path) -> None:
    """Write the compiled files of a folder of rules anew, and take away those of files that are gone."""
    (folder / FOLDER).mkdir(exist_ok=True)
    wanted = _wanted(folder)
    for name in stale(folder):
        place = folder / FOLDER / name
        if name in wanted:
            place.write_text(wanted[name], encoding="utf-8")
        else:
            place.unlink()


def _wanted(folder: Path) -> dict[str, str]:
    texts = {one.name: one.read_text(encoding="utf-8") for one in sorted(folder.glob("*.toml"))}
    return {_compiled_name(name): compile_text(text) for name, text in texts.items()}


def _compiled_name(name: str) -> str:
    return name.removesuffix(".toml") + ".json"


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
