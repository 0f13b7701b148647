"""Turn an entry of the UN's file into its listing and its facets."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from lxml.etree import QName, _Element

from fasti.model.identity import Identifier, PartyKind
from fasti.model.listing import LISTING, Address, Fact, StatedDate
from fasti.sources.description import Description
from fasti.sources.drafting import Note, RowRead
from fasti.sources.ofac.tags import assign
from fasti.sources.records.dates import iso_day
from fasti.sources.records.elements import children, text, texts, unknown_fields
from fasti.sources.records.saying import Said, collect
from fasti.sources.records.wording import joined, one_line
from fasti.sources.un_sc import births
from fasti.sources.un_sc.aliases import aliases, former_names, own_names, tells_kinds
from fasti.sources.un_sc.fields import USED
from fasti.sources.un_sc.vocabulary import vocabulary

LIST = "un_sc"
_PERSON = "INDIVIDUAL"
_REFERENCE = re.compile(r"(?P<reference>[A-Z]{2,3}[ei]\.\d{3})(?P<rest>.*)")
_ONE_NOTICE = re.compile(r"https?://\S+/\d+(?=\.?$)")
_NOTICE = re.compile(r"INTERPOL-UN Security Council Special Notice web link:\s*(?P<url>https?://\S+)?")
_ADDRESS = {
    "street": "STREET",
    "city": "CITY",
    "region": "STATE_PROVINCE",
    "postal_code": "ZIP_CODE",
    "country": "COUNTRY",
}


@dataclass(frozen=True, slots=True)
class Facet:
    """Something that an edition as a whole may leave out, and that is a part of its own therefore.

    Attributes:
        kind: What the element is called of those who can have it; empty for all.
        shows: Whether an entry shows that the edition holds it.
        says: What an entry says of it.
    """

    kind: str
    shows: Callable[[_Element], bool]
    says: Callable[[_Element], Iterable[Said]]


def entry_key(element: _Element) -> str:
    """Return the key of an entry; empty if it has no number."""
    number = text(element, "DATAID")
    return f"un:{number}" if number.isascii() and number.isdigit() else ""


def read_entry(element: _Element, source: Description) -> RowRead:
    """Return an entry's listing, without its facets."""
    kind = QName(element).localname
    said: list[Said] = [*own_names(element), *aliases(element, kind), *_dates(element)]
    said += _identity(element)
    said += _addresses(element, kind)
    said += _person(element) if kind == _PERSON else ()
    said += births.unreadable_notes(element)
    assigned = assign(texts(element, "UN_LIST_TYPE"), (), source)
    notes = (*unknown_fields(element, USED, source.ignored["xml"]), *assigned.notes)
    listing = replace(
        collect(entry_key(element), said, PartyKind.PERSON if kind == _PERSON else PartyKind.ORGANIZATION),
        memberships=assigned.memberships,
        remarks=one_line(_NOTICE.sub("", text(element, "COMMENTS1"))),
    )
    return RowRead(listing, (*notes, *(one for one in said if isinstance(one, Note))))


def read_facet(element: _Element, facet: Facet) -> RowRead:
    """Return what an entry says of a facet."""
    said = tuple(facet.says(element)) if facet.kind in {"", QName(element).localname} else ()
    return RowRead(collect(entry_key(element), said), tuple(one for one in said if isinstance(one, Note)))


def _identity(element: _Element) -> Iterator[Said]:
    """Yield reference, submission and what kind of list the entry stands on."""
    printed = text(element, "REFERENCE_NUMBER")
    found = _REFERENCE.fullmatch(printed)
    if printed:
        yield Identifier("un_ref", found["reference"] if found else printed)
    if found is None:
        yield Note("unknown_reference", printed, f'"{printed}" is no reference number of a committee')
    elif found["rest"]:
        message = f'the reference number is printed as "{printed}"; it is read as {found["reference"]}'
        yield Note("trimmed_reference", printed, message)
    for word in texts(element, "LIST_TYPE/VALUE"):
        if word not in vocabulary().list_types:
            yield Note("unknown_list_type", word, f'no meaning is known for "{word}" as the type of a list')
    if by := joined((text(element, "SUBMITTED_BY"), text(element, "SUBMITTED_ON")), ", "):
        yield Fact("submitted", by)


def _dates(element: _Element) -> Iterator[Said]:
    """Yield the dates of listing and of amendments."""
    for what, path in ((LISTING, "LISTED_ON"), ("amended", "LAST_DAY_UPDATED/VALUE")):
        for printed in texts(element, path):
            if day := iso_day(printed):
                yield StatedDate(what, day, LIST, path.partition("/")[0])
            else:
                yield Note("unreadable_date", printed, f'"{printed}" is no date of {path}')


def _addresses(element: _Element, kind: str) -> Iterator[Said]:
    for record in children(element, f"{kind}_ADDRESS"):
        address = Address(
            **{field: text(record, name) for field, name in _ADDRESS.items()}, note=births.note_of(record)
        )
        if address != Address():
            yield address


def _person(element: _Element) -> Iterator[Said]:
    """Yield what only persons have."""
    for what, name in (("title", "TITLE"), ("position", "DESIGNATION"), ("nationality", "NATIONALITY")):
        yield from (Fact(what, word) for word in texts(element, f"{name}/VALUE"))
    for word in texts(element, "GENDER"):
        gender = vocabulary().genders.get(word)
        if gender is None:
            yield Note("unknown_gender", word, f'no meaning is known for "{word}" as a gender')
        if gender != "":
            yield Fact("gender", word, gender or "")
    yield from births.birth_dates(element)
    yield from births.birth_places(element)[:1]
    for record in children(element, "INDIVIDUAL_DOCUMENT"):
        yield from _document(record)


def _document(record: _Element) -> Iterator[Said]:
    """Yield a document's number, and its whole record in words where that says more."""
    names = ("TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "NUMBER", "ISSUING_COUNTRY", "COUNTRY_OF_ISSUE", "CITY_OF_ISSUE")
    kind, detail, number, issuer, country, city = (text(record, name) for name in names)
    scheme = vocabulary().documents.get(kind)
    if kind and scheme is None:
        yield Note("unknown_document_type", kind, f'no meaning is known for "{kind}" as a type of document')
    if number:
        yield Identifier(scheme or "document", number, issuer or country)
    issued = joined((text(record, "DATE_OF_ISSUE"), city), ", ")
    more = (detail, f"issued {joined((issued, country), ', ')}" if issued else "", births.note_of(record))
    if any(more):
        yield Fact("document", joined((joined((kind, number)), *more), "; "))


def _notices(element: _Element) -> Iterator[Said]:
    """Yield INTERPOL's notices, whose links stand in the comments; links to its page of all notices name none."""
    for found in _NOTICE.finditer(text(element, "COMMENTS1")):
        if found["url"]:
            one = _ONE_NOTICE.match(found["url"])
            yield Fact("notice", "INTERPOL-UN Security Council Special Notice", one[0] if one else "")


FACETS = {
    "birth_date_kinds": Facet(_PERSON, births.has_several_dates, births.birth_date_kinds),
    "former_names": Facet("ENTITY", tells_kinds, former_names),
    "further_birth_places": Facet(
        _PERSON, lambda one: len(births.birth_places(one)) > 1, lambda one: births.birth_places(one)[1:]
    ),
    "notices": Facet("", lambda one: any(_notices(one)), _notices),
}
"""Name of the part to what it holds."""
