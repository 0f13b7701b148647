"""Turn the rows of one party of OFSI's Consolidated List into a listing."""

from collections.abc import Iterator
from dataclasses import replace

from fasti.model.identity import Identifier, Name, NameKind, Quality
from fasti.model.listing import LISTING, Address, Fact, StatedDate
from fasti.sources.description import Description
from fasti.sources.drafting import Note, RowRead
from fasti.sources.gb.dates import edtf, iso_day
from fasti.sources.gb.documents import documents
from fasti.sources.gb.information import read_information
from fasti.sources.gb.names import full_name, in_order, kind_of, name_of
from fasti.sources.gb.numbering import numbered
from fasti.sources.gb_conlist.columns import ADDRESS, NAMES, Group
from fasti.sources.ofac.tags import assign
from fasti.sources.records.saying import Said, collect
from fasti.sources.records.wording import joined, one_line

LIST = "gb_sanctions"
DESIGNATED = "UK Sanctions List Date Designated"
FACTS = (
    ("Title", "title"),
    ("Town of Birth", "birth_place"),
    ("Country of Birth", "birth_country"),
    ("Nationality", "nationality"),
    ("Position", "position"),
)
DOCUMENTS = (
    ("Passport Number", "passport"),
    ("Passport Details", "passport"),
    ("NI Number", "national_id"),
    ("National Identification Number", "national_id"),
    ("National Identification Details", "national_id"),
)


def entry_key(number: str) -> str:
    """Return the key of the party with that group number."""
    return f"ofsi:{number}"


def read_group(group: Group, source: Description) -> RowRead:
    """Return the listing of a party, with the doubts about it."""
    kind, doubts = kind_of(joined(group.values("Group Type"), " or "))
    remarks = "\n".join(group.values("Other Information"))
    said: list[Said] = [Identifier("ofsi_group_id", group.number), *_names(group), *_facts(group), *_dates(group)]
    information, notes = read_information(remarks, kind)
    said += [*information, *notes]
    regimes = [one_line(regime) for regime in group.values("Regime")]
    assigned = assign(regimes, (), source)
    listing = collect(entry_key(group.number), [*said, *assigned.facts], kind)
    listing = replace(
        listing,
        names=in_order(listing.names),
        memberships=assigned.memberships,
        addresses=_addresses(group),
        remarks=remarks,
    )
    doubts += tuple(one for one in said if isinstance(one, Note)) + assigned.notes
    return RowRead(listing, doubts if listing.names else (*doubts, Note("no_name", "", "the entry has no name")))


def _names(group: Group) -> Iterator[Said]:
    for record in group.records("Name 6", *NAMES, "Alias Type", "Alias Quality"):
        text = full_name([record[part] for part in NAMES], record["Name 6"])
        if text:
            name, notes = name_of(text, record["Alias Type"], record["Alias Quality"])
            yield name
            yield from notes
    script = ("Name Non-Latin Script", "Non-Latin Script Type", "Non-Latin Script Language")
    for record in group.records(*script):
        text = one_line(record[script[0]])
        if text:
            yield Name(text, NameKind.AKA, Quality.STRONG)
            if spoken := joined((record[script[1]], record[script[2]]), ", "):
                yield Fact("name_script", text, spoken)


def _facts(group: Group) -> Iterator[Said]:
    for text in group.values("DOB"):
        value = edtf(text)
        yield Fact("birth_date", text, value)
        if not value:
            yield Note("unread_date", text, f'"DOB {text}" is no date')
    for column, what in FACTS:
        yield from (Fact(what, value) for text in group.values(column) for value in numbered(text))
    for column, scheme in DOCUMENTS:
        yield from (one for text in group.values(column) for one in documents(scheme, text))


def _dates(group: Group) -> Iterator[Said]:
    """Yield the dates of the party's place on the list, of each regime its own."""
    for record in group.records("Regime", "Listed On", DESIGNATED, "Last Updated"):
        basis = one_line(record["Regime"])
        for column, what, about in (
            ("Listed On", LISTING, basis),
            (DESIGNATED, "designation", basis),
            ("Last Updated", "amended", ""),
        ):
            day = iso_day(record[column])
            if day:
                yield StatedDate(what, day, LIST, column, about)
            elif record[column]:
                printed = f"{column} {record[column]}"
                yield Note("unread_date", printed, f'"{printed}" is no date')


def _addresses(group: Group) -> tuple[Address, ...]:
    found = {
        Address(
            street=joined((one_line(record[line]) for line in ADDRESS), ", "),
            city=one_line(record["Address 6"]),
            postal_code=one_line(record["Post/Zip Code"]),
            country=one_line(record["Country"]),
        )
        for record in group.records(*ADDRESS, "Address 6", "Post/Zip Code", "Country")
    }
    return tuple(sorted(found - {Address()}))
