"""The catalogue: every list Fasti knows and every source it reads, by id."""

import tomllib
from functools import cache
from importlib import resources

from fasti.model.catalog import Catalog, ListInfo
from fasti.sources.description import describe, described, source_info

CHRONICLE = "chronicle"


@cache
def load_catalog() -> Catalog:
    """Return the catalogue of this package; read once per process."""
    text = resources.files("fasti.sources").joinpath("catalog.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    sources = {source_id: describe(source_id).info for source_id in described()}
    sources[CHRONICLE] = source_info(CHRONICLE, table[CHRONICLE])
    lists = {list_id: ListInfo(list_id=list_id, **one) for list_id, one in table["lists"].items()}
    return Catalog(lists=lists, sources=dict(sorted(sources.items())))
