"""Read the chronicle that ships with the package."""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from fasti.sources.catalog import load_catalog
from fasti.sources.chronicle.assembling import Chronicle, assemble
from fasti.sources.drafting import RawMember

PACKAGE = "fasti.sources.chronicle"
SUFFIX = ".toml"


@cache
def load_chronicle() -> Chronicle:
    """Return the chronicle of this package, resolved and checked; read once per process.

    Raises:
        BadInputError: A file of the package is missing or was altered so that it no longer holds.
    """
    return assemble(shipped_members(), frozenset(load_catalog().lists))


def shipped_members() -> tuple[RawMember, ...]:
    """Return the chronicle's TOML files, by name."""
    found = _files(resources.files(PACKAGE), "")
    return tuple(sorted(found, key=lambda member: member.name))


def _files(folder: Traversable, prefix: str) -> Iterator[RawMember]:
    """Read the TOML files of a folder and the folders in it."""
    for item in folder.iterdir():
        if item.is_dir() and item.name.isidentifier():
            yield from _files(item, f"{prefix}{item.name}/")
        elif item.name.endswith(SUFFIX):
            name = f"{prefix}{item.name}"
            yield RawMember(role=name.removesuffix(SUFFIX), name=name, data=item.read_bytes())
