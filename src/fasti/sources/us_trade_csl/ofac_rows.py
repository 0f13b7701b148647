"""Turn a row of one of OFAC's lists into the listing of OFAC's own entry, under OFAC's own number and legal bases."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

from fasti.model.identity import Name, NameKind
from fasti.model.listing import Fact, Listing, Membership
from fasti.sources.description import TagRule, describe
from fasti.sources.drafting import Note, RowRead
from fasti.sources.ofac.assembling import KINDS, collect, directives_of, entry_key
from fasti.sources.ofac.dates import edtf
from fasti.sources.ofac.remarks import read_items, read_titles, split
from fasti.sources.ofac.statements import Directive, Statement
from fasti.sources.ofac.tags import OTHER
from fasti.sources.ofac.vessels import describe_vessel
from fasti.sources.records.dates import iso_day
from fasti.sources.trade.joining import distinct
from fasti.sources.trade.naming import ordered
from fasti.sources.us_trade_csl.numbers import interpret_number
from fasti.sources.us_trade_csl.records import Record

_SDN = "us_ofac_sdn"
_SOURCES = (_SDN, "us_ofac_cons")
_VESSEL = {
    "callSign": "call_sign",
    "vesselType": "vessel_type",
    "tonnage": "gross_tonnage",
    "grossRegisteredTonnage": "gross_registered_tonnage",
    "vesselFlag": "vessel_flag",
    "vesselOwner": "vessel_owner",
}
"""Name of a ship's field in OFAC's files, to its name here."""

_MENU_BASED = "MBS"
"""What this list writes for every programme of the Menu-Based Sanctions List."""

_FACTS = {"nationalities": "nationality", "citizenships": "citizenship", "places_of_birth": "birth_place"}


def read_ofac(record: Record, list_id: str) -> RowRead:
    """Return the listing of a row.

    Args:
        record: The row.
        list_id: The list of OFAC on which it stands; empty if the catalogue does not hold that list.
    """
    texts, programmes = record.texts, record.many["programs"]
    kind = KINDS.get(texts["type"].lower()) if texts["type"] else None
    notes = [] if kind else [Note("unknown_kind", texts["type"], f'no meaning is known for the kind "{texts["type"]}"')]
    statements = (*_said(record), *notes)
    listing = collect(entry_key(texts["entity_number"]), statements, kind or KINDS[""])
    members = memberships(list_id, programmes, tuple(directives_of(statements))) if list_id else ()
    others = [Fact(OTHER, tag) for tag in programmes if tag not in _tags_of_lists()]
    return RowRead(
        _whole(listing, record, members, others),
        (*record.notes, *_unknown(programmes), *(one for one in statements if isinstance(one, Note))),
    )


def memberships(list_id: str, tags: Sequence[str], directives: Sequence[Directive]) -> tuple[Membership, ...]:
    """Return the memberships of a row, under the legal bases that OFAC's own files give.

    A row stands on its list whatever its tags say. Where no tag or directive tells the legal basis, a tag does for it.
    """
    rules = [rule for source in _SOURCES for rule in describe(source).rules if rule.list == list_id]
    found = {one for rule in rules for one in _by(rule, tags, directives)}
    found = found or {Membership(list_id, _sole(rule), rule.basis) for rule in rules if rule.tag in tags}
    return distinct(found or {Membership(list_id, tag, tag) for tag in tags or ("",)})


def _by(rule: TagRule, tags: Sequence[str], directives: Sequence[Directive]) -> list[Membership]:
    """Return the memberships that a rule of OFAC's own files gives a row.

    A directive counts without the tag: this list writes `MBS` where OFAC's files have the programme.
    """
    if any(one.order == rule.unless_order for one in directives):
        return []
    if not rule.order:
        return [Membership(rule.list, rule.basis, rule.basis)] if rule.tag in tags else []
    numbers = [one.number for one in directives if one.order == rule.order]
    if not rule.directives:
        return [Membership(rule.list, rule.basis, rule.basis)] if numbers else []
    return [Membership(rule.list, f"{rule.basis}/{one}", rule.basis) for one in numbers if one in rule.directives]


def _sole(rule: TagRule) -> str:
    """Return the legal basis of a rule whose directive a row does not name: the only one that it can be, or the tag."""
    return f"{rule.basis}/{rule.directives[0]}" if len(rule.directives) == 1 else rule.basis


def _unknown(tags: Sequence[str]) -> list[Note]:
    """Return a note for each programme tag that OFAC's own files are not known to have."""
    apart = {tag for source in _SOURCES for tag in (*describe(source).companions, *describe(source).unlisted)}
    known = _tags_of_lists() | apart | {_MENU_BASED}
    return [Note("unknown_tag", tag, f"no list is known for the tag {tag}") for tag in tags if tag not in known]


@cache
def _tags_of_lists() -> frozenset[str]:
    """Return the tags that stand for a list of OFAC; those of an entry's other rows stand in each of them."""
    return frozenset(rule.tag for source in _SOURCES for rule in describe(source).rules)


def _said(record: Record) -> tuple[Statement, ...]:
    return (
        *chain.from_iterable(interpret_number(one) for one in record.numbers),
        *read_items(split(record.texts["remarks"])),
        *chain.from_iterable(_birth(one) for one in record.many["dates_of_birth"]),
        *(Fact(what, one) for field, what in _FACTS.items() for one in record.many[field]),
        *read_titles(record.texts["title"]),
        *describe_vessel({theirs: record.texts[ours] for theirs, ours in _VESSEL.items()}),
    )


def _birth(text: str) -> tuple[Statement, ...]:
    fact = Fact("birth_date", text, iso_day(text) or edtf(text))
    return (fact,) if fact.value else (fact, Note("unread_date", text, f'"{text}" is no date of birth'))


def _whole(listing: Listing, record: Record, members: tuple[Membership, ...], others: list[Fact]) -> Listing:
    names = [Name(record.texts["name"]), *(Name(one, NameKind.AKA) for one in record.many["alt_names"])]
    return replace(
        listing,
        names=ordered((*names, *listing.names)),
        memberships=members,
        facts=distinct((*listing.facts, *others)),
        addresses=distinct(record.addresses),
        remarks=record.texts["remarks"],
    )
