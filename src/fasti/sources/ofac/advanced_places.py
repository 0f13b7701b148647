"""Turn the locations of OFAC's advanced format into postal addresses and places in words."""

from collections.abc import Sequence

from lxml.etree import _Element

from fasti.model.listing import Address
from fasti.sources.drafting import Note
from fasti.sources.ofac.advanced_elements import comment, words
from fasti.sources.ofac.advanced_raw import RawPlace
from fasti.sources.ofac.advanced_references import References

STREET = ("ADDRESS1", "ADDRESS2", "ADDRESS3")
REGION = ("STATE/PROVINCE", "REGION")
CITY = "CITY"
POSTAL_CODE = "POSTAL CODE"
FREE = "Unknown"
"""Type of a part that is free words: the name of a country, or a place that is not taken apart."""

OTHER = "other form"
"""What stands for the language of a second form that does not say it."""

_KNOWN = frozenset({*STREET, *REGION, CITY, POSTAL_CODE, FREE})


def read_place(element: _Element, references: References) -> tuple[RawPlace, ...]:
    """Return a `Location`: its main form first, then one for each language in which parts are repeated."""
    country = _country(element, references)
    forms: dict[str, list[tuple[str, str]]] = {"": []}
    for part in element.iterchildren("{*}LocationPart"):
        kind = references.text("LocPartType", part.get("LocPartTypeID"))
        for value in part.iterchildren("{*}LocationPartValue"):
            text = words(value, "Value")
            if text:
                forms.setdefault(_language(value), []).append((kind, text))
    places = [RawPlace(tuple(parts), country, language) for language, parts in forms.items()]
    return tuple(place for place in places if place.parts or (place.country and not place.language))


def address_of(place: RawPlace) -> Address:
    """Return a place as a postal address; what is in no known part stands in its note."""
    rest = [text for kind, text in place.parts if kind == FREE or kind not in _KNOWN]
    return Address(
        street=_joined(place, STREET),
        city=_joined(place, (CITY,)),
        region=_joined(place, REGION),
        postal_code=_joined(place, (POSTAL_CODE,)),
        country=place.country,
        note=", ".join(([place.language] if place.language else []) + rest),
    )


def words_of(place: RawPlace) -> str:
    """Return a place in words, as OFAC prints a place of birth: smallest part first.

    >>> words_of(RawPlace((("CITY", "Caracas"),), "Venezuela"))
    'Caracas, Venezuela'
    """
    said = [text for _, text in place.parts]
    return ", ".join(said if place.country in {"", *said} else [*said, place.country])


def doubts_about(places: Sequence[RawPlace]) -> tuple[Note, ...]:
    """Return a doubt for each type of part that no meaning is known for."""
    strange = sorted({kind for place in places for kind, _ in place.parts if kind not in _KNOWN})
    return tuple(
        Note("unknown_location_part", kind, f'no meaning is known for the part "{kind}" of a location; it is a note')
        for kind in strange
    )


def _joined(place: RawPlace, kinds: tuple[str, ...]) -> str:
    return ", ".join(text for wanted in kinds for kind, text in place.parts if kind == wanted)


def _language(value: _Element) -> str:
    """Return what a value says of its language; empty for the main one."""
    if value.get("Primary", "true") == "true":
        return ""
    return comment(value) or OTHER


def _country(element: _Element, references: References) -> str:
    """Return the country of a location; of its area where it has none."""
    found = [references.said("Country", one.get("CountryID")) for one in element.iterchildren("{*}LocationCountry")]
    for area in element.iterchildren("{*}LocationAreaCode") if not any(found) else ():
        number = area.get("AreaCodeID")
        references.text("AreaCode", number)
        found.append(references.attribute("AreaCode", number, "Description"))
    return ", ".join(dict.fromkeys(one for one in found if one not in {"", "undetermined"}))
