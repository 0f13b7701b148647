"""What breaks the schema of a file is told in one sentence with file and act."""

import pytest

from fasti.model.errors import BadInputError
from fasti.sources.chronicle.parsing import parse
from fasti.sources.chronicle.schema import Release
from tests.unit.chronicle.authored import FILES, chronicle, with_act


def _refusal(old: str, new: str, file: str = "acts/acme.toml") -> str:
    with pytest.raises(BadInputError) as refused:
        with_act(old, new, file)
    return str(refused.value)


def test_a_key_that_the_schema_does_not_know() -> None:
    assert _refusal('citation = "1 Stat. 1"', 'citation = "1 Stat. 1"\ncited = "yes"') == (
        "acts/acme.toml, act law: object contains unknown field `cited`; see docs/chronicle.md for the keys."
    )


def test_a_key_unknown_within_a_part_of_an_act() -> None:
    assert _refusal("whole = true", "whole = true\nuntil = 2021-03-01") == (
        "acts/acme.toml, act bolt-licensed, licence: object contains unknown field `until`; "
        "see docs/chronicle.md for the keys."
    )


def test_an_act_without_a_citation() -> None:
    assert _refusal('citation = "1 Stat. 1"\n', "") == (
        "acts/acme.toml, act law: object missing required field `citation`; see docs/chronicle.md for the keys."
    )


def test_an_act_without_an_id_is_named_by_its_place() -> None:
    assert _refusal('id = "acme-listed"\n', "").startswith("acts/acme.toml, act no. 2: object missing required field")


def test_a_kind_of_act_that_does_not_exist() -> None:
    assert _refusal('kind = "licensed"', 'kind = "permitted"') == (
        "acts/acme.toml, act bolt-licensed, kind: invalid enum value 'permitted'; see docs/chronicle.md for the keys."
    )


def test_a_key_unknown_in_a_party() -> None:
    assert _refusal('country = "gb"', 'country = "gb"\ncity = "Leeds"', "parties.toml") == (
        "parties.toml, bolt: object contains unknown field `city`; see docs/chronicle.md for the keys."
    )


def test_a_value_of_the_wrong_sort_in_a_party() -> None:
    assert _refusal('country = "gb"', "country = 44", "parties.toml") == (
        "parties.toml, bolt, country: expected `str`, got `int`; see docs/chronicle.md for the keys."
    )


def test_a_correction_is_named_by_the_act_it_corrects() -> None:
    with pytest.raises(BadInputError, match=r"corrections\.toml, correction law: object missing required field"):
        chronicle({"corrections.toml": '[[correction]]\ncorrects = "law"\n'})


def test_text_that_is_no_toml() -> None:
    with pytest.raises(BadInputError, match=r"^sources\.toml is not TOML: .*\.$"):
        chronicle({"sources.toml": FILES["sources.toml"] + "["})


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(BadInputError, match=r"^release\.toml is not TOML: .*\.$"):
        parse("release.toml", b"\xff", Release)
