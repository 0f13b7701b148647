"""Names of the advanced format read as those of OFAC's other formats do; what the print hides stays a fact."""

import pytest

from fasti.model.identity import Name, NameKind, Quality
from fasti.model.listing import Fact
from fasti.sources.drafting import Note
from fasti.sources.ofac.advanced_names import name_statements, print_name
from fasti.sources.ofac.advanced_raw import NamePart, RawName


def _parts(*parts: tuple[str, str], script: str = "Latn") -> tuple[NamePart, ...]:
    return tuple(NamePart(kind, script, text) for kind, text in parts)


@pytest.mark.parametrize(
    ("parts", "printed"),
    [
        ([("Entity Name", "EXAMPLE LLC")], "EXAMPLE LLC"),
        ([("Last Name", "DOE"), ("First Name", "Jane"), ("Middle Name", "Ann")], "DOE, Jane Ann"),
        ([("First Name", "Jane"), ("Last Name", "DOE")], "DOE, Jane"),
        ([("First Name", "Jane")], "Jane"),
        ([("Last Name", "PEREZ"), ("Matronymic", "DOE"), ("First Name", "Ana")], "PEREZ DOE, Ana"),
        ([("Last Name", "IVANOV"), ("First Name", "Ivan"), ("Patronymic", "Petrovich")], "IVANOV, Ivan Petrovich"),
        ([("Last Name", "DOE"), ("Maiden Name", "ROE"), ("First Name", "Jane")], "DOE ROE, Jane"),
        ([("Nickname", "The Skipper")], "The Skipper"),
    ],
)
def test_family_names_come_first(parts: list[tuple[str, str]], printed: str) -> None:
    """A comma parts them from the rest."""
    assert print_name(_parts(*parts)) == printed


def test_other_scripts_keep_their_order() -> None:
    """Without a comma, which they do not use so."""
    assert print_name(_parts(("First Name", "Иван"), ("Last Name", "Иванов"), script="Cyrl")) == "Иван Иванов"


def test_the_partys_own_name_comes_first() -> None:
    """In Latin letters before any other script, wherever it stands in the file."""
    alias = RawName("A.K.A.", primary=False, weak=True, parts=_parts(("Entity Name", "EX")))
    native = RawName("Name", primary=True, weak=False, parts=_parts(("Entity Name", "ПРИМЕР"), script="Cyrl"))
    own = RawName("Name", primary=True, weak=False, parts=_parts(("Entity Name", "EXAMPLE")))
    assert name_statements([alias, native, own]) == (
        Name("EXAMPLE"),
        Name("ПРИМЕР"),
        Fact("name_script", "ПРИМЕР", "Cyrl"),
        Name("EX", NameKind.AKA, Quality.WEAK),
    )


def test_unknown_words_are_told() -> None:
    """The name is kept all the same."""
    name = RawName("X.K.A.", primary=False, weak=False, parts=_parts(("House Name", "A")))
    found = name_statements([name])
    assert found[0] == Name("A", NameKind.AKA)
    assert [one.code for one in found if isinstance(one, Note)] == ["unknown_name_part", "unknown_alias_type"]


def test_a_name_without_words_is_told() -> None:
    """It names nobody."""
    (note,) = name_statements([RawName("Name", primary=True, weak=False, parts=())])
    assert isinstance(note, Note)
    assert note.code == "empty_name"


def test_what_is_said_of_an_alias_stays() -> None:
    """With the alias that it is said of."""
    name = RawName("N.K.A.", primary=False, weak=False, parts=_parts(("Entity Name", "A")), comment="since 2020")
    assert name_statements([name]) == (Name("A", NameKind.NKA), Fact("alias_remark", "A: since 2020"))
