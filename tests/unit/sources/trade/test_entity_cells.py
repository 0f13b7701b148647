"""The running text in which a supplement names an entity is taken apart; what is unclear stays whole elsewhere."""

import pytest

from fasti.sources.trade.entity_cells import read_cell


@pytest.mark.parametrize(
    ("text", "names", "addresses"),
    [
        ("Ore Works, 1 Mine Road, Zenda", ["Ore Works"], ["1 Mine Road, Zenda"]),
        ("Ore Co., Ltd. (Ore), 1 Mine Road; and 2 Mine Road.", ["Ore Co., Ltd. (Ore)"], ["1 Mine Road", "2 Mine Road"]),
        ("Ore, AO (f.k.a., Coal, OOO), 1 Road", ["Ore, AO", "Coal, OOO"], ["1 Road"]),
        (
            "Ore, a.k.a., the following three aliases:\n—A; and\n—B Ltd.;\n—C.\n1 Road; and\n2 Road.",
            ["Ore", "A", "B Ltd.", "C"],
            ["1 Road", "2 Road"],
        ),
        (
            "Ore, a.k.a., the following two aliases: —A; and —B Co., Ltd. Floor 10, 1 Road, Zenda.",
            ["Ore", "A", "B Co., Ltd."],
            ["Floor 10, 1 Road, Zenda"],
        ),
        ("Ore, 1 Road. (See also addresses under Ruritania)", ["Ore"], ["1 Road"]),
        ("Ore", ["Ore"], []),
    ],
)
def test_names_and_addresses(text: str, names: list[str], addresses: list[str]) -> None:
    """In printed order."""
    cell = read_cell(text)
    assert [one.text for one in cell.names] == names
    assert list(cell.addresses) == addresses
    assert cell.statements == ()


def test_entities_within_an_entry_are_told() -> None:
    """They are a fact of the entry."""
    cell = read_cell("Ore, 1 Road. Subordinate institution: Ore Two, 2 Road")
    assert [one.text for one in cell.names] == ["Ore"]
    assert len(cell.statements) == 2
