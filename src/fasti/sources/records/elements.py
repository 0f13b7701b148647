"""Take an XML record apart by paths of local names, so that no field of it is dropped in silence."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache

from lxml.etree import QName, _Element

from fasti.sources.drafting import Note
from fasti.sources.records.wording import one_line


def children(element: _Element, name: str = "*") -> Iterator[_Element]:
    """Yield the elements directly in an element, of any name or of one, whatever their namespace."""
    return element.iterchildren(_any_namespace(name))


def texts(element: _Element, path: str) -> tuple[str, ...]:
    """Return the texts at a path of local names below an element, in file order; blank ones are left out."""
    first, *rest = _steps(path)
    found: Iterable[_Element] = element.iterchildren(first)
    for name in rest:
        found = [child for one in found for child in one.iterchildren(name)]
    return tuple(text for one in found if (text := one_line(one.text)))


def text(element: _Element, path: str) -> str:
    """Return the first text at a path below an element; empty if there is none."""
    if "/" in path:
        return next(iter(texts(element, path)), "")
    for child in element.iterchildren(_any_namespace(path)):
        if words := one_line(child.text):
            return words
    return ""


def attribute(element: _Element, name: str) -> str:
    """Return an attribute; empty if it is not there."""
    return one_line(element.get(name))


def unknown_fields(
    element: _Element, used: Collection[str], ignored: Collection[str], apart: Collection[str] = (), name: str = ""
) -> list[Note]:
    """Return a note for each field of a record that is neither used nor ignored.

    Args:
        element: The record.
        used: Paths of the fields that go into the listing, from the record's own name; attributes are `path/@name`.
        ignored: Paths that do not; of an element so named, nothing is looked at.
        apart: Paths of elements that are records of their own and looked at for themselves.
        name: Name of the record in the paths, if not that of its element.
    """
    known = frozenset(used)
    passed = frozenset((*ignored, *apart))
    return list(dict.fromkeys(_unknown(element, name or QName(element).localname, known, passed)))


def _unknown(element: _Element, path: str, used: frozenset[str], passed: frozenset[str]) -> Iterator[Note]:
    for name in element.attrib:
        place = f"{path}/@{_local(str(name))}"
        if place not in used and place not in passed:
            yield _note(place)
    groups = _groups(used)
    for child in element.iterchildren("*"):
        place = f"{path}/{_local(str(child.tag))}"
        if place in passed:
            continue
        if place not in used and place not in groups:
            yield _note(place)
        elif len(child) or child.attrib:
            yield from _unknown(child, place, used, passed)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


@cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(map(_any_namespace, path.split("/")))


@cache
def _any_namespace(name: str) -> str:
    return name if name == "*" else f"{{*}}{name}"


@cache
def _groups(used: frozenset[str]) -> frozenset[str]:
    """Return the paths of the elements that hold used fields."""
    return frozenset("/".join(path.split("/")[:depth]) for path in used for depth in range(1, path.count("/") + 1))


def _note(place: str) -> Note:
    return Note("unknown_field", place, f"the format is not known to have the field {place}; it is not read")
