"""Turn a row of a list of the Departments of Commerce and State into the listing of the agency's own entry."""

from fasti.model.listing import Membership
from fasti.sources.description import describe
from fasti.sources.drafting import Note, RowRead
from fasti.sources.trade.assembling import assemble
from fasti.sources.trade.dates import iso_day
from fasti.sources.trade.naming import split_alias, split_name
from fasti.sources.trade.statements import began, citation, ended, facts_of, terms
from fasti.sources.trade.tags import programme_memberships, sole_membership
from fasti.sources.us_state_dtc.reader import notice_of
from fasti.sources.us_trade_csl.records import Record

_FACTS = {"title": "title", "standard_order": "standard_order", "type": "party_type"}


def read_agency(record: Record, list_id: str) -> RowRead:
    """Return the listing of a row, under the key that the agency's own file gives the entry."""
    texts = record.texts
    members, notes = _memberships(list_id, record)
    return assemble(
        list_id,
        (*split_name(texts["name"]), *(name for one in record.many["alt_names"] for name in split_alias(one))),
        members,
        (
            *began("start_date", texts["start_date"], list_id),
            *ended("end_date", texts["end_date"], list_id),
            *citation(texts["federal_register_notice"]),
            *terms(texts),
            *facts_of(texts, _FACTS),
            *notes,
            *record.notes,
        ),
        keyed_by={
            "listed_on": iso_day(texts["start_date"]) or texts["start_date"],
            "citation": notice_of(texts["federal_register_notice"]),
        },
        addresses=record.addresses,
        remarks=texts["remarks"],
    )


def _memberships(list_id: str, record: Record) -> tuple[tuple[Membership, ...], tuple[Note, ...]]:
    """Return the memberships of a row: one for each programme where the list's own source has programmes."""
    if describe(list_id).keeps_unknown:
        return programme_memberships(list_id, record.many["programs"])
    return (sole_membership(list_id),), ()
