"""Entities and listings made by hand, and the way to the reader and back."""

import json
from typing import Any

from fasti.model.listing import ENTRIES, Listing
from fasti.sources.catalog import load_catalog
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.ftm.exported import Exported
from fasti.sources.ftm.reader import read_json
from fasti.sources.ftm.writer import FtmEntity, write_entities

LISTS = load_catalog().lists


def entity(
    own: str, schema: str, *, datasets: tuple[str, ...] = ("us_ofac_sdn",), **properties: list[str]
) -> FtmEntity:
    """Return an entity as JSON has it."""
    return {"id": own, "schema": schema, "properties": properties, "datasets": list(datasets)}


def draft_of(*entities: dict[str, Any]) -> Draft:
    """Return what the reader makes of entities."""
    text = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in entities)
    return read_json([RawMember("entries", "entities.ftm.json", text.encode())], Memo())


def listings_of(*entities: dict[str, Any]) -> dict[str, Listing]:
    """Return the listings that the reader makes of entities."""
    return draft_of(*entities).parts[ENTRIES]


def written(listing: Listing, *lists: str) -> tuple[FtmEntity, ...]:
    """Return the entities of one listing, written for lists; for those that it stands on if none are named."""
    return write_entities(Exported(listing, lists or tuple(sorted({one.list for one in listing.memberships}))), LISTS)


def and_back(listing: Listing) -> Listing:
    """Write a listing, read it again, and return it."""
    (found,) = listings_of(*written(listing)).values()
    return found
