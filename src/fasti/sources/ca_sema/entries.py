"""Turn a record of the Canadian list into a listing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from lxml.etree import QName, _Element

from fasti.model.identity import Identifier, Name, NameKind, PartyKind
from fasti.model.listing import LISTING, Fact, StatedDate
from fasti.sources.ca_sema.names import split_languages, split_names, vocabulary
from fasti.sources.description import Description
from fasti.sources.drafting import Note, RowRead
from fasti.sources.ofac.tags import assign
from fasti.sources.records.dates import edtf, iso_day
from fasti.sources.records.elements import children
from fasti.sources.records.saying import Said, collect
from fasti.sources.records.wording import joined, one_line
from fasti.sources.trade.keys import make_key

LIST = "ca_sema"
RECORD = "record"
_OR = re.compile(r"\s+or\s+", re.IGNORECASE)
_DATES = {PartyKind.PERSON: "birth_date", PartyKind.VESSEL: "built_on", PartyKind.ORGANIZATION: "established_on"}
_TITLES = {PartyKind.PERSON: "title", PartyKind.VESSEL: "vessel_type", PartyKind.ORGANIZATION: "title"}


@dataclass(frozen=True, slots=True)
class Fields:
    """A record taken apart: what its fields hold, by their names in `vocabulary.toml`, and the doubts about them."""

    texts: Mapping[str, str]
    notes: tuple[Note, ...]

    def __getitem__(self, name: str) -> str:
        """Return a field; empty if the record does not have it."""
        return self.texts.get(name, "")


def fields_of(record: _Element) -> Fields:
    """Take a record apart; the names of its elements may be bilingual."""
    texts: dict[str, str] = {}
    notes = []
    for element in children(record):
        printed = QName(element).localname
        name = _names().get(printed.partition("-")[0])
        if name is None:
            notes.append(
                _doubt("unknown_field", printed, "the format is not known to have the field {}; it is not read")
            )
        elif name in texts:
            notes.append(_doubt("repeated_field", printed, "the field {} stands twice; the first is taken"))
        elif text := one_line(element.text):
            texts[name] = text
    return Fields(texts, tuple(notes))


def read_record(record: _Element, source: Description) -> RowRead:
    """Return a record's listing."""
    fields = fields_of(record)
    kind, names = kind_of(fields), names_of(fields)
    said: list[Said] = [Name(name, NameKind.AKA if place else NameKind.PRIMARY) for place, name in enumerate(names)]
    said += _facts(fields, kind)
    said += _listed(fields)
    if fields["imo"]:
        said.append(Identifier("imo", fields["imo"]))
    if not names:
        said.append(Note("no_name", "", "the entry has no name"))
    assigned = assign([fields["regulation"]] if fields["regulation"] else [], (), source)
    key = make_key(LIST, next(iter(names), ""), {name: fields[name] for name in ("regulation", "listed_on")})
    listing = replace(collect(key, said, kind), memberships=assigned.memberships)
    return RowRead(listing, (*fields.notes, *assigned.notes, *(one for one in said if isinstance(one, Note))))


def kind_of(fields: Fields) -> PartyKind:
    """Return what a record is about, which no field says: a person has a surname or given name, a ship a number."""
    if fields["last_name"] or fields["given_name"]:
        return PartyKind.PERSON
    return PartyKind.VESSEL if fields["imo"] else PartyKind.ORGANIZATION


def names_of(fields: Fields) -> tuple[str, ...]:
    """Return the names, the primary one first: of a person given name first, of others as listed."""
    person = joined((fields["given_name"], fields["last_name"]))
    own = (person,) if person else split_languages(fields["entity"])
    return tuple(dict.fromkeys((*own, *split_names(fields["aliases"]))))


def _facts(fields: Fields, kind: PartyKind) -> Iterator[Said]:
    """Yield what a record says of the party besides its names."""
    if fields["title"]:
        yield Fact(_TITLES[kind], fields["title"])
    for printed in _OR.split(fields["date"]) if fields["date"] else ():
        if not edtf(printed):
            yield _doubt("unreadable_date", printed, '"{}" is no date of birth or building')
        yield Fact(_DATES[kind], printed, edtf(printed))
    place = joined((f"Schedule {fields['schedule']}" if fields["schedule"] else "", fields["item"]), ", item ")
    if place:
        yield Fact("schedule", place if fields["schedule"] else f"item {place}")
    for field, split in (("entity", split_languages), ("aliases", split_names)):
        if fields[field] and split(fields[field]) != (fields[field],):
            yield Fact(f"{field}_as_listed", fields[field])


def _listed(fields: Fields) -> Iterator[Said]:
    day = iso_day(fields["listed_on"])
    if day:
        yield StatedDate(LISTING, day, LIST, "DateOfListing")
    elif fields["listed_on"]:
        yield _doubt("unreadable_date", fields["listed_on"], '"{}" is no date of listing')


def _doubt(code: str, subject: str, message: str) -> Note:
    return Note(code, subject, message.format(subject))


@cache
def _names() -> dict[str, str]:
    """Return what each known element holds."""
    return {printed: name for name, ones in vocabulary()["fields"].items() for printed in ones}
