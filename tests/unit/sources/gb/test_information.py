"""The field `Other Information` of OFSI's list, before and after it had labels."""

import pytest

from fasti.model.identity import Identifier, PartyKind
from fasti.model.listing import Fact
from fasti.sources.gb.information import read_information


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("UN Ref QDi.001. Also a poet.", "QDi.001"),
        ("UN REF:QE.A.146.14. Also a band.", "QE.A.146.14"),
        ("UN Reference No: TI.R.172.14.", "TI.R.172.14"),
        ("UN Ref I.47.D.5.", "I.47.D.5"),
        ("(UN Ref):TAi.130. Drew maps.", "TAi.130"),
    ],
)
def test_the_reference_of_the_un(text: str, reference: str) -> None:
    """In every style it has been written in."""
    said, _ = read_information(text, PartyKind.PERSON)
    assert Identifier("un_ref", reference) in said


def test_a_reference_without_its_committee_is_none() -> None:
    """A number alone could be of any of them."""
    assert read_information("UN Ref.062. Owner of a tanker.", PartyKind.ORGANIZATION) == ([], [])


def test_labels() -> None:
    """Prose stays whole, other texts are parted at their numbers."""
    text = (
        "(UK Sanctions List Ref):RUS0001. (UK Statement of Reasons):Drew (1) maps. "
        "(Phone number):(1) +1 (2) +2 (Business Reg No):HRB 1 (Gender):Female. Tall."
    )
    said, notes = read_information(text, PartyKind.ORGANIZATION)
    assert said == [
        Identifier("gb_ref", "RUS0001"),
        Fact("statement_of_reasons", "Drew (1) maps."),
        Fact("phone", "+1"),
        Fact("phone", "+2"),
        Identifier("registration_number", "HRB 1"),
        Fact("gender", "Female. Tall", "female"),
    ]
    assert notes == []


def test_an_unknown_label_is_a_doubt() -> None:
    """Words in brackets without a colon, and abbreviations, are none."""
    _, notes = read_information("A member (SNR): of it. (Favourite colour):blue (and so on)", PartyKind.PERSON)
    assert [note.subject for note in notes] == ["Favourite colour"]
