"""What the catalogue says of the lists, for naming them in an answer."""

from collections.abc import Mapping

from fasti.model.catalog import ListInfo


def known_lists() -> Mapping[str, ListInfo]:
    """Return the catalogue's lists by id; it is read at the first use."""
    from fasti.sources.catalog import load_catalog

    return load_catalog().lists
