"""Write a listing as a row of the simple CSV form, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO

from fasti.model.catalog import ListInfo
from fasti.model.identity import Identifier
from fasti.model.listing import Fact, Listing
from fasti.sources.ftm.countries import country_code
from fasti.sources.ftm.entries import print_address
from fasti.sources.ftm.exported import Exported
from fasti.sources.ftm.simple import GUARD, GUARDED
from fasti.sources.ftm.values import fact_property, schema_of
from fasti.sources.ftm.vocabulary import vocabulary
from fasti.sources.ftm.writer import entity_id

COLUMNS = (
    "id",
    "schema",
    "name",
    "aliases",
    "birth_date",
    "countries",
    "addresses",
    "identifiers",
    "sanctions",
    "phones",
    "emails",
    "dataset",
    "first_seen",
    "last_seen",
    "last_change",
)


def write_row(exported: Exported, lists: Mapping[str, ListInfo]) -> tuple[str, ...]:
    """Return the cells of one party.

    The form has no place for the kind and quality of a name, for what an identifier is, or for facts of other kinds.

    Args:
        exported: The party.
        lists: The catalogue's lists, for their titles.
    """
    listing = exported.listing
    said = {
        "id": entity_id(listing.key),
        "schema": schema_of(listing),
        "name": listing.caption,
        "aliases": joined(name.text for name in listing.names[1:] if name.text != listing.caption),
        "birth_date": joined(_values(listing, "birthDate")),
        "countries": joined(_countries(listing)),
        "addresses": joined(print_address(address) or address.note for address in listing.addresses),
        "identifiers": joined(map(_identifier, listing.identifiers)),
        "sanctions": joined(place.basis for place in listing.memberships if place.list in exported.lists),
        "phones": joined(fact.text for fact in listing.facts if fact.what == "phone"),
        "emails": joined(fact.text for fact in listing.facts if fact.what == "email"),
        "dataset": joined(lists[one].title if one in lists else one for one in exported.lists),
        "first_seen": exported.first_seen,
        "last_seen": exported.last_seen,
        "last_change": "",
    }
    return tuple(guarded(said[column]) for column in COLUMNS)


def print_rows(rows: Iterable[tuple[str, ...]]) -> str:
    """Return the text of a file: the heading and the rows."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return text.getvalue()


def joined(values: Iterable[str]) -> str:
    """Return values as one cell, those with a semicolon, quote or line end quoted.

    >>> joined(["Ceram Sea", "A; B"])
    'Ceram Sea;"A; B"'
    """
    kept = list(dict.fromkeys(value for value in values if value))
    text = StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\n").writerow(kept)
    return text.getvalue().removesuffix("\n") if kept else ""


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("Omsk")
    ("'=1+1", 'Omsk')
    """
    return f"{GUARD}{cell}" if cell.startswith(_GUARDED) else cell


_GUARDED = (*GUARDED, GUARD)


def _values(listing: Listing, name: str) -> Iterable[str]:
    """Return the values that a property would have."""
    said = (fact_property(fact, "Person") for fact in listing.facts if fact.what == vocabulary().fact(name))
    return (one.value for one in said if one)


def _countries(listing: Listing) -> Iterable[str]:
    """Return the two letters of the countries that an entry has to do with, sorted."""
    whats = {vocabulary().fact(name) for name in vocabulary().countries}
    named = [_code(fact) for fact in listing.facts if fact.what in whats]
    return sorted({*named, *(country_code(address.country) for address in listing.addresses)})


def _code(fact: Fact) -> str:
    return country_code(fact.value or fact.text)


def _identifier(identifier: Identifier) -> str:
    is_imo = identifier.scheme in {"imo", "imo_company"} and identifier.value.isdigit()
    return f"IMO{identifier.value}" if is_imo else identifier.value
