"""Read what an identity of a party says besides its names: dates, places, nationalities, documents."""

from collections.abc import Iterator

from lxml.etree import _Element

from fasti.model.identity import Identifier, PartyKind
from fasti.model.listing import Address, Fact
from fasti.sources.ch_seco.places import Place, Places
from fasti.sources.ch_seco.vocabulary import vocabulary
from fasti.sources.drafting import Note
from fasti.sources.records.dates import edtf
from fasti.sources.records.elements import attribute, children, text
from fasti.sources.records.saying import Said
from fasti.sources.records.wording import joined, one_line

_BEGINNINGS = {PartyKind.PERSON: "birth_date", PartyKind.VESSEL: "built_on", PartyKind.AIRCRAFT: "built_on"}
_GREGORIAN = frozenset({"", "Gregorian"})


def details_of(identity: _Element, kind: PartyKind, places: Places) -> Iterator[Said]:
    """Yield what an identity says besides its names."""
    for one in children(identity, "day-month-year"):
        yield from _date(one, _BEGINNINGS.get(kind, "established_on"))
    for one in children(identity, "nationality"):
        for country in children(one, "country"):
            if words := one_line(country.text) or attribute(country, "iso-code"):
                yield Fact("nationality", words, attribute(country, "iso-code").lower())
    for one in children(identity, "address"):
        place = _place(one, places)
        yield from _unknown_place(one, places)
        address = _address(one, place)
        if address != Address():
            yield address
    for one in children(identity, "place-of-birth"):
        yield from _unknown_place(one, places)
        remark = text(one, "remarks")
        if words := joined((str(_place(one, places)), f"({remark})" if remark else "")):
            yield Fact("birth_place", words)
    for one in children(identity, "identification-document"):
        yield from _document(one, places)


def _date(element: _Element, what: str) -> Iterator[Said]:
    """Yield a date of which any part may be missing, with its mark if the list is not sure of it."""
    year, month, day = (attribute(element, name) for name in ("year", "month", "day"))
    printed = joined((year.zfill(4) if year else "", month.zfill(2) if month else "", day.zfill(2) if day else ""), "-")
    calendar = attribute(element, "calendar")
    if not printed:
        return
    value = edtf(printed) if calendar in _GREGORIAN else ""
    if not value:
        words = joined((printed, calendar if calendar not in _GREGORIAN else ""))
        yield Note("unreadable_date", words, f'"{words}" is no date that can be put into a calendar')
        yield Fact(what, words)
    else:
        yield Fact(what, printed, value + "~" * (attribute(element, "quality") == "low"))


def _address(element: _Element, place: Place) -> Address:
    box = text(element, "p-o-box")
    street = (text(element, "c-o"), text(element, "address-details"), f"P.O. Box {box}" if box else "")
    return Address(
        street=joined(street, ", "),
        city=place.location,
        region=place.area,
        postal_code=text(element, "zip-code"),
        country=place.country,
        note=text(element, "remarks"),
    )


def _document(element: _Element, places: Places) -> Iterator[Said]:
    """Yield a document's number, and its record in words where that says more."""
    word = attribute(element, "document-type")
    scheme = vocabulary().documents.get(word)
    if scheme is None:
        yield Note("unknown_document_type", word, f'no meaning is known for "{word}" as a type of document')
    number, issuer = text(element, "number"), text(element, "issuer")
    codes = [attribute(one, "code") for one in children(element, "issuer")]
    if number:
        yield Identifier(scheme or "document", number, issuer or next(iter(codes), ""))
    issued_at = [str(_place(one, places)) for one in children(element, "place-of-issue")]
    issued = joined((text(element, "date-of-issue"), *issued_at), ", ")
    expiry = text(element, "expiry-date")
    more = (f"issued {issued}" if issued else "", f"expires {expiry}" if expiry else "", text(element, "remark"))
    if any(more):
        yield Fact("document", joined((joined((word, number)), *more), "; "))


def _place(element: _Element, places: Places) -> Place:
    return places.get(attribute(element, "place-id"), Place())


def _unknown_place(element: _Element, places: Places) -> Iterator[Note]:
    number = attribute(element, "place-id")
    if number and number not in places:
        yield Note("unknown_place", number, f"the file does not declare the place {number}")
