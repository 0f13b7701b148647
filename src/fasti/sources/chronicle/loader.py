"""Read the chronicle that ships with the package."""

from functools import cache

from fasti.sources.catalog import load_catalog
from fasti.sources.chronicle.assembling import Chronicle, assemble
from fasti.sources.chronicle.files import shipped_members


@cache
def load_chronicle() -> Chronicle:
    """Return the chronicle of this package, resolved and checked; read once per process.

    Raises:
        BadInputError: A file of the package is missing or was altered so that it no longer holds.
    """
    return assemble(shipped_members(), frozenset(load_catalog().lists))
