"""Policies: each says what it asks and leaves a choice; an unknown name or value is refused with what there is."""

import pytest

from fasti.model.errors import BadInputError, UsageError
from fasti.regimes.policies import chosen, load_policies, read_policies

GOOD = """
[[policies]]
name = "xx.side"
asks = "Which side?"
why = "Act s.1."

[[policies.values]]
value = "left"
means = "The left."

[[policies.values]]
value = "right"
means = "The right."
"""


def test_every_policy_is_followed_by_its_default() -> None:
    assert chosen({}) == {one.name: one.values[0].value for one in load_policies()}


def test_a_value_given_is_followed() -> None:
    assert chosen({"us.clock": "literal"}) == {**chosen({}), "us.clock": "literal"}


def test_an_unknown_name_is_refused_with_every_choice() -> None:
    with pytest.raises(UsageError, match=r"us\.dial is no policy.*us\.clock=wall\|literal"):
        chosen({"us.dial": "wall"})


@pytest.mark.parametrize("value", ["sundial", ""])
def test_an_unknown_value_is_refused_with_those_of_its_policy(value: str) -> None:
    with pytest.raises(UsageError, match=r"us\.clock=wall\|literal"):
        chosen({"us.clock": value})


@pytest.mark.parametrize("one", load_policies(), ids=lambda one: one.name)
def test_policies_say_what_they_decide_and_why(one: object) -> None:
    said = [getattr(one, "asks", ""), getattr(one, "why", ""), *(each.means for each in getattr(one, "values", ()))]
    assert [text for text in said if not text.endswith((".", "?"))] == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('value = "right"', 'value = "left"', "left is there twice"),
        ('[[policies.values]]\nvalue = "right"\nmeans = "The right."', "", "leaves no choice"),
        ('why = "Act s.1."', 'why = "Act s.1."\nwho = "us"', "who"),
        ("[[policies]]\n", "[[rule]]\n[[policies]]\n", "rule"),
        ('asks = "Which side?"', "", "asks"),
        ('name = "xx.side"', "name =", "Invalid value"),
    ],
)
def test_a_file_that_breaks_the_schema_is_refused(old: str, new: str, fault: str) -> None:
    with pytest.raises(BadInputError, match=fault):
        read_policies(GOOD.replace(old, new, 1))


def test_two_policies_of_one_name_are_refused() -> None:
    with pytest.raises(BadInputError, match=r"xx\.side is there twice"):
        read_policies(GOOD + GOOD)
