"""What differs between two editions, and within an entry."""

from dataclasses import replace

from fasti.ledger.diff import Diff, apply, diff, field_changes
from fasti.model.difference import FieldChange
from fasti.model.identity import Identifier, Name, NameKind, PartyKind, Quality
from fasti.model.listing import Address, Fact, Listing, Membership, StatedDate

ONE = Listing(
    "test:1",
    kind=PartyKind.PERSON,
    names=(Name("DOE, John"), Name("DOE, Jack", NameKind.AKA)),
    memberships=(Membership("us_test", "PROGRAM A", "PROGRAM A"),),
    identifiers=(Identifier("passport", "K1", "Syria"),),
    stated=(StatedDate("effective", "2021-01-14", "us_test", "Effective Date"),),
    facts=(Fact("birth_date", "DOB 1962", "1962"),),
    addresses=(Address(city="Basel", country="Switzerland"),),
    remarks="DOB 1962.",
)


def test_entries_come_go_and_change() -> None:
    before, after = {"a": "1", "b": "2", "c": "3"}, {"b": "2", "c": "4", "d": "5"}
    change = diff(before, after)
    assert change == Diff({"d": "5"}, {"a": "1"}, {"c": ("3", "4")})
    assert apply(before, change) == after


def test_equal_listings_have_no_changes() -> None:
    assert field_changes(ONE, replace(ONE)) == ()


def test_one_value_for_another_stands_in_one_line() -> None:
    after = replace(
        ONE,
        kind=PartyKind.UNKNOWN,
        names=(Name("DOE, Jon"), Name("DOE, Jack", NameKind.AKA)),
        memberships=(Membership("us_test", "PROGRAM B", "[PROGRAM B]"),),
        identifiers=(Identifier("passport", "K2"),),
        stated=(),
        facts=(Fact("birth_date", "DOB 19 Apr 1962", "1962-04-19"),),
        addresses=(Address(city="Bern"),),
        remarks="",
    )
    assert field_changes(ONE, after) == (
        FieldChange("kind", "person", "unknown"),
        FieldChange("names.primary", "DOE, John", "DOE, Jon"),
        FieldChange("memberships.us_test", "PROGRAM A", "PROGRAM B ([PROGRAM B])"),
        FieldChange("identifiers.passport", "K1 (Syria)", "K2"),
        FieldChange("stated.effective", "2021-01-14 (us_test, Effective Date)", None),
        FieldChange("facts.birth_date", "DOB 1962 (1962)", "DOB 19 Apr 1962 (1962-04-19)"),
        FieldChange("addresses", "Basel (Switzerland)", "Bern"),
        FieldChange("remarks", "DOB 1962.", None),
    )


def test_where_several_changed_nothing_says_which_became_which() -> None:
    after = replace(ONE, names=(Name("DOE, John"), Name("X", NameKind.AKA), Name("Y", NameKind.AKA, Quality.WEAK)))
    assert field_changes(ONE, after) == (
        FieldChange("names.aka", "DOE, Jack", None),
        FieldChange("names.aka", None, "X"),
        FieldChange("names.aka", None, "Y (weak)"),
    )


def test_an_alias_that_becomes_the_primary_name_is_told_for_both_kinds() -> None:
    after = replace(ONE, names=(Name("DOE, Jack"),))
    assert field_changes(ONE, after) == (
        FieldChange("names.aka", "DOE, Jack", None),
        FieldChange("names.primary", "DOE, John", "DOE, Jack"),
    )


def test_a_mere_change_of_order_is_told() -> None:
    names = (Name("A"), Name("B", NameKind.AKA), Name("C", NameKind.AKA))
    before, after = replace(ONE, names=names), replace(ONE, names=(names[0], names[2], names[1]))
    assert field_changes(before, after) == (FieldChange("names", "A; B (aka); C (aka)", "A; C (aka); B (aka)"),)


def test_an_empty_address_is_no_error() -> None:
    assert field_changes(replace(ONE, addresses=()), replace(ONE, addresses=(Address(),))) == (
        FieldChange("addresses", None, ""),
    )
