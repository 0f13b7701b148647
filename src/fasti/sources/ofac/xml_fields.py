"""Take an XML element apart into its fields, so that none is dropped in silence."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml.etree import QName, _Element

from fasti.sources.drafting import Note

USED = (
    "sdnEntry/uid",
    "sdnEntry/firstName",
    "sdnEntry/lastName",
    "sdnEntry/title",
    "sdnEntry/sdnType",
    "sdnEntry/nspType",
    "sdnEntry/remarks",
    "sdnEntry/programList/program",
    "sdnEntry/idList/id/idType",
    "sdnEntry/idList/id/idNumber",
    "sdnEntry/idList/id/idCountry",
    "sdnEntry/idList/id/issueDate",
    "sdnEntry/idList/id/expirationDate",
    "sdnEntry/akaList/aka/type",
    "sdnEntry/akaList/aka/category",
    "sdnEntry/akaList/aka/lastName",
    "sdnEntry/akaList/aka/firstName",
    "sdnEntry/addressList/address/address1",
    "sdnEntry/addressList/address/address2",
    "sdnEntry/addressList/address/address3",
    "sdnEntry/addressList/address/city",
    "sdnEntry/addressList/address/stateOrProvince",
    "sdnEntry/addressList/address/postalCode",
    "sdnEntry/addressList/address/country",
    "sdnEntry/nationalityList/nationality/country",
    "sdnEntry/citizenshipList/citizenship/country",
    "sdnEntry/dateOfBirthList/dateOfBirthItem/dateOfBirth",
    "sdnEntry/placeOfBirthList/placeOfBirthItem/placeOfBirth",
    "sdnEntry/vesselInfo/callSign",
    "sdnEntry/vesselInfo/vesselType",
    "sdnEntry/vesselInfo/vesselFlag",
    "sdnEntry/vesselInfo/vesselOwner",
    "sdnEntry/vesselInfo/tonnage",
    "sdnEntry/vesselInfo/grossRegisteredTonnage",
)
"""Fields of an entry that go into its listing, as paths (schema `sdnList` of OFAC's XML format)."""

_FIELDS = frozenset(USED)
_GROUPS = frozenset("/".join(path.split("/")[:depth]) for path in USED for depth in range(1, path.count("/") + 1))


@dataclass(frozen=True, slots=True)
class Fields:
    """An element taken apart.

    Attributes:
        texts: Name to text of its used fields; empty ones are left out.
        groups: Its elements that have fields of their own, with their paths, in file order.
        notes: Doubts about fields that the format does not have, or not twice.
    """

    texts: dict[str, str]
    groups: tuple[tuple[str, _Element], ...]
    notes: tuple[Note, ...]


def take_apart(element: _Element, path: str, ignored: Collection[str]) -> Fields:
    """Return an element's fields.

    Args:
        element: The element.
        path: Its path from `sdnEntry`.
        ignored: Paths of fields that are left out for a stated reason.
    """
    texts: dict[str, str] = {}
    groups = []
    notes = [_unknown(f"{path}/@{name}") for name in map(str, element.attrib)]
    for child in children(element):
        name = QName(child).localname
        place = f"{path}/{name}"
        if place in _GROUPS:
            groups.append((place, child))
        elif place not in _FIELDS:
            notes += [] if place in ignored else [_unknown(place)]
        elif name in texts and place != "sdnEntry/programList/program":
            notes.append(Note("repeated_field", place, f"the field {place} stands twice; the first is taken"))
        elif text := (child.text or "").strip():
            texts[name] = text
    return Fields(texts, tuple(groups), tuple(notes))


def children(element: _Element) -> Iterator[_Element]:
    """Yield the elements in an element; comments and processing instructions say nothing."""
    return element.iterchildren("*")


def _unknown(place: str) -> Note:
    return Note("unknown_field", place, f"the format is not known to have the field {place}; it is not read")
