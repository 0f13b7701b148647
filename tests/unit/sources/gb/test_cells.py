"""Cells that people wrote several values, dates and documents into."""

import pytest

from fasti.model.identity import Identifier, PartyKind
from fasti.model.listing import Fact
from fasti.sources.gb.dates import edtf, iso_day
from fasti.sources.gb.documents import document_number, documents, registration, ship_number
from fasti.sources.gb.measures import read_measures
from fasti.sources.gb.numbering import numbered


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("", ()),
        ("Norvikian", ("Norvikian",)),
        ("1) Norvikian 2) Selmian", ("Norvikian", "Selmian")),
        ("(a) Norvikian  (b) Selmian", ("Norvikian", "Selmian")),
        ("(1) Norvik (b) Selm", ("(1) Norvik (b) Selm",)),
        ("(1) Norvik (3) Selm", ("(1) Norvik (3) Selm",)),
        ("as (1) Norvik (2) Selm", ("as (1) Norvik (2) Selm",)),
        ("(1) Port Selm (2)-(6) -", ("(1) Port Selm (2)-(6) -",)),
        ("(1) Norvik (2) -", ("(1) Norvik (2) -",)),
        ("(1) MM61 (Norvik) (2004) (2) EE94 (Norvik)", ("MM61 (Norvik) (2004)", "EE94 (Norvik)")),
    ],
)
def test_numbered_values(cell: str, values: tuple[str, ...]) -> None:
    """Parted only where the numbers count from the beginning without a gap."""
    assert numbered(cell) == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("29/06/2012", "2012-06-29"),
        ("29/06/2012 00:00:00", "2012-06-29"),
        ("00/00/1963", "1963"),
        ("dd/mm/1963", "1963"),
        ("--/--/1963", "1963"),
        ("dd/05/1963", "1963-05"),
        ("01/mm/1963", ""),
        ("31/02/1963", ""),
        ("dd/13/1963", ""),
        ("1963", ""),
    ],
)
def test_dates(text: str, value: str) -> None:
    """As exact as they are written."""
    assert edtf(text) == value
    assert iso_day(text) == (value if len(value) == 10 else "")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("AT07125 (Norvikian). Issued on 1 June 1996", "AT07125"),
        ("Passport no. BP 45871", "BP 45871"),
        ("D 000763 (Norvikian)", "D 000763"),
        ("33202-7126636-9 (identity card)", "33202-7126636-9"),
        ("Norvik passport no.00868774. expired:27.4.2014", "00868774"),
        ("44103, expires 21 Aug 2005", "44103"),
        ("Norvik identity card 4711", ""),
        ("cancelled", ""),
    ],
)
def test_the_number_of_a_document(text: str, number: str) -> None:
    """Only where the text begins with it."""
    assert document_number(text) == number


def test_a_document_keeps_its_words() -> None:
    """The number is an identifier, the whole text a fact unless it is no more than the number."""
    assert list(documents("passport", "(1) AT07125 (Norvikian) (2) K337")) == [
        Identifier("passport", "AT07125"),
        Fact("passport_details", "AT07125 (Norvikian)"),
        Identifier("passport", "K337"),
    ]


@pytest.mark.parametrize(
    ("text", "scheme"),
    [("OGRN 1027700132195", "ogrn"), ("LEI: 253400V1H6ART1UQ0N98", "lei"), ("Unknown", "registration_number")],
)
def test_registrations(text: str, scheme: str) -> None:
    """The register's word decides."""
    assert registration(text).scheme == scheme


def test_imo_numbers() -> None:
    """Those of ships and those of companies are not the same numbers."""
    assert ship_number("IMO9000003", PartyKind.VESSEL) == Identifier("imo", "9000003")
    assert ship_number("9000003", PartyKind.ORGANIZATION) == Identifier("imo_company", "9000003")
    assert ship_number("unknown", PartyKind.VESSEL) == Identifier("vessel_registration", "unknown")


def test_measures_that_are_not_known_are_doubts() -> None:
    """The words stay; an indicator that they lack counts as said."""
    facts, notes = read_measures(
        "Asset freeze|Ban on poems", [("TravelBan", "true"), ("Deflag", "false"), ("AssetFreeze", "yes")]
    )
    assert facts == [
        Fact("measure", "Asset freeze", "AssetFreeze"),
        Fact("measure", "Ban on poems"),
        Fact("measure", "TravelBan", "TravelBan"),
    ]
    assert [note.code for note in notes] == ["unknown_measure", "measure_not_said", "unknown_measure"]
