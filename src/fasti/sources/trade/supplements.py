"""Read the tables that BIS serves of Supplements No. 4 and 7 to Part 744: a row for each address and alias."""

from collections.abc import Sequence
from functools import partial

from fasti.model.listing import Address
from fasti.sources.description import Description
from fasti.sources.drafting import Draft, Memo, Note, RawMember, RowRead
from fasti.sources.records.editions import only_member
from fasti.sources.records.wording import one_line
from fasti.sources.trade.assembling import assemble
from fasti.sources.trade.drafts import Opened, draft_of
from fasti.sources.trade.naming import split_alias, split_name
from fasti.sources.trade.statements import began, citation, ended, facts_of, terms
from fasti.sources.trade.table import Columns, Row, Table, named, read_table
from fasti.sources.trade.tags import sole_membership

USED = (
    "source_list",
    "name",
    "title",
    "address",
    "city",
    "state_province",
    "postal_code",
    "country",
    "federal_register_notice",
    "effective_date",
    "date_lifted_waived_expired",
    "standard_order",
    "license_requirement",
    "license_policy",
    "remarks_notes",
    "address_remarks",
    "alternate_name",
)
"""Columns that go into listings."""

EMPTY = (
    "entity_number",
    "sdn_type",
    "programs",
    "call_sign",
    "vessel_type",
    "gross_tonnage",
    "gross_register_tonnage",
    "vessel_flag",
    "vessel_owner",
    "alternate_type",
    "alternate_remarks",
)
"""Columns that the table shares with tables of other agencies and that BIS leaves empty."""

_NUMBERS = ("address_number", "alternate_number", "web_link")
_COLUMNS = Columns(
    tuple(one for one in (*USED, *EMPTY, *_NUMBERS) if one not in {"alternate_remarks", "web_link"}),
    ("alternate_remarks", "web_link"),
)


def read_supplement(source: Description, members: Sequence[RawMember], memo: Memo) -> Draft:
    """Return the draft of an edition of such a table.

    Raises:
        RefusedError: It is cut short, malformed, or the table of another list.
    """
    table = read_table(only_member(members), _COLUMNS)
    opened = Opened(table.name, "csv", USED, table.problems, table.doubts)
    return draft_of(source, opened, table.rows, partial(_read, source, table), memo)


def _read(source: Description, table: Table, row: Row) -> RowRead:
    list_id = source.info.lists[0]
    fields = named(table, row)
    notice, since = fields["federal_register_notice"], fields["effective_date"]
    is_ours = fields["source_list"] in {rule.tag for rule in source.rules}
    strange = [] if is_ours else [_strange("source_list", fields["source_list"])]
    strange += [_strange(one, fields[one]) for one in EMPTY if fields.get(one)]
    return assemble(
        list_id,
        (*split_name(fields["name"]), *split_alias(fields["alternate_name"])),
        [sole_membership(list_id)] if is_ours else [],
        (
            *began("Effective Date", since, list_id),
            *ended("Date Lifted/Waived/Expired", fields["date_lifted_waived_expired"], list_id),
            *citation(notice),
            *terms(fields),
            *facts_of(fields, {"title": "title", "standard_order": "standard_order"}),
            *strange,
        ),
        keyed_by={},
        addresses=[_address(fields)],
        remarks=fields["remarks_notes"],
    )


def _address(fields: dict[str, str]) -> Address:
    return Address(
        street=one_line(fields["address"]),
        city=one_line(fields["city"]),
        region=one_line(fields["state_province"]),
        postal_code=one_line(fields["postal_code"]),
        country=one_line(fields["country"]),
        note=one_line(fields["address_remarks"]),
    )


def _strange(field: str, text: str) -> Note:
    return Note("unexpected_field", field, f'the field {field} is not known to say "{text}" in this table')
