"""Policies as options: a name and a value each, and each name once."""

import pytest

from fasti.cli.policies import parse_policies
from fasti.model.errors import UsageError


def test_names_and_values_are_read() -> None:
    assert parse_policies(["a=b", " c = d "], ("e", "f"), ("g", None)) == {"a": "b", "c": "d", "e": "f"}
    assert parse_policies(None) == {}


def test_a_text_without_a_value_is_refused() -> None:
    with pytest.raises(UsageError, match="NAME=VALUE"):
        parse_policies(["us.clock"])


def test_one_policy_with_two_values_is_refused() -> None:
    with pytest.raises(UsageError, match=r"us\.clock is given twice"):
        parse_policies(["us.clock=wall"], ("us.clock", "literal"))
    assert parse_policies(["us.clock=wall"], ("us.clock", "wall")) == {"us.clock": "wall"}
