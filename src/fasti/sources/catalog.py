"""The catalogue: every list Fasti knows and every source it reads, by id."""

from functools import cache

from fasti.model.catalog import Catalog, ListInfo
from fasti.sources.source_info import described, description_table, source_info
from fasti.tables.shipped import shipped

CHRONICLE = "chronicle"


@cache
def load_catalog() -> Catalog:
    """Return the catalogue of this package; read once per process."""
    table = shipped("sources/catalog.toml")
    sources = {source_id: source_info(source_id, description_table(source_id)) for source_id in described()}
    sources[CHRONICLE] = source_info(CHRONICLE, table[CHRONICLE])
    lists = {list_id: ListInfo(list_id=list_id, **one) for list_id, one in table["lists"].items()}
    return Catalog(lists=lists, sources=dict(sorted(sources.items())))
