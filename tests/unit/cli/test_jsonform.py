"""The JSON form: keys always present, underscores of Python's own words gone."""

import json

from fasti.cli.jsonform import to_json, to_plain
from tests.surfaces.authored import BAN, CHECK, EMPTY_RUN, SUSPENDED


def test_from_loses_its_underscore_and_unknown_is_null() -> None:
    plain = to_plain(BAN)
    assert plain["from"] == "2021-03-15T09:30:00-04:00"
    assert plain["until"] is None
    assert "from_" not in plain


def test_tuples_become_lists_and_empty_ones_stay() -> None:
    plain = to_plain(SUSPENDED)
    assert plain["effects"][0]["bound"] == ["us-person"]
    assert plain["effects"][1]["exceptions"] == []


def test_mappings_are_sorted_and_keep_their_keys() -> None:
    assert to_plain({"b_": 1, "a": (2,)}) == {"a": [2], "b_": 1}
    assert to_plain(EMPTY_RUN)["policies"] == {"us.clock": "wall"}


def test_problems_carry_their_severity_as_a_word() -> None:
    problem = to_plain(CHECK)["run"]["problems"][0]
    assert problem == {
        "code": "conflict",
        "message": "The file and the order differ by a day.",
        "where": "ofac:30946",
        "severity": "warning",
    }


def test_letters_of_any_script_stay_as_they_are() -> None:
    text = to_json({"name": "小米"})
    assert "小米" in text
    assert json.loads(text) == {"name": "小米"}
