"""Turn an `sdnEntry` element of OFAC's XML format into a listing."""

from collections.abc import Callable, Collection, Iterator, Mapping

from lxml.etree import _Element

from fasti.model.identity import Name, NameKind, Quality
from fasti.model.listing import Address
from fasti.sources.description import Description
from fasti.sources.drafting import Note, RowRead
from fasti.sources.ofac.assembling import Heading, assemble
from fasti.sources.ofac.labels import Labelled, find, vocabulary
from fasti.sources.ofac.remarks import read_items, read_printed, read_titles, split, unknown
from fasti.sources.ofac.statements import Statement, interpret, remark
from fasti.sources.ofac.vessels import describe_vessel
from fasti.sources.ofac.wording import one_line, tidy
from fasti.sources.ofac.xml_fields import Fields, children, take_apart

ENTRY = "sdnEntry"
ALIAS_KINDS = {"a.k.a.": NameKind.AKA, "f.k.a.": NameKind.FKA, "n.k.a.": NameKind.NKA}
QUALITIES = {"strong": Quality.STRONG, "weak": Quality.WEAK}


def read_entry(element: _Element, source: Description) -> RowRead:
    """Return the listing of an entry; its number is that of `uid`, which the caller has checked."""
    ignored = source.ignored["xml"]
    entry = take_apart(element, ENTRY, ignored)
    statements: list[Statement] = list(entry.notes)
    statements += read_titles(entry.texts.get("title", ""))
    addresses = []
    tags: list[str] = []
    for path, group in entry.groups:
        if path == f"{ENTRY}/programList":
            tags += [tag for program in children(group) if (tag := one_line(program.text or ""))]
        for place, fields in _records(path, group, ignored):
            statements += fields.notes
            if place == f"{ENTRY}/addressList/address":
                addresses.append(_address(fields.texts))
            elif place in _READ:
                statements += _READ[place](fields.texts)
    remarks = entry.texts.get("remarks", "")
    statements += read_items(split(remarks)) if remarks else ()
    return assemble(_heading(entry.texts, tags), statements, source, addresses, remarks)


def full_name(texts: dict[str, str]) -> str:
    """Return a name as the CSV format prints it: family name first.

    >>> full_name({"firstName": "Ismail", "lastName": "HANIYA"})
    'HANIYA, Ismail'
    """
    return ", ".join(one_line(texts[part]) for part in ("lastName", "firstName") if part in texts)


def _heading(texts: dict[str, str], tags: list[str]) -> Heading:
    kind = texts.get("sdnType") or texts.get("nspType", "")
    return Heading(texts["uid"], kind, full_name(texts), tuple(tags))


def _records(path: str, group: _Element, ignored: Collection[str]) -> Iterator[tuple[str, Fields]]:
    """Yield the records of a group with their paths: `vesselInfo` is its own, the others are lists of some."""
    fields = take_apart(group, path, ignored)
    yield path, fields
    for place, element in fields.groups:
        yield place, take_apart(element, place, ignored)


def _address(texts: dict[str, str]) -> Address:
    lines = [one_line(texts[name]) for name in ("address1", "address2", "address3") if name in texts]
    rest = {
        field: one_line(texts.get(name, ""))
        for field, name in (
            ("city", "city"),
            ("region", "stateOrProvince"),
            ("postal_code", "postalCode"),
            ("country", "country"),
        )
    }
    return Address(street=", ".join(lines), **rest)


def _alias(texts: dict[str, str]) -> list[Statement]:
    kind, quality = texts.get("type", ""), texts.get("category", "")
    name = Name(full_name(texts), ALIAS_KINDS.get(kind, NameKind.AKA), QUALITIES.get(quality, Quality.STRONG))
    notes: list[Statement] = [
        Note("unknown_alias_type", word, f'no meaning is known for "{word}" as the kind or quality of an alias')
        for word, known in ((kind, kind in ALIAS_KINDS), (quality, quality in QUALITIES))
        if not known
    ]
    return [name, *notes]


def read_identification(texts: Mapping[str, str]) -> tuple[Statement, ...]:
    """Return what an `id` says, by way of how the CSV format prints it.

    Args:
        texts: `idType`, `idNumber`, `idCountry`, `issueDate`, `expirationDate`; those not said are left out.
    """
    printed = (
        ("", "idNumber", ""),
        ("(", "idCountry", ")"),
        ("issued ", "issueDate", ""),
        ("expires ", "expirationDate", ""),
    )
    value = " ".join(f"{before}{tidy(texts[name])}{after}" for before, name, after in printed if name in texts)
    value, *further = split(value)
    label = one_line(texts.get("idType", ""))
    labelled = _labelled(label, value)
    first = read_printed(labelled) if labelled else (*remark(f"{label} {value}"), unknown(label))
    return *first, *read_items(further)


def _labelled(label: str, value: str) -> Labelled | None:
    """Return a type and its value; of digital currencies, the currency is printed behind the type."""
    printed = f"{label} {value}"
    known = vocabulary().get(label) or vocabulary().get(label.rstrip(" :-"))
    if known:
        return Labelled(known, value, printed)
    found = find(printed)
    return found if found and found.label.name == "digital_currency" else None


def _plain(label: str, name: str) -> Callable[[dict[str, str]], tuple[Statement, ...]]:
    """Return the reading of a record that has a single value, which the CSV format prints behind a label."""

    def read(texts: dict[str, str]) -> tuple[Statement, ...]:
        value = tidy(texts.get(name, ""))
        return interpret(Labelled(vocabulary()[label], value, f"{label} {value}")) if value else ()

    return read


_READ: dict[str, Callable[[dict[str, str]], Collection[Statement]]] = {
    f"{ENTRY}/akaList/aka": _alias,
    f"{ENTRY}/idList/id": read_identification,
    f"{ENTRY}/vesselInfo": describe_vessel,
    f"{ENTRY}/nationalityList/nationality": _plain("nationality", "country"),
    f"{ENTRY}/citizenshipList/citizenship": _plain("citizen", "country"),
    f"{ENTRY}/dateOfBirthList/dateOfBirthItem": _plain("DOB", "dateOfBirth"),
    f"{ENTRY}/placeOfBirthList/placeOfBirthItem": _plain("POB", "placeOfBirth"),
}
