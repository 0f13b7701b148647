"""Bring a row of the CSV format and a result of the JSON format into one shape."""

from collections.abc import Mapping
from dataclasses import dataclass

from fasti.model.listing import Address
from fasti.sources.drafting import Note
from fasti.sources.records.wording import one_line
from fasti.sources.us_trade_csl.addresses import split_addresses
from fasti.sources.us_trade_csl.numbers import Number, split_numbers

SINGLE = (
    "source",
    "entity_number",
    "type",
    "name",
    "title",
    "federal_register_notice",
    "start_date",
    "end_date",
    "standard_order",
    "license_requirement",
    "license_policy",
    "call_sign",
    "vessel_type",
    "gross_tonnage",
    "gross_registered_tonnage",
    "vessel_flag",
    "vessel_owner",
    "remarks",
)
"""Fields that hold one text."""

MANY = ("programs", "alt_names", "citizenships", "dates_of_birth", "nationalities", "places_of_birth")
"""Fields that hold several, parted by semicolons in the CSV format."""

NESTED = ("addresses", "ids")
"""Fields that hold several records, each written out as a text in the CSV format."""

COUNTRY = "country"
"""A field of the JSON format alone: of a party whose list gives a country and no address."""

_PLACE = {"street": "address", "city": "city", "region": "state", "postal_code": "postal_code", "country": "country"}
_NUMBER = {
    "label": "type",
    "value": "number",
    "country": "country",
    "issued": "issue_date",
    "expires": "expiration_date",
}


@dataclass(frozen=True, slots=True)
class Record:
    """One party on one list, as published.

    Attributes:
        texts: Each single field.
        many: Each field that holds several texts.
        addresses: Postal addresses.
        numbers: Identifiers and whatever else OFAC keeps among them.
        notes: Doubts about the shape.
    """

    texts: Mapping[str, str]
    many: Mapping[str, tuple[str, ...]]
    addresses: tuple[Address, ...]
    numbers: tuple[Number, ...]
    notes: tuple[Note, ...] = ()


def from_row(fields: Mapping[str, str]) -> Record:
    """Return the record of a row of the CSV format."""
    return Record(
        {field: one_line(fields[field]) for field in SINGLE},
        {field: _parts([fields[field]]) for field in MANY},
        split_addresses(fields["addresses"]),
        split_numbers(fields["ids"]),
    )


def from_result(fields: Mapping[str, object]) -> Record:
    """Return the record of a result of the JSON format."""
    addresses = tuple(Address(**_named(one, _PLACE)) for one in _objects(fields.get("addresses")))
    country = one_line(_text(fields.get(COUNTRY)))
    return Record(
        {field: one_line(_text(fields.get(field))) for field in SINGLE},
        {field: _parts(_texts(fields.get(field))) for field in MANY},
        (*addresses, *([Address(country=country)] if country else [])),
        tuple(Number(**_named(one, _NUMBER)) for one in _objects(fields.get("ids"))),
        tuple(
            Note("unknown_field", one, f"the format is not known to have the field {one}; it is not read")
            for one in fields
            if one not in {*SINGLE, *MANY, *NESTED, COUNTRY, "id", "source_list_url", "source_information_url"}
        ),
    )


def _parts(texts: list[str]) -> tuple[str, ...]:
    return tuple(part for text in texts for one in text.split(";") if (part := one_line(one)))


def _named(fields: Mapping[str, object], names: Mapping[str, str]) -> dict[str, str]:
    return {ours: one_line(_text(fields.get(theirs))) for ours, theirs in names.items()}


def _objects(value: object) -> list[Mapping[str, object]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _texts(value: object) -> list[str]:
    return [_text(one) for one in value] if isinstance(value, list) else [_text(value)]


def _text(value: object) -> str:
    return "" if value is None else str(value)
