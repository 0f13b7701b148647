"""Read the places that addresses, births and documents point to."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from fasti.sources.records.elements import attribute, children, text
from fasti.sources.records.wording import joined


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the file declares it; every field verbatim, empty if not given."""

    location: str = ""
    area: str = ""
    country: str = ""

    def __str__(self) -> str:
        """Return the place in words."""
        return joined((self.location, self.area, self.country), ", ")


Places = Mapping[str, Place]
"""Places by their number."""


def places_of(root: _Element) -> dict[str, Place]:
    """Return the places that a file declares."""
    return {
        attribute(one, "ssid"): Place(text(one, "location"), text(one, "area"), text(one, "country"))
        for one in children(root, "place")
    }
