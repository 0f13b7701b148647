"""Read the Consolidated Canadian Autonomous Sanctions List: one XML file of flat records."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from lxml.etree import QName

from fasti.sources.ca_sema.entries import RECORD, fields_of, read_record
from fasti.sources.description import Description, describe
from fasti.sources.drafting import Draft, Memo, Note, RawMember, RowRead
from fasti.sources.records.editions import (
    Format,
    another_list,
    entries_of,
    keep,
    make_draft,
    only_member,
    tell,
)
from fasti.sources.records.elements import children
from fasti.sources.records.slicing import XmlRecord, cut_xml

SOURCE_ID = "ca_sema"
ROOT = "data-set"
XML = Format(
    "xml",
    "1",
    tuple(
        f"{RECORD}/{name}"
        for name in (
            "Country",
            "LastName",
            "GivenName",
            "EntityOrShip",
            "TitleOrShip",
            "ShipIMONumber",
            "DateOfBirthOrShipBuildDate",
            "Aliases",
            "Schedule",
            "Item",
            "DateOfListing",
        )
    ),
)


def read_xml(members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of `sema-lmes.xml`.

    Raises:
        RefusedError: The file is cut short, malformed, another list, or contradicts itself.
    """
    source, member = describe(SOURCE_ID), only_member(members)
    cut = cut_xml(member, ROOT, source.info.title, (RECORD,))
    for other in {QName(one).localname for one in children(cut.root)} - {RECORD}:
        another_list(member.name, f"it has an element {other} where a record should be")
    found: dict[str, list[tuple[RowRead, XmlRecord]]] = {}
    for record in cut.records:
        read = memo.read("entries", record.mark(), partial(_read, record, source))
        found.setdefault(read.listing.key, []).append((read, record))
    reads: dict[str, RowRead] = {}
    for ones in found.values():
        for read, record in ones:
            keep(reads, read if _agree(ones) else _apart(read, record, memo), member.name, record)
    return make_draft(source, XML, entries_of(member.name, reads), tell(member.name, reads.values()))


def _read(record: XmlRecord, source: Description) -> RowRead:
    return read_record(record.element(), source)


def _agree(ones: Sequence[tuple[RowRead, XmlRecord]]) -> bool:
    return all(read.listing == ones[0][0].listing for read, _ in ones)


def _apart(read: RowRead, record: XmlRecord, memo: Memo) -> RowRead:
    """Tell two parties apart that share name, regulation and date: by the item that each is."""
    fields = fields_of(record.element())
    key = f"{read.listing.key}-{fields['schedule']}-{fields['item']}".replace(" ", "")
    note = Note(
        "shared_key", read.listing.key, "several entries share name, regulation and date; their items part them"
    )
    made = RowRead(replace(read.listing, key=key), (*read.notes, note))
    return memo.read("apart", (key, read.listing), lambda: made)
