"""Turn a designation of the UK Sanctions List into a listing."""

from collections.abc import Iterator
from dataclasses import replace

from fasti.model.identity import Identifier, Name, NameKind, PartyKind
from fasti.model.listing import LISTING, Address, Fact, StatedDate
from fasti.sources.description import Description
from fasti.sources.drafting import Note, RowRead
from fasti.sources.gb.dates import edtf, iso_day
from fasti.sources.gb.documents import registration, ship_number
from fasti.sources.gb.measures import read_measures
from fasti.sources.gb.names import full_name, in_order, kind_of, name_of
from fasti.sources.gb.numbering import numbered
from fasti.sources.gb_uksl.fields import Record
from fasti.sources.ofac.tags import assign
from fasti.sources.records.saying import Said, collect
from fasti.sources.records.wording import joined, one_line

LIST = "gb_sanctions"
PARTS = ("Name1", "Name2", "Name3", "Name4", "Name5")
LINES = ("AddressLine1", "AddressLine2", "AddressLine3", "AddressLine4", "AddressLine5")
PLAIN = (
    "title", "phone", "website", "email", "nationality", "position", "organization_type", "subsidiary",
    "parent_company", "vessel_owner", "former_vessel_owner", "flag", "former_flag", "vessel_type", "tonnage", "length",
    "built_on",
)  # fmt: skip
"""Blocks of one field whose text is a fact of the same name."""


def read_record(record: Record, source: Description) -> RowRead:
    """Return the listing of a designation, with the doubts about it."""
    kind, doubts = kind_of(record.head("IndividualEntityShip"))
    regimes = [one_line(regime) for regime in record.head("RegimeName").split("\n") if regime]
    assigned = assign(regimes, (), source)
    said: list[Said] = [*_names(record), *_identifiers(record, kind), *_dates(record), *_facts(record)]
    said += assigned.facts
    listing = collect(f"gb:{record.number}", said, kind)
    listing = replace(
        listing,
        names=in_order(listing.names),
        memberships=assigned.memberships,
        addresses=_addresses(record),
        remarks=record.head("OtherInformation"),
    )
    notes = (*doubts, *(one for one in said if isinstance(one, Note)), *assigned.notes)
    return RowRead(listing, notes if listing.names else (*notes, Note("no_name", "", "the entry has no name")))


def _names(record: Record) -> Iterator[Said]:
    for one in record.each("name"):
        text = full_name([one.get(part, "") for part in PARTS], one.get("Name6", ""))
        if text:
            name, notes = name_of(text, one.get("NameType", ""), one.get("AliasStrength", ""))
            yield name
            yield from notes
    for one in record.each("script"):
        text = one.get("NameNonLatinScript", "")
        if text:
            yield Name(text, NameKind.AKA)
            spoken = joined((one.get("NonLatinScriptType", ""), one.get("NonLatinScriptLanguage", "")), ", ")
            if spoken:
                yield Fact("name_script", text, spoken)


def _identifiers(record: Record, kind: PartyKind) -> Iterator[Said]:
    for tag, scheme in (("OFSIGroupID", "ofsi_group_id"), ("UNReferenceNumber", "un_ref")):
        yield from (Identifier(scheme, text) for text in record.head(tag).split("\n") if text)
    for scheme, prefix in (("passport", "Passport"), ("national_id", "NationalIdentifier")):
        for one in record.each(scheme):
            number, details = one.get(f"{prefix}Number", ""), one.get(f"{prefix}AdditionalInformation", "")
            yield from (Identifier(scheme, value) for value in numbered(number))
            if details:
                yield Fact(f"{scheme}_details", joined((number, details), ": "))
    yield from (registration(value) for text in _texts(record, "registration") for value in numbered(text))
    yield from (Identifier("hull_number", value) for text in _texts(record, "hull_number") for value in numbered(text))
    yield from (ship_number(value, kind) for text in _texts(record, "imo") for value in numbered(text))


def _dates(record: Record) -> Iterator[Said]:
    """Yield the dates of the designation; one that the UN made is not of the day on which the UN made it."""
    ours = record.head("DesignationSource").casefold() == "uk"
    for tag, what in (("DateDesignated", LISTING if ours else "designation"), ("LastUpdated", "amended")):
        for text in record.head(tag).split("\n"):
            day = iso_day(text)
            if day:
                yield StatedDate(what, day, LIST, tag)
            elif text:
                yield Note("unread_date", f"{tag} {text}", f'"{tag} {text}" is no date')


def _facts(record: Record) -> Iterator[Said]:
    for what in PLAIN:
        yield from (Fact(what, value) for text in _texts(record, what) for value in numbered(text))
    for text in _texts(record, "gender"):
        yield Fact("gender", text, text.lower())
    for text in _texts(record, "birth_date"):
        value = edtf(text) or (text if len(text) == len("1957") and text.isdecimal() else "")
        yield Fact("birth_date", text, value)
        if not value:
            yield Note("unread_date", text, f'"D.O.B {text}" is no date')
    for one in record.each("birth_place"):
        yield Fact("birth_place", joined((one.get("TownOfBirth", ""), one.get("CountryOfBirth", "")), ", "))
    for tag, what in (("UKStatementofReasons", "statement_of_reasons"), ("DesignationSource", "designation_source")):
        if text := record.head(tag):
            yield Fact(what, text)
    indicators = [item for one in record.each("indicator") for item in one.items()]
    facts, notes = read_measures(record.head("SanctionsImposed"), indicators)
    yield from facts
    yield from notes


def _texts(record: Record, block: str) -> tuple[str, ...]:
    return tuple(text for one in record.each(block) for text in one.values())


def _addresses(record: Record) -> tuple[Address, ...]:
    found = {
        Address(
            street=joined((one.get(line, "") for line in LINES), ", "),
            city=one.get("AddressLine6", ""),
            postal_code=one.get("AddressPostalCode", ""),
            country=one.get("AddressCountry", ""),
        )
        for one in record.each("address")
    }
    return tuple(sorted(found - {Address()}))
