"""Turn an entity of the EU's list into a listing."""

import re
from collections.abc import Iterator
from dataclasses import replace

from fasti.model.identity import Identifier, Name, NameKind, PartyKind, Quality
from fasti.model.listing import ENDED, Address, Fact, StatedDate
from fasti.sources.description import Description
from fasti.sources.drafting import Note, RowRead
from fasti.sources.eu_fsf.births import country, read_birth
from fasti.sources.eu_fsf.codes import codes
from fasti.sources.eu_fsf.identifications import read_identification
from fasti.sources.eu_fsf.record import REMARK, Fields, Record
from fasti.sources.ofac.tags import assign
from fasti.sources.records.dates import iso_day
from fasti.sources.records.saying import Said, collect
from fasti.sources.records.wording import joined

LIST = "eu_fsf"
STATED = (("publicationDate", "publication"), ("entryIntoForceDate", "entry_into_force"))
_LOW = re.compile(r"\blow?[ -]quality\b", re.IGNORECASE)
_CONTACT = re.compile(r"(PHONE|MOBILE|FAX|EMAIL|WEB)\[([^\]]*)\]")


def read_record(record: Record, source: Description) -> RowRead:
    """Return the listing of an entity, with the doubts about it."""
    kind = codes().subjects.get(record.subject, PartyKind.UNKNOWN)
    said: list[Said] = [*_names(record), *_head(record), *_dates(record)]
    for block, read in (("birthdate", read_birth), ("identification", read_identification), ("citizenship", _citizen)):
        said += [one for fields in record.each(block) for one in read(fields)]
    said += [one for fields in record.each("address") for one in _address(fields)]
    programmes = dict.fromkeys(one["programme"] for one in record.each("regulation") if one.get("programme"))
    assigned = assign(tuple(programmes), (), source)
    listing = collect(f"eu:{record.number}", [*said, *assigned.facts], kind)
    listing = replace(
        listing,
        names=_primary_first(listing.names),
        memberships=assigned.memberships,
        remarks=record.head.get(REMARK, ""),
    )
    notes = [*(one for one in said if isinstance(one, Note)), *assigned.notes]
    if kind is PartyKind.UNKNOWN:
        notes.append(Note("unknown_kind", record.subject, f'no meaning is known for the kind "{record.subject}"'))
    if not listing.names:
        notes.append(Note("no_name", "", "the entry has no name"))
    return RowRead(listing, tuple(notes))


def whole_name(fields: Fields) -> str:
    """Return a name as published, put together from its parts only where the whole is missing."""
    return fields.get("wholeName", "") or joined(
        fields.get(part, "") for part in ("firstName", "middleName", "lastName")
    )


def _names(record: Record) -> Iterator[Said]:
    """Yield the names, all as aliases: the list names none as the primary one."""
    for fields in record.each("nameAlias"):
        text, remark = whole_name(fields), fields.get(REMARK, "")
        strong = fields.get("strong", "true").lower()
        if strong not in {"true", "false"}:
            yield Note("unknown_alias_type", strong, f'no meaning is known for "{strong}" as the strength of a name')
        if text:
            weak = strong == "false" or _LOW.search(remark)
            yield Name(text, NameKind.AKA, Quality.WEAK if weak else Quality.STRONG)
        if text and "nameLanguage" in fields:
            yield Fact("name_language", text, fields["nameLanguage"].lower())
        if remark:
            yield Fact("name_details", joined((text, remark), ": "))
        yield from _person(fields)


def _person(fields: Fields) -> Iterator[Said]:
    """Yield what a name says of its bearer."""
    for name, what in (("title", "title"), ("function", "position")):
        if name in fields:
            yield Fact(what, fields[name])
    if code := fields.get("gender", ""):
        yield Fact("gender", code, codes().genders.get(code, ""))
        if code not in codes().genders:
            yield Note("unknown_gender", code, f'no meaning is known for the gender "{code}"')


def _primary_first(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Make the first strong name the one to show, else the first; a name that is strong once is not weak as well."""
    strong = {name.text for name in names if name.quality is Quality.STRONG}
    kept = [name for name in names if name.quality is Quality.STRONG or name.text not in strong]
    first = next((name for name in kept if name.quality is Quality.STRONG), kept[0] if kept else None)
    return () if first is None else (replace(first, kind=NameKind.PRIMARY), *(name for name in kept if name != first))


def _head(record: Record) -> Iterator[Said]:
    for name, scheme in (("euReferenceNumber", "eu_ref"), ("unitedNationId", "un_ref")):
        if name in record.head:
            yield Identifier(scheme, record.head[name])
    if "designationDetails" in record.head:
        yield Fact("designation_details", record.head["designationDetails"])
    for fields in record.each("regulation"):
        act = joined((fields.get(name, "") for name in ("numberTitle", "regulationType", "organisationType")), ", ")
        if act:
            yield Fact("regulation", act, fields.get("publicationUrl", ""))
        if REMARK in fields:
            yield Fact("regulation_details", joined((act, fields[REMARK]), ": "))


def _dates(record: Record) -> Iterator[Said]:
    """Yield the dates of the listing: of the designation, of the act that is cited now, of the first one still cited.

    None of them says when the entry came on the list: the act cited now is the last that amended it.
    """
    for name, what in (("designationDate", "designation"), ("delistingDate", ENDED)):
        yield from _date(record.head, name, what, "")
    for fields in record.each("regulation"):
        for name, what in STATED:
            yield from _date(fields, name, what, fields.get("programme", ""))
    cited = [day for block in record.blocks.values() for one in block if (day := iso_day(one.get("citedOn", "")))]
    if cited:
        yield StatedDate("first_cited_act", min(cited), LIST, "regulationSummary publicationDate")


def _date(fields: Fields, name: str, what: str, basis: str) -> Iterator[Said]:
    text = fields.get(name, "")
    day = iso_day(text)
    if day:
        yield StatedDate(what, day, LIST, name, basis)
    elif text:
        yield Note("unread_date", f"{name} {text}", f'"{name} {text}" is no date')


def _citizen(fields: Fields) -> Iterator[Said]:
    name = joined((country(fields), fields.get("region", "")), ", ")
    if name:
        yield Fact("citizenship", name, fields.get("countryIso2Code", "").lower())
    spans = [
        f"{words} {fields[key]}"
        for key, words in (("acquisitionDate", "from"), ("disenfranchisementDate", "to"))
        if key in fields
    ]
    if spans or REMARK in fields:
        yield Fact("citizenship_details", joined((name, *spans, fields.get(REMARK, "")), "; "))


def _address(fields: Fields) -> Iterator[Said]:
    box = fields.get("poBox", "")
    note = [fields.get("place", ""), fields.get(REMARK, "")]
    note += ["as at listing time"] if fields.get("asAtListingTime", "").lower() == "true" else []
    contact = fields.get("contactInfo", "")
    yield from (Fact(codes().contacts[key], value.strip()) for key, value in _CONTACT.findall(contact) if value.strip())
    note.append(_CONTACT.sub("", contact).strip())
    address = Address(
        street=joined((fields.get("street", ""), f"PO Box {box}" if box else ""), ", "),
        city=fields.get("city", ""),
        region=fields.get("region", ""),
        postal_code=fields.get("zipCode", ""),
        country=country(fields),
        note=joined(note, "; "),
    )
    if address != Address():
        yield address
