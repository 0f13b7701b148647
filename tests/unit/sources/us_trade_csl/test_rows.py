"""Cells of the Consolidated Screening List are taken apart, in both layouts that it has had."""

import pytest

from fasti.model.listing import Address, Fact, Membership, StatedDate
from fasti.sources.ofac.statements import Directive
from fasti.sources.us_trade_csl.addresses import split_addresses
from fasti.sources.us_trade_csl.numbers import Number, interpret_number, split_numbers
from fasti.sources.us_trade_csl.ofac_rows import memberships


@pytest.mark.parametrize(
    "text",
    [
        "RU, 4711, Tax ID No.; Ruritania Rules, 31 CFR 5; and more, Secondary sanctions risk:; Male, Gender",
        "Tax ID No., 4711, RU; Secondary sanctions risk:, Ruritania Rules, 31 CFR 5; and more; Gender, Male",
    ],
)
def test_labels_stand_behind_or_in_front(text: str) -> None:
    """Values hold commas and semicolons themselves."""
    assert split_numbers(text) == (
        Number("Tax ID No.", "4711", "RU"),
        Number("Secondary sanctions risk:", "Ruritania Rules, 31 CFR 5; and more"),
        Number("Gender", "Male"),
    )


def test_dates_of_a_document() -> None:
    """Of two the first is that of expiry; of one nobody can tell."""
    assert split_numbers("RU, 2030-01-02, 2020-01-03, AB 1, Passport") == (
        Number("Passport", "AB 1", "RU", issued="2020-01-03", expires="2030-01-02"),
    )
    (one,) = split_numbers("2030-01-02, AB 1, Passport")
    assert Fact("validity", "Passport AB 1 2030-01-02") in interpret_number(one)


@pytest.mark.parametrize("day", ["03 Jun 2021", "2021-06-03"])
def test_dates_of_the_listing(day: str) -> None:
    """As OFAC prints them, and as the files of later years do."""
    (said,) = interpret_number(Number("Listing Date (CMIC)", day))
    assert said == StatedDate("listing", "2021-06-03", "us_ofac_ns_cmic", "Listing Date (CMIC)")


def test_an_unknown_label_is_told() -> None:
    """And its words are kept."""
    fact, note = interpret_number(split_numbers("4711, Star Number")[0])
    assert fact == Fact("remark", "4711, Star Number")
    assert getattr(note, "code", "") == "unknown_remark_label"


def test_addresses_end_with_a_country() -> None:
    """A part without one goes with the next; the last needs none."""
    assert split_addresses("1 Road; Floor 2, Zenda, RU; 3 Lane, TX, 78201") == (
        Address(street="1 Road; Floor 2, Zenda", country="RU"),
        Address(street="3 Lane, TX, 78201"),
    )
    assert split_addresses("") == ()


@pytest.mark.parametrize(
    ("list_id", "tags", "directives", "basis"),
    [
        ("us_ofac_ssi", ["UKRAINE-EO13662"], [Directive("13662", "2")], "UKRAINE-EO13662/2"),
        ("us_ofac_mbs", ["MBS"], [Directive("14024", "3")], "RUSSIA-EO14024/3"),
        ("us_ofac_capta", ["RUSSIA-EO14024"], [], "RUSSIA-EO14024/2"),
        ("us_ofac_mbs", ["MBS"], [], "MBS"),
        ("us_ofac_sdn", ["SDGT"], [], "SDGT"),
        ("us_ofac_sdn", ["NEW-EO99999"], [], "NEW-EO99999"),
    ],
)
def test_a_row_stands_on_its_list(list_id: str, tags: list[str], directives: list[Directive], basis: str) -> None:
    """Under the legal basis of OFAC's own files where the row tells it, else under its tag."""
    assert {(one.list, one.basis) for one in memberships(list_id, tags, directives)} == {(list_id, basis)}


def test_a_directive_takes_the_tag_off_the_blocking_list() -> None:
    """Beside a directive under EO 13662 its tag speaks of the SSI List."""
    found = memberships("us_ofac_sdn", ["UKRAINE-EO13662", "RUSSIA-EO14024"], [Directive("13662", "1")])
    assert found == (Membership("us_ofac_sdn", "RUSSIA-EO14024", "RUSSIA-EO14024"),)
