"""Turn a row of the simple CSV form into a listing: one party a row, lists parted by semicolons in a cell."""

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO

from stdnum import isin, lei

from fasti.model.identity import Identifier, Name, NameKind, PartyKind
from fasti.model.listing import Address, Fact, Listing
from fasti.sources.description import Description
from fasti.sources.drafting import Note, RawMember, RowRead
from fasti.sources.ftm.datasets import Ground, doubts, memberships
from fasti.sources.ftm.links import KEY
from fasti.sources.ftm.vocabulary import vocabulary
from fasti.sources.gates import refuse

REQUIRED = ("id", "schema", "name")
COLUMNS = (
    *REQUIRED,
    "aliases",
    "birth_date",
    "countries",
    "addresses",
    "identifiers",
    "sanctions",
    "phones",
    "emails",
    "program_ids",
    "dataset",
    "first_seen",
    "last_seen",
    "last_change",
)
FACTS = {"countries": "country", "sanctions": "sanction", "phones": "phone", "emails": "email"}
GUARD = "'"
GUARDED = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""What makes a cell a formula to a spreadsheet; such a cell is written behind an apostrophe."""

LEI_LENGTH = 20

_IMO = re.compile(r"IMO ?(\d{7})")


def read_rows(member: RawMember) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows of a file with their numbers, cells by column.

    Raises:
        RefusedError: The file is cut short or malformed, or has another heading.
    """
    try:
        text = member.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        refuse(member.name, f"is malformed: it is no UTF-8 text (byte {error.start})")
    rows = csv.reader(StringIO(text, newline=""), strict=True)
    heading: list[str] = []
    try:
        heading = next(rows, [])
        _check_heading(heading, member.name)
        if not text.endswith("\n"):
            refuse(member.name, "is cut short: its last line does not end")
        for row in rows:
            if len(row) != len(heading):
                refuse(member.name, f"is cut short or malformed in line {rows.line_num}: {len(row)} cells")
            yield rows.line_num, dict(zip(heading, map(unguarded, row), strict=True))
    except csv.Error as error:
        if not heading:
            _check_heading([], member.name)
        refuse(member.name, f"is cut short or malformed in line {rows.line_num} ({error})")


def read_row(row: Mapping[str, str], source: Description) -> RowRead:
    """Return the listing of a row."""
    kind = vocabulary().kinds.get(row["schema"], PartyKind.UNKNOWN)
    datasets = cut(row.get("dataset", ""))
    programmes = cut(row.get("program_ids", ""))
    grounds = [Ground(dataset, "", one) for dataset in datasets for one in programmes or [""]]
    names = [Name(row["name"])] if row["name"] else []
    listing = Listing(
        key=f"{KEY}{row['id']}",
        kind=kind,
        names=tuple(dict.fromkeys((*names, *(Name(one, NameKind.AKA) for one in cut(row.get("aliases", "")))))),
        memberships=memberships(grounds, source),
        identifiers=tuple(sorted({_identifier(one, kind) for one in cut(row.get("identifiers", ""))})),
        facts=tuple(sorted(set(_facts(row, datasets, programmes)))),
        addresses=tuple(sorted({Address(street=one) for one in cut(row.get("addresses", ""))})),
    )
    return RowRead(listing, (*_doubts(row, listing), *doubts(datasets, source)))


def cut(cell: str) -> list[str]:
    """Return the values of a cell; one with a semicolon or a quote is quoted in it.

    >>> cut('Ceram Sea;"A; B"')
    ['Ceram Sea', 'A; B']
    """
    found = next(csv.reader(StringIO(cell, newline=""), delimiter=";"), []) if cell else []
    return list(dict.fromkeys(value for one in found if (value := one.strip())))


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophe that keeps spreadsheets from taking it for a formula."""
    return cell[1:] if cell.startswith(GUARD) and cell[1:].startswith((*GUARDED, GUARD)) else cell


def _check_heading(heading: list[str], name: str) -> None:
    lacking = [column for column in REQUIRED if column not in heading]
    if lacking or len(set(heading)) != len(heading):
        refuse(
            name,
            f"is another document: its heading lacks {', '.join(lacking) or 'nothing, but names a column twice'}",
            "Offer the simple CSV form, whose heading begins with id,schema,name.",
        )


def _facts(row: Mapping[str, str], datasets: list[str], programmes: list[str]) -> Iterator[Fact]:
    yield Fact("schema", row["schema"])
    yield from (Fact("dataset", name) for name in datasets)
    yield from (Fact("program_id", one) for one in programmes)
    yield from (Fact("birth_date", one, one) for one in cut(row.get("birth_date", "")))
    for column, what in FACTS.items():
        yield from (Fact(what, one, one if what == "country" else "") for one in cut(row.get(column, "")))


def _identifier(text: str, kind: PartyKind) -> Identifier:
    """Return an identifier; the form does not say which, so only those with a check of their own are told."""
    imo = _IMO.fullmatch(text)
    if imo:
        return Identifier("imo" if kind is PartyKind.VESSEL else "imo_company", imo[1])
    is_lei = len(text) == LEI_LENGTH and lei.is_valid(text)
    scheme = "lei" if is_lei else "isin" if isin.is_valid(text) else "identifier"
    return Identifier(scheme, text)


def _doubts(row: Mapping[str, str], listing: Listing) -> Iterator[Note]:
    if row["schema"] not in vocabulary().schemata:
        yield Note("unknown_schema", row["schema"], f"no meaning is known for the schema {row['schema']}")
    if not listing.names:
        yield Note("no_name", "", "the entry has no name")
    for column in row:
        if column not in COLUMNS:
            yield Note("unknown_field", column, f"the format is not known to have the column {column}; it is not read")
