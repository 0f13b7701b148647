"""The JSON Schemas describe what the JSON form gives, no more and no less."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from fasti.cli.jsonform import to_plain
from fasti.cli.schemas import ANSWERS, all_schemas, keys_of, schema_name, schema_of, schema_text
from fasti.model.errors import UsageError
from tests.surfaces.authored import CHECK
from tests.surfaces.authored_others import ALL
from tests.surfaces.validation import faults


def test_every_answer_has_a_schema_and_an_example_here() -> None:
    assert set(ALL) == set(ANSWERS)
    assert {name: type(answer) for name, answer in ALL.items()} == dict(ANSWERS)


@pytest.mark.parametrize("name", ANSWERS)
def test_the_json_form_keeps_to_its_schema(name: str) -> None:
    schema = schema_of(name)
    assert list(faults(to_plain(ALL[name]), schema, schema)) == []


@pytest.mark.parametrize("name", ANSWERS)
def test_schemas_name_themselves_and_require_every_key(name: str) -> None:
    schema = schema_of(name)
    assert schema["$id"] == schema["properties"]["schema"]["const"] == schema_name(name)
    assert schema["required"] == list(keys_of(ANSWERS[name]))
    assert all(part["required"] == list(part["properties"]) for part in schema["$defs"].values() if "required" in part)
    assert json.loads(schema_text(name)) == schema


def test_keys_with_pythons_underscore_are_renamed_everywhere() -> None:
    assert '"from_"' not in json.dumps(all_schemas())
    assert "from" in schema_of("diff")["properties"]


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda answer: answer.pop("notice"), "$.notice is missing"),
        (lambda answer: answer["query"].update(projected="no"), "$.query.projected is no boolean"),
        (lambda answer: answer["parties"][0]["standings"][0].update(status="gone"), ".status is 'gone'"),
        (lambda answer: answer["run"].update(extra=1), "$.run.extra is unknown"),
    ],
)
def test_what_breaks_a_schema_is_found(spoil: Callable[[dict[str, Any]], None], fault: str) -> None:
    answer = to_plain(replace(CHECK))
    spoil(answer)
    schema = schema_of("check")
    assert any(fault in one for one in faults(answer, schema, schema))


def test_a_schema_is_found_by_either_name() -> None:
    assert schema_of("fasti/check/1") == schema_of("check")


def test_an_unknown_answer_is_refused_with_the_choices() -> None:
    with pytest.raises(UsageError, match=r"no answer named chek: choose one of backfill, bundle, check"):
        schema_of("chek")
