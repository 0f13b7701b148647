"""Names are told apart as agencies print them, and none is lost."""

import pytest

from fasti.model.identity import Name, NameKind
from fasti.sources.trade.naming import ordered, split_alias, split_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ore Works", ["Ore Works"]),
        ("Ore, Bo (a.k.a. Bo Ore; Bob Ore)", ["Ore, Bo", "Bo Ore", "Bob Ore"]),
        ("Ore 2, a.k.a. O2, a.k.a. Ore Two", ["Ore 2", "O2", "Ore Two"]),
        ("Ore Ltd., a.k.a. Chi Ore Ltd. (Zenda)", ["Ore Ltd.", "Chi Ore Ltd. (Zenda)"]),
        ("Ore (Zenda) Co.", ["Ore (Zenda) Co."]),
        ("Makak Works", ["Makak Works"]),
        ("", []),
    ],
)
def test_a_cell_holds_a_name_and_aliases(text: str, expected: list[str]) -> None:
    """The primary name first."""
    assert [one.text for one in split_name(text)] == expected


def test_a_former_name_is_one() -> None:
    """Whatever marks stand around it."""
    assert split_name("Ore AO (f.k.a., Old Ore OOO)")[1] == Name("Old Ore OOO", NameKind.FKA)
    assert split_alias("F.K.A. Old Office (OO)") == (Name("Old Office (OO)", NameKind.FKA),)


def test_words_that_join_aliases_are_no_part_of_them() -> None:
    """Neither is a semicolon."""
    assert [one.text for one in split_alias("A; B; and C and D Ltd.")] == ["A", "B", "C and D Ltd."]


def test_an_alias_can_have_a_former_name() -> None:
    """It is an alias too."""
    assert [(one.text, one.kind) for one in split_alias("JSC Ore, f.k.a., Ore Union; and GSKB")] == [
        ("JSC Ore", NameKind.AKA),
        ("Ore Union", NameKind.FKA),
        ("GSKB", NameKind.AKA),
    ]


def test_another_spelling_of_the_primary_name_is_an_alias() -> None:
    """Only one name is primary."""
    assert ordered([Name("AL-ORE  AIR"), Name("AL ORE AIR"), Name("AL-ORE  AIR", NameKind.AKA)]) == (
        Name("AL-ORE  AIR"),
        Name("AL ORE AIR", NameKind.AKA),
    )
