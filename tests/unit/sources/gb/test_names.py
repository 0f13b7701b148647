"""Names of the United Kingdom's lists: their order, types and strengths."""

import pytest

from fasti.model.identity import Name, NameKind, PartyKind, Quality
from fasti.sources.gb.names import in_order, kind_of, name_of


@pytest.mark.parametrize(
    ("kind", "strength", "expected"),
    [
        ("Primary Name", "", Name("Ada", NameKind.PRIMARY)),
        ("Primary name", "", Name("Ada", NameKind.PRIMARY)),
        ("Prime Alias", "", Name("Ada", NameKind.PRIMARY)),
        ("Primary name variation", "", Name("Ada", NameKind.AKA)),
        ("ALias", "Low quality a.k.a", Name("Ada", NameKind.AKA, Quality.WEAK)),
        ("Alias", "Good quality a.k.a.", Name("Ada", NameKind.AKA)),
        ("FKA", "", Name("Ada", NameKind.FKA)),
    ],
)
def test_types_and_strengths(kind: str, strength: str, expected: Name) -> None:
    """In whatever capitals and with whatever final stop."""
    assert name_of("Ada", kind, strength) == (expected, ())


@pytest.mark.parametrize(("kind", "strength"), [("Nickname", ""), ("Alias", "Middling")])
def test_an_unknown_word_is_a_doubt(kind: str, strength: str) -> None:
    """The name stays."""
    name, notes = name_of("Ada", kind, strength)
    assert name == Name("Ada", NameKind.AKA)
    assert [note.code for note in notes] == ["unknown_alias_type"]


def test_primary_names_come_first() -> None:
    """Each name once, otherwise in the published order."""
    alias, primary = Name("B", NameKind.AKA), Name("A")
    assert in_order([alias, primary, alias]) == (primary, alias)


def test_kinds() -> None:
    """Ships are vessels; another word is a doubt."""
    assert kind_of("Ship") == (PartyKind.VESSEL, ())
    assert kind_of("Drone")[0] is PartyKind.UNKNOWN
    assert kind_of("Drone")[1][0].code == "unknown_kind"
