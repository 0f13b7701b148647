"""Turn the rows of one party of the Australian list into a listing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from fasti.model.identity import Identifier, Name, NameKind, PartyKind, Quality
from fasti.model.listing import LISTING, Address, Fact, StatedDate
from fasti.sources.au_dfat.columns import PRIMARY, Party, Record
from fasti.sources.au_dfat.dates import day_of, split_dates, value_of
from fasti.sources.description import Description
from fasti.sources.drafting import Note, RowRead
from fasti.sources.ofac.tags import assign
from fasti.sources.records.saying import Said, collect
from fasti.tables.shipped import shipped

LIST = "au_dfat"
_DAY = r"\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}"
_LISTED = re.compile(rf"listed on:?\s+({_DAY})|^({_DAY})", re.IGNORECASE)
_AMENDED = re.compile(rf"amended on:?\s+((?:{_DAY}(?:,\s*|\s+and\s+)?)+)", re.IGNORECASE)
_ENUMERATED = re.compile(r"(?:^|\s)\(?(?:[a-z]|i{1,3}|iv)\)\s+")
_PLAIN = (
    ("Place of Birth", "birth_place"),
    ("Citizenship", "citizenship"),
    ("Instrument of Designation", "instrument"),
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the words of the list mean, without case; see `vocabulary.toml`."""

    types: dict[str, PartyKind]
    name_types: dict[str, NameKind]
    strengths: dict[str, Quality]
    measures: tuple[str, ...]
    yes: frozenset[str]
    no: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary; read once per process."""
    table = shipped("sources/au_dfat/vocabulary.toml")
    return Vocabulary(
        types={word: PartyKind(kind) for word, kind in table["types"].items()},
        name_types={word: NameKind(kind) for word, kind in table["name_types"].items()},
        strengths={word: Quality(grade) for word, grade in table["strengths"].items()},
        measures=tuple(table["measures"]["columns"]),
        yes=frozenset(table["measures"]["yes"]),
        no=frozenset(table["measures"]["no"]),
    )


def read_party(party: Party, source: Description, *, day_first: bool) -> RowRead:
    """Return a party's listing; what its rows repeat is said once.

    Args:
        party: Its rows.
        source: Says what the committees mean.
        day_first: Whether dates with slashes are day, month, year, as the publisher writes them.
    """
    records = sorted(party.records, key=lambda one: one["Name Type"].lower() not in PRIMARY)
    said: list[Said] = [one for record in records for one in _of_row(record, day_first=day_first)]
    said += _kind_doubts(records)
    if party.reused:
        said.append(Note("reused_reference", party.key, f"the reference of {party.key} was given to another party too"))
    committees = tuple(dict.fromkeys(one["Committees"] for one in records if one["Committees"]))
    assigned = assign(committees, (), source)
    kind = vocabulary().types.get(records[0]["Type"].lower(), PartyKind.UNKNOWN)
    remarks = "\n".join(
        dict.fromkeys(one["Additional Information"] for one in records if one["Additional Information"])
    )
    listing = replace(collect(party.key, said, kind), memberships=assigned.memberships, remarks=remarks)
    if not listing.names:
        said.append(Note("no_name", "", "the entry has no name"))
    return RowRead(listing, (*assigned.notes, *(one for one in said if isinstance(one, Note))))


def _kind_doubts(records: list[Record]) -> Iterator[Note]:
    """Yield the doubts about what the party is."""
    words = dict.fromkeys(one["Type"].lower() for one in records if one["Type"])
    kinds = {vocabulary().types.get(word, PartyKind.UNKNOWN) for word in words}
    for word in words:
        if word not in vocabulary().types:
            yield Note("unknown_kind", word, f'no meaning is known for the type "{word}"')
    if not words:
        yield Note("unknown_kind", "", "nothing says what kind of party the entry is")
    elif len(kinds) > 1:
        yield Note("differing_kinds", "", "the rows of the entry differ in its type; that of the first counts")


def _of_row(record: Record, *, day_first: bool) -> Iterator[Said]:
    """Yield what one row says."""
    yield from _name(record)
    yield from _births(record, day_first=day_first)
    yield from _listed(record, day_first=day_first)
    yield from _measures(record)
    for column, what in _PLAIN:
        if record[column]:
            yield Fact(what, record[column])
    if record["IMO Number"]:
        yield Identifier("imo", record["IMO Number"])
    for one in _ENUMERATED.split(record["Address"]):
        if street := one.strip(" ;,"):
            yield Address(street=street)


def _name(record: Record) -> Iterator[Said]:
    printed, word, grade = record["Name of Individual or Entity"], record["Name Type"], record["Alias Strength"]
    kind = vocabulary().name_types.get(word.lower())
    quality = vocabulary().strengths.get(grade.lower())
    if kind is None:
        yield Note("unknown_name_type", word, f'no meaning is known for "{word}" as the type of a name')
    if quality is None and grade:
        yield Note("unknown_alias_strength", grade, f'no meaning is known for "{grade}" as the strength of an alias')
    if printed:
        yield Name(printed, kind or NameKind.AKA, quality or Quality.STRONG)


def _births(record: Record, *, day_first: bool) -> Iterator[Said]:
    for printed in split_dates(record["Date of Birth"]):
        value = value_of(printed, day_first=day_first)
        if not value:
            yield Note("unreadable_date", printed, f'"{printed}" is no date of birth that can be put into a calendar')
        yield Fact("birth_date", printed, value)


def _listed(record: Record, *, day_first: bool) -> Iterator[Said]:
    """Yield when the party was listed, and amended, as far as the words say it."""
    words, control = record["Listing Information"], record["Control Date"]
    if words:
        yield Fact("listing_information", words)
    whole, found = day_of(words, day_first=day_first), _LISTED.search(words)
    if day := whole or (day_of(found[1] or found[2], day_first=day_first) if found else ""):
        yield StatedDate(LISTING, day, LIST, "Listing Information")
    for ones in _AMENDED.finditer(words):
        for one in re.findall(_DAY, ones[1]):
            if day := day_of(one, day_first=day_first):
                yield StatedDate("amended", day, LIST, "Listing Information")
    if day := day_of(control, day_first=day_first):
        yield StatedDate("control", day, LIST, "Control Date")
    elif control:
        yield Note("unreadable_date", control, f'"{control}" is no day of control that can be put into a calendar')


def _measures(record: Record) -> Iterator[Said]:
    for column in vocabulary().measures:
        word = record[column].lower()
        if word in vocabulary().yes:
            yield Fact("measure", column)
        elif word and word not in vocabulary().no:
            yield Note("unknown_measure", word, f'no meaning is known for "{word}" in the column {column}')
