"""The ownership rules as data: every list has one, and what breaks the schema is refused."""

from pathlib import Path

import pytest

from fasti.model.errors import BadInputError
from fasti.regimes.ownership.reading import load_ownership, read_ownership, read_regime
from fasti.regimes.policies import load_policies
from fasti.regimes.rule import Rule
from fasti.regimes.rulebook import load_rulebook
from fasti.sources.catalog import load_catalog
from fasti.sources.chronicle.loader import load_chronicle

GOOD = """
regime_id = "r"
title = "t"
[[rules]]
rule_id = "one"
lists = ["us_ofac_sdn"]
bound = ["us-person"]
[[rules.versions]]
version = "v1"
kind = "share"
at_least = 50
made_by = "act"
citation = "c"
says = "s"
"""


def test_every_list_has_an_ownership_rule() -> None:
    rules = load_ownership()
    assert [one for one in load_catalog().lists if rules.of(one) is None] == []


def test_a_regime_is_named_as_in_the_rulebook_or_says_whose_lists_it_lies_across() -> None:
    regimes = {regime.regime_id: regime for regime in load_rulebook().regimes}
    for owned in load_ownership().regimes:
        assert (owned.regime_id in regimes) != bool(owned.across), owned.regime_id
        named = owned.across or (owned.regime_id,)
        spoken_of = {each for one in named for rule in regimes[one].rules for each in rule_lists(rule)}
        lost = {each for rule in owned.rules for each in rule.lists} - spoken_of
        assert lost == set(), f"{owned.regime_id} speaks of lists that none of {named} does"


def rule_lists(rule: Rule) -> set[str]:
    return {each for version in rule.versions for each in version.lists}


def test_every_act_named_is_in_the_chronicle() -> None:
    acts = {act.act_id for act in load_chronicle().acts} | {""}
    versions = [version for regime in load_ownership().regimes for rule in regime.rules for version in rule.versions]
    named = {act for one in versions for act in (one.made_by, one.ended_by or "", one.suspended_by or "")}
    assert named - acts == set()


def test_every_reading_belongs_to_a_policy_and_its_value() -> None:
    known = {(policy.name, value.value) for policy in load_policies() for value in policy.values}
    readings = {(one.policy, one.value) for regime in load_ownership().regimes for one in regime.readings}
    assert readings
    assert readings - known == set()


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('citation = "c"', 'citation = ""', "has no citation"),
        ('citation = "c"', 'citation = "c"\nconfidence = "high"', "claims high confidence"),
        ("at_least = 50", "at_least = 50\nmore_than = 50", "one of at_least and more_than"),
        ("at_least = 50", "at_least = 5", "lies from 50 to 100"),
        ('made_by = "act"', "", "names no act"),
        ('says = "s"', 'says = "s"\nstarts = "tomorrow"', "is not a date"),
        ('says = "s"', 'says = "s"\nthreshold = 50', "unknown key"),
        ('kind = "share"', 'kind = "shares"', "does not follow the schema"),
        ('title = "t"', 'title = "t"\nreadings = [{policy="p", value="v", rule_id="one", version="v9"}]', "not there"),
    ],
)
def test_what_breaks_the_schema_is_refused(old: str, new: str, sentence: str) -> None:
    assert read_regime("good.toml", GOOD).rules
    with pytest.raises(BadInputError, match=sentence):
        read_regime("bad.toml", GOOD.replace(old, new, 1))


def test_two_rules_for_one_list_are_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text(GOOD.replace('"r"', f'"{name}"'), encoding="utf-8")
    with pytest.raises(BadInputError, match="Two ownership rules speak of us_ofac_sdn"):
        read_ownership(tmp_path)
