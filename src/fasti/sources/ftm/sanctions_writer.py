"""Write a party's places on lists as Sanction entities, each with the dates that the entry states of it."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from fasti.model.catalog import ListInfo
from fasti.model.listing import Listing, Membership, StatedDate
from fasti.sources.ftm.exported import Exported
from fasti.sources.ftm.notes import print_note
from fasti.sources.ftm.sanctions import DATES, STATED
from fasti.sources.source_info import description_table

LISTED = "listed"
"""The status that goes without saying."""

_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_PROPERTIES = {what: name for name, what in DATES.items()}


def sanction_entities(exported: Exported, party: str, known: Mapping[str, ListInfo]) -> list[dict[str, Any]]:
    """Return the Sanction entities of a party: one for each legal basis on each list that it is written for.

    Args:
        exported: The party.
        party: Id of its entity.
        known: The catalogue's lists.
    """
    listing = exported.listing
    found = []
    for list_id in sorted(exported.lists):
        places = listing.on_list(list_id) or (Membership(list_id, "", ""),)
        for number, place in enumerate(places, 1):
            stated = [one for one in listing.stated if _belongs(one, place, places)]
            properties = {**_issuer(known.get(list_id)), **_place(place), **_dates(stated)}
            if not place.basis and not stated and exported.first_seen:
                properties["listingDate"] = [exported.first_seen]
            if exported.statuses.get(list_id, LISTED) != LISTED:
                properties["status"] = [exported.statuses[list_id]]
            own = f"{party}-{list_id.replace('_', '-')}-{number}"
            said = dict(sorted({"entity": [party], "recordId": [listing.key], **properties}.items()))
            found.append({"id": own, "schema": "Sanction", "properties": said, "datasets": [list_id]})
    return found


def unplaced(listing: Listing, lists: Collection[str]) -> Iterator[str]:
    """Yield notes for the dates that speak of lists for which no Sanction is written."""
    for one in listing.stated:
        if one.list not in lists:
            yield print_note(f"{STATED}{one.what}", f"{one.on}; {one.list}; {one.label}", one.basis)


def topics(lists: Collection[str]) -> tuple[str, ...]:
    """Return what FollowTheMoney calls being on the lists, sorted."""
    return tuple(sorted({_topics()[list_id] for list_id in lists if list_id in _topics()}))


def _belongs(one: StatedDate, place: Membership, places: tuple[Membership, ...]) -> bool:
    """Say whether a date is told with a place: of its own basis, or with the first if no place has that."""
    if one.list != place.list:
        return False
    bases = [other.basis for other in places]
    return place.basis == one.basis if one.basis in bases else place is places[0]


def _issuer(info: ListInfo | None) -> dict[str, list[str]]:
    return {"authority": [info.authority], "sourceUrl": [info.url]} if info else {}


def _place(place: Membership) -> dict[str, list[str]]:
    said = {"program": place.basis, "programId": place.tag}
    return {name: [value] for name, value in said.items() if value}


def _dates(stated: Collection[StatedDate]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in stated:
        name = _PROPERTIES.get(one.what)
        if name and _DAY.fullmatch(one.on):
            found.setdefault(name, []).append(one.on)
        words = f"{one.on}; {one.label}" if one.label else one.on
        found.setdefault("summary", []).append(print_note(f"{STATED}{one.what}", words, one.basis))
    return found


@cache
def _topics() -> dict[str, str]:
    table: dict[str, str] = description_table("ftm")["topics"]
    return table
