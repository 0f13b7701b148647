"""Which texts in parentheses are a short form of the name, and how such a name reads."""

import pytest

from fasti.screening.short_names import shortens
from fasti.screening.variants import readings


@pytest.mark.parametrize(
    ("written", "rest"),
    [
        ("BWT", "Borealis Wind Turbines Ltd"),
        ("BWTL", "Borealis Wind Turbines Ltd"),
        ("BWTX", "Borealis Wind Turbines Ltd"),
        ("Borwind", "Borealis Wind Turbines Ltd"),
        ("WindBorealis", "Borealis Wind Turbines Ltd"),
        ("Turbines", "Borealis Wind Turbines Ltd"),
        ("Borwind Group", "Borealis Wind Turbines Ltd"),
        ("BORWIND", "BOREALIS WIND TURBINES LTD"),
    ],
)
def test_made_from_the_name(written: str, rest: str) -> None:
    assert shortens(written, rest, after_form=False)


@pytest.mark.parametrize(
    ("written", "rest"),
    [
        ("Uganda", "Borealis Wind Turbines Ltd"),
        ("HK", "Borealis Wind Turbines Ltd"),
        ("Harbin", "Borealis Wind Turbines Ltd"),
        ("Group", "Borealis Wind Turbines Ltd"),
        ("Chile", "China Mobile Lighting Electric"),
        ("BXX", "Borealis Wind Turbines Ltd"),
        ("XWTB", "Borealis Wind Turbines Ltd"),
        ("bwtx", "Borealis Wind Turbines Ltd"),
        ("36", "Plant 36"),
        ("", "Borealis"),
        ("BWT", ""),
        ("one two three four", "one two three four"),
    ],
)
def test_something_else(written: str, rest: str) -> None:
    assert not shortens(written, rest, after_form=False)


def test_capitals_behind_the_legal_form_are_a_ticker_unless_all_is_capitals() -> None:
    assert shortens("ZMBL", "Borealis Wind Turbines Ltd", after_form=True)
    assert not shortens("ZMBL", "Borealis Wind Turbines", after_form=False)
    assert not shortens("KIEV", "BOREALIS WIND TURBINES LTD", after_form=True)
    assert not shortens("UAE", "Borealis Wind Turbines Ltd", after_form=True)


def test_a_hostile_text_is_judged_at_once() -> None:
    assert not shortens("a" * 38 + "b", "aaaaaaaa " * 60, after_form=False)


@pytest.mark.parametrize(
    ("name", "cores"),
    [
        ("Borealis Wind Turbines Ltd (BWT)", ["borealis wind turbines bwt", "borealis wind turbines", "bwt"]),
        ("Borealis Wind Turbines (BWT) Ltd", ["borealis wind turbines bwt", "borealis wind turbines", "bwt"]),
        ("Borealis (Harbin) Wind (BW) Ltd", ["borealis harbin wind bw", "borealis harbin wind", "bw"]),
        ("Borealis [BOREALIS GROUP]", ["borealis borealis group", "borealis", "borealis group"]),
        ("Borealis (Uganda) Ltd", ["borealis uganda"]),
        ("Borealis Wind Co. Ltd (BWCL)", ["borealis wind bwcl", "borealis wind", "bwcl"]),
        ("Borealis Ltd (QXZ)", ["borealis qxz", "borealis", "qxz"]),
        ("Borealis", ["borealis"]),
        ("", [""]),
    ],
)
def test_the_readings_of_a_name(name: str, cores: list[str]) -> None:
    found = readings(name)
    assert [" ".join(one.parted.core) for one in found] == cores
    assert [one.short for one in found] == [False, False, True][: len(cores)]
